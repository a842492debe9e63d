#include "article/parser.h"

#include <algorithm>
#include <optional>

#include "article/field_reader.h"
#include "article/head.h"
#include "article/line_reader.h"
#include "article/mention_scanner.h"
#include "article/reference_parser.h"
#include "base/name.h"

namespace errpress::article {

namespace {

constexpr std::string_view kBullet = "\xE2\x80\xA2";  // U+2022

// The size of the marker of "• ", "- " or "* "; 0 if there is none.
std::uint32_t bullet_size(std::string_view line) {
  if (line.starts_with(kBullet)) return kBullet.size();
  const bool dash = line.size() >= 2 && (line[0] == '-' || line[0] == '*') && base::is_blank(line[1]);
  return dash ? 1 : 0;
}

// The size of the marker of "1. " or "12) "; 0 if there is none.
std::uint32_t step_size(std::string_view line) {
  constexpr std::uint32_t kMaxDigits = 3;
  std::uint32_t digits = 0;
  while (digits < line.size() && digits <= kMaxDigits && base::is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > kMaxDigits || digits + 1 >= line.size()) return 0;
  const bool mark = (line[digits] == '.' || line[digits] == ')') && base::is_blank(line[digits + 1]);
  return mark ? digits + 1 : 0;
}

// Whether a line that is not in the dialect could be a heading: it is short, its longer words are capitalised and it
// has no sentence punctuation except '?'.
bool looks_like_heading(std::string_view line) {
  constexpr std::size_t kMaxSize = 60;
  constexpr std::size_t kLongWord = 4;
  if (line.empty() || line.size() > kMaxSize || !base::is_upper(line.front())) return false;
  if (line.find_first_of("._:;,()[]{}<>=\"") != std::string_view::npos || line.ends_with('!')) return false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end - at >= kLongWord && base::is_lower(line[at])) return false;
    at = end + 1;
  }
  return true;
}

class Parser {
 public:
  Parser(std::string_view source, const Dialect& dialect, Article& article, Mentions mentions)
      : source_(source),
        dialect_(dialect),
        article_(article),
        mentions_(mentions),
        fields_(source, dialect, article, mentions) {}

  void run() {
    LineReader lines(source_);
    while (const auto line = lines.next()) take(*line);
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

  void take(const Line& line) {
    if (const auto heading = dialect_.find_heading(text(line.span))) return take_heading(line.span, heading);
    if (state_ != State::body && take_head(line.span)) return;
    take_body(line);
  }

  // Title, message and date, in this order; returns false for a line after the head.
  bool take_head(Span line) {
    if (state_ == State::title) {
      article_.title = read_title(source_, line);
      state_ = State::message;
      return true;
    }
    if (const auto updated = read_updated(source_, line)) {
      article_.updated = updated;
      state_ = State::body;
      return true;
    }
    if (state_ == State::message) {
      article_.message = line;
      scan(line);
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
    add_single(BlockKind::paragraph, line.span, continued_reference());
  }

  // The name that the code of a line such as "(4, 0x4): ..." belongs to: that of the previous entry, if it has
  // neither a code nor a description.
  Span continued_reference() const {
    const bool after_entry = block_open_ && article_.blocks.back().kind == BlockKind::references;
    if (!after_entry) return {};
    const Reference& entry = article_.references.back();
    return entry.code.written() || !entry.description.empty() ? Span{} : entry.name;
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
    for (std::uint32_t i = first; i < last; ++i) scan_reference(article_.references[i]);
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

  // A line between blank lines that looks like a heading but is not in the dialect.
  bool is_bare_heading(const Line& line) const {
    return state_ == State::body && line.blank_before && line.blank_after && looks_like_heading(text(line.span));
  }

  bool take_bare_heading(const Line& line) {
    if (!is_bare_heading(line)) return false;
    const DialectSection* section = dialect_section();
    if (section != nullptr && section->subheadings) {
      add_single(BlockKind::subheading, line.span);
    } else {
      take_heading(line.span, std::nullopt);
    }
    return true;
  }

  void take_heading(Span heading, std::optional<std::uint16_t> index) {
    state_ = State::body;
    labelled_questions_ = false;
    open_section(heading, index);
  }

  void open_section(Span heading, std::optional<std::uint16_t> index) {
    close_block();
    close_section();
    article_.sections.push_back({index, heading, {static_cast<std::uint32_t>(article_.blocks.size()), 0}});
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
    if (article_.sections.empty()) open_section({}, std::nullopt);
    const bool references = kind == BlockKind::references;
    const std::size_t first = references ? article_.references.size() : article_.items.size();
    article_.blocks.push_back({kind, {static_cast<std::uint32_t>(first), 0}});
    block_open_ = true;
  }

  // `subject` is the name that the block's text describes; empty for none.
  void close_block(Span subject = {}) {
    if (!block_open_) return;
    block_open_ = false;
    Block& block = article_.blocks.back();
    if (block.kind == BlockKind::references || block.kind == BlockKind::subheading) return;
    if (block.kind == BlockKind::bullets && fields_.are_all_fields(block)) block.kind = BlockKind::fields;
    const bool own_fields = has_own_fields(block);
    for (std::uint32_t i = 0; i < block.items.count; ++i) {
      const Item& item = article_.items[block.items.first + i];
      if (!own_fields || !fields_.read(item)) scan(with_label(item), subject);
    }
  }

  // Whether fields of the block describe the article's own error: those of a section that is unknown or has own_fields,
  // and elsewhere those of a list of fields with no label twice. A list that repeats "Error Code:" lists other errors.
  bool has_own_fields(const Block& block) const {
    if (role() != SectionRole::prose) return false;
    const DialectSection* section = dialect_section();
    if (section == nullptr || section->own_fields) return true;
    return block.kind == BlockKind::fields && !fields_.repeat_a_label(block);
  }

  void add_single(BlockKind kind, Span line, Span subject = {}) {
    close_block();
    open_block(kind);
    add_item({line, {}, {}, line});
    close_block(subject);
  }

  void add_item(const Item& item) {
    article_.items.push_back(item);
    ++article_.blocks.back().items.count;
  }

  // A code in a description belongs to its entry if that has no code in parentheses.
  void scan_reference(const Reference& reference) {
    scan(reference.description, reference.code.written() ? Span{} : reference.name);
  }
  void scan(Span span, Span subject = {}) {
    if (mentions_ == Mentions::find) scan_mentions(source_, span, article_.mentions, subject);
  }

  std::string_view source_;
  const Dialect& dialect_;
  Article& article_;
  Mentions mentions_;
  FieldReader fields_;
  State state_ = State::title;
  bool block_open_ = false;
  bool labelled_questions_ = false;
};

}  // namespace

void parse(std::string_view source, const Dialect& dialect, Article& article, Mentions mentions) {
  article.clear();
  Parser(source, dialect, article, mentions).run();
}

}  // namespace errpress::article
