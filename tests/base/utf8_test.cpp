#include "base/utf8.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

namespace errpress::base {

namespace {

// The length of each sequence that RFC 3629, section 4, allows at the start of `bytes` (its grammar, term by term);
// 0 where it allows none.
std::size_t rfc_sequence_size(std::string_view bytes) {
  const auto in = [&](std::size_t at, unsigned low, unsigned high) {
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= low &&
           static_cast<unsigned char>(bytes[at]) <= high;
  };
  const auto tail = [&](std::size_t at) { return in(at, 0x80, 0xBF); };
  if (in(0, 0x00, 0x7F)) return 1;
  if (in(0, 0xC2, 0xDF) && tail(1)) return 2;
  if (in(0, 0xE0, 0xE0) && in(1, 0xA0, 0xBF) && tail(2)) return 3;
  if (in(0, 0xE1, 0xEC) && tail(1) && tail(2)) return 3;
  if (in(0, 0xED, 0xED) && in(1, 0x80, 0x9F) && tail(2)) return 3;
  if (in(0, 0xEE, 0xEF) && tail(1) && tail(2)) return 3;
  if (in(0, 0xF0, 0xF0) && in(1, 0x90, 0xBF) && tail(2) && tail(3)) return 4;
  if (in(0, 0xF1, 0xF3) && tail(1) && tail(2) && tail(3)) return 4;
  if (in(0, 0xF4, 0xF4) && in(1, 0x80, 0x8F) && tail(2) && tail(3)) return 4;
  return 0;
}

std::vector<char32_t> decode_all(std::string_view text) {
  std::vector<char32_t> values;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    CHECK(point.valid == (rfc_sequence_size(text.substr(at)) == point.size));
    values.push_back(point.value);
    at += point.size;
  }
  return values;
}

TEST_CASE("code points are decoded as RFC 3629 allows and no other way") {
  struct Case {
    std::string what;
    std::string text;
    std::vector<char32_t> values;
  };
  constexpr char32_t kBad = kReplacement;
  const std::vector<Case> cases = {
      {"ascii", "a~", {'a', '~'}},
      {"NUL", std::string(1, '\0'), {0}},
      {"first and last of two bytes", "\xC2\x80\xDF\xBF", {0x80, 0x7FF}},
      {"first and last of three bytes", "\xE0\xA0\x80\xEF\xBF\xBF", {0x800, 0xFFFF}},
      {"first and last of four bytes", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", {0x10000, 0x10FFFF}},
      {"a bullet", "\xE2\x80\xA2", {0x2022}},
      {"around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", {0xD7FF, 0xE000}},
      {"U+FFFD itself is valid", "\xEF\xBF\xBD", {0xFFFD}},
      {"overlong solidus", "\xC0\xAF", {kBad, kBad}},
      {"overlong in C1", "\xC1\xBF", {kBad, kBad}},
      {"overlong in three", "\xE0\x9F\xBF", {kBad, kBad, kBad}},
      {"overlong in four", "\xF0\x8F\xBF\xBF", {kBad, kBad, kBad, kBad}},
      {"first and last surrogate", "\xED\xA0\x80\xED\xBF\xBF", {kBad, kBad, kBad, kBad, kBad, kBad}},
      {"past U+10FFFF", "\xF4\x90\x80\x80", {kBad, kBad, kBad, kBad}},
      {"bytes that never occur", "\xF5\xF8\xFC\xFE\xFF", {kBad, kBad, kBad, kBad, kBad}},
      {"a lone continuation",
       "\x80"
       "a",
       {kBad, 'a'}},
      {"cut off at the end", "\xE2\x80", {kBad, kBad}},
      {"cut off before a letter",
       "\xE2\x80"
       "a",
       {kBad, kBad, 'a'}},
      {"cut off before another sequence", "\xE2\xC3\xA9", {kBad, 0xE9}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(decode_all(c.text) == c.values);
    CHECK(count_code_points(c.text) == c.values.size());
  }
}

TEST_CASE("every pair and triple of bytes is judged as the grammar of RFC 3629 judges it") {
  // Two further bytes are continuations, so that long sequences are reached as well.
  std::uint32_t wrong = 0;
  std::string text(5, '\x80');
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      for (const unsigned third : {0x00u, 0x7Fu, 0x80u, 0xBFu, 0xC0u, 0xFFu}) {
        text[0] = static_cast<char>(first);
        text[1] = static_cast<char>(second);
        text[2] = static_cast<char>(third);
        for (std::size_t size = 1; size <= text.size(); ++size) {
          const std::string_view part = std::string_view(text).substr(0, size);
          const std::size_t expected = rfc_sequence_size(part);
          const CodePoint point = decode(part, 0);
          if (point.valid != (expected != 0) || point.size != (expected == 0 ? 1 : expected)) ++wrong;
        }
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("what is appended decodes to itself, for every scalar value") {
  std::uint32_t wrong = 0;
  std::string text;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    text.clear();
    append_utf8(text, value);
    const CodePoint point = decode(text, 0);
    if (!point.valid || point.value != value || point.size != text.size()) ++wrong;
  }
  CHECK(wrong == 0);
}

// "tab 2, first 0-1; no final newline"; empty for plain text.
std::string dump(const EncodingIssues& found) {
  std::string out;
  const auto add = [&out](const char* name, const EncodingIssue& issue) {
    if (issue.count == 0) return;
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}, first {}-{}", name, issue.count, issue.first.begin, issue.first.end);
  };
  add("invalid", found.invalid_utf8);
  add("control", found.control);
  add("crlf", found.crlf);
  add("tab", found.tab);
  add("mark", found.byte_order_mark);
  if (!found.final_newline) out += out.empty() ? "no final newline" : "; no final newline";
  return out;
}

TEST_CASE("encoding_issues: how often, and where first") {
  struct Case {
    std::string what;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"empty", "", ""},
      {"plain", "plain ~ text\n", ""},
      {"no final newline", "text", "no final newline"},
      {"a CR does not end the last line", "text\r", "control 1, first 4-5; no final newline"},
      {"non-ascii text", "  \u2022 it\u2019s\n", ""},
      {"CR LF", "a\r\nb\r\n", "crlf 2, first 1-3"},
      {"a lone CR", "a\rb\r\r\n", "control 2, first 1-2; crlf 1, first 4-6"},
      {"tabs", "\ta\t\n", "tab 2, first 0-1"},
      {"NUL", std::string("a\0b\0\n", 5), "control 2, first 1-2"},
      {"escape and bell", "\x1B[0m\x07\n", "control 2, first 0-1"},
      {"DEL", "a\x7F\n", "control 1, first 1-2"},
      {"C1", "a\u0085\u009F\u00A0\n", "control 2, first 1-3"},
      {"invalid bytes", "ab\xFF\xC0\n", "invalid 2, first 2-3"},
      {"a byte order mark", "\uFEFFa\n", "mark 1, first 0-3"},
      {"only a byte order mark", "\uFEFF", "mark 1, first 0-3; no final newline"},
      {"U+FEFF inside is no mark", "a\uFEFF\n", ""},
      {"UTF-16", std::string("\xFF\xFE\n\0", 4), "invalid 2, first 0-1; control 1, first 3-4; no final newline"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(dump(find_encoding_issues(c.text)) == c.expected);
  }
}

// What find_encoding_issues says, without its ways of going fast.
EncodingIssues find_oddities_slowly(std::string_view text) {
  EncodingIssues found;
  const auto note = [](EncodingIssue& issue, std::size_t at, std::size_t size) {
    if (issue.count++ == 0) issue.first = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    std::size_t size = point.size;
    if (!point.valid) note(found.invalid_utf8, at, size);
    if (point.value == '\t') note(found.tab, at, 1);
    if (point.value == 0xFEFF && at == 0) note(found.byte_order_mark, at, size);
    if (text.substr(at, 2) == "\r\n") note(found.crlf, at, size = 2);
    if (is_control(point.value) || (point.value == '\r' && size == 1)) note(found.control, at, size);
    at += size;
  }
  found.final_newline = text.empty() || text.back() == '\n';
  return found;
}

TEST_CASE("every byte is found at every place of a block, whatever stands before it") {
  std::uint32_t wrong = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 80; ++at) {
      for (const char fill : {'x', '\n', ' ', '~'}) {
        std::string text(80, fill);
        text[at] = static_cast<char>(byte);
        if (dump(find_encoding_issues(text)) != dump(find_oddities_slowly(text))) ++wrong;
        // and with a second odd byte right behind, which a sum could carry into
        if (at + 1 < text.size()) text[at + 1] = '\x01';
        if (dump(find_encoding_issues(text)) != dump(find_oddities_slowly(text))) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("random bytes give the same encoding_issues fast and slowly") {
  std::uint32_t wrong = 0;
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525 + 1013904223, state >> 16; };
  const std::vector<std::string> pieces = {"x",
                                           "\n",
                                           "\r",
                                           "\r\n",
                                           "\t",
                                           "\u2022 ",
                                           "\xEF\xBB\xBF",
                                           "\xE2",
                                           "\x7F",
                                           "\x01",
                                           "\xFF",
                                           "\u0085",
                                           "a line of plain text, as most are in an article\n"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint32_t count = next() % 12; count > 0; --count) text += pieces[next() % pieces.size()];
    if (dump(find_encoding_issues(text)) != dump(find_oddities_slowly(text))) ++wrong;
  }
  CHECK(wrong == 0);
}

}  // namespace

}  // namespace errpress::base
