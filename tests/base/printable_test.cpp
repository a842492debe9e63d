#include "base/printable.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace errpress::base {
namespace {

struct Case {
  std::string_view text;
  std::string_view shown;
  std::size_t columns;
};

using namespace std::string_view_literals;

// The columns were counted by hand on what `shown` looks like in a terminal.
constexpr Case kCases[] = {
    {""sv, ""sv, 0},
    {"plain ASCII ~"sv, "plain ASCII ~"sv, 13},
    {"• can’t"sv, "• can’t"sv, 7},
    {"a\tb"sv, "a    b"sv, 6},
    // Wide characters: CJK, Hangul, full-width Latin, emoji.
    {"漢字"sv, "漢字"sv, 4},
    {"한Ａ😀"sv, "한Ａ😀"sv, 6},
    // Combining marks: e with acute, o with two, keycap's enclosing mark, a variation selector.
    {"e\u0301"sv, "e\u0301"sv, 1},
    {"o\u0308\u0304x"sv, "o\u0308\u0304x"sv, 2},
    {"1\u20E3\uFE0F"sv, "1\u20E3\uFE0F"sv, 1},
    {"\u1100\u1161\u11A8"sv, "\u1100\u1161\u11A8"sv, 2},  // three jamo of one syllable
    {"\u06001"sv, "\u06001"sv, 2},                        // Arabic number sign
    {"\u0915\u093F"sv, "\u0915\u093F"sv, 1},
    {"กำ"sv, "กำ"sv, 2},  // Thai SARA AM is a letter
    // Controls become their pictures.
    {"\0a"sv, "␀a"sv, 2},
    {"\x1B[31mred"sv, "␛[31mred"sv, 8},
    {"\a\b\x7F"sv, "␇␈␡"sv, 3},
    {"one\r\ntwo"sv, "one␍␊two"sv, 8},
    {"\u009B31m"sv, "<U+009B>31m"sv, 11},  // C1's control sequence introducer
    {"\u0085"sv, "<U+0085>"sv, 8},
    // What hides or reorders text is spelled out.
    {"a\u202Eb\u2066"sv, "a<U+202E>b<U+2066>"sv, 18},
    {"a\u200Bb\u200D\uFEFF"sv, "a<U+200B>b<U+200D><U+FEFF>"sv, 26},
    {"a\u00ADb"sv, "a<U+00AD>b"sv, 10},
    {"a\u034Fb"sv, "a<U+034F>b"sv, 10},
    {"\u3164"sv, "<U+3164>"sv, 8},
    {"\u2028\u2029"sv, "<U+2028><U+2029>"sv, 16},
    {"\U000E0041"sv, "<U+E0041>"sv, 9},
    // Bytes that are not UTF-8, one by one: a lone continuation, a cut sequence, a surrogate, an overlong slash.
    {"a\x80z"sv, "a\uFFFDz"sv, 3},
    {"\xE2\x80"sv, "\uFFFD\uFFFD"sv, 2},
    {"\xED\xA0\x80"sv, "\uFFFD\uFFFD\uFFFD"sv, 3},
    {"\xC0\xAF"sv, "\uFFFD\uFFFD"sv, 2},
};

TEST_CASE("text is shown safely, and its columns are counted") {
  for (const Case& c : kCases) {
    CAPTURE(c.shown);
    std::string shown;
    append_printable(shown, c.text);
    CHECK(shown == c.shown);
    CHECK(count_columns(c.text) == c.columns);
  }
}

TEST_CASE("text of several lines keeps its line ends and nothing else") {
  for (const auto& [text, shown] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {""sv, ""sv},
           {"\n"sv, "\n"sv},
           {"a\n\nb\r\n\x1B[2J"sv, "a\n\nb\u240D\n\u241B[2J"sv},
           {"a\u009B\nb"sv, "a<U+009B>\nb"sv}}) {
    std::string out;
    append_printable_lines(out, text);
    CHECK(out == shown);
  }
}

TEST_CASE("JSON says the same in printable characters") {
  for (const auto& [json, shown] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"{\n  \"a\": \"\u6F22 \\u0007\"\n}"sv, "{\n  \"a\": \"\u6F22 \\u0007\"\n}"sv},
           {"\"\x7F\u0085\u202E\u200B\""sv, "\"\\u007F\\u0085\\u202E\\u200B\""sv},
           {"\"\U000E0041\""sv, "\"\\uDB40\\uDC41\""sv},
           {"\"\xC2\xFF\""sv, "\"\uFFFD\uFFFD\""sv}}) {
    std::string out;
    append_printable_json(out, json);
    CHECK(out == shown);
  }
}

TEST_CASE("whatever the bytes, no control character is shown") {
  std::string text;
  for (int byte = 0; byte < 256; ++byte) {
    for (int next = 0; next < 256; ++next) {
      text = {static_cast<char>(byte), static_cast<char>(next), 'z'};
      std::string shown;
      append_printable(shown, text);
      CHECK(shown.back() == 'z');
      for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto c = static_cast<unsigned char>(shown[i]);
        REQUIRE(c >= 0x20);
        REQUIRE(c != 0x7F);
        // C1 in UTF-8 is C2 80 to C2 9F.
        if (c == 0xC2) REQUIRE(static_cast<unsigned char>(shown[i + 1]) >= 0xA0);
      }
    }
  }
}

TEST_CASE("counting stops once the limit is passed") {
  const std::string text(1000, 'x');
  CHECK(count_columns(text, 10) == 11);
  CHECK(count_columns(text, 1000) == 1000);
}

}  // namespace
}  // namespace errpress::base
