// Reads the non-blank lines of a source in order, trimmed, and whether blank lines precede and follow each.
// A line ends at LF, CR LF or a lone CR; a line of only spaces and tabs is blank. Linear; does not allocate.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/name.h"
#include "base/span.h"

namespace errpress::article {

struct Line {
  base::Span span;            // without leading and trailing spaces and tabs
  bool blank_before = false;  // also true at the start of the file
  bool blank_after = false;   // also true at its end
};

class LineReader {
 public:
  explicit LineReader(std::string_view source);
  std::optional<Line> next();

 private:
  // The next line, trimmed and possibly empty; nothing at the end.
  std::optional<base::Span> next_raw();
  // Skips blank lines; sets `blank` to whether there were any (or the source ended).
  std::optional<base::Span> next_non_blank(bool& blank);

  std::string_view source_;
  std::uint32_t at_ = 0;
  bool has_cr_;
  bool blank_ = true;  // whether a blank line precedes lookahead_
  std::optional<base::Span> lookahead_;
};

// `span` without leading and trailing spaces and tabs.
inline base::Span trim(std::string_view source, base::Span span) {
  while (span.begin < span.end && base::is_blank(source[span.begin])) ++span.begin;
  while (span.begin < span.end && base::is_blank(source[span.end - 1])) --span.end;
  return span;
}

}  // namespace errpress::article
