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
    &kHexMismatch,
    &kConflictingCode,
    &kConflictingName,
    &kWrongCode,
    &kTakenCode,
    &kUnknownName,
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

}  // namespace

std::span<const Rule* const> rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == kRules.end() ? nullptr : *found;
}

}  // namespace errpress::lint
