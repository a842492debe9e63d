#include "article/line_reader.h"

namespace errpress::article {

using base::Span;

LineReader::LineReader(std::string_view source)
    : source_(source), has_cr_(source.find('\r') != std::string_view::npos) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  bool blank = false;
  lookahead_ = next_non_blank(blank);
}

std::optional<Line> LineReader::next() {
  if (!lookahead_) return std::nullopt;
  Line line{.span = *lookahead_, .blank_before = blank_};
  lookahead_ = next_non_blank(line.blank_after);
  blank_ = line.blank_after;
  return line;
}

std::optional<Span> LineReader::next_non_blank(bool& blank) {
  blank = false;
  while (const auto line = next_raw()) {
    if (!line->empty()) return line;
    blank = true;
  }
  blank = true;
  return std::nullopt;
}

std::optional<Span> LineReader::next_raw() {
  if (at_ >= source_.size()) return std::nullopt;
  if (source_[at_] == '\n') return Span{at_, at_++};
  const std::size_t found = has_cr_ ? source_.find_first_of("\r\n", at_) : source_.find('\n', at_);
  const auto end = static_cast<std::uint32_t>(found == std::string_view::npos ? source_.size() : found);
  const Span line{at_, end};
  at_ = end + 1;
  if (has_cr_ && source_.substr(end).starts_with("\r\n")) ++at_;
  return trim(source_, line);
}

}  // namespace errpress::article
