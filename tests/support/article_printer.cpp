#include "support/article_printer.h"

#include "base/name.h"

namespace errpress::tests {

using article::Article;
using article::Block;
using article::BlockKind;
using article::Item;
using article::Reference;
using article::ReferenceFlaw;
using article::Section;
using base::Span;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kMostSteps = 999;  // a longer number is no step's

enum class Rendering : std::uint8_t { spaced, collapsed };

// How a line bears blank lines around it.
enum class Gap : std::uint8_t {
  free,    // either way
  needed,  // without them it is not the heading that it is
  none,    // with them it could become a heading
};

class Printer {
 public:
  Printer(Rendering rendering, const Article& article, std::string_view source, const article::Dialect& dialect)
      : spaced_(rendering == Rendering::spaced), article_(article), source_(source), dialect_(dialect) {}

  std::string print() && {
    blank_lines_ = spaced_ && !has_heading_like_line();
    if (!article_.title.span.empty()) line(article_.title.span, Gap::free);
    if (article_.message && article_.title.message.empty())
      line(indent(*article_.message), *article_.message, Gap::free);
    if (article_.updated) line("Updated: ", article_.updated->text, Gap::free);
    for (const Section& section : article_.sections) print_section(section);
    if (!out_.empty()) out_ += '\n';
    if (out_.starts_with(kByteOrderMark)) out_.insert(0, kByteOrderMark);
    return std::move(out_);
  }

 private:
  std::string_view text(Span span) const { return span.of(source_); }

  void begin_line(Gap gap) {
    if (!out_.empty()) {
      const bool needed = gap == Gap::needed || last_ == Gap::needed;
      const bool wanted = blank_lines_ && !in_list_ && gap != Gap::none && last_ != Gap::none;
      out_ += needed || wanted ? "\n\n" : "\n";
    }
    last_ = gap;
    in_list_ = false;
  }

  void line(Span span, Gap gap) { line("", span, gap); }
  void line(std::string_view marker, Span span, Gap gap) {
    begin_line(gap);
    if (span.empty() && marker.ends_with(' ')) marker.remove_suffix(1);
    out_.append(marker).append(text(span));
  }

  // A line without a marker. One with a mark of a sentence in it is never taken for a heading.
  void bare_line(Span span) { line(indent(span), span, is_sentence(span) ? Gap::free : Gap::none); }
  // In the first column, "# text" is a heading.
  std::string_view indent(Span span) const { return text(span).starts_with('#') ? " " : ""; }
  bool is_sentence(Span span) const { return text(span).find_first_of(".,:") != std::string_view::npos; }

  // Whether there is a line that blank lines around it could make a heading. Then there are no blank lines at all:
  // elsewhere they say that lines without blank lines between them belong together.
  bool has_heading_like_line() const {
    for (const Block& block : article_.blocks) {
      if (block.kind != BlockKind::paragraph && block.kind != BlockKind::question) continue;
      for (std::uint32_t i = 0; i < block.items.count; ++i) {
        const Item& item = article_.items[block.items.first + i];
        if (item.marker.empty() && !is_sentence(item.text)) return true;
      }
    }
    return false;
  }

  void print_section(const Section& section) {
    const article::DialectSection* known =
        section.dialect_section ? &dialect_.sections()[*section.dialect_section] : nullptr;
    dash_is_step_ = known != nullptr && known->dash_steps;
    prose_ = known == nullptr || known->role == article::SectionRole::prose;
    if (!section.heading.empty()) print_heading(section);
    for (std::uint32_t i = 0; i < section.blocks.count; ++i) print_block(article_.blocks[section.blocks.first + i]);
  }

  // Only "#" signs make a heading of a line without blank lines around it.
  Gap gap_of_heading(Span unknown) const { return text(unknown).starts_with('#') ? Gap::free : Gap::needed; }

  void print_heading(const Section& section) {
    if (section.dialect_section) return line(section.heading, Gap::free);
    line(section.line, gap_of_heading(section.line));
  }

  void print_block(const Block& block) {
    if (block.kind == BlockKind::references) return print_references(block);
    for (std::uint32_t i = 0; i < block.items.count; ++i) {
      const Item& item = article_.items[block.items.first + i];
      switch (block.kind) {
        case BlockKind::paragraph:
          bare_line(item.text);
          break;
        case BlockKind::subheading:
          line(item.span, gap_of_heading(item.span));
          break;
        case BlockKind::question:
          print_faq_line(item);
          break;
        default:
          print_list_item(block.kind, item, i);
      }
    }
  }

  // `dot`: a dash would say something else.
  std::string_view bullet(bool dot) const {
    if (spaced_) return "  • ";
    return dot ? "• " : "- ";
  }

  void print_list_item(BlockKind kind, const Item& item, std::uint32_t index) {
    in_list_ = index > 0;
    std::string marker;
    if (kind != BlockKind::steps) {
      const bool empty = item.label.empty() && item.text.empty();  // a dash with nothing behind it is text
      marker = bullet(dash_is_step_ || empty);
    } else if (!spaced_ && dash_is_step_ && prose_) {
      marker = "- ";
    } else {
      marker = (spaced_ ? "  " : "") + std::to_string(index % kMostSteps + 1) + ". ";
    }
    if (!item.label.empty()) marker.append(text(item.label)).append(": ");
    line(marker, item.text, Gap::free);
  }

  void print_faq_line(const Item& item) {
    if (item.marker.empty()) return bare_line(item.text);
    const std::string_view marker = text(item.marker);
    if (marker == "Q:") return line("Q: ", item.text, Gap::free);
    if (marker == "A:") return line("A: ", item.text, Gap::free);
    line(bullet(item.text.empty()), item.text, Gap::free);
  }

  void print_references(const Block& block) {
    for (std::uint32_t i = 0; i < block.items.count; ++i) {
      const Reference& reference = article_.references[block.items.first + i];
      const Reference* before = i == 0 ? nullptr : &article_.references[block.items.first + i - 1];
      if (before == nullptr || !(one_word(*before, reference) || can_glue(*before, reference))) {
        in_list_ = i > 0;
        begin_line(Gap::free);
        out_ += bullet(false);
      }
      print_reference(reference);
    }
  }

  // Whether the two are names of one word: only together do they say that they are glued.
  static bool one_word(const Reference& first, const Reference& second) {
    return first.flaw == ReferenceFlaw::glued && first.span.end == first.name.end &&
           first.span.end == second.span.begin;
  }

  // Whether `second` can stand right behind `first`, as printed, and still be an entry of its own.
  bool can_glue(const Reference& first, const Reference& second) const {
    if (spaced_ || first.name.empty() || second.flaw == ReferenceFlaw::glued) return false;
    if (std::string_view(".)!?;").find(out_.back()) == std::string_view::npos) return false;
    if (!base::looks_like_error_name(text(second.name))) return false;
    std::string_view code = text(second.parenthesis);
    if (code.starts_with('-')) code.remove_prefix(1);
    return !code.empty() && base::is_digit(code.front());
  }

  void print_reference(const Reference& reference) {
    if (reference.name.empty() || reference.flaw == ReferenceFlaw::quoted) {
      out_ += text(reference.span);
      return;
    }
    out_ += text(reference.name);
    const bool loose = reference.parenthesis.empty() && reference.code.written();
    if (loose || reference.flaw == ReferenceFlaw::loose_code || reference.flaw == ReferenceFlaw::unclosed) {
      out_ += text({reference.name.end, reference.span.end});
      return;
    }
    if (!reference.parenthesis.empty()) {
      out_.append(spaced_ ? " (" : "(").append(text(reference.parenthesis)).append(")");
    }
    if (!reference.description.empty()) out_.append(": ").append(text(reference.description));
  }

  bool spaced_;
  bool blank_lines_ = false;  // between all lines except those of a list
  const Article& article_;
  std::string_view source_;
  const article::Dialect& dialect_;
  std::string out_;
  Gap last_ = Gap::free;
  bool in_list_ = false;       // the next line goes on with the list of the one before
  bool dash_is_step_ = false;  // in this section
  bool prose_ = true;          // elsewhere a dash begins an entry or belongs to a question
};

}  // namespace

std::string print_spaced(const Article& article, std::string_view source, const article::Dialect& dialect) {
  return Printer(Rendering::spaced, article, source, dialect).print();
}

std::string print_collapsed(const Article& article, std::string_view source, const article::Dialect& dialect) {
  return Printer(Rendering::collapsed, article, source, dialect).print();
}

}  // namespace errpress::tests
