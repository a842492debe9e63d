#include "base/clean_text.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/utf8.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::base {
namespace {

using testing::EscapeCase;
using namespace std::string_view_literals;

constexpr std::array kCases = {
    EscapeCase{"", ""},
    EscapeCase{"plain text.", "plain text."},
    EscapeCase{"a  b   c", "a b c"},
    EscapeCase{"  a  ", " a "},
    EscapeCase{"a\tb\nc\r\nd\re", "a b c d e"},
    EscapeCase{"a \n\t b", "a b"},
    EscapeCase{"a\u0085b\u2028c\u2029d", "a b c d"},
    EscapeCase{"a \u2028 b", "a b"},
    EscapeCase{"a\0b"sv, "a\uFFFDb"},
    EscapeCase{"\x1b[31m", "\uFFFD[31m"},
    EscapeCase{"\v\f\x7f\u009b", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    EscapeCase{"a\x80z", "a\uFFFDz"},
    EscapeCase{"\xc0\xaf", "\uFFFD\uFFFD"},
    EscapeCase{"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},
    EscapeCase{"\xe2\x82", "\uFFFD\uFFFD"},
    EscapeCase{"no\u00A0break, em\u2003space", "no\u00A0break, em\u2003space"},
    EscapeCase{"\u2019\u202E\U0001F600\uFEFF", "\u2019\u202E\U0001F600\uFEFF"},
};

std::string clean(std::string_view text) {
  TextBuffer out;
  append_clean(out, text);
  return std::string(out.view());
}

// The definition of clean, one code point at a time.
bool is_clean_by_definition(std::string_view text) {
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    if (!point.valid || point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0)) return false;
    if (point.value == 0x2028 || point.value == 0x2029) return false;
    if (after_space && point.value == ' ') return false;
    after_space = point.value == ' ';
    at += point.size;
  }
  return true;
}

}  // namespace

TEST_CASE("text is cleaned to valid, single-spaced text without controls") {
  for (const EscapeCase& c : kCases) {
    CAPTURE(c.text);
    CHECK(clean(c.text) == c.output);
    CHECK(is_clean(c.text) == (c.text == c.output));
  }
}

TEST_CASE("cleaning appends, whatever stands before") {
  TextBuffer out("before ");
  append_clean(out, " a  b");
  CHECK(out.view() == "before  a b");
}

TEST_CASE("cleaned text is clean, and cleaning it again changes nothing") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    CHECK(is_clean(text) == is_clean_by_definition(text));
    const std::string once = clean(text);
    CHECK(is_clean_by_definition(once));
    CHECK(is_clean(once));
    CHECK(clean(once) == once);
  }
}

TEST_CASE("what is not clean is found at every offset from a block's edge") {
  for (std::size_t before = 0; before < 70; ++before) {
    for (std::size_t after = 0; after < 40; after += 13) {
      CAPTURE(before);
      const std::string start(before, 'a');
      const std::string end(after, 'z');
      for (const std::string_view unclean :
           {"\n"sv, "\t"sv, "  "sv, "\x7f"sv, "\x80"sv, "\0"sv, "\u0085"sv, "\u2028"sv}) {
        CHECK_FALSE(is_clean(start + std::string(unclean) + end));
      }
      for (const std::string_view fine : {" "sv, "~"sv, "\u2019"sv, "\u00A0"sv, "\U0001F600"sv}) {
        CHECK(is_clean(start + std::string(fine) + end));
      }
    }
  }
}

TEST_CASE("clean text is not copied") {
  TextBuffer scratch("untouched");
  const std::string_view text = "clean \u2019 text";
  CHECK(cleaned(text, kUnknownTraits, scratch).data() == text.data());
  CHECK(scratch.view() == "untouched");
  CHECK(cleaned("un  clean", kUnknownTraits, scratch) == "un clean");
}

}  // namespace errpress::base
