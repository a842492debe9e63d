#include "mustache/source_text.h"

#include <utility>

#include "base/line_table.h"

namespace errpress::mustache {

namespace {

bool starts_with_line_end(std::string_view text) { return text.starts_with('\n') || text.starts_with("\r\n"); }

std::string indent_lines(std::string_view text, std::string_view indent) {
  std::string indented;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = end == std::string_view::npos ? text : text.substr(0, end + 1);
    if (!starts_with_line_end(line)) indented += indent;
    indented += line;
    text.remove_prefix(line.size());
  }
  return indented;
}

}  // namespace

SourceText::SourceText(std::string file, std::string text, std::string_view indent)
    : file_(std::move(file)),
      text_(indent.empty() ? std::move(text) : indent_lines(text, indent)),
      indent_(static_cast<std::uint32_t>(indent.size())) {}

base::Error SourceText::error_at(std::size_t offset, std::string message) const {
  const base::LineTable lines(text_);
  const base::Position position = lines.position(static_cast<std::uint32_t>(offset));
  // A lone CR begins a line for readers of the error, but no line of the template: nothing was inserted there.
  const std::uint32_t begin = lines.line_span(position.line).begin;
  const bool indented = begin == 0 || text_[begin - 1] == '\n';
  return {.message = std::move(message),
          .path = file_,
          .line = position.line,
          .column = position.column - (indented ? indent_ : 0)};
}

}  // namespace errpress::mustache
