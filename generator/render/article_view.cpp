#include "render/article_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "render/view_parts.h"

namespace errpress::render {

using article::Block;
using article::BlockKind;
using article::Item;
using article::Range;
using article::Reference;
using text::Span;

namespace {

constexpr std::array<std::string_view, 7> kBlockKinds = {"paragraph",  "bullets",  "steps",     "fields",
                                                         "subheading", "question", "references"};
class ArticleViewBuilder {
 public:
  ArticleViewBuilder(const ArticleViewInput& input, ViewArena& arena)
      : input_(input), article_(input.article), arena_(arena) {}

  Value build() {
    sort_disputes();
    make_references();
    const Value sections = make_sections();
    const auto& updated = article_.updated;
    return make_object(arena_,
                       {{kKeyName, known_text(text(article_.title.name))},
                        {kKeyIdentifier, known_text(input_.identifier)},
                        {kKeyCode, code_view(article_.title.code, input_.source, arena_)},
                        {kKeyMessage, article_.message ? clean_text(text(*article_.message), arena_) : Value::null()},
                        {kKeyUpdated, updated && updated->date ? date_view(*updated->date, arena_) : Value::null()},
                        {kKeyUpdatedText, updated ? text_or_null(text(updated->text), arena_) : Value::null()},
                        {kKeyPath, clean_text(input_.path, arena_)},
                        {kKeyDisputed, Value::boolean(disputed_)},
                        {kKeyFindings, findings_view(own_findings_, arena_)},
                        {kKeySections, sections},
                        {kKeyReferences, Value::list(references_)},
                        {kKeyFaq, Value::list(questions_.first(question_count_))},
                        {kKeySeeAlso, make_see_also()}});
  }

 private:
  struct Doubt {
    bool disputed = false;
    std::vector<const lint::Diagnostic*> findings;
  };

  std::string_view text(Span span) const { return span.of(input_.source); }

  const Doubt& doubt_of(std::size_t reference) const {
    static const Doubt kNone;
    return doubts_.empty() ? kNone : doubts_[reference];
  }

  // A dispute belongs to the reference it lies in, otherwise to the article. That another article makes a claim on this
  // title's code does not put the title in doubt.
  void sort_disputes() {
    if (!input_.disputes.empty()) doubts_.resize(article_.references.size());
    for (const Dispute& dispute : input_.disputes) {
      if (const auto reference = reference_at(dispute.span)) {
        doubts_[*reference].disputed = true;
        if (dispute.listed) add_once(doubts_[*reference].findings, dispute.diagnostic);
      } else if (dispute.own || !article_.title.span.contains(dispute.span)) {
        disputed_ = true;
        if (dispute.listed) add_once(own_findings_, dispute.diagnostic);
      }
    }
  }

  // The reference that `span` lies in. References stand in the order of their spans.
  std::optional<std::size_t> reference_at(Span span) const {
    const auto& references = article_.references;
    const auto after = std::upper_bound(references.begin(), references.end(), span.begin,
                                        [](auto place, const Reference& next) { return place < next.span.begin; });
    if (after == references.begin() || !(after - 1)->span.contains(span)) return std::nullopt;
    return static_cast<std::size_t>(after - 1 - references.begin());
  }

  void make_references() {
    const std::size_t count = article_.references.size();
    references_ = arena_.make_values(count);
    for (std::size_t i = 0; i < count; ++i) {
      const Reference& reference = article_.references[i];
      const Doubt& doubt = doubt_of(i);
      const bool documented = !reference.name.empty() && !input_.index.articles_named(text(reference.name)).empty();
      references_[i] = make_object(arena_, {{kKeyName, text_or_null(text(reference.name), arena_)},
                                            {kKeyCode, code_view(reference.code, input_.source, arena_)},
                                            {kKeyDescription, text_or_null(text(reference.description), arena_)},
                                            {kKeyText, clean_text(text(reference.span), arena_)},
                                            {kKeyDocumented, Value::boolean(documented)},
                                            {kKeyDisputed, Value::boolean(doubt.disputed)},
                                            {kKeyFindings, findings_view(doubt.findings, arena_)}});
    }
  }

  // The other articles that the references lead to, each once, without those in doubt.
  Value make_see_also() {
    const std::span<Value> names = arena_.make_values(article_.references.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < references_.size(); ++i) {
      const std::string_view name = text(article_.references[i].name);
      const bool usable = references_[i].find(kKeyDocumented)->truth && !doubt_of(i).disputed;
      if (!usable || name == text(article_.title.name)) continue;
      const auto same = [&](const Value& other) { return other.as_text() == name; };
      if (std::none_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count), same)) {
        names[count++] = *references_[i].find(kKeyName);
      }
    }
    const auto items = arena_.make_values(count);
    for (std::size_t i = 0; i < count; ++i) {
      items[i] = make_object(arena_, {{kKeyName, names[i]}, {kKeyLast, Value::boolean(i + 1 == count)}});
    }
    return Value::list(items);
  }

  Value make_sections() {
    questions_ = arena_.make_values(count_questions());
    const auto sections = arena_.make_values(article_.sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const article::Section& section = article_.sections[i];
      sections[i] = make_object(arena_, {{kKeyHeading, text_or_null(text(section.heading), arena_)},
                                         {kKeyKind, known_text(section_kind(section))},
                                         {kKeyBlocks, make_blocks(section.blocks)}});
    }
    return Value::list(sections);
  }

  std::size_t count_questions() const {
    return static_cast<std::size_t>(
        std::count_if(article_.blocks.begin(), article_.blocks.end(),
                      [](const Block& block) { return block.kind == BlockKind::question; }));
  }

  std::string_view section_kind(const article::Section& section) const {
    if (section.dialect_section) return input_.dialect.sections()[*section.dialect_section].kind;
    return section.heading.empty() ? "preamble" : "unknown";
  }

  Value make_blocks(Range range) {
    const auto blocks = arena_.make_values(range.count);
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const std::uint32_t block = range.first + i;
      const bool first = i == 0 || article_.blocks[block - 1].kind == BlockKind::subheading;
      blocks[i] = make_block(article_.blocks[block], first);
    }
    return Value::list(blocks);
  }

  Value make_block(const Block& block, bool first) {
    Value text_value;
    Value items = Value::list({});
    Value references = Value::list({});
    Value question;
    Value answer;
    switch (block.kind) {
      case BlockKind::paragraph:
      case BlockKind::subheading:
        text_value = clean_text(text(article_.items[block.items.first].text), arena_);
        break;
      case BlockKind::bullets:
      case BlockKind::steps:
      case BlockKind::fields:
        items = make_items(block.items);
        break;
      case BlockKind::references:
        references = Value::list(references_.subspan(block.items.first, block.items.count));
        break;
      case BlockKind::question:
        question = clean_text(text(article_.items[block.items.first].text), arena_);
        answer = make_answer({block.items.first + 1, block.items.count - 1});
        questions_[question_count_++] = make_object(arena_, {{kKeyQuestion, question}, {kKeyAnswer, answer}});
        break;
    }
    const auto is = [&](BlockKind kind) { return Value::boolean(block.kind == kind); };
    return make_object(arena_, {{kKeyKind, Value::text(kBlockKinds[static_cast<std::size_t>(block.kind)], kNoTraits)},
                                {kKeyFirst, Value::boolean(first)},
                                {kKeyIsParagraph, is(BlockKind::paragraph)},
                                {kKeyIsBullets, is(BlockKind::bullets)},
                                {kKeyIsSteps, is(BlockKind::steps)},
                                {kKeyIsFields, is(BlockKind::fields)},
                                {kKeyIsSubheading, is(BlockKind::subheading)},
                                {kKeyIsQuestion, is(BlockKind::question)},
                                {kKeyIsReferences, is(BlockKind::references)},
                                {kKeyText, text_value},
                                {kKeyItems, items},
                                {kKeyReferences, references},
                                {kKeyQuestion, question},
                                {kKeyAnswer, answer}});
  }

  Value make_items(Range range) {
    const auto items = arena_.make_values(range.count);
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const Item& item = article_.items[range.first + i];
      items[i] = make_object(arena_, {{kKeyLabel, text_or_null(text(item.label), arena_)},
                                      {kKeyText, clean_text(text(item.text), arena_)},
                                      {kKeyNumber, Value::number(i + 1)}});
    }
    return Value::list(items);
  }

  // The lines of an answer, put together with spaces; null where there is none.
  Value make_answer(Range lines) {
    if (lines.count == 0) return Value::null();
    if (lines.count == 1) return text_or_null(text(article_.items[lines.first].text), arena_);
    std::string joined;
    for (std::uint32_t i = 0; i < lines.count; ++i) {
      if (i != 0) joined += ' ';
      joined += text(article_.items[lines.first + i].text);
    }
    return clean_text(arena_.copy(joined), arena_);
  }

  const ArticleViewInput& input_;
  const article::Article& article_;
  ViewArena& arena_;
  std::vector<Doubt> doubts_;  // of each reference; empty where none is in doubt
  std::vector<const lint::Diagnostic*> own_findings_;
  bool disputed_ = false;
  std::span<Value> references_;
  std::span<Value> questions_;
  std::size_t question_count_ = 0;
};

}  // namespace

Value make_article_view(const ArticleViewInput& input, ViewArena& arena) {
  return ArticleViewBuilder(input, arena).build();
}

}  // namespace errpress::render
