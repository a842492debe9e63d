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
using base::Span;

namespace {

constexpr std::array<std::string_view, 7> kBlockKinds = {"paragraph",  "bullets",  "steps",     "fields",
                                                         "subheading", "question", "references"};
class ArticleViewBuilder {
 public:
  ArticleViewBuilder(const ArticleViewInput& input, mustache::ViewArena& arena)
      : input_(input), article_(input.article), arena_(arena) {}

  mustache::Value build() {
    sort_disputes();
    make_references();
    const mustache::Value sections = make_sections();
    const auto& updated = article_.updated;
    return make_object(
        arena_,
        {{key("name"), known_text(text(article_.title.name))},
         {key("identifier"), known_text(input_.identifier)},
         {key("code"), code_view(article_.title.code, input_.source, arena_)},
         {key("message"), article_.message ? clean_text(text(*article_.message), arena_) : mustache::Value::null()},
         {key("updated"), updated && updated->date ? date_view(*updated->date, arena_) : mustache::Value::null()},
         {key("updated_text"), updated ? text_or_null(text(updated->text), arena_) : mustache::Value::null()},
         {key("path"), clean_text(input_.path, arena_)},
         {key("disputed"), mustache::Value::boolean(disputed_)},
         {key("findings"), findings_view(own_findings_, arena_)},
         {key("sections"), sections},
         {key("references"), mustache::Value::list(references_)},
         {key("faq"), mustache::Value::list(questions_.first(question_count_))},
         {key("see_also"), make_see_also()}});
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
      references_[i] = make_object(arena_, {{key("name"), text_or_null(text(reference.name), arena_)},
                                            {key("code"), code_view(reference.code, input_.source, arena_)},
                                            {key("description"), text_or_null(text(reference.description), arena_)},
                                            {key("text"), clean_text(text(reference.span), arena_)},
                                            {key("documented"), mustache::Value::boolean(documented)},
                                            {key("disputed"), mustache::Value::boolean(doubt.disputed)},
                                            {key("findings"), findings_view(doubt.findings, arena_)}});
    }
  }

  // The other articles that the references lead to, each once, without those in doubt.
  mustache::Value make_see_also() {
    const std::span<mustache::Value> names = arena_.make_values(article_.references.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < references_.size(); ++i) {
      const std::string_view name = text(article_.references[i].name);
      const bool usable = references_[i].find(key("documented"))->truth && !doubt_of(i).disputed;
      if (!usable || name == text(article_.title.name)) continue;
      const auto same = [&](const mustache::Value& other) { return other.as_text() == name; };
      if (std::none_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count), same)) {
        names[count++] = *references_[i].find(key("name"));
      }
    }
    const auto items = arena_.make_values(count);
    for (std::size_t i = 0; i < count; ++i) {
      items[i] =
          make_object(arena_, {{key("name"), names[i]}, {key("last"), mustache::Value::boolean(i + 1 == count)}});
    }
    return mustache::Value::list(items);
  }

  mustache::Value make_sections() {
    questions_ = arena_.make_values(count_questions());
    const auto sections = arena_.make_values(article_.sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const article::Section& section = article_.sections[i];
      sections[i] = make_object(arena_, {{key("heading"), text_or_null(text(section.heading), arena_)},
                                         {key("kind"), known_text(section_kind(section))},
                                         {key("blocks"), make_blocks(section.blocks)}});
    }
    return mustache::Value::list(sections);
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

  mustache::Value make_blocks(Range range) {
    const auto blocks = arena_.make_values(range.count);
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const std::uint32_t block = range.first + i;
      const bool first = i == 0 || article_.blocks[block - 1].kind == BlockKind::subheading;
      blocks[i] = make_block(article_.blocks[block], first);
    }
    return mustache::Value::list(blocks);
  }

  mustache::Value make_block(const Block& block, bool first) {
    mustache::Value text_value;
    mustache::Value items = mustache::Value::list({});
    mustache::Value references = mustache::Value::list({});
    mustache::Value question;
    mustache::Value answer;
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
        references = mustache::Value::list(references_.subspan(block.items.first, block.items.count));
        break;
      case BlockKind::question:
        question = clean_text(text(article_.items[block.items.first].text), arena_);
        answer = make_answer({block.items.first + 1, block.items.count - 1});
        questions_[question_count_++] = make_object(arena_, {{key("question"), question}, {key("answer"), answer}});
        break;
    }
    const auto is = [&](BlockKind kind) { return mustache::Value::boolean(block.kind == kind); };
    return make_object(
        arena_,
        {{key("kind"), mustache::Value::text(kBlockKinds[static_cast<std::size_t>(block.kind)], base::kNoTraits)},
         {key("first"), mustache::Value::boolean(first)},
         {key("is_paragraph"), is(BlockKind::paragraph)},
         {key("is_bullets"), is(BlockKind::bullets)},
         {key("is_steps"), is(BlockKind::steps)},
         {key("is_fields"), is(BlockKind::fields)},
         {key("is_subheading"), is(BlockKind::subheading)},
         {key("is_question"), is(BlockKind::question)},
         {key("is_references"), is(BlockKind::references)},
         {key("text"), text_value},
         {key("items"), items},
         {key("references"), references},
         {key("question"), question},
         {key("answer"), answer}});
  }

  mustache::Value make_items(Range range) {
    const auto items = arena_.make_values(range.count);
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const Item& item = article_.items[range.first + i];
      items[i] = make_object(arena_, {{key("label"), text_or_null(text(item.label), arena_)},
                                      {key("text"), clean_text(text(item.text), arena_)},
                                      {key("number"), mustache::Value::number(i + 1)}});
    }
    return mustache::Value::list(items);
  }

  // The lines of an answer, put together with spaces; null where there is none.
  mustache::Value make_answer(Range lines) {
    if (lines.count == 0) return mustache::Value::null();
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
  mustache::ViewArena& arena_;
  std::vector<Doubt> doubts_;  // of each reference; empty where none is in doubt
  std::vector<const lint::Diagnostic*> own_findings_;
  bool disputed_ = false;
  std::span<mustache::Value> references_;
  std::span<mustache::Value> questions_;
  std::size_t question_count_ = 0;
};

}  // namespace

mustache::Value make_article_view(const ArticleViewInput& input, mustache::ViewArena& arena) {
  return ArticleViewBuilder(input, arena).build();
}

}  // namespace errpress::render
