#include "base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/sixteen_bytes.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace errpress::base {
namespace {

constexpr std::uint8_t kTabColumns = 4;

constexpr bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

enum class LineFeeds : bool { skip, stop };

// The first character at or after `at` that is not printable ASCII, or the end. May pass over line feeds.
template <LineFeeds kLineFeeds = LineFeeds::stop>
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr bool kSkipFeeds = kLineFeeds == LineFeeds::skip;
  while (text.size() - at >= kSixteen) {
    const SixteenBytes bytes(text.data() + at);
    const SixteenBits ascii = bytes.in_range(0x20, 0x7E) | (kSkipFeeds ? bytes.equal('\n') : 0);
    if (ascii != kAllSixteen) return at + first_set(~ascii & kAllSixteen);
    at += kSixteen;
  }
  while (at < text.size() && (is_printable_ascii(text[at]) || (kSkipFeeds && text[at] == '\n'))) ++at;
  return at;
}

template <LineFeeds kLineFeeds>
void append(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii_end = skip_ascii<kLineFeeds>(text, at);
    out.append(text, at, ascii_end - at);
    at = ascii_end;
    if (at == text.size()) return;
    const Glyph glyph = read_glyph(text, at);
    append_glyph(out, text, at, glyph);
    at += glyph.size;
  }
}

// Appends "\u202E", or a surrogate pair for a value above 0xFFFF.
void append_json_escape(std::string& out, char32_t c) {
  auto value = static_cast<std::uint32_t>(c);
  if (value > 0xFFFF) {
    value -= 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04X}", 0xD800 + (value >> 10));
    value = 0xDC00 + (value & 0x3FF);
  }
  fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
}

constexpr std::uint8_t escape_columns(char32_t c) { return c > 0xFFFF ? (c > 0xFFFFF ? 10 : 9) : 8; }

}  // namespace

Glyph read_glyph(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (is_printable_ascii(byte)) return {static_cast<char32_t>(byte), 1, 1, Glyph::Form::plain};
  const CodePoint point = decode(text, at);
  const char32_t c = point.value;
  if (!point.valid) return {kReplacement, point.size, 1, Glyph::Form::invalid};
  if (c == '\t') return {c, 1, kTabColumns, Glyph::Form::tab};
  if (c < 0x20 || c == 0x7F) return {c, 1, 1, Glyph::Form::picture};
  if (is_invisible(c)) return {c, point.size, escape_columns(c), Glyph::Form::escape};
  return {c, point.size, static_cast<std::uint8_t>(display_width(c)), Glyph::Form::plain};
}

void append_glyph(std::string& out, std::string_view text, std::size_t at, const Glyph& glyph) {
  switch (glyph.form) {
    case Glyph::Form::plain:
      out.append(text, at, glyph.size);
      return;
    case Glyph::Form::tab:
      out.append(kTabColumns, ' ');
      return;
    case Glyph::Form::picture:
      append_utf8(out, glyph.value == 0x7F ? 0x2421 : 0x2400 + glyph.value);
      return;
    case Glyph::Form::escape:
      fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<std::uint32_t>(glyph.value));
      return;
    case Glyph::Form::invalid:
      append_utf8(out, kReplacement);
      return;
  }
}

std::size_t printable_ascii_end(std::string_view text, std::size_t at) { return skip_ascii(text, at); }

void append_printable(std::string& out, std::string_view text) { append<LineFeeds::stop>(out, text); }

std::string printable(std::string_view text) {
  std::string out;
  append_printable(out, text);
  return out;
}

void append_printable_lines(std::string& out, std::string_view text) { append<LineFeeds::skip>(out, text); }

void append_printable_json(std::string& out, std::string_view json) {
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t ascii_end = skip_ascii(json, at);
    out.append(json, at, ascii_end - at);
    at = ascii_end;
    if (at == json.size()) return;
    const Glyph glyph = read_glyph(json, at);
    const bool is_shown = glyph.form == Glyph::Form::plain || glyph.form == Glyph::Form::invalid;
    if (glyph.value == '\n') {
      out += '\n';
    } else if (is_shown) {
      append_glyph(out, json, at, glyph);
    } else {
      append_json_escape(out, glyph.value);
    }
    at += glyph.size;
  }
}

std::size_t count_columns(std::string_view text, std::size_t limit) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size() && columns <= limit;) {
    // No more than one column past the limit is looked at.
    const std::size_t most = std::min(text.size() - at - 1, limit - columns) + 1;
    const std::size_t ascii_end = skip_ascii(text.substr(0, at + most), at);
    columns += ascii_end - at;
    at = ascii_end;
    if (at == text.size() || columns > limit) break;
    const Glyph glyph = read_glyph(text, at);
    columns += glyph.columns;
    at += glyph.size;
  }
  return columns;
}

}  // namespace errpress::base
