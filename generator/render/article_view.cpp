#include "render/article_view.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "article/labels.h"
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

// Whether lists are built eagerly, or item by item while they are iterated.
enum class Lists : bool { whole, lazy };

// With lazy lists the builder must outlive the view.
class ArticleViewBuilder {
 public:
  ArticleViewBuilder(const ArticleViewInput& input, mustache::ViewArena& arena, Lists lists)
      : input_(input), article_(input.article), arena_(arena), lists_(lists) {}

  mustache::Value build() {
    sort_disputes();
    const auto reference_count = static_cast<std::uint32_t>(article_.references.size());
    if (lists_ == Lists::whole) references_ = make_values<&ArticleViewBuilder::make_reference>({0, reference_count});
    find_questions();
    const mustache::Value sections =
        make_list<&ArticleViewBuilder::make_section>({0, static_cast<std::uint32_t>(article_.sections.size())});
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
         {key("references"), make_references({0, reference_count})},
         {key("faq"), make_faq()},
         {key("see_also"), make_see_also()}});
  }

 private:
  struct Doubt {
    bool disputed = false;
    std::vector<const lint::Diagnostic*> findings;
  };

  // Makes the item at index `at` of one of the article's arrays; `first` is the index at which the item's list begins.
  using MakeItem = mustache::Value (ArticleViewBuilder::*)(std::uint32_t at, std::uint32_t first);

  template <MakeItem make_item>
  class Items final : public mustache::LazyItems {
   public:
    Items(ArticleViewBuilder& builder, std::uint32_t first)
        : LazyItems(builder.arena_), builder_(builder), first_(first) {}
    mustache::Value make(std::uint32_t index) const override { return (builder_.*make_item)(first_ + index, first_); }

   private:
    ArticleViewBuilder& builder_;
    std::uint32_t first_;
  };

  template <MakeItem make_item>
  std::span<mustache::Value> make_values(Range range) {
    const auto values = arena_.make_values(range.count);
    for (std::uint32_t i = 0; i < range.count; ++i) values[i] = (this->*make_item)(range.first + i, range.first);
    return values;
  }

  template <MakeItem make_item>
  mustache::Value make_list(Range range) {
    if (lists_ == Lists::whole || range.count == 0) return mustache::Value::list(make_values<make_item>(range));
    return mustache::Value::lazy_list(arena_.make<Items<make_item>>(*this, range.first), range.count);
  }

  std::string_view text(Span span) const { return span.of(input_.source); }

  const Doubt& doubt_of(std::size_t reference) const {
    static const Doubt kNone;
    return doubts_.empty() ? kNone : doubts_[reference];
  }

  static void add(const Dispute& dispute, Doubt& doubt) {
    doubt.disputed = true;
    if (dispute.listed) add_once(doubt.findings, dispute.diagnostic);
  }

  // A dispute belongs to the reference or, in prose, to the item that contains it, otherwise to the article. A claim to
  // this title's code in another article does not make the title disputed.
  void sort_disputes() {
    if (!input_.disputes.empty()) doubts_.resize(article_.references.size());
    for (const Dispute& dispute : input_.disputes) {
      if (const auto reference = reference_at(dispute.span)) {
        add(dispute, doubts_[*reference]);
      } else if (const auto item = dispute.in_prose ? item_at(dispute.span) : std::nullopt) {
        add(dispute, item_doubts_[*item]);
      } else if (dispute.own || !article_.title.span.contains(dispute.span)) {
        disputed_ = true;
        if (dispute.listed) add_once(own_findings_, dispute.diagnostic);
      }
    }
  }

  // The reference that contains `span`. References are ordered by span.
  std::optional<std::size_t> reference_at(Span span) const {
    const auto& references = article_.references;
    const auto after = std::upper_bound(references.begin(), references.end(), span.begin,
                                        [](auto place, const Reference& next) { return place < next.span.begin; });
    if (after == references.begin() || !(after - 1)->span.contains(span)) return std::nullopt;
    return static_cast<std::size_t>(after - 1 - references.begin());
  }

  // The item that contains `span`. Items are ordered by their texts.
  std::optional<std::uint32_t> item_at(Span span) const {
    const auto& items = article_.items;
    const auto after = std::upper_bound(items.begin(), items.end(), span.begin, [](auto place, const Item& next) {
      return place < article::with_label(next).begin;
    });
    if (after == items.begin() || !article::with_label(*(after - 1)).contains(span)) return std::nullopt;
    return static_cast<std::uint32_t>(after - 1 - items.begin());
  }

  // What is in doubt of the items in `range`.
  Doubt doubt_of_items(Range range) const {
    Doubt doubt;
    const auto end = item_doubts_.lower_bound(range.first + range.count);
    for (auto item = item_doubts_.lower_bound(range.first); item != end; ++item) {
      doubt.disputed = true;
      for (const lint::Diagnostic* finding : item->second.findings) add_once(doubt.findings, finding);
    }
    return doubt;
  }

  bool is_documented(const Reference& reference) const {
    return !reference.name.empty() && !input_.index.articles_named(text(reference.name)).empty();
  }

  mustache::Value make_reference(std::uint32_t at, std::uint32_t) {
    const Reference& reference = article_.references[at];
    const Doubt& doubt = doubt_of(at);
    return make_object(arena_, {{key("name"), text_or_null(text(reference.name), arena_)},
                                {key("code"), code_view(reference.code, input_.source, arena_)},
                                {key("description"), text_or_null(text(reference.description), arena_)},
                                {key("text"), clean_text(text(reference.span), arena_)},
                                {key("documented"), mustache::Value::boolean(is_documented(reference))},
                                {key("disputed"), mustache::Value::boolean(doubt.disputed)},
                                {key("findings"), findings_view(doubt.findings, arena_)}});
  }

  mustache::Value make_references(Range range) {
    if (lists_ == Lists::lazy) return make_list<&ArticleViewBuilder::make_reference>(range);
    return mustache::Value::list(references_.subspan(range.first, range.count));
  }

  // The other articles that the references refer to, each once, without disputed ones.
  mustache::Value make_see_also() {
    const std::span<mustache::Value> names =
        arena_.make_values(std::min(article_.references.size(), input_.index.articles().size()));
    std::size_t count = 0;
    for (std::size_t i = 0; i < article_.references.size(); ++i) {
      const std::string_view name = text(article_.references[i].name);
      const bool documented =
          references_.empty() ? is_documented(article_.references[i]) : references_[i].find(key("documented"))->truth;
      if (!documented || doubt_of(i).disputed || name == text(article_.title.name)) continue;
      const auto same = [&](const mustache::Value& other) { return other.as_text() == name; };
      if (std::none_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count), same)) {
        names[count++] = known_text(name);
      }
    }
    const auto items = arena_.make_values(count);
    for (std::size_t i = 0; i < count; ++i) {
      items[i] =
          make_object(arena_, {{key("name"), names[i]}, {key("last"), mustache::Value::boolean(i + 1 == count)}});
    }
    return mustache::Value::list(items);
  }

  mustache::Value make_section(std::uint32_t at, std::uint32_t) {
    const article::Section& section = article_.sections[at];
    return make_object(arena_, {{key("heading"), text_or_null(text(section.heading), arena_)},
                                {key("kind"), known_text(section_kind(section))},
                                {key("blocks"), make_list<&ArticleViewBuilder::make_block>(section.blocks)}});
  }

  std::string_view section_kind(const article::Section& section) const {
    if (section.dialect_section) return input_.dialect.sections()[*section.dialect_section].kind;
    return section.heading.empty() ? "preamble" : "unknown";
  }

  mustache::Value make_block(std::uint32_t at, std::uint32_t section_begin) {
    const Block& block = article_.blocks[at];
    const bool first = at == section_begin || article_.blocks[at - 1].kind == BlockKind::subheading;
    mustache::Value text_value;
    mustache::Value items = mustache::Value::list({});
    mustache::Value references = mustache::Value::list({});
    mustache::Value question;
    mustache::Value answer;
    Doubt doubt;
    switch (block.kind) {
      case BlockKind::paragraph:
      case BlockKind::subheading:
        if (!item_doubts_.empty()) doubt = doubt_of_items(block.items);
        text_value = clean_text(text(article_.items[block.items.first].text), arena_);
        break;
      case BlockKind::bullets:
      case BlockKind::steps:
      case BlockKind::fields:
        items = make_list<&ArticleViewBuilder::make_item>(block.items);
        break;
      case BlockKind::references:
        references = make_references(block.items);
        break;
      case BlockKind::question:
        if (!item_doubts_.empty()) doubt = doubt_of_items(block.items);
        question = clean_text(text(article_.items[block.items.first].text), arena_);
        answer = make_answer({block.items.first + 1, block.items.count - 1});
        if (lists_ == Lists::whole) {
          questions_[question_count_++] = make_object(arena_, {{key("question"), question}, {key("answer"), answer}});
        }
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
         {key("answer"), answer},
         {key("disputed"), mustache::Value::boolean(doubt.disputed)},
         {key("findings"), findings_view(doubt.findings, arena_)}});
  }

  mustache::Value make_item(std::uint32_t at, std::uint32_t first) {
    const Item& item = article_.items[at];
    const Doubt doubt = item_doubts_.empty() ? Doubt() : doubt_of_items({at, 1});
    return make_object(arena_, {{key("label"), text_or_null(text(item.label), arena_)},
                                {key("text"), clean_text(text(item.text), arena_)},
                                {key("number"), mustache::Value::number(at - first + 1)},
                                {key("disputed"), mustache::Value::boolean(doubt.disputed)},
                                {key("findings"), findings_view(doubt.findings, arena_)}});
  }

  // An eager list of questions is filled while their blocks are made; a lazy one stores the indexes of the blocks.
  void find_questions() {
    std::size_t count = 0;
    for (std::uint32_t at = 0; at < article_.blocks.size(); ++at) {
      if (article_.blocks[at].kind != BlockKind::question) continue;
      ++count;
      if (lists_ == Lists::lazy) question_blocks_.push_back(at);
    }
    if (lists_ == Lists::whole) questions_ = arena_.make_values(count);
  }

  mustache::Value make_question(std::uint32_t at, std::uint32_t) {
    const Range items = article_.blocks[question_blocks_[at]].items;
    return make_object(arena_, {{key("question"), clean_text(text(article_.items[items.first].text), arena_)},
                                {key("answer"), make_answer({items.first + 1, items.count - 1})}});
  }

  mustache::Value make_faq() {
    if (lists_ == Lists::whole) return mustache::Value::list(questions_.first(question_count_));
    return make_list<&ArticleViewBuilder::make_question>({0, static_cast<std::uint32_t>(question_blocks_.size())});
  }

  // The lines of an answer, joined with spaces; null if there are none.
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

  const ArticleViewInput input_;
  const article::Article& article_;
  mustache::ViewArena& arena_;
  const Lists lists_;
  std::vector<Doubt> doubts_;                   // per reference; empty if the article has no disputes
  std::map<std::uint32_t, Doubt> item_doubts_;  // by the index of the item
  std::vector<const lint::Diagnostic*> own_findings_;
  bool disputed_ = false;
  std::span<mustache::Value> references_;  // for whole lists
  std::span<mustache::Value> questions_;   // for whole lists
  std::size_t question_count_ = 0;
  std::vector<std::uint32_t> question_blocks_;  // for lazy lists
};

}  // namespace

mustache::Value make_article_view(const ArticleViewInput& input, mustache::ViewArena& arena) {
  if (input.source.size() < input.lazy_from) return ArticleViewBuilder(input, arena, Lists::whole).build();
  const auto builder = std::make_shared<ArticleViewBuilder>(input, arena, Lists::lazy);
  arena.keep(builder);
  return builder->build();
}

}  // namespace errpress::render
