#include "article/parser.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "article/head.h"
#include "article/heading.h"
#include "article/labels.h"
#include "article/line_reader.h"
#include "article/reference_parser.h"
#include "article/wrapped_lines.h"
#include "base/name.h"

namespace errpress::article {

namespace {

class Parser {
 public:
  Parser(std::string_view source, const Dialect& dialect, Article& article)
      : source_(source), dialect_(dialect), article_(article) {}

  void run() {
    LineReader lines(source_);
    std::optional<Line> line;
    do {
      const std::optional<Line> next = lines.next();
      if (line && next && goes_on(*next)) {
        join(*line, *next);
        continue;
      }
      if (line) take(*line);
      line = next;
      if (line) begin(*line);
    } while (line);
    close_block();
    close_section();
  }

 private:
  enum class State : std::uint8_t { title, message, updated, body };

  std::string_view text(Span span) const { return span.of(source_); }
  const DialectSection* dialect_section() const {
    if (article_.sections.empty() || !article_.sections.back().dialect_section) return nullptr;
    return &dialect_.sections()[*article_.sections.back().dialect_section];
  }
  SectionRole role() const {
    const DialectSection* section = dialect_section();
    return section == nullptr ? SectionRole::prose : section->role;
  }

  // An article sets its paragraphs off with blank lines if one follows the title, or if they surround a known heading
  // that text follows.
  void note_spacing(const Line& line) {
    if (state_ == State::title) {
      spaced_ = line.blank_after;
    } else if (!spaced_ && heading_set_off_) {
      spaced_ = line.blank_before && !is_bare_heading(line);
    }
    heading_set_off_ = false;
  }

  void begin(const Line& line) {
    heading_ = dialect_.find_heading(text(line.span));
    if (!heading_) note_spacing(line);
    open_ = {line.span, line.span};
  }

  // Whether `next` is part of the line that has begun.
  bool goes_on(const Line& next) const {
    if (next.blank_before || !spaced_ || heading_ || state_ == State::title) return false;
    if (state_ != State::body && (is_updated(open_.whole) || is_updated(next.span))) return false;
    return continues(source_, open_, next.span, role(), dialect_) && !dialect_.find_heading(text(next.span));
  }

  bool is_updated(Span line) const { return text(line).starts_with("Updated:"); }

  // Makes `next` a part of `line`. From here on a copy of the source is read in which blanks replace the line end, so
  // that nothing else needs to know of wrapped lines; offsets stay the same.
  void join(Line& line, const Line& next) {
    if (unwrapped_.empty()) {
      unwrapped_ = source_;
      source_ = unwrapped_;
    }
    std::replace_if(
        unwrapped_.begin() + line.span.end, unwrapped_.begin() + next.span.begin,
        [](char c) { return c == '\n' || c == '\r'; }, ' ');
    line.span.end = next.span.end;
    line.blank_after = next.blank_after;
    open_ = {line.span, next.span};
  }

  void take(const Line& line) {
    if (heading_) return take_known_heading(line, *heading_);
    const bool wrapped = open_.last != open_.whole;
    if (!wrapped && source_[line.span.begin] == '#' && take_signed_heading(line.span)) return;
    if (state_ != State::body && take_head(line.span)) return;
    take_body(line);
  }

  void take_known_heading(const Line& line, const Heading& heading) {
    signed_ = signed_ || source_[line.span.begin] == '#';
    heading_set_off_ = line.blank_before && line.blank_after;
    const auto begin = static_cast<std::uint32_t>(heading.text.data() - source_.data());
    const Span text{begin, begin + static_cast<std::uint32_t>(heading.text.size())};
    take_heading(
        {.dialect_section = heading.section, .misspelt = heading.misspelt, .line = line.span, .heading = text});
  }

  // Title, message and date, in this order; returns false for a line after the head.
  bool take_head(Span line) {
    if (state_ == State::title) {
      article_.title = read_title(source_, line, dialect_);
      state_ = State::message;
      if (article_.title.message.empty()) return true;
      article_.message = article_.title.message;
      state_ = State::updated;
      return true;
    }
    if (const auto updated = read_updated(source_, line)) {
      article_.updated = updated;
      state_ = State::body;
      return true;
    }
    if (state_ == State::message) {
      article_.message = line;
      state_ = State::updated;
      return true;
    }
    return false;
  }

  void take_body(const Line& line) {
    switch (role()) {
      case SectionRole::references:
        if (take_reference(line.span)) return;
        break;
      case SectionRole::faq:
        if (take_faq(line)) return;
        break;
      case SectionRole::prose:
        break;
    }
    if (take_list_item(line.span) || take_bare_heading(line)) return;
    add_single(BlockKind::paragraph, line.span);
  }

  bool take_reference(Span line) {
    const std::uint32_t marker = bullet_size(text(line));
    if (marker == 0 && !looks_like_reference(source_, line, dialect_)) return false;
    const Span entry = trim(source_, {line.begin + marker, line.end});
    if (entry.empty()) return false;
    open_block(BlockKind::references);
    const auto first = static_cast<std::uint32_t>(article_.references.size());
    read_references(source_, {line.begin, line.begin + marker}, entry, dialect_, article_);
    const auto last = static_cast<std::uint32_t>(article_.references.size());
    article_.blocks.back().items.count += last - first;
    return true;
  }

  // "Q: ...", "A: ...", a bare question if the section has no "Q:" so far, or a further line of an answer.
  bool take_faq(const Line& source_line) {
    const Span line = source_line.span;
    const std::uint32_t bullet = bullet_size(text(line));
    const Span rest = trim(source_, {line.begin + bullet, line.end});
    if (text(rest).starts_with("Q:")) {
      labelled_questions_ = true;
      close_block();
      open_block(BlockKind::question);
      add_item({line, {rest.begin, rest.begin + 2}, {}, trim(source_, {rest.begin + 2, rest.end})});
      return true;
    }
    const bool open = block_open_ && article_.blocks.back().kind == BlockKind::question;
    if (text(rest).starts_with("A:")) {
      if (!open) return false;
      add_item({line, {rest.begin, rest.begin + 2}, {}, trim(source_, {rest.begin + 2, rest.end})});
      return true;
    }
    if (!labelled_questions_ && bullet == 0 && text(line).ends_with('?')) {
      close_block();
      open_block(BlockKind::question);
      add_item({line, {}, {}, line});
      return true;
    }
    const bool answered = open && article_.blocks.back().items.count > 1;
    if (!open || (answered && is_bare_heading(source_line))) return false;
    add_item({line, {line.begin, line.begin + bullet}, {}, rest});
    return true;
  }

  bool take_list_item(Span line) {
    if (const std::uint32_t size = bullet_size(text(line))) {
      const bool dash = source_[line.begin] == '-';
      const DialectSection* section = dialect_section();
      const bool steps = dash && section != nullptr && section->dash_steps;
      return add_list_item(steps ? BlockKind::steps : BlockKind::bullets, line, size);
    }
    if (const std::uint32_t size = step_size(text(line))) return add_list_item(BlockKind::steps, line, size);
    return false;
  }

  bool add_list_item(BlockKind kind, Span line, std::uint32_t marker) {
    open_block(kind);
    Item item{line, {line.begin, line.begin + marker}, {}, trim(source_, {line.begin + marker, line.end})};
    split_label(item);
    add_item(item);
    return true;
  }

  // Splits "Label: text" if the label is short and does not contain the end of a sentence.
  void split_label(Item& item) const {
    constexpr std::size_t kMaxSize = 60;
    const std::string_view all = text(item.text);
    if (all.empty() || !base::is_upper(all.front())) return;
    const auto colon = find_label_colon(all, kMaxSize);
    if (!colon) return;
    const bool ends = *colon + 1 == all.size();
    if (!ends && !base::is_blank(all[*colon + 1])) return;
    if (all.substr(0, *colon).find_first_of(".?!;") != std::string_view::npos) return;
    const auto at = item.text.begin + static_cast<std::uint32_t>(*colon);
    item.label = trim(source_, {item.text.begin, at});
    item.text = trim(source_, {at + 1, item.text.end});
  }

  // A line between blank lines that looks like a heading but is not in the dialect. Where headings have signs ("##"), a
  // line without one is none.
  bool is_bare_heading(const Line& line) const {
    return !signed_ && state_ == State::body && line.blank_before && line.blank_after &&
           looks_like_heading(text(line.span));
  }

  // "## See also" at the start of a line: a heading, whatever its words.
  bool take_signed_heading(Span line) {
    if (state_ == State::title || !is_signed_heading(source_, line)) return false;
    signed_ = true;
    const std::string_view core = heading_core(text(line));
    const auto begin = static_cast<std::uint32_t>(core.data() - source_.data());
    const Span heading{begin, begin + static_cast<std::uint32_t>(core.size())};
    const DialectSection* section = dialect_section();
    if (section != nullptr && section->subheadings) {
      close_block();
      open_block(BlockKind::subheading);
      add_item({line, {}, {}, heading});
      close_block();
    } else {
      take_heading({.dialect_section = {}, .line = line, .heading = heading});
    }
    return true;
  }

  bool take_bare_heading(const Line& line) {
    if (!is_bare_heading(line)) return false;
    const DialectSection* section = dialect_section();
    if (section != nullptr && section->subheadings) {
      add_single(BlockKind::subheading, line.span);
    } else {
      take_heading({.dialect_section = {}, .line = line.span, .heading = line.span});
    }
    return true;
  }

  void take_heading(const Section& section) {
    state_ = State::body;
    labelled_questions_ = false;
    open_section(section);
  }

  void open_section(const Section& section) {
    close_block();
    close_section();
    article_.sections.push_back(section);
    article_.sections.back().blocks.first = static_cast<std::uint32_t>(article_.blocks.size());
  }

  void close_section() {
    if (article_.sections.empty()) return;
    Range& blocks = article_.sections.back().blocks;
    blocks.count = static_cast<std::uint32_t>(article_.blocks.size()) - blocks.first;
  }

  // Continues the open block if it is of this kind, otherwise starts a new one.
  void open_block(BlockKind kind) {
    if (block_open_ && article_.blocks.back().kind == kind) return;
    close_block();
    if (article_.sections.empty()) open_section({});
    const bool references = kind == BlockKind::references;
    const std::size_t first = references ? article_.references.size() : article_.items.size();
    article_.blocks.push_back({kind, {static_cast<std::uint32_t>(first), 0}});
    block_open_ = true;
  }

  void close_block() {
    if (!block_open_) return;
    block_open_ = false;
    Block& block = article_.blocks.back();
    if (block.kind == BlockKind::bullets && are_all_fields(block)) block.kind = BlockKind::fields;
  }

  // Whether every item of the block has the label of a field.
  bool are_all_fields(const Block& block) const {
    const auto items = std::span(article_.items).subspan(block.items.first, block.items.count);
    return std::all_of(items.begin(), items.end(), [&](const Item& item) {
      return !item.label.empty() && dialect_.find_field(text(item.label)).has_value();
    });
  }

  void add_single(BlockKind kind, Span line) {
    close_block();
    open_block(kind);
    add_item({line, {}, {}, line});
    close_block();
  }

  void add_item(const Item& item) {
    article_.items.push_back(item);
    ++article_.blocks.back().items.count;
  }

  std::string_view source_;
  const Dialect& dialect_;
  Article& article_;
  std::string unwrapped_;  // the source with blanks in place of line ends inside nodes; empty if there are none
  State state_ = State::title;
  std::optional<Heading> heading_;  // of the line that has begun
  OpenLine open_;                   // that line
  bool block_open_ = false;
  bool spaced_ = false;           // blank lines set paragraphs off
  bool signed_ = false;           // a heading with a sign was read
  bool heading_set_off_ = false;  // the line before is a known heading between blank lines
  bool labelled_questions_ = false;
};

}  // namespace

void parse(std::string_view source, const Dialect& dialect, Article& article) {
  article.clear();
  Parser(source, dialect, article).run();
}

}  // namespace errpress::article
