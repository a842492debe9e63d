#include "commands/build_memory.h"

#include "text/hash.h"

namespace errpress::commands {

namespace {

// The working directory: paths of sources start from it.
constexpr const char* kHere = ".";

}  // namespace

BuildMemory::BuildMemory(const std::string& out, std::uint64_t recipe)
    : out_(out), cache_(output::BuildCache::load(out)) {
  if (cache_ && cache_->recipe() != recipe) cache_.reset();
}

bool BuildMemory::nothing_to_do(const Sources& sources, unsigned threads) const {
  if (!cache_ || !cache_->report() || cache_->source_count() != sources.unusable.size()) return false;
  for (std::size_t i = 0; i < cache_->source_count(); ++i) {
    const auto file = sources.first_article + static_cast<corpus::FileId>(i);
    if (!sources.unusable[i].empty() || cache_->source(i).path != sources.files[file].path) return false;
  }
  return cache_->sources_unchanged(kHere, threads) && cache_->outputs_untouched(out_, threads);
}

void BuildMemory::look_at_outputs(unsigned threads) {
  if (!cache_) return;
  outputs_current_ = cache_->outputs_current(out_, threads);
  outputs_.reserve(cache_->output_count());
  for (std::size_t i = 0; i < cache_->output_count(); ++i) outputs_.emplace(cache_->output(i).path, i);
}

std::optional<output::Content> BuildMemory::current(std::string_view path, std::string_view source_path,
                                                    std::uint64_t content, std::uint64_t context) const {
  const auto found = outputs_.find(path);
  if (found == outputs_.end() || outputs_current_[found->second] == 0) return std::nullopt;
  const output::CachedOutput output = cache_->output(found->second);
  if (output.source == output::kNoSource) return std::nullopt;
  const output::CachedSource source = cache_->source(output.source);
  if (source.path != source_path || source.key != content || source.context != context) return std::nullopt;
  return output.content;
}

std::uint64_t article_context(const Analysis& analysis, const render::Catalogue::Entry& entry,
                              const render::FindingsIndex& findings) {
  const corpus::Facts& facts = analysis.index.articles()[entry.article];
  std::uint64_t hash = text::hash_of(entry.identifier);
  const auto mix = [&hash](auto what) { hash = text::hash_of(what, hash); };
  for (const corpus::Claim& claim : facts.claims) {
    if (claim.site != corpus::Site::reference) continue;
    mix(std::uint64_t{analysis.index.articles_named(facts.name_of(claim)).size()});
  }
  for (const render::Dispute& dispute : findings.of(facts.file)) {
    mix(std::uint64_t{dispute.span.begin});
    mix(std::uint64_t{dispute.span.end});
    mix(std::uint64_t{dispute.own});
    mix(std::uint64_t{dispute.listed});
    mix(dispute.diagnostic->rule);
    mix(std::string_view(dispute.diagnostic->message));
    mix(static_cast<std::uint64_t>(dispute.diagnostic->severity));
    for (const lint::Note& note : dispute.diagnostic->notes) mix(std::string_view(note.message));
  }
  return hash;
}

}  // namespace errpress::commands
