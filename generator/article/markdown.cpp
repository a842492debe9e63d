#include "article/markdown.h"

#include <algorithm>
#include <optional>

#include "article/line_reader.h"
#include "article/markdown_inline.h"
#include "article/markdown_table.h"
#include "article/wrapped_lines.h"
#include "base/name.h"

namespace errpress::article {

using base::Span;

namespace {

constexpr std::string_view kCodeIndent = "    ";

// The size of a fence ("```", "~~~~") at the start of a line; 0 if there is none.
std::size_t fence_size(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
  const std::size_t size = std::min(line.find_first_not_of(line[0]), line.size());
  return size >= 3 ? size : 0;
}

// Whether a line is at least `least` of one of `marks`, and blanks.
bool is_rule(std::string_view line, std::string_view marks, std::size_t least) {
  if (line.empty() || marks.find(line[0]) == std::string_view::npos) return false;
  const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), line[0]));
  return count >= least && line.find_first_not_of(std::string{line[0], ' ', '\t'}) == std::string_view::npos;
}

// The number of '#' before a heading; 0 if the line is none.
std::size_t heading_level(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool ends = signs == line.size() || base::is_blank(line[signs]);
  return signs <= 6 && ends ? signs : 0;
}

bool is_link_definition(std::string_view line) {
  return line.starts_with('[') && line.find("]:") != std::string_view::npos && line.find("]:") > 1;
}

}  // namespace

void PlainText::append(char c, std::uint32_t source) {
  const auto plain = static_cast<std::uint32_t>(text_.size());
  const bool goes_on = !anchors_.empty() && source - anchors_.back().source == plain - anchors_.back().plain &&
                       source >= anchors_.back().source;
  if (!goes_on) anchors_.push_back({plain, source});
  text_ += c;
}

Span PlainText::to_source(Span span) const {
  const auto offset = [&](std::uint32_t plain) {
    const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), plain,
                                        [](std::uint32_t at, const Anchor& anchor) { return at < anchor.plain; });
    return after == anchors_.begin() ? plain : (after - 1)->source + (plain - (after - 1)->plain);
  };
  const std::uint32_t begin = offset(span.begin);
  return {begin, span.empty() ? begin : std::max(begin, offset(span.end - 1) + 1)};
}

Span PlainText::to_plain(Span span) const {
  const auto offset = [&](std::uint32_t source) {
    const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), source,
                                        [](std::uint32_t at, const Anchor& anchor) { return at < anchor.source; });
    if (after == anchors_.begin()) return std::uint32_t{0};
    const std::uint32_t plain = (after - 1)->plain + (source - (after - 1)->source);
    return after == anchors_.end() ? std::min(plain, static_cast<std::uint32_t>(text_.size()))
                                   : std::min(plain, after->plain);
  };
  const std::uint32_t begin = offset(span.begin);
  return {begin, span.empty() ? begin : std::max(begin, offset(span.end - 1) + 1)};
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source) : source_(source) {}

  PlainText read() {
    plain_.text_.reserve(source_.size());
    if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    skip_front_matter();
    while (const auto line = next_line()) take(*line);
    flush();
    return std::move(plain_);
  }

 private:
  std::string_view text(Span span) const { return span.of(source_); }

  // The next line without its end.
  std::optional<Span> next_line() {
    if (at_ >= source_.size()) return std::nullopt;
    const std::size_t found = source_.find_first_of("\r\n", at_);
    const auto end = static_cast<std::uint32_t>(std::min(found, source_.size()));
    const Span line{at_, end};
    at_ = end + (source_.substr(end).starts_with("\r\n") ? 2 : 1);
    return line;
  }

  // From a first line "---" to the next "---" or "...".
  void skip_front_matter() {
    const std::uint32_t start = at_;
    const auto first = next_line();
    if (first && text(*first) == "---") {
      while (const auto line = next_line()) {
        if (text(*line) == "---" || text(*line) == "...") return;
      }
    }
    at_ = start;
  }

  void take(Span whole) {
    Span line = trim(source_, whole);
    while (text(line).starts_with('>')) line = trim(source_, {line.begin + 1, line.end});
    if (fence_ != 0) return take_code(whole, line);
    if (comment_ || text(line).starts_with("<!--")) return take_comment(line);
    if (line.empty()) {
      flush();
      return end_line(whole.end);
    }
    if ((fence_ = fence_size(text(line))) != 0) {
      fence_mark_ = source_[line.begin];
      return flush();
    }
    if (take_heading(line) || take_rule(line) || take_row(line)) return;
    if (gathered_.text.empty() && line.begin - whole.begin >= kCodeIndent.size() && !in_list_) return add_code(line);
    if (gathered_.text.empty() && is_link_definition(text(line))) return;
    take_text(line);
  }

  void take_comment(Span line) {
    flush();
    comment_ = text(line).find("-->") == std::string_view::npos;
  }

  void take_code(Span whole, Span line) {
    if (fence_size(text(line)) >= fence_ && source_[line.begin] == fence_mark_ && is_rule(text(line), "`~", 3)) {
      fence_ = 0;
    } else if (!line.empty()) {
      add_code(trim(source_, whole));
    }
  }

  void add_code(Span line) {
    plain_.append(kCodeIndent, line.begin);
    for (std::uint32_t at = line.begin; at < line.end; ++at) plain_.append(source_[at], at);
    end_line(line.end);
  }

  bool take_heading(Span line) {
    const std::size_t level = heading_level(text(line));
    if (level != 0) {
      flush();
      Span content = trim(source_, {line.begin + static_cast<std::uint32_t>(level), line.end});
      const std::size_t signs = text(content).size() - (text(content).find_last_not_of('#') + 1);
      const bool closed = signs != 0 && (signs == content.size() || base::is_blank(source_[content.end - signs - 1]));
      if (closed) content = trim(source_, {content.begin, content.end - static_cast<std::uint32_t>(signs)});
      gather(content);
      flush_heading();
      return true;
    }
    if (gathered_.text.empty() || in_list_ || !(is_rule(text(line), "=", 1) || is_rule(text(line), "-", 2)))
      return false;
    flush_heading();
    return true;
  }

  // The first heading is the title, unless text precedes it.
  void flush_heading() {
    if (gathered_.text.empty()) return;
    const std::uint32_t end = gathered_.sources.back() + 1;
    if (plain_.text_.find_first_not_of('\n') != std::string::npos) plain_.append("## ", gathered_.sources.front());
    flush();
    end_line(end);
  }

  bool take_rule(Span line) {
    if (!is_rule(text(line), "-*_", 3)) return false;
    flush();
    return true;
  }

  // A row of a table becomes a list item. The header, which a rule follows, is left out.
  bool take_row(Span line) {
    if (!text(line).starts_with('|')) {
      table_head_ = {};
      return false;
    }
    flush();
    if (is_table_rule(text(line))) return true;
    if (is_table_rule(next_line_text())) {
      table_head_ = line;
      return true;
    }
    gather_row(source_, table_head_, line, gathered_);
    flush();
    return true;
  }

  std::string_view next_line_text() {
    const std::uint32_t start = at_;
    const auto next = next_line();
    at_ = start;
    return next ? text(trim(source_, *next)) : std::string_view();
  }

  void take_text(Span line) {
    const std::string_view content = text(line);
    const std::uint32_t marker = content.starts_with("+ ") ? 1 : std::max(bullet_size(content), step_size(content));
    if (marker == 0) {
      if (!gathered_.text.empty()) gathered_.add(' ', line.begin);
      return gather(line);
    }
    flush();
    for (std::uint32_t at = line.begin; at < line.begin + marker; ++at)
      plain_.append(marker == 1 ? '-' : source_[at], at);
    plain_.append(' ', line.begin + marker);
    gather(trim(source_, {line.begin + marker, line.end}));
    in_list_ = !gathered_.text.empty();
    if (!in_list_) end_line(line.end);
  }

  void gather(Span span) {
    for (std::uint32_t at = span.begin; at < span.end; ++at) gathered_.add(source_[at], at);
  }

  void flush() {
    in_list_ = false;
    if (gathered_.text.empty()) return;
    const std::uint32_t end = gathered_.sources.back() + 1;
    InlineReader(gathered_, plain_).read();
    gathered_.clear();
    end_line(end);
  }

  void end_line(std::uint32_t source) { plain_.append('\n', source); }

  std::string_view source_;
  PlainText plain_;
  GatheredText gathered_;  // the paragraph, item or heading so far
  std::uint32_t at_ = 0;
  std::size_t fence_ = 0;  // the size of the fence of the open code block; 0 if there is none
  char fence_mark_ = '`';
  bool comment_ = false;
  bool in_list_ = false;  // what is gathered is a list item
  Span table_head_;       // the header of the table whose rows are read; empty if there is none
};

bool is_markdown(std::string_view path) {
  const auto ends_with = [&](std::string_view ending) {
    return path.size() > ending.size() && base::equal_ignoring_case(path.substr(path.size() - ending.size()), ending);
  };
  return ends_with(".md") || ends_with(".markdown");
}

PlainText read_markdown(std::string_view source) { return MarkdownReader(source).read(); }

}  // namespace errpress::article
