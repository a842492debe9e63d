// The table of all rules. Each rule is defined in rules/<its id with underscores>.cpp.
// Constant, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lint/rule.h"

namespace errpress::lint {

// All rules, in the order of the documentation.
std::span<const Rule* const> rules();

// The rules that judge claims (Rule::applies), as indices into rules(), in the order of causes: a wrong name explains a
// wrong code, a wrong code explains that its two numbers differ, and so on.
std::span<const std::uint8_t> claim_rules();

// Returns nullptr if there is no rule with that id.
const Rule* find_rule(std::string_view id);

// Titles.
extern const Rule kMalformedTitle;
extern const Rule kDuplicateName;
extern const Rule kDuplicateCode;
// Names and codes in claims.
extern const Rule kInvalidCode;
extern const Rule kHexMismatch;
extern const Rule kConflictingCode;
extern const Rule kConflictingName;
extern const Rule kWrongCode;
extern const Rule kTakenCode;
extern const Rule kUnknownName;
extern const Rule kProseCode;
extern const Rule kWrappedCode;
// Related errors.
extern const Rule kDanglingReference;
extern const Rule kSelfReference;
extern const Rule kDuplicateReference;
extern const Rule kMalformedReference;
extern const Rule kMissingCode;
extern const Rule kMissingDescription;
// Structure.
extern const Rule kMissingMessage;
extern const Rule kMissingSection;
extern const Rule kEmptySection;
extern const Rule kDuplicateSection;
extern const Rule kUnknownSection;
extern const Rule kBadDate;
// The file itself.
extern const Rule kUnreadableFile;
extern const Rule kInvalidUtf8;
extern const Rule kControlCharacter;
extern const Rule kUntidyText;
extern const Rule kOversizedArticle;

}  // namespace errpress::lint
