#include <fmt/format.h>

#include <vector>

#include "article/line_reader.h"
#include "base/code_text.h"
#include "base/name.h"
#include "claims/collect.h"
#include "support/article_properties.h"

namespace errpress::tests {

using article::Article;
using article::Block;
using article::BlockKind;
using article::Item;
using article::Reference;
using article::Section;
using article::SectionRole;
using base::Code;
using base::Span;

namespace {

class StructureCheck {
 public:
  StructureCheck(const Article& article, std::string_view source, const article::Dialect& dialect)
      : article_(article), source_(source), dialect_(dialect), covered_(source.size(), false) {}

  std::string run() && {
    check_head();
    for (const Section& section : article_.sections) check_section(section);
    expect(blocks_ == article_.blocks.size(), "a block belongs to no section", {});
    expect(items_ == article_.items.size(), "an item belongs to no block", {});
    expect(references_ == article_.references.size(), "a reference belongs to no block", {});
    if (fault_.empty()) check_claims();
    if (fault_.empty()) check_coverage();
    return std::move(fault_);
  }

 private:
  // Keeps the first fault, which often brings the others with it.
  void expect(bool holds, std::string_view fault, Span where) { expect(holds, "", fault, where); }
  void expect(bool holds, std::string_view what, std::string_view fault, Span where) {
    if (!holds && fault_.empty()) fault_ = fmt::format("{}{} at {}-{}", what, fault, where.begin, where.end);
  }

  // A node that stands for itself: behind the nodes before it, and on one line unless it may be wrapped.
  void check_node(Span span, std::string_view what, bool may_wrap = false) {
    expect(span.begin < span.end && span.end <= source_.size(), what, " outside of the source", span);
    if (!fault_.empty()) return;
    const std::string_view text = span.of(source_);
    expect(may_wrap || text.find_first_of("\r\n") == std::string_view::npos, what, " across a line end", span);
    expect(!base::is_blank(text.front()) && !base::is_blank(text.back()), what, " not trimmed", span);
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      expect(!covered_[at], what, " over another node", span);
      covered_[at] = true;
    }
  }

  void check_ordered_node(Span span, std::string_view what, bool may_wrap = false) {
    check_node(span, what, may_wrap);
    expect(span.begin >= last_, what, " before the node that precedes it", span);
    last_ = span.end;
  }

  // A part that may be missing, behind the parts before it; returns where the next may begin.
  std::uint32_t check_part(Span parent, std::uint32_t after, Span part, std::string_view what) {
    if (part.empty()) return after;
    expect(parent.contains(part), what, " outside of its node", part);
    expect(part.begin >= after, what, " before the part that precedes it", part);
    return part.end;
  }

  void check_code(Span parent, const Code& code) {
    if (code.decimal.written()) {
      expect(parent.contains(code.decimal.span), "decimal outside of its node", code.decimal.span);
      if (!fault_.empty()) return;
      const base::NumberToken token = read(code.decimal.span);
      expect(token.is_number && token.number.value == code.decimal.value, "decimal with another value",
             code.decimal.span);
    }
    if (code.hex.written()) {
      expect(parent.contains(code.hex.span), "hex outside of its node", code.hex.span);
      if (!fault_.empty()) return;
      const base::NumberToken token =
          code.hex.notation.prefix ? read(code.hex.span) : base::read_bare_hex(source_, code.hex.span);
      expect(token.is_number && token.number.value == code.hex.value, "hex with another value", code.hex.span);
    }
  }

  bool is_name(Span name) const { return dialect_.names().size_at(name.of(source_)) == name.size(); }
  base::NumberToken read(Span number) const { return base::read_number(source_, number.begin, number.end); }

  void check_head() {
    const article::Title& title = article_.title;
    if (!title.span.empty()) check_ordered_node(title.span, "title");
    check_part(title.span, title.span.begin, title.name, "title's name");
    expect(title.name.empty() || is_name(title.name), "title's name is no name", title.name);
    check_code(title.span, title.code);
    check_part(title.span, title.span.begin, title.message, "title's message");
    expect(!title.readable() || !title.name.empty(), "part of the title missing", title.span);
    expect(!title.readable() || title.code.written() || dialect_.code_need() != article::CodeNeed::required,
           "code of the title missing", title.span);
    if (!title.message.empty()) return check_updated();
    if (article_.message) check_ordered_node(*article_.message, "message", true);
    check_updated();
  }

  void check_updated() {
    if (!article_.updated) return;
    check_node(article_.updated->span, "date line");  // may stand among the lines of the preamble
    check_part(article_.updated->span, article_.updated->span.begin, article_.updated->text, "date");
  }

  void check_section(const Section& section) {
    if (section.heading.empty()) {
      expect(&section == &article_.sections.front(), "a later section without heading", section.heading);
      expect(!section.dialect_section, "preamble known to the dialect", section.heading);
    } else {
      check_ordered_node(section.line, "heading");
      check_part(section.line, section.line.begin, section.heading, "heading's text");
      if (!fault_.empty()) return;
      const auto heading = dialect_.find_heading(section.line.of(source_));
      expect(heading.has_value() == section.dialect_section.has_value() &&
                 (!heading || (heading->section == section.dialect_section && heading->misspelt == section.misspelt)),
             "heading of another section", section.heading);
    }
    expect(section.blocks.first == blocks_, "blocks out of order", section.heading);
    blocks_ += section.blocks.count;
    expect(blocks_ <= article_.blocks.size(), "blocks that are not there", section.heading);
    if (!fault_.empty()) return;
    for (std::uint32_t i = 0; i < section.blocks.count; ++i) {
      check_block(article_.blocks[section.blocks.first + i], section);
    }
  }

  void check_block(const Block& block, const Section& section) {
    const bool references = block.kind == BlockKind::references;
    std::size_t& used = references ? references_ : items_;
    expect(block.items.count > 0, "empty block", {});
    expect(block.items.first == used, "items out of order", {});
    used += block.items.count;
    expect(used <= (references ? article_.references.size() : article_.items.size()), "items that are not there", {});
    expect(fits(block, section), "block of a kind that its section has not", section.heading);
    if (!fault_.empty()) return;
    for (std::uint32_t i = 0; i < block.items.count; ++i) {
      if (references) {
        check_reference(article_.references[block.items.first + i]);
      } else {
        check_item(article_.items[block.items.first + i], block.kind);
      }
    }
  }

  bool fits(const Block& block, const Section& section) const {
    const article::DialectSection* known =
        section.dialect_section ? &dialect_.sections()[*section.dialect_section] : nullptr;
    switch (block.kind) {
      case BlockKind::references:
        return known != nullptr && known->role == SectionRole::references;
      case BlockKind::question:
        return known != nullptr && known->role == SectionRole::faq;
      case BlockKind::subheading:
        return known != nullptr && known->subheadings && block.items.count == 1;
      case BlockKind::paragraph:
        return block.items.count == 1;
      default:
        return true;
    }
  }

  void check_item(const Item& item, BlockKind kind) {
    check_ordered_node(item.span, "item", true);
    std::uint32_t at = check_part(item.span, item.span.begin, item.marker, "marker");
    at = check_part(item.span, at, item.label, "label");
    check_part(item.span, at, item.text, "text");
    if (!fault_.empty()) return;
    const bool bare = kind == BlockKind::paragraph || kind == BlockKind::subheading;
    const bool signs = kind == BlockKind::subheading && source_[item.span.begin] == '#';
    expect(!bare || signs || item.text == item.span, "bare line with more than its text", item.span);
    if (kind == BlockKind::fields) {
      expect(dialect_.find_field(item.label.of(source_)).has_value(), "field that the dialect does not know",
             item.span);
    }
  }

  void check_reference(const Reference& reference) {
    if (!reference.marker.empty()) check_ordered_node(reference.marker, "reference's marker");
    check_ordered_node(reference.span, "reference", true);
    std::uint32_t at = check_part(reference.span, reference.span.begin, reference.name, "reference's name");
    at = check_part(reference.span, at, reference.parenthesis, "bracket");
    check_part(reference.span, at, reference.description, "description");
    check_code(reference.parenthesis.empty() ? reference.span : reference.parenthesis, reference.code);
    if (!fault_.empty()) return;
    expect(reference.name.empty() || is_name(reference.name), "reference's name is no name", reference.name);
  }

  void check_claims() {
    std::vector<claims::Claim> all;
    claims::collect(article_, source_, dialect_, {}, all);
    for (const claims::Claim& claim : all) check_claim(claim);
  }

  // Claims come in the order of the text, each inside the text of nodes and what divides their lines. What a reference
  // says stands inside of it.
  void check_claim(const claims::Claim& claim) {
    const bool reference = claim.origin == claims::Origin::reference;
    const bool faulty = claim.fault != base::CodeFault::none;
    expect(claim.code.written() || claim.implied || faulty || reference || claim.origin == claims::Origin::title,
           "claim of nothing", claim.span);
    expect(claim.span.begin >= claim_begin_ && claim.span.end <= source_.size(), "claims out of order", claim.span);
    claim_begin_ = claim.span.begin;
    if (!claim.own) check_part(claim.span, claim.span.begin, claim.name_span, "claim's name");
    if (!claim.implied) check_code(claim.span, claim.code);
    if (!fault_.empty()) return;
    for (std::uint32_t at = claim.span.begin; at < claim.span.end; ++at) {
      const bool divides = base::is_blank(source_[at]) || source_[at] == '\n' || source_[at] == '\r';
      expect(covered_[at] || divides, "claim outside of every node", claim.span);
    }
  }

  void check_coverage() {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::uint32_t at = source_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (; at < source_.size(); ++at) {
      const char c = source_[at];
      if (base::is_blank(c) || c == '\n' || c == '\r') continue;
      expect(covered_[at], "a byte that no node covers", {at, at + 1});
    }
  }

  const Article& article_;
  std::string_view source_;
  const article::Dialect& dialect_;
  std::vector<bool> covered_;
  std::string fault_;
  std::uint32_t last_ = 0;         // the end of the last ordered node
  std::uint32_t claim_begin_ = 0;  // of the last claim
  std::size_t blocks_ = 0;
  std::size_t items_ = 0;
  std::size_t references_ = 0;
};

}  // namespace

std::string broken_structure(const Article& article, std::string_view source, const article::Dialect& dialect) {
  return StructureCheck(article, source, dialect).run();
}

}  // namespace errpress::tests
