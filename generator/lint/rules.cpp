#include "lint/rules.h"

#include <algorithm>
#include <array>

namespace errpress::lint {

namespace {

constexpr std::array kRules = {
    // Titles.
    &kMalformedTitle,
    &kDuplicateName,
    &kDuplicateCode,
    // Names and codes in claims.
    &kInvalidCode,
    &kHexMismatch,
    &kConflictingCode,
    &kConflictingName,
    &kWrongCode,
    &kTakenCode,
    &kUnknownName,
    &kProseCode,
    &kWrappedCode,
    // Related errors.
    &kDanglingReference,
    &kSelfReference,
    &kDuplicateReference,
    &kMalformedReference,
    &kMissingCode,
    &kMissingDescription,
    // Structure.
    &kMissingMessage,
    &kMissingSection,
    &kEmptySection,
    &kDuplicateSection,
    &kUnknownSection,
    &kBadDate,
    // The file itself.
    &kUnreadableFile,
    &kInvalidUtf8,
    &kControlCharacter,
    &kUntidyText,
    &kOversizedArticle,
};

constexpr std::array kClaimRules = {
    // The name.
    &kUnknownName,
    // The code. In a sentence, every cause is a finding of prose-code.
    &kProseCode,
    &kInvalidCode,
    &kWrongCode,
    &kTakenCode,
    &kHexMismatch,
    &kConflictingName,
    &kDuplicateCode,
    &kConflictingCode,
    // How a related error is listed.
    &kMalformedReference,
    &kSelfReference,
    &kDuplicateReference,
    &kWrappedCode,
    &kMissingCode,
    &kMissingDescription,
    &kDanglingReference,
};

constexpr auto kClaimRuleIndices = [] {
  std::array<std::uint8_t, kClaimRules.size()> indices{};
  for (std::size_t i = 0; i < kClaimRules.size(); ++i) {
    indices[i] = static_cast<std::uint8_t>(std::find(kRules.begin(), kRules.end(), kClaimRules[i]) - kRules.begin());
  }
  return indices;
}();

}  // namespace

std::span<const Rule* const> rules() { return kRules; }
std::span<const std::uint8_t> claim_rules() { return kClaimRuleIndices; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == kRules.end() ? nullptr : *found;
}

}  // namespace errpress::lint
