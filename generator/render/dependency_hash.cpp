#include "render/dependency_hash.h"

#include <string_view>

#include "base/hash.h"

namespace errpress::render {

std::uint64_t dependency_hash(const corpus::CorpusIndex& index, const PublishedArticles::Entry& entry,
                              const FindingsIndex& findings) {
  const corpus::ArticleSummary& summary = index.articles()[entry.article];
  std::uint64_t hash = base::hash_of(entry.identifier);
  const auto mix = [&hash](auto what) { hash = base::hash_of(what, hash); };
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.origin != corpus::Origin::reference) continue;
    mix(std::uint64_t{index.articles_named(summary.name_of(claim)).size()});
  }
  for (const Dispute& dispute : findings.of(summary.file)) {
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

}  // namespace errpress::render
