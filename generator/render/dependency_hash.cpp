#include "render/dependency_hash.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace errpress::render {

namespace {

// Hashes a sequence of numbers and texts; the order matters.
class Hasher {
 public:
  explicit Hasher(std::string_view first) : hash_(base::hash_of(first)) {}
  void mix(std::uint64_t number) { hash_ = base::hash_of(number, hash_); }
  void mix(std::string_view text) { hash_ = base::hash_of(text, hash_); }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_;
};

void mix_finding(const lint::Diagnostic& finding, Hasher& hasher) {
  hasher.mix(finding.rule);
  hasher.mix(std::string_view(finding.message));
  hasher.mix(static_cast<std::uint64_t>(finding.severity));
  for (const lint::Note& note : finding.notes) {
    hasher.mix(std::string_view(note.message));
    hasher.mix(std::uint64_t{note.claims});
  }
}

}  // namespace

std::uint64_t dependency_hash(const corpus::CorpusIndex& index, const PublishedArticles::Entry& entry,
                              const FindingsIndex& findings) {
  const corpus::ArticleSummary& summary = index.articles()[entry.article];
  Hasher hasher(entry.identifier);
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.origin != corpus::Origin::reference) continue;
    hasher.mix(std::uint64_t{!index.articles_named(summary.name_of(claim)).empty()});
  }
  // A view shows a finding once even if it disputes several places, but it shows two equal findings twice.
  std::vector<const lint::Diagnostic*> known;
  for (const Dispute& dispute : findings.of(summary.file)) {
    hasher.mix(std::uint64_t{dispute.span.begin});
    hasher.mix(std::uint64_t{dispute.span.end});
    hasher.mix(std::uint64_t{dispute.own});
    hasher.mix(std::uint64_t{dispute.listed});
    hasher.mix(std::uint64_t{dispute.in_prose});
    const auto number = std::find(known.begin(), known.end(), dispute.diagnostic) - known.begin();
    hasher.mix(static_cast<std::uint64_t>(number));
    if (static_cast<std::size_t>(number) != known.size()) continue;
    known.push_back(dispute.diagnostic);
    mix_finding(*dispute.diagnostic, hasher);
  }
  return hasher.value();
}

}  // namespace errpress::render
