#include "escape/html.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/clean_text.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using namespace std::string_view_literals;

constexpr std::array kCases = {
    EscapeCase{"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    EscapeCase{"& \" < >", "&amp; &quot; &lt; &gt;"},  // as the Mustache specification has it
    EscapeCase{"it's", "it&#39;s"},
    EscapeCase{"&lt;", "&amp;lt;"},
    EscapeCase{"<!-- x -->", "&lt;!-- x --&gt;"},
    EscapeCase{"\" onclick=\"x", "&quot; onclick=&quot;x"},
    EscapeCase{"{{ x }} `y` $z$", "{{ x }} `y` $z$"},
    EscapeCase{" a  b\t\n c\r\n ", " a  b\t\n c\r\n "},
    EscapeCase{"nul\0esc\x1b"sv, "nul\uFFFDesc\uFFFD"},
    EscapeCase{"del\x7f c1\u009b", "del\uFFFD c1\uFFFD"},
    EscapeCase{"a\u0085b\u2028c\u2029d", "a b c d"},
    EscapeCase{"\xc0\xaf\xff", "\uFFFD\uFFFD\uFFFD"},
    EscapeCase{"\u2019 \u00A0 \U0001F600", "\u2019 \u00A0 \U0001F600"},
};

std::string unescaped(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  std::string text;
  while (!html.empty()) {
    bool found = false;
    for (const auto& [entity, c] : kEntities) {
      if (!html.starts_with(entity)) continue;
      text += c;
      html.remove_prefix(entity.size());
      found = true;
      break;
    }
    if (found) continue;
    REQUIRE(html.front() != '&');
    text += html.front();
    html.remove_prefix(1);
  }
  return text;
}

}  // namespace

TEST_CASE("html: markup becomes text, white space stays") { testing::check_cases("html", kCases); }

TEST_CASE("html: no markup is left, and the text comes back") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = testing::escaped("html", text);
    CHECK(out.find_first_of("<>\"'") == std::string::npos);
    base::TextBuffer back;
    base::TextBuffer want;
    base::append_clean(back, unescaped(out));
    base::append_clean(want, text);
    CHECK(back.view() == want.view());
  }
}

}  // namespace errpress::escape
