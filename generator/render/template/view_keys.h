// The contract's keys: every name that the views of articles and of the corpus use, with a number known when errpress
// is compiled. templates/README.md says what each holds. A key is added here and in the table of view_keys.cpp.
#pragma once

#include <span>
#include <string_view>

#include "render/template/view.h"

namespace errpress::render {

// NOLINTBEGIN(readability-identifier-naming): constants that the enum only numbers
enum ViewKey : Key {
  kKeyViewVersion,
  kKeyArticles,
  kKeyByCode,
  kKeyAliases,
  kKeyArticleCount,
  kKeyName,
  kKeyIdentifier,
  kKeyCode,
  kKeyValue,
  kKeyDecimal,
  kKeyHex,
  kKeyMessage,
  kKeyUpdated,
  kKeyUpdatedText,
  kKeyPath,
  kKeySections,
  kKeyHeading,
  kKeyKind,
  kKeyBlocks,
  kKeyIsParagraph,
  kKeyIsBullets,
  kKeyIsSteps,
  kKeyIsFields,
  kKeyIsSubheading,
  kKeyIsQuestion,
  kKeyIsReferences,
  kKeyText,
  kKeyItems,
  kKeyLabel,
  kKeyNumber,
  kKeyQuestion,
  kKeyAnswer,
  kKeyReferences,
  kKeyDescription,
  kKeyDocumented,
  kKeyDisputed,
  kKeyFindings,
  kKeyRule,
  kKeyNotes,
  kKeyFaq,
  kKeySeeAlso,
  kKeyFirst,
  kKeyLast,
  kKeySegments,
  kKeyStrings,
  kKeyIndex,
  kKeySegment,
  kKeySegmentSize,
  kKeyOffset,
  kKeySize,
  kKeyNameAt,
  kKeyMessageAt,
  kKeyAliasOf,
  kKeySeverity,
  kKeyHasArticles,
  kViewKeyCount,  // not a key: how many there are
};
// NOLINTEND(readability-identifier-naming)

struct ViewKeyName {
  ViewKey key;
  std::string_view name;
};

// The spelling of every key, in the order of their numbers.
std::span<const ViewKeyName> view_key_names();

}  // namespace errpress::render
