#include "render/template/view_keys.h"

#include <array>
#include <cstddef>

namespace errpress::render {

namespace {

constexpr auto kNames = std::to_array<ViewKeyName>({
    {kKeyViewVersion, "view_version"},
    {kKeyArticles, "articles"},
    {kKeyByCode, "by_code"},
    {kKeyAliases, "aliases"},
    {kKeyArticleCount, "article_count"},
    {kKeyName, "name"},
    {kKeyIdentifier, "identifier"},
    {kKeyCode, "code"},
    {kKeyValue, "value"},
    {kKeyDecimal, "decimal"},
    {kKeyHex, "hex"},
    {kKeyMessage, "message"},
    {kKeyUpdated, "updated"},
    {kKeyUpdatedText, "updated_text"},
    {kKeyPath, "path"},
    {kKeySections, "sections"},
    {kKeyHeading, "heading"},
    {kKeyKind, "kind"},
    {kKeyBlocks, "blocks"},
    {kKeyIsParagraph, "is_paragraph"},
    {kKeyIsBullets, "is_bullets"},
    {kKeyIsSteps, "is_steps"},
    {kKeyIsFields, "is_fields"},
    {kKeyIsSubheading, "is_subheading"},
    {kKeyIsQuestion, "is_question"},
    {kKeyIsReferences, "is_references"},
    {kKeyText, "text"},
    {kKeyItems, "items"},
    {kKeyLabel, "label"},
    {kKeyNumber, "number"},
    {kKeyQuestion, "question"},
    {kKeyAnswer, "answer"},
    {kKeyReferences, "references"},
    {kKeyDescription, "description"},
    {kKeyDocumented, "documented"},
    {kKeyDisputed, "disputed"},
    {kKeyFindings, "findings"},
    {kKeyRule, "rule"},
    {kKeyNotes, "notes"},
    {kKeyFaq, "faq"},
    {kKeySeeAlso, "see_also"},
    {kKeyFirst, "first"},
    {kKeyLast, "last"},
    {kKeySegments, "segments"},
    {kKeyStrings, "strings"},
    {kKeyIndex, "index"},
    {kKeySegment, "segment"},
    {kKeySegmentSize, "segment_size"},
    {kKeyOffset, "offset"},
    {kKeySize, "size"},
    {kKeyNameAt, "name_at"},
    {kKeyMessageAt, "message_at"},
    {kKeyAliasOf, "alias_of"},
    {kKeySeverity, "severity"},
    {kKeyHasArticles, "has_articles"},
});

constexpr bool in_step() {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].key != i) return false;
  }
  return true;
}

static_assert(kNames.size() == kViewKeyCount, "every key of ViewKey needs a spelling");
static_assert(in_step(), "the spellings stand in the order of ViewKey");

}  // namespace

std::span<const ViewKeyName> view_key_names() { return kNames; }

}  // namespace errpress::render
