#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

using corpus::ArticleSummary;
using corpus::Claim;

// Up to this many claims, each entry is compared with all entries before it, which needs no memory.
constexpr std::size_t kFewClaims = 40;

bool counts(const Claim& claim) { return is_reference(claim) && claim.name_size != 0; }

void report_name(const ArticleSummary& summary, const Claim& first, const Claim& second, Findings& findings) {
  findings.add(name_place(summary, second), [&](Diagnostic& finding) {
    finding.message = fmt::format("{} is listed twice", summary.name_of(second));
    finding.label = "listed again";
    finding.notes.push_back({"listed first here", name_place(summary, first)});
  });
}

void report_code(const ArticleSummary& summary, const Claim& first, const Claim& second, std::uint32_t value,
                 Findings& findings) {
  findings.add(number_place(summary, second, value), [&](Diagnostic& finding) {
    finding.message = fmt::format("{} is listed twice: for {} and for {}", base::format_code(value),
                                  summary.name_of(first), summary.name_of(second));
    finding.label = "listed again";
    finding.notes.push_back(
        {fmt::format("listed for {} here", summary.name_of(first)), number_place(summary, first, value), true});
  });
}

// Finds the first entry with a name or number in an article with many entries, using hash tables.
class EarlierByHash {
 public:
  const Claim* name(std::string_view name, const Claim& claim) { return first_of(names_, name, claim); }
  const Claim* code(std::uint32_t value, const Claim& claim) { return first_of(codes_, value, claim); }

 private:
  template <typename Map, typename Key>
  static const Claim* first_of(Map& map, Key key, const Claim& claim) {
    const auto [entry, is_new] = map.emplace(key, &claim);
    return is_new ? nullptr : entry->second;
  }

  std::unordered_map<std::string_view, const Claim*> names_;
  std::unordered_map<std::uint32_t, const Claim*> codes_;
};

// Finds it in an article with few entries, by scanning those before `claim`.
class EarlierByScan {
 public:
  explicit EarlierByScan(const ArticleSummary& summary) : summary_(summary) {}
  const Claim* name(std::string_view name, const Claim& claim) const {
    return find_before(claim, [&](const Claim& other) { return summary_.name_of(other) == name; });
  }
  const Claim* code(std::uint32_t value, const Claim& claim) const {
    return find_before(claim, [&](const Claim& other) { return other.code.states(value); });
  }

 private:
  template <typename Matches>
  const Claim* find_before(const Claim& claim, Matches matches) const {
    for (const Claim* other = summary_.claims.data(); other != &claim; ++other) {
      if (counts(*other) && matches(*other)) return other;
    }
    return nullptr;
  }

  const ArticleSummary& summary_;
};

template <typename Earlier>
void check_each(const CorpusInput& input, const ArticleSummary& summary, Earlier earlier, Findings& findings) {
  for (const Claim& claim : summary.claims) {
    if (!counts(claim)) continue;
    const std::string_view name = summary.name_of(claim);
    const Claim* same_name = earlier.name(name, claim);
    if (same_name != nullptr) report_name(summary, *same_name, claim, findings);
    for (const std::uint32_t value : stated_numbers(claim.code)) {
      const Claim* same_code = earlier.code(value, claim);
      if (same_code == nullptr || same_name != nullptr) continue;
      if (!same_error(input, summary.name_of(*same_code), name, value))
        report_code(summary, *same_code, claim, value, findings);
    }
  }
}

void check(const CorpusInput& input, const ArticleSummary& summary, Findings& findings) {
  if (summary.claims.size() <= kFewClaims) {
    check_each(input, summary, EarlierByScan(summary), findings);
  } else {
    check_each(input, summary, EarlierByHash(), findings);
  }
}

}  // namespace

const Rule kDuplicateReference = {
    .id = "duplicate-reference",
    .summary = "an article lists the same name or the same code twice",
    .explanation =
        R"(This rule checks the related errors of one article and finds a name that is listed twice, and a number that
is given to two different names. The finding is at the second entry and points to the first.

Listing the same name twice is redundant at best; if the descriptions differ, readers cannot tell which one applies. If
the same number is given to two names, one of the entries is wrong.

Keep the better entry. Names that share a code in the registry, or that are listed together under `aliases` in
errpress.yaml, may both be listed.)",
    .example = R"(Related Errors

  • ERROR_FILE_NOT_FOUND (2): The file does not exist.
  • ERROR_FILE_NOT_FOUND (2): The system cannot find the file.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_claims = check,
};

}  // namespace errpress::lint
