#include "driver/build_memory.h"

namespace errpress::driver {

BuildMemory::BuildMemory(const std::string& out, const output::Scope& scope, std::uint64_t build_fingerprint)
    : out_(out), cache_(output::BuildCache::load(out, scope)) {
  if (cache_ && cache_->build_fingerprint() != build_fingerprint) cache_.reset();
}

bool BuildMemory::nothing_to_do(const Sources& sources, unsigned threads) const {
  if (!cache_ || cache_->source_count() != sources.article_count) return false;
  for (corpus::FileId file = 0; file < sources.article_count; ++file) {
    if (!sources.unusable[file].empty() || cache_->source(file).path != sources.files[file].path) return false;
  }
  return cache_->sources_unchanged(kSourceBase, threads) && cache_->outputs_untouched(out_, threads);
}

void BuildMemory::check_outputs(unsigned threads) {
  if (!cache_) return;
  outputs_current_ = cache_->outputs_current(out_, threads);
  outputs_.reserve(cache_->output_count());
  for (std::size_t i = 0; i < cache_->output_count(); ++i) outputs_.emplace(cache_->output(i).path, i);
}

std::optional<output::Content> BuildMemory::current(std::string_view path, std::string_view source_path,
                                                    std::uint64_t content, std::uint64_t dependency_hash) const {
  const auto found = outputs_.find(path);
  if (found == outputs_.end() || outputs_current_[found->second] == 0) return std::nullopt;
  const output::CachedOutput output = cache_->output(found->second);
  if (output.source == output::kNoSource) return std::nullopt;
  const output::CachedSource source = cache_->source(output.source);
  if (source.path != source_path || source.key != content || source.dependency_hash != dependency_hash)
    return std::nullopt;
  return output.content;
}

}  // namespace errpress::driver
