#include "escape/markdown.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/clean_text.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using testing::escaped;
using namespace std::string_view_literals;

constexpr std::array kMarkdownCases = {
    // Characters that are always encoded
    EscapeCase{"{{ x }}", "&#123;&#123; x &#125;&#125;"},
    EscapeCase{"<b> & 'c' \"d\"", "&#60;b&#62; &#38; &#39;c&#39; &#34;d&#34;"},
    EscapeCase{"a ` b \\ c | d", "a &#96; b &#92; c &#124; d"},
    EscapeCase{"[x](y)", "&#91;x&#93;(y)"},
    EscapeCase{"100% $x$ wow! C#", "100&#37; &#36;x&#36; wow&#33; C&#35;"},
    EscapeCase{"*a* ~b~ ^c^ =d= +e+", "&#42;a&#42; &#126;b&#126; &#94;c&#94; &#61;d&#61; &#43;e&#43;"},
    EscapeCase{"Note: it", "Note&#58; it"},
    EscapeCase{"&lt; x", "&#38;lt; x"},
    EscapeCase{"<!-- x -->", "&#60;&#33;&#45;&#45; x &#45;&#45;&#62;"},
    EscapeCase{"[[toc]]", "&#91;&#91;toc&#93;&#93;"},
    EscapeCase{"::: tip", "&#58;&#58;&#58; tip"},
    // Runs and signs
    EscapeCase{"a -- b ... c - d. e", "a &#45;&#45; b &#46;&#46;&#46; c - d. e"},
    EscapeCase{"what?? no,, 8-)", "what&#63;&#63; no&#44;&#44; 8&#45;)"},
    EscapeCase{"a (c) (TM) (x", "a &#40;c) &#40;TM) (x"},
    EscapeCase{"1/2 a/b c/o", "1&#47;2 a/b c&#47;o"},
    EscapeCase{"example.com 1.5 e.g.", "example&#46;com 1.5 e&#46;g."},
    // The start of a line
    EscapeCase{"- a", "&#45; a"},
    EscapeCase{"+ a", "&#43; a"},
    EscapeCase{"1. a", "1&#46; a"},
    EscapeCase{"12) a", "12&#41; a"},
    EscapeCase{"... a", "&#46;&#46;&#46; a"},
    EscapeCase{"??? note", "&#63;&#63;&#63; note"},
    EscapeCase{"/// note", "&#47;// note"},
    EscapeCase{"import x from y", "&#105;mport x from y"},
    EscapeCase{"export default", "&#101;xport default"},
    EscapeCase{"to import x", "to import x"},
    EscapeCase{"# a", "&#35; a"},
    EscapeCase{"| a |", "&#124; a &#124;"},
    // Names and numbers
    EscapeCase{"see ERROR_A_B (13, 0x3B).", "see `ERROR_A_B` (13, `0x3B`)."},
    EscapeCase{"Foo_Bar a_b", "Foo&#95;Bar a&#95;b"},
    EscapeCase{"___ _A _", "&#95;&#95;&#95; `_A` &#95;"},
    EscapeCase{"0xZZ 10x1 0x1_a next", "0xZZ 10x1 0x1&#95;a next"},
    EscapeCase{"{ERROR_A}", "&#123;`ERROR_A`&#125;"},
    EscapeCase{"ERROR", "ERROR"},
    // Words that look like links
    EscapeCase{"see http://a.b/c_d?e={f}.", "see `http://a.b/c_d?e=`&#123;f&#125;."},
    EscapeCase{"(www.a.b)", "(`www.a.b`)"},
    EscapeCase{"mail a.b+c@d.e, now", "mail `a.b+c@d.e`, now"},
    EscapeCase{"@user and :x: at 12:30:45", "`@user` and `:x:` at 12&#58;30&#58;45"},
    EscapeCase{"ERROR_A@b.c", "`ERROR_A@b.c`"},
    EscapeCase{"http://a`b`", "`http://a`&#96;b&#96;"},
};

constexpr std::array kCommonMarkCases = {
    // Left alone
    EscapeCase{"It's \"so\": a, b; c (d) 50% e-f ... -- x^2 = 3 + 4 > 2? Yes!",
               "It's \"so\": a, b; c (d) 50% e-f ... -- x^2 = 3 + 4 > 2? Yes&#33;"},
    EscapeCase{"see ERROR_A_B (13, 0x3B).", "see ERROR_A_B (13, 0x3B)."},
    EscapeCase{"wow! nice", "wow! nice"},
    EscapeCase{"example.com at 12:30:45", "example.com at 12:30:45"},
    EscapeCase{"to import x; a } b", "to import x; a } b"},
    EscapeCase{"imports exported Import", "imports exported Import"},
    // Markup
    EscapeCase{"<b> & &lt;", "&lt;b> &amp; &amp;lt;"},
    EscapeCase{"a ` b \\ c | d", "a &#96; b &#92; c &#124; d"},
    EscapeCase{"[x](y) ![z]", "&#91;x&#93;(y) &#33;&#91;z&#93;"},
    EscapeCase{"*a* ~b~ $c$ # {{d", "&#42;a&#42; &#126;b&#126; &#36;c&#36; &#35; &#123;&#123;d"},
    EscapeCase{"_a_ __FILE__ A__B", "&#95;a&#95; &#95;&#95;FILE&#95;&#95; A&#95;&#95;B"},
    EscapeCase{"[^1]", "&#91;^1&#93;"},
    // The start of a line
    EscapeCase{"- a", "&#45; a"},
    EscapeCase{"+ a", "&#43; a"},
    EscapeCase{"1. a", "1&#46; a"},
    EscapeCase{"12) a", "12&#41; a"},
    EscapeCase{"> a", "&#62; a"},
    EscapeCase{"===", "&#61;=="},
    EscapeCase{":-", "&#58;-"},
    EscapeCase{"import x from y", "&#105;mport x from y"},
    EscapeCase{"export const a = 1", "&#101;xport const a = 1"},
    EscapeCase{"import", "&#105;mport"},
    EscapeCase{"export&", "&#101;xport&amp;"},
    EscapeCase{"  import x", "&#105;mport x"},
    EscapeCase{"# a", "&#35; a"},
    EscapeCase{"```", "&#96;&#96;&#96;"},
    // Words that look like links
    EscapeCase{"(http://a.b/c_d).", "(`http://a.b/c_d`)."},
    EscapeCase{"www. and www.a.b", "`www`. and `www.a.b`"},
    EscapeCase{"'a_b@c.d'", "'`a_b@c.d`'"},
    EscapeCase{"@user :smile: a @ b", "`@user` `:smile:` a @ b"},
};

}  // namespace

TEST_CASE("markdown: every rule of the strict profile") { testing::check_cases("markdown", kMarkdownCases); }

TEST_CASE("commonmark: every rule of the readable profile") { testing::check_cases("commonmark", kCommonMarkCases); }

TEST_CASE("markdown: a name or number is right in a template's own code span, too") {
  for (const std::string_view escaper : {"markdown", "commonmark"}) {
    CAPTURE(escaper);
    CHECK(escaped(escaper, "ERROR_A_B", "`") == "`ERROR_A_B");
    CHECK(escaped(escaper, "0x80070005", "`") == "`0x80070005");
    CHECK(escaped(escaper, "-2147024891", "`") == "`-2147024891");
    CHECK(escaped(escaper, "a`b", "`") == "`a&#96;b");
    CHECK(escaped(escaper, "http://a.b", "`x`") == "`x`h`ttp://a.b`");
  }
}

TEST_CASE("markdown: what a value could complete with the template's characters stays text") {
  for (const std::string_view escaper : {"markdown", "commonmark"}) {
    CAPTURE(escaper);
    CHECK(escaped(escaper, "(x)", "[a]") == "[a]&#40;x)");
    CHECK(escaped(escaper, ". x", "1") == "1&#46; x");
    CHECK(escaped(escaper, "wow!").ends_with("&#33;"));
    CHECK(escaped(escaper, "\\").ends_with("&#92;"));
  }
  CHECK(escaped("markdown", "c", "(") == "(&#99;");
  CHECK(escaped("markdown", "a", "(") == "(a");
  CHECK(escaped("markdown", "a (") == "a &#40;");
  CHECK(escaped("markdown", "a; b;") == "a; b&#59;");
  CHECK(escaped("markdown", "8-") == "8&#45;");
}

// MDX takes them for JavaScript only where a line begins.
TEST_CASE("markdown: import and export stay readable in the readable profile behind other text of the line") {
  for (const std::string_view word : {"import it", "export it"}) {
    CHECK(escaped("commonmark", word, "- ") == "- " + std::string(word));
    CHECK(escaped("commonmark", word, "| ") == "| " + std::string(word));
    CHECK(escaped("commonmark", word, "a\n") ==
          "a\n&#" + std::string(word[0] == 'i' ? "105" : "101") + ";" + std::string(word.substr(1)));
  }
}

TEST_CASE("markdown: white space at a line's start goes, elsewhere one space stays") {
  for (const std::string_view escaper : {"markdown", "commonmark"}) {
    CHECK(escaped(escaper, "    code", "x\n") == "x\ncode");
    CHECK(escaped(escaper, "  word", "- ") == "- word");
    CHECK(escaped(escaper, "  word", "x") == "x word");
  }
}

// Code spans may hold nothing that ends them, nor what an expression or a table needs; text nothing but plain
// characters.
TEST_CASE("markdown: what is not plain stands in entities or in code spans") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = escaped("markdown", text);
    bool in_code = false;
    for (std::size_t at = 0; at < out.size(); ++at) {
      const char c = out[at];
      if (c == '`') {
        in_code = !in_code;
        CHECK((at + 1 == out.size() || out[at + 1] != '`'));
      } else if (in_code) {
        CHECK(std::string_view("{}[]<>|\\^\" ").find(c) == std::string_view::npos);
      } else if (c == '&') {
        const std::size_t end = out.find(';', at);
        REQUIRE(end != std::string::npos);
        CHECK(out[at + 1] == '#');
        CHECK(end - at <= 5);
        at = end;
      } else {
        CHECK(std::string_view("<>[]{}*_~^=+|\\#$!\"'@%:").find(c) == std::string_view::npos);
      }
    }
    CHECK_FALSE(in_code);
  }
}

// Tokens that make one rule look around at every character must not make it look at the whole word each time.
TEST_CASE("markdown: the time for a long word grows with its size only") {
  for (const std::string_view unit :
       {"_"sv, "A_B-"sv, "a_"sv, ":"sv, ":a"sv, "."sv, "w."sv, "'"sv, "0x"sv, "&"sv, "!"sv, "("sv}) {
    CAPTURE(unit);
    const std::string text = testing::repeated(unit, 2'000'000 / unit.size());
    CHECK(escaped("markdown", text).size() >= text.size());
    CHECK(escaped("commonmark", text).size() >= text.size());
  }
}

}  // namespace errpress::escape
