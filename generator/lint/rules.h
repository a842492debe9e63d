// The one rule table: what the program checks. Each rule stands in rules/<its id with underscores>.cpp.
// Constant, thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "lint/rule.h"

namespace errpress::lint {

// All rules, in the order in which documentation lists them.
std::span<const Rule* const> rules();

// nullptr for an id that no rule has.
const Rule* find_rule(std::string_view id);

// What a title says.
extern const Rule kMalformedTitle;
extern const Rule kDuplicateName;
extern const Rule kDuplicateCode;
// What claims say of names and codes.
extern const Rule kHexMismatch;
extern const Rule kConflictingCode;
extern const Rule kConflictingName;
extern const Rule kWrongCode;
extern const Rule kTakenCode;
extern const Rule kUnknownName;
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
