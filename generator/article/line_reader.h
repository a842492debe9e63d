// The non-blank lines of a source, one after the other, trimmed, with what stands around them.
// A line ends at LF, CR LF or a lone CR; blank is a line of spaces and tabs. Linear, allocates nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/name.h"
#include "base/span.h"

namespace errpress::article {

struct Line {
  base::Span span;            // without white space around it
  bool blank_before = false;  // or the start of the file
  bool blank_after = false;   // or its end
};

class LineReader {
 public:
  explicit LineReader(std::string_view source);
  std::optional<Line> next();

 private:
  // The next line trimmed, possibly empty; nothing at the end.
  std::optional<base::Span> next_raw();
  // Skips blank lines; says in `blank` whether there were any (or the source ended).
  std::optional<base::Span> next_filled(bool& blank);

  std::string_view source_;
  std::uint32_t at_ = 0;
  bool has_cr_;
  bool blank_ = true;  // before ahead_
  std::optional<base::Span> ahead_;
};

// `span` without the spaces and tabs at its ends.
inline base::Span trim(std::string_view source, base::Span span) {
  while (span.begin < span.end && base::is_blank(source[span.begin])) ++span.begin;
  while (span.begin < span.end && base::is_blank(source[span.end - 1])) --span.end;
  return span;
}

}  // namespace errpress::article
