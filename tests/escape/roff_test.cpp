#include "escape/roff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using testing::escaped;
using testing::repeated;
using namespace std::string_view_literals;

// Short enough not to be wrapped, so `roff` and `roff_line` print the same.
constexpr std::array kCases = {
    EscapeCase{".so x.7", "\\&.so x.7"},
    EscapeCase{"'\\\" t", "\\(aq\\(rs\\(dq t"},
    EscapeCase{"'br", "\\(aqbr"},
    EscapeCase{".\\\" comment", "\\&.\\(rs\\(dq comment"},
    EscapeCase{"\\fBbold\\fP", "\\(rsfBbold\\(rsfP"},
    EscapeCase{"\\", "\\(rs"},
    EscapeCase{"a\\", "a\\(rs"},
    EscapeCase{"\\*[.T]", "\\(rs*[.T]"},
    EscapeCase{"command-line", "command\\-line"},
    EscapeCase{"a `b` ^ ~ \"c\"", "a \\(gab\\(ga \\(ha \\(ti \\(dqc\\(dq"},
    EscapeCase{"no\u00A0break", "no\\~break"},
    EscapeCase{"\u2022 \u2019 \U0001F600", "\\[u2022] \\[u2019] \\[u1F600]"},
    EscapeCase{"\u202E\u200B\uFEFF", "\\[u202E]\\[u200B]\\[uFEFF]"},
    EscapeCase{"\tx\n.y", "x \\&.y"},
    EscapeCase{"of .NET.", "of \\&.NET."},
    EscapeCase{"a ... b..", "a \\&... b.."},
    EscapeCase{"nul\0 esc\x1b"sv, "nul\\[uFFFD] esc\\[uFFFD]"},
    EscapeCase{"100% {x} $y @z", "100% {x} $y @z"},
    EscapeCase{"trailing ", "trailing \\&"},
    EscapeCase{" ", ""},
};

template <typename Do>
void for_each_line(std::string_view text, Do what) {
  while (true) {
    const std::size_t end = text.find('\n');
    what(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

TEST_CASE("roff: requests, escapes and what typesetters change become plain characters") {
  testing::check_cases("roff", kCases);
  testing::check_cases("roff_line", kCases);
}

TEST_CASE("roff: lines break at blanks before they get too long") {
  const std::string words = repeated("word ", 30) + "end.";
  CHECK(escaped("roff", words) == repeated("word ", 13) + "word\n" + repeated("word ", 13) + "word\nword word end.");
  CHECK(escaped("roff_line", words) == words);
}

TEST_CASE("roff: a line counts from the template's part, whose blanks may become line ends") {
  CHECK(escaped("roff", "word", std::string("\n") + repeated("word ", 14) + "(") ==
        std::string("\n") + repeated("word ", 13) + "word\n(word");
  CHECK(escaped("roff", "word", std::string("\n") + repeated("word ", 14)) ==
        std::string("\n") + repeated("word ", 13) + "word\nword");
}

TEST_CASE("roff: a template's own request after a blank, or an escaped blank, is no place to break") {
  const std::string text = std::string(60, 'x') + " ";
  CHECK(escaped("roff", "wordword", text + ".word(") == repeated("x", 60) + " .word(wordword");
  CHECK(escaped("roff", "wordword", text + "'word(") == repeated("x", 60) + " 'word(wordword");
  CHECK(escaped("roff", "wordword", std::string(60, 'x') + "\\ word(") == repeated("x", 60) + "\\ word(wordword");
}

TEST_CASE("roff: a macro's line is never broken") {
  const std::string words = repeated("word ", 30) + "end.";
  CHECK(escaped("roff", words, "x\n.B ") == std::string("x\n.B ") + words);
  CHECK(escaped("roff", words, ".\\\" ") == std::string(".\\\" ") + words);
}

TEST_CASE("roff: long words get break points, after punctuation where there is some") {
  CHECK(escaped("roff", "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED_BY_POLICY") ==
        "ERROR_IPSEC_\\:IKE_NEGOTIATION_\\:DISABLED_BY_\\:POLICY");
  CHECK(escaped("roff", "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED") == "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED");
  CHECK(escaped("roff", std::string(50, 'w')) == repeated("w", 24) + "\\:" + repeated("w", 24) + "\\:ww");
  CHECK(escaped("roff_line", "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED") == "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED");
  CHECK(escaped("roff_line", std::string(61, 'w')) ==
        repeated("w", 24) + "\\:" + repeated("w", 24) + "\\:" + repeated("w", 13));
}

TEST_CASE("roff: ASCII only, no line is blank, too long without need, begins a request or ends in a blank") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = escaped("roff", text);
    CHECK(std::all_of(out.begin(), out.end(), [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7F); }));
    if (out.empty()) continue;
    for_each_line(out, [](std::string_view line) {
      CHECK_FALSE(line.empty());
      CHECK_FALSE(line.starts_with('.'));
      CHECK_FALSE(line.starts_with('\''));
      CHECK_FALSE(line.starts_with(' '));
      CHECK_FALSE(line.ends_with(' '));
      CHECK((line.size() <= kRoffLineSize || line.find(' ') == std::string_view::npos));
    });
  }
}

TEST_CASE("roff_line: safe between quotes, and one line") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = escaped("roff_line", text);
    CHECK(out.find_first_of("\"\n\t'") == std::string::npos);
    CHECK_FALSE(out.starts_with('.'));
    CHECK_FALSE(out.ends_with(' '));
    CHECK_FALSE(out.ends_with('\\'));
  }
}

}  // namespace errpress::escape
