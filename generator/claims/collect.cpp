#include "claims/collect.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "article/labels.h"
#include "base/name.h"
#include "claims/field_reader.h"
#include "claims/prose_reader.h"

namespace errpress::claims {

using article::Article;
using article::Block;
using article::BlockKind;
using article::DialectSection;
using article::Item;
using article::Reference;
using article::Section;
using article::SectionRole;

namespace {

class Collector {
 public:
  Collector(const Article& article, std::string_view source, const article::Dialect& dialect, const KnownNames& known,
            std::vector<Claim>& claims)
      : article_(article),
        source_(source),
        dialect_(dialect),
        claims_(claims),
        names_(dialect, known),
        prose_(article, source, names_, claims),
        fields_(article, source, dialect, names_, prose_, claims) {}

  void run() {
    claims_.reserve(1 + article_.references.size());
    const bool has_title = article_.title.readable();
    if (has_title) add_title();
    if (article_.message) prose_.read(*article_.message);
    for (const Section& section : article_.sections) add_section(section);
    add_field_name();
    for (Claim& claim : claims_) finish(claim);
    std::sort(claims_.begin() + (has_title ? 1 : 0), claims_.end(), precedes);
  }

 private:
  // A reference without a name can begin at the same offset as a code in its description; the reference is ordered
  // first.
  static bool precedes(const Claim& a, const Claim& b) {
    return std::tie(a.span.begin, a.origin) < std::tie(b.span.begin, b.origin);
  }

  void add_title() {
    const article::Title& title = article_.title;
    Claim claim{.span = title.span, .name_span = title.name, .code = title.code};
    claim.grade = Grade::title;
    claims_.push_back(claim);
  }

  void add_section(const Section& section) {
    const Block* before = nullptr;
    Span head;
    for (const Block& block : std::span(article_.blocks).subspan(section.blocks.first, section.blocks.count)) {
      head = table_head(block, before, head);
      prose_.set_table_head(head);
      add_block(block, section, before);
      before = &block;
    }
  }

  Span text_of(const Block& block) const { return article_.items[block.items.first].text; }

  // The first row of the table that a block is, or is a row of; empty if it is none. `head` is that of the block
  // before. A row of dashes makes the one before it the head of a new table.
  Span table_head(const Block& block, const Block* before, Span head) const {
    if (block.kind != BlockKind::paragraph) return {};
    const Span text = text_of(block);
    if (text.empty() || source_[text.begin] != '|') return {};
    const std::string_view rows = text.of(source_);
    if (head.empty() || rows.find_first_of("\r\n") != std::string_view::npos) return text;
    const bool dashes = rows.find_first_not_of("|-: \t") == std::string_view::npos;
    return dashes ? text_of(*before) : head;
  }

  // `before` is the section's previous block, or null.
  void add_block(const Block& block, const Section& section, const Block* before) {
    if (block.kind == BlockKind::subheading) return;
    if (block.kind == BlockKind::references) {
      const auto references = std::span(article_.references).subspan(block.items.first, block.items.count);
      for (const Reference& reference : references) add_reference(reference);
      return;
    }
    const auto items = std::span(article_.items).subspan(block.items.first, block.items.count);
    if (block.kind == BlockKind::question && prose_.names_another(items.front().text)) return read_answer(items);
    const bool own_fields = has_own_fields(block, items, section);
    const Span subject = block.kind == BlockKind::paragraph ? continued_reference(before) : Span{};
    for (const Item& item : items) {
      if (!own_fields || !fields_.read(item)) prose_.read(article::with_label(item), subject);
    }
  }

  // The question is about another error, so "it" in the answer means that.
  void read_answer(std::span<const Item> items) {
    for (const Item& item : items) prose_.read_about_another(article::with_label(item));
  }

  // Whether fields of the block describe the article's own error: those before the first heading and in sections with
  // own_fields do, and elsewhere those of a list that names the error ("Error Name:").
  bool has_own_fields(const Block& block, std::span<const Item> items, const Section& section) const {
    const DialectSection* known = dialect_section(section);
    if (known != nullptr && known->role != SectionRole::prose) return false;
    if (section.heading.empty() || (known != nullptr && known->own_fields)) return true;
    return block.kind == BlockKind::fields && !fields_.repeat_a_label(items) && fields_.name_own_error(items);
  }

  const DialectSection* dialect_section(const Section& section) const {
    return section.dialect_section ? &dialect_.sections()[*section.dialect_section] : nullptr;
  }

  // The name that the code of a line such as "(4, 0x4): ..." belongs to: that of the entry in the line before, if it
  // has neither a code nor a description.
  Span continued_reference(const Block* before) const {
    if (before == nullptr || before->kind != BlockKind::references) return {};
    const Reference& entry = article_.references[before->items.first + before->items.count - 1];
    return entry.code.written() || !entry.description.empty() ? Span{} : entry.name;
  }

  // A code in a description belongs to its entry if that has no code in parentheses.
  void add_reference(const Reference& reference) {
    Claim claim{.span = reference.span, .name_span = reference.name, .code = reference.code};
    claim.grade = Grade::entry;
    claim.flaw = reference.flaw;
    claim.family = reference.family;
    claim.fault = reference.fault;
    claim.fault_at = reference.fault_at;
    claim.fault_digits = reference.fault_digits;
    claim.described = !reference.description.empty();
    claims_.push_back(claim);
    if (reference.code.written()) add_second_code(reference);
    if (reference.code.written()) {
      prose_.read_about_another(reference.description);
    } else {
      prose_.read(reference.description, reference.name);
    }
  }

  // "NAME (170, 0xAA, HRESULT 0x800700AA)": the code in another family is a claim of its own.
  void add_second_code(const Reference& reference) {
    const Span bracket = reference.parenthesis;
    const base::Span first = reference.code.span();
    if (bracket.empty() || bracket.end <= first.end) return;
    const std::uint32_t second = base::second_code(source_, bracket);
    if (second == bracket.end) return;
    const base::CodeText code = base::read_code_text(source_, {second, bracket.end});
    if (code.kind != base::CodeTextKind::code) return;
    Claim claim{.span = {reference.name.begin, code.code.span().end}, .name_span = reference.name, .code = code.code};
    claim.grade = Grade::bracket;
    claim.family = code.family;
    claims_.push_back(claim);
  }

  // A field "Error Name:" gives the code of the title to its name. Without a readable title, the name in it, or else
  // the field, is that of the article's own error.
  void add_field_name() {
    const Span span = fields_.name();
    const std::string_view name = span.of(source_);
    const article::Title& title = article_.title;
    if (!title.readable()) {
      for (Claim& claim : claims_) {
        if (claim.own) claim.name_span = title.name.empty() ? span : title.name;
      }
      return;
    }
    if (name == title.name.of(source_) || !may_be_name(name)) return;
    Claim claim{.span = span, .name_span = span, .code = title.code.mismatched() ? base::Code{} : title.code};
    claim.grade = Grade::field;
    claim.implied = true;
    if (claim.code.decimal.written()) claim.code.decimal.span = span;
    if (claim.code.hex.written()) claim.code.hex.span = span;
    claims_.push_back(claim);
  }

  // Whether the value of a field "Error Name:" is meant as a name: it has capitals only, an underscore, or nothing
  // wrong but its letter case.
  bool may_be_name(std::string_view word) const {
    if (word.size() < 3) return false;
    const bool capitals = std::none_of(word.begin(), word.end(), base::is_lower);
    return capitals || word.find('_') != std::string_view::npos || names_.is_known_in_capitals(word);
  }

  void finish(Claim& claim) const {
    claim.origin = origin_of(claim.grade);
    const base::Code& code = claim.code;
    if (!code.decimal.written() || !code.hex.written()) return;
    const std::uint32_t begin = std::min(code.decimal.span.end, code.hex.span.end);
    const std::uint32_t end = std::max(code.decimal.span.begin, code.hex.span.begin);
    if (end <= begin || end - begin > claim.between.size()) return;
    std::copy(source_.begin() + begin, source_.begin() + end, claim.between.begin());
  }

  const Article& article_;
  std::string_view source_;
  const article::Dialect& dialect_;
  std::vector<Claim>& claims_;
  Names names_;
  ProseReader prose_;
  FieldReader fields_;
};

}  // namespace

void collect(const Article& article, std::string_view source, const article::Dialect& dialect, const KnownNames& known,
             std::vector<Claim>& out) {
  out.clear();
  Collector(article, source, dialect, known, out).run();
}

}  // namespace errpress::claims
