// Tests of the plain text of Markdown, and of the way back from it to the file.
#include "article/markdown.h"

#include <random>

#include "sound.h"

using errpress::article::is_markdown;
using errpress::article::PlainText;
using errpress::article::read_markdown;
using errpress::base::Span;
using namespace errpress::tests;

TEST_CASE("markup is removed") {
  constexpr Case kCases[] = {
      {"# ERROR_T - 1 (0x1)\n", "ERROR_T - 1 (0x1)\n\n"},
      {"---\ntitle: x\n---\n# `ERROR_T` - 1 (0x1)", "ERROR_T - 1 (0x1)\n\n"},
      {"T\n\n## See also ##\n", "T\n\n## See also\n\n"},
      {"T\n\nSee also\n--------\n", "T\n\n## See also\n\n"},
      {"A paragraph\nof **two** *lines*,\r\nor three.\n", "A paragraph of two lines, or three.\n"},
      {"Call `close()`. It is ``a ` b``.", "Call close(). It is a ` b.\n"},
      {"ERROR\\_FILE\\_NOT\\_FOUND (2) \\x", "ERROR_FILE_NOT_FOUND (2) \\x\n"},
      {"See [ERROR_A](a.md \"t\") (5), [b][c] and ![d](e.png).", "See ERROR_A (5), b and d.\n"},
      {"An array[0] of [4] and [x] (y).", "An array[0] of [4] and [x] (y).\n"},
      {"<a id=\"x\"></a>Text<br>more, <https://a.b> &amp; a < b > c &lt;", "Text\nmore, https://a.b & a < b > c <\n"},
      {"snake_case_name, _so_, __so__, 2 * 3 * 4, *", "snake_case_name, so, so, 2 * 3 * 4, *\n"},
      {"- One\n  goes on\n* Two\n+ Three\n1. Four", "- One goes on\n- Two\n- Three\n1. Four\n"},
      {"> Quoted\n> text", "Quoted text\n"},
      {"T\n\n---\n\n<!-- a\ncomment -->\n[a]: b\n", "T\n\n\n"},
      {"T\n\n```c\nint x;\n# no\n```\nEnd", "T\n\n    int x;\n    # no\nEnd\n"},
      {"| Name | Code | Hex | Text |\n|---|:-:|---|---|\n| `ERROR_A` | 5 | 0x5 | A *text*. |\n| [ERROR_B](b.md) | 6 | "
       "| |\n",
       "- ERROR_A (5, 0x5): A text.\n- ERROR_B (6):  | \n"},
      {"| Attribute | Size | Text |\n|---|---|---|\n| ERROR_A | 5 | x |\n", "- ERROR_A | 5 | x\n"},
      {"| Attribute | Error code |\n|---|---|\n| ERROR_A | 5 |\n", "- ERROR_A (5)\n"},
      {"| Error code | 5 |\n| a | b | c |", "- Error code: 5\n- a | b | c\n"},
      {"", ""},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(read_markdown(example.input).text() == example.dump);
  }
}

TEST_CASE("spans of the text are spans of the file") {
  const std::string_view source = "# ERROR\\_T - 1 (0x1)\n\nSee [`ERROR_A`](a.md) (**5**).\n";
  const PlainText plain = read_markdown(source);
  const auto source_of = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(plain.text().find(part));
    const Span span{at, at + static_cast<std::uint32_t>(part.size())};
    CHECK(plain.to_plain(plain.to_source(span)) == span);
    return plain.to_source(span).of(source);
  };
  CHECK(source_of("ERROR_T") == "ERROR\\_T");
  CHECK(source_of("ERROR_A") == "ERROR_A");
  CHECK(source_of("5") == "5");
  CHECK(source_of("ERROR_A (5)") == "ERROR_A`](a.md) (**5**)");
  CHECK(plain.to_source({0, 0}) == Span{2, 2});
}

TEST_CASE("a Markdown article is the article that its plain text is") {
  const std::string_view source =
      "# ERROR_T - 1 (0x1)\n\nThe message\nof it.\n\nUpdated: Feb 21, 2026\n\n## Error Details\n\n| Key | Value "
      "|\n|---|---|\n"
      "| Error Name | `ERROR_T` |\n| Numeric Code | 1 (0x1) |\n\n## See also\n\nText.\n\n### Related errors\n\n* "
      "[ERROR_A](a.md) (5): One\n  more.\n";
  const PlainText plain = read_markdown(source);
  CHECK(dump(sound(plain.text()), plain.text(), shipped_dialect()) ==
        "title ERROR_T dec 1 hex 0x1\nmessage \"The message of it.\"\nupdated \"Feb 21, 2026\" 2026-02-21\n"
        "section error_details \"Error Details\"\n  fields\n    \"Error Name\": \"ERROR_T\"\n    \"Numeric Code\": \"1 "
        "(0x1)\"\n"
        "unknown section \"See also\"\n  paragraph \"Text.\"\n"
        "section related_errors \"Related errors\"\n  references\n    reference ERROR_A (5) dec 5: \"One more.\"\n"
        "field claim dec 1 hex 0x1\n");
}

TEST_CASE("any bytes give a text whose spans lie in the file, in its order") {
  constexpr std::string_view kBytes = "\n\n\r #*_`[]()<>!\\|-:~&a1E.\xFF\xE2";
  std::mt19937 random(20260221);
  for (int round = 0; round < 3000; ++round) {
    std::string source;
    for (std::size_t size = random() % 60; size > 0; --size) source += kBytes[random() % kBytes.size()];
    CAPTURE(source);
    const PlainText plain = read_markdown(source);
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at < plain.text().size(); ++at) {
      const Span span = plain.to_source({at, at + 1});
      REQUIRE(span.begin >= last);
      REQUIRE(span.begin <= source.size());
      REQUIRE(span.end <= source.size() + 1);
      last = span.begin;
    }
    CHECK(broken_structure(parsed(plain.text()), plain.text(), shipped_dialect()) == "");
  }
}

TEST_CASE("a megabyte of openings") {
  for (const std::string_view piece :
       {"[", "*", "_", "`", "<", "![", "**a", "[a](", "<a ", "`a", "| ", "&", "\\", "# ", "> ", "_a *b "}) {
    CAPTURE(piece);
    std::string source;
    while (source.size() < (1 << 20)) source += piece;
    CHECK(read_markdown(source).text().size() <= 2 * source.size() + 8);
  }
}

TEST_CASE("Markdown files are told by their ending") {
  for (const std::string_view path : {"a.md", "b/A.MD", "c.markdown"}) CHECK(is_markdown(path));
  for (const std::string_view path : {"a.txt", ".md", "md", "a.md.txt"}) CHECK_FALSE(is_markdown(path));
}
