#include "support/article_dump.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "claims/collect.h"

namespace errpress::tests {

using article::Article;
using article::Block;
using article::BlockKind;
using article::Reference;
using article::ReferenceFlaw;
using base::Code;
using base::Span;

namespace {

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::bullets:
      return "bullets";
    case BlockKind::steps:
      return "steps";
    case BlockKind::fields:
      return "fields";
    case BlockKind::subheading:
      return "subheading";
    case BlockKind::question:
      return "question";
    case BlockKind::references:
      return "references";
  }
  return "?";
}

const char* name_of(ReferenceFlaw flaw) {
  switch (flaw) {
    case ReferenceFlaw::none:
      break;
    case ReferenceFlaw::placeholder:
      return " [placeholder]";
    case ReferenceFlaw::no_name:
      return " [no name]";
    case ReferenceFlaw::quoted:
      return " [quoted]";
    case ReferenceFlaw::unclosed:
      return " [unclosed]";
    case ReferenceFlaw::loose_code:
      return " [loose code]";
    case ReferenceFlaw::mixed_case:
      return " [mixed case]";
    case ReferenceFlaw::glued:
      return " [glued]";
    case ReferenceFlaw::words_for_code:
      return " [words for code]";
    case ReferenceFlaw::bad_code:
      return " [bad code]";
  }
  return "";
}

// Where lines of a node are wrapped, a blank stands for the line end and the blanks around it.
std::string unwrapped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r') {
      out += text[at];
      continue;
    }
    out.resize(out.find_last_not_of(" \t") + 1);
    out += ' ';
    at = text.find_first_not_of("\r\n \t", at) - 1;
  }
  return out;
}

std::string quoted(std::string_view wrapped) {
  const std::string text = unwrapped(wrapped);
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

// Appends line by line.
class Dumper {
 public:
  Dumper(const Article& article, std::string_view source) : article_(article), source_(source) {}

  void head() {
    const article::Title& title = article_.title;
    if (!title.span.empty()) {
      const std::string_view kind = title.readable() ? "odd title " : "malformed title ";
      add(title.well_formed ? "title" : std::string(kind) + quoted(title.span.of(source_)));
      word(title.name);
      code(title.code);
      add("\n");
    }
    if (article_.message) add("message ", quoted(article_.message->of(source_)), "\n");
    if (article_.updated) updated(*article_.updated);
  }

  void body(const article::Dialect& dialect) {
    for (const article::Section& section : article_.sections) {
      heading(section, dialect);
      for (std::uint32_t i = 0; i < section.blocks.count; ++i) block(article_.blocks[section.blocks.first + i]);
    }
  }

  void reference(const Reference& reference) {
    add("reference");
    word(reference.name);
    if (reference.name.empty()) add(" ", quoted(reference.span.of(source_)));
    if (!reference.parenthesis.empty()) add(" (", unwrapped(reference.parenthesis.of(source_)), ")");
    code(reference.code);
    if (!reference.description.empty()) add(": ", quoted(reference.description.of(source_)));
    add(name_of(reference.flaw), "\n");
  }

  void claims(const article::Dialect& dialect) {
    std::vector<claims::Claim> all;
    claims::collect(article_, source_, dialect, {}, all);
    for (const claims::Claim& claim : all) {
      if (claim.origin == claims::Origin::title || claim.origin == claims::Origin::reference) continue;
      add(claim.origin == claims::Origin::field ? "field claim" : "claim");
      word(claim.name_span);
      if (!claim.implied) code(claim.code);
      add("\n");
    }
  }

  std::string take() && { return std::move(out_); }

 private:
  template <typename... Text>
  void add(const Text&... text) {
    (out_.append(text), ...);
  }

  void word(Span span) {
    if (!span.empty()) add(" ", span.of(source_));
  }

  void code(const Code& code) {
    if (code.decimal.written()) add(" dec ", code.decimal.span.of(source_));
    if (code.hex.written()) add(" hex ", code.hex.span.of(source_));
  }

  void updated(const article::Updated& updated) {
    add("updated ", quoted(updated.text.of(source_)));
    if (const auto date = updated.date) add(fmt::format(" {:04}-{:02}-{:02}", date->year, date->month, date->day));
    add(updated.date ? "\n" : " (no date)\n");
  }

  void heading(const article::Section& section, const article::Dialect& dialect) {
    const std::string text = quoted(section.heading.of(source_));
    if (section.heading.empty()) {
      add("preamble\n");
    } else if (section.dialect_section) {
      add("section ", dialect.sections()[*section.dialect_section].kind, " ", text, "\n");
    } else {
      add("unknown section ", text, "\n");
    }
  }

  void block(const Block& block) {
    add("  ", name_of(block.kind));
    const bool inline_first =
        block.kind == BlockKind::paragraph || block.kind == BlockKind::subheading || block.kind == BlockKind::question;
    if (!inline_first) add("\n");
    for (std::uint32_t i = 0; i < block.items.count; ++i) {
      add(i == 0 && inline_first ? " " : "    ");
      if (block.kind == BlockKind::references) {
        reference(article_.references[block.items.first + i]);
      } else {
        item(article_.items[block.items.first + i]);
      }
    }
  }

  void item(const article::Item& item) {
    if (!item.label.empty()) add(quoted(item.label.of(source_)), ": ");
    add(quoted(item.text.of(source_)), "\n");
  }

  const Article& article_;
  std::string_view source_;
  std::string out_;
};

}  // namespace

std::string dump_head(const Article& article, std::string_view source) {
  Dumper dumper(article, source);
  dumper.head();
  return std::move(dumper).take();
}

std::string dump_body(const Article& article, std::string_view source, const article::Dialect& dialect) {
  Dumper dumper(article, source);
  dumper.body(dialect);
  return std::move(dumper).take();
}

std::string dump_claims(const Article& article, std::string_view source, const article::Dialect& dialect) {
  Dumper dumper(article, source);
  dumper.claims(dialect);
  return std::move(dumper).take();
}

std::string dump_references(const Article& article, std::string_view source) {
  Dumper dumper(article, source);
  for (const Reference& reference : article.references) dumper.reference(reference);
  return std::move(dumper).take();
}

std::string dump(const Article& article, std::string_view source, const article::Dialect& dialect) {
  Dumper dumper(article, source);
  dumper.head();
  dumper.body(dialect);
  dumper.claims(dialect);
  return std::move(dumper).take();
}

}  // namespace errpress::tests
