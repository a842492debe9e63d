#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/clean_text.h"
#include "escape/cpp_comment.h"
#include "escape/cpp_string.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using testing::escaped;
using testing::repeated;
using namespace std::string_view_literals;

constexpr std::array kStringCases = {
    EscapeCase{"say \"hi\"", "say \\\"hi\\\""},
    EscapeCase{"back\\slash\\", "back\\\\slash\\\\"},
    EscapeCase{"why?", "why\\?"},
    EscapeCase{"?\?/", "\\?\\?/"},
    EscapeCase{"\u00e91", "\\303\\2511"},
    EscapeCase{"\u2019", "\\342\\200\\231"},
    EscapeCase{"\U0001F600", "\\360\\237\\230\\200"},
    EscapeCase{"\u202E", "\\342\\200\\256"},
    EscapeCase{"a\nb\tc", "a b c"},
    EscapeCase{"nul\0"sv, "nul\\357\\277\\275"},
    EscapeCase{"%s %1 %%", "%s %1 %%"},
    EscapeCase{"\"); system(\"x", "\\\"); system(\\\"x"},
    EscapeCase{"\\x41\\u0041", "\\\\x41\\\\u0041"},
    EscapeCase{"// */ /*", "// */ /*"},
    EscapeCase{"  a ", " a "},
};

constexpr std::array kCommentCases = {
    EscapeCase{"*/ int x; /*", "* / int x; / * ."},
    EscapeCase{"/*/", "/ * /"},
    EscapeCase{"*/*/", "* / * /"},
    EscapeCase{"**/", "** /"},
    EscapeCase{"//", "//"},
    EscapeCase{"ends in \\", "ends in \\\\ ."},
    EscapeCase{"ends in \\ ", "ends in \\\\ . "},
    EscapeCase{"ends in ?\?/", "ends in ?\?/ ."},
    EscapeCase{"ends in *", "ends in * ."},
    EscapeCase{"?\?/ inside", "?\?/ inside"},
    EscapeCase{"@file \\code <b> &lt; #x %y", "\\@file \\\\code \\<b> \\&lt; \\#x \\%y"},
    EscapeCase{"bidi\u202E zero\u200B mark\uFEFF", "bidi\\<U+202E> zero\\<U+200B> mark\\<U+FEFF>"},
    EscapeCase{"tag\U000E0041", "tag\\<U+E0041>"},
    EscapeCase{"filler\u3164 joiner\u034F", "filler\\<U+3164> joiner\\<U+034F>"},
    EscapeCase{"\u2764\uFE0F \u845B\U000E0100 \u06001", "\u2764\uFE0F \u845B\U000E0100 \u06001"},
    EscapeCase{"\u2019 \u00e9", "\u2019 \u00e9"},
    EscapeCase{"a\nint x;\r\nb", "a int x; b"},
    EscapeCase{" a", "a"},
    EscapeCase{"", ""},
    EscapeCase{" ", ""},
};

// The bytes of a literal's content, as a compiler reads it, and the longest piece of it.
struct Literal {
  std::string bytes;
  std::size_t longest = 0;
};

Literal parse_literal(std::string_view content) {
  Literal literal;
  std::size_t piece = 0;
  for (std::size_t at = 0; at < content.size();) {
    std::size_t size = 1;
    if (content.substr(at, 3) == "\" \"") {
      literal.longest = std::max(literal.longest, piece);
      piece = 0;
      at += 3;
      continue;
    }
    REQUIRE(content[at] != '"');
    if (content[at] != '\\') {
      literal.bytes += content[at];
    } else if (const char next = content.at(at + 1); next >= '0' && next <= '7') {
      size = 4;
      literal.bytes += static_cast<char>(std::stoi(std::string(content.substr(at + 1, 3)), nullptr, 8));
    } else {
      size = 2;
      REQUIRE(std::string_view("\"\\?").find(next) != std::string_view::npos);
      literal.bytes += next;
    }
    piece += size;
    at += size;
  }
  literal.longest = std::max(literal.longest, piece);
  return literal;
}

}  // namespace

TEST_CASE("cpp_string: quotes, backslashes, trigraphs and bytes that are not ASCII") {
  testing::check_cases("cpp_string", kStringCases);
}

TEST_CASE("cpp_string: a long value becomes adjacent literals, and no escape is cut") {
  CHECK(escaped("cpp_string", std::string(1000, 'a')) == std::string(1000, 'a'));
  CHECK(escaped("cpp_string", std::string(1001, 'a')) == std::string(1000, 'a') + "\" \"a");
  CHECK(escaped("cpp_string", std::string(999, 'a') + "\"") == std::string(999, 'a') + "\" \"\\\"");
  CHECK(escaped("cpp_string", std::string(997, 'a') + "\u00e9") == std::string(997, 'a') + "\" \"\\303\\251");
}

TEST_CASE("cpp_string: printable ASCII, the cleaned text's bytes, in pieces of the promised size") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = escaped("cpp_string", text);
    CHECK(std::all_of(out.begin(), out.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
    const Literal literal = parse_literal(out);
    base::TextBuffer clean;
    base::append_clean(clean, text);
    CHECK(literal.bytes == clean.view());
    CHECK(literal.longest <= kCppPieceSize);
    CHECK(out.find("?\?") == std::string::npos);
  }
}

TEST_CASE("cpp_comment: delimiters, line ends, unseen characters and commands") {
  testing::check_cases("cpp_comment", kCommentCases);
}

TEST_CASE("cpp_comment: nothing grows together with the template's own characters") {
  CHECK(escaped("cpp_comment", "/ x", "/* *") == "/* * / x");
  CHECK(escaped("cpp_comment", "* x", "//") == "// * x");
  CHECK(escaped("cpp_comment", "?/", "// ?") == "// ?\?/ .");
}

TEST_CASE("cpp_comment: no text ends a comment, opens one, or takes the next line in") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = escaped("cpp_comment", text);
    CHECK(out.find("*/") == std::string::npos);
    CHECK(out.find("/*") == std::string::npos);
    std::string_view end = out;
    while (end.ends_with(' ')) end.remove_suffix(1);
    CHECK_FALSE(end.ends_with('\\'));
    CHECK_FALSE(end.ends_with("?\?/"));
    CHECK_FALSE(end.ends_with('*'));
    for (const std::string_view unseen : {"\u202E", "\u200B", "\u2066", "\uFEFF", "\u00AD"}) {
      CHECK(out.find(unseen) == std::string::npos);
    }
  }
}

}  // namespace errpress::escape
