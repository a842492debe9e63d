// Tests of sections and their blocks: known and unknown headings, lists, key/value lists, questions, sub-headings,
// paragraphs.
#include "sound.h"

using namespace errpress::tests;

namespace {

std::string body_of(std::string_view lines) {
  const std::string source = std::string(kHead) + std::string(lines);
  return dump_body(sound(source), source, shipped_dialect());
}

// The dump of one section without its first line, the heading.
std::string section_of(const std::string& heading, std::string_view lines) {
  const std::string dump = body_of(heading + "\n" + std::string(lines));
  return dump.substr(dump.find('\n') + 1);
}

}  // namespace

TEST_CASE("a line that equals a heading or an alias is one, wherever it stands") {
  CHECK(body_of("Technical Meaning\nText.\nSummary\n") ==
        "section technical_meaning \"Technical Meaning\"\n"
        "  paragraph \"Text.\"\n"
        "section summary \"Summary\"\n");
  CHECK(body_of("\n\nFAQs\n\n  How To Resolve\t\nReal World Context") ==
        "section faq \"FAQs\"\n"
        "section how_to_resolve \"How To Resolve\"\n"
        "section real_world_context \"Real World Context\"\n");
}

TEST_CASE("a heading may be decorated and in other letters") {
  for (const std::string_view line : {"Summary:", "SUMMARY", "SUMMARY:", "## Summary", "# SUMMARY #", "###### Summary:",
                                      "**Summary**", "**Summary:**", "__Summary__:", "*Summary*", "Summary\uFF1A"}) {
    CAPTURE(line);
    const std::string dump = body_of("Technical Meaning\nText.\n" + std::string(line) + "\nText.\n");
    CHECK(dump.find("section summary \"S") != std::string::npos);
    CHECK(dump.find(':') == std::string::npos);
  }
  CHECK(body_of("Related errors\nERROR_A (1)\n").find("section related_errors") == 0);
}

TEST_CASE("a known heading with anything else on its line is text") {
  for (const std::string_view line :
       {"summary", "summary:", "1. Summary", "- Summary", "Summary.", "#Summary", "####### Summary", "*Summary",
        "Summary: text", "Summary::", "#", "# ", "**", "****", ":"}) {
    CAPTURE(line);
    CHECK(body_of("Technical Meaning\nText.\n" + std::string(line) + "\nText.\n").find("section summary") ==
          std::string::npos);
  }
}

TEST_CASE("a heading that is one letter off is read as the one that is meant") {
  for (const std::string_view line :
       {"Related Erors", "Related Errorss", "Relatde Errors", "Related Errirs", "## Related Erors:", "RELATED ERORS"}) {
    CAPTURE(line);
    const std::string source = std::string(kHead) + std::string(line) + "\nERROR_A (1)\n";
    const auto article = sound(source);
    REQUIRE(article.sections.size() == 1);
    CHECK(article.sections[0].misspelt);
    CHECK(article.references.size() == 1);
  }
  // Short ones are not corrected, and two letters off is too far.
  for (const std::string_view line : {"FAX", "Sumary", "Relted Erors", "Relatederrors Of"}) {
    CAPTURE(line);
    CHECK(body_of("Technical Meaning\nText.\n" + std::string(line) + "\nText.\n").find("section", 3) ==
          std::string::npos);
  }
}

TEST_CASE("unknown headings of other scripts and languages") {
  for (const std::string_view line :
       {"\u0421\u0432\u043E\u0434\u043A\u0430", "\u00C4rger", "Erreurs associ\u00E9es", "\u6982\u8981",
        "\u041F\u043E\u0445\u043E\u0436\u0438\u0435 \u043E\u0448\u0438\u0431\u043A\u0438"}) {
    CAPTURE(line);
    CHECK(body_of("Summary\n\nText.\n\n" + std::string(line) + "\n\nText.\n").find("unknown section") !=
          std::string::npos);
  }
  for (const std::string_view line :
       {"\u0441\u0432\u043E\u0434\u043A\u0430", "\u6982\u8981\u3002", "\u00E9t\u00E9",
        "The server\u2019s name is wrong", "\u041E\u0447\u0435\u043D\u044C \u0434 \u0434 \u0434 \u0434 \u0434 \u0434",
        "\u201CNo\u201D"}) {
    CAPTURE(line);
    CHECK(body_of("Summary\n\nText.\n\n" + std::string(line) + "\n\nText.\n").find("unknown section") ==
          std::string::npos);
  }
}

TEST_CASE("an unknown heading is set off by blank lines and looks like one") {
  CHECK(body_of("Summary\n\nText.\n\nSee Also\n\nMore.\n") ==
        "section summary \"Summary\"\n"
        "  paragraph \"Text.\"\n"
        "unknown section \"See Also\"\n"
        "  paragraph \"More.\"\n");
  for (const std::string_view heading : {"See Also", "Notes", "Is It Bad?", "What to Do in a Hurry", "Step 1",
                                         "Windows 11 Only", "Version-Specific Notes"}) {
    CAPTURE(heading);
    CHECK(body_of("Summary\n\nText.\n\n" + std::string(heading) + "\n").find("unknown section") != std::string::npos);
  }
}

TEST_CASE("lines that are no unknown headings stay text") {
  for (const std::string_view line : {"See also", "see Also", "See Also.", "See Also:", "See Also!", "See, Also",
                                      "See (Also)", "See_Also", "A sentence without its end", "See | Also",
                                      "A Line Whose Words Are All Capitals But Which Is A Bit Too Long"}) {
    CAPTURE(line);
    CHECK(body_of("Summary\n\nText.\n\n" + std::string(line) + "\n\nText.\n").find("unknown") == std::string::npos);
  }
  CHECK(body_of("Summary\n\nText.\nSee Also\n\nText.\n").find("unknown") == std::string::npos);
  CHECK(body_of("Summary\n\nText.\n\nSee Also\nText.\n").find("unknown") == std::string::npos);
  CHECK(body_of("Summary\nSee Also\n").find("unknown") == std::string::npos);
}

TEST_CASE("before the date or the first known heading there are no unknown headings") {
  const std::string_view source = "ERROR_T - 1 (0x1)\n\nMessage\n\nSee Also\n\nText.\n\nSummary\n";
  CHECK(dump_body(sound(source), source, shipped_dialect()) ==
        "preamble\n"
        "  paragraph \"See Also\"\n"
        "  paragraph \"Text.\"\n"
        "section summary \"Summary\"\n");
}

TEST_CASE("paragraphs are lines") {
  CHECK(section_of("Summary", "One.\n\nTwo.\nThree.\n\n\n  Four.\t") ==
        "  paragraph \"One.\"\n  paragraph \"Two.\"\n  paragraph \"Three.\"\n  paragraph \"Four.\"\n");
  CHECK(section_of("Summary", "") == "");
}

TEST_CASE("wrapped lines are one paragraph where blank lines set paragraphs off") {
  constexpr std::string_view kLine = "A line about as long as an editor makes those that it wraps, with its end.";
  constexpr Case kCases[] = {
      {"A paragraph that is\nwrapped\n  here.\n\nAnother.",
       "  paragraph \"A paragraph that is wrapped here.\"\n  paragraph \"Another.\"\n"},
      {"  \u2022 Label: an item\n    that is wrapped\n  \u2022 Another.\n    It goes on.\n\nText.",
       "  bullets\n    \"Label\": \"an item that is wrapped\"\n    \"Another. It goes on.\"\n  paragraph \"Text.\"\n"},
      {"1. A step\nthat is wrapped\n2. Another", "  steps\n    \"A step that is wrapped\"\n    \"Another\"\n"},
      {"- One\n- Two\nText goes here.", "  bullets\n    \"One\"\n    \"Two Text goes here.\"\n"},
      // Lines that begin something, and lines that are complete, are not joined.
      {"Look at these:\n- One\n- Two", "  paragraph \"Look at these:\"\n  bullets\n    \"One\"\n    \"Two\"\n"},
      {"Look at these:\nText.", "  paragraph \"Look at these:\"\n  paragraph \"Text.\"\n"},
      {"One sentence.\nAnother one.", "  paragraph \"One sentence.\"\n  paragraph \"Another one.\"\n"},
      {"Some text\nError Name: ERROR_T\nHex Code: 0x1",
       "  paragraph \"Some text\"\n  paragraph \"Error Name: ERROR_T\"\n  paragraph \"Hex Code: 0x1\"\n"},
      {"Not Set Off\nText.", "  paragraph \"Not Set Off\"\n  paragraph \"Text.\"\n"},
      {"NAME | code\nERROR_A | 5\nERROR_B | 6",
       "  paragraph \"NAME | code\"\n  paragraph \"ERROR_A | 5\"\n  paragraph \"ERROR_B | 6\"\n"},
      {"call it as in\n    int code = 5", "  paragraph \"call it as in\"\n  paragraph \"int code = 5\"\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(section_of("\nTechnical Meaning\n", example.input) == "" + std::string(example.dump));
    const std::string source = "ERROR_T - 1 (0x1)\n\nMessage.\n\nTechnical Meaning\n" + std::string(example.input);
    const std::string dump = dump_body(sound(source), source, shipped_dialect());
    CHECK(dump.substr(dump.find('\n') + 1) == example.dump);
  }
  const std::string line(kLine);
  CHECK(section_of("\nTechnical Meaning\n", line + "\nMore of it.") == "  paragraph \"" + line + " More of it.\"\n");
  CHECK(section_of("Technical Meaning", line + "\nMore of it.").find("  paragraph \"More of it.") != std::string::npos);
}

TEST_CASE("wrapped messages, questions, answers and entries") {
  const std::string_view source =
      "ERROR_T - 1 (0x1)\n\nA message that\nis wrapped.\nUpdated: Feb 21, 2026\n\nFAQ\n\nQ: Why is it\nso?\n\nA: It "
      "is\nso.\n\n"
      "Related Errors\n\n  \u2022 ERROR_A (13860,\n    0x3624): An entry\n    that is wrapped.\n  \u2022 ERROR_B "
      "(2)\n\nSummary\n\nIt fails with ERROR_C\n(5).";
  CHECK(dump(sound(source), source, shipped_dialect()) ==
        "title ERROR_T dec 1 hex 0x1\n"
        "message \"A message that is wrapped.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n"
        "section faq \"FAQ\"\n"
        "  question \"Why is it so?\"\n"
        "    \"It is so.\"\n"
        "section related_errors \"Related Errors\"\n"
        "  references\n"
        "    reference ERROR_A (13860, 0x3624) dec 13860 hex 0x3624: \"An entry that is wrapped.\"\n"
        "    reference ERROR_B (2) dec 2\n"
        "section summary \"Summary\"\n"
        "  paragraph \"It fails with ERROR_C (5).\"\n"
        "claim ERROR_C dec 5\n");
}

TEST_CASE("lists with an introduction and a paragraph behind") {
  CHECK(section_of("Error Details", "Look at:\n\n  \u2022 One\n  \u2022 Two\n\nThat is all.\n") ==
        "  paragraph \"Look at:\"\n"
        "  bullets\n"
        "    \"One\"\n"
        "    \"Two\"\n"
        "  paragraph \"That is all.\"\n");
  CHECK(section_of("Error Details", "- One\n\n* Two\n\u2022Three\n") ==
        "  bullets\n    \"One\"\n    \"Two\"\n    \"Three\"\n");
  CHECK(section_of("Error Details", "  1. One\n  2) Two\n  100. Three\n") ==
        "  steps\n    \"One\"\n    \"Two\"\n    \"Three\"\n");
  CHECK(section_of("Error Details", "- One\n1. Two\n- Three\n") ==
        "  bullets\n    \"One\"\n  steps\n    \"Two\"\n  bullets\n    \"Three\"\n");
}

TEST_CASE("lines that are no list items") {
  for (const std::string_view line : {"-One", "--", "-", "*", "*One*", "- ", "1.One", "1.", "1 One", "1000. One",
                                      "a. One", "1.1 One", "\u2013 One", ". One"}) {
    CAPTURE(line);
    CHECK(section_of("Summary", std::string(line) + "\nText.\n").find("  paragraph") == 0);
  }
}

TEST_CASE("labels of items") {
  constexpr Case kCases[] = {
      {"Label: text", "\"Label\": \"text\""},
      {"Label:", "\"Label\": \"\""},
      {"Label :  text", "\"Label\": \"text\""},
      {"Several Words (and more): text", "\"Several Words (and more)\": \"text\""},
      {"One: two: three", "\"One\": \"two: three\""},
      {"label: text", "\"label: text\""},
      {"Label:text", "\"Label:text\""},
      {": text", "\": text\""},
      {"A sentence. Label: text", "\"A sentence. Label: text\""},
      {"Really? Label: text", "\"Really? Label: text\""},
      {"No label", "\"No label\""},
      {"ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHIJ: text",
       "\"ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHIJ\": \"text\""},
      {"ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHIJK: text",
       "\"ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHIJK: text\""},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    const std::string text(example.input);
    CHECK(section_of("Summary", "- " + text) == "  bullets\n    " + std::string(example.dump) + "\n");
    CHECK(section_of("Summary", "7. " + text) == "  steps\n    " + std::string(example.dump) + "\n");
  }
}

TEST_CASE("a list of known keys is a key/value list") {
  CHECK(section_of("Error Details",
                   "  \u2022 Error Name: ERROR_T\n  \u2022 Numeric Code: 8431 (0x20EF)\n  \u2022 Hex Code: 0x20EF\n  "
                   "\u2022 Short Description:\n") ==
        "  fields\n"
        "    \"Error Name\": \"ERROR_T\"\n"
        "    \"Numeric Code\": \"8431 (0x20EF)\"\n"
        "    \"Hex Code\": \"0x20EF\"\n"
        "    \"Short Description\": \"\"\n");
  CHECK(section_of("Error Details", "- Error Name: ERROR_T\n- Other: x\n").find("  bullets") == 0);
  CHECK(section_of("Error Details", "1. Error Name: ERROR_T\n").find("  steps") == 0);
}

TEST_CASE("dashes are steps where the dialect says so") {
  CHECK(section_of("How to Resolve", "Do:\n- Look: at it\n- Go on\n* Bullet\n\u2022 Bullet\n1. Step\nDone.\n") ==
        "  paragraph \"Do:\"\n"
        "  steps\n"
        "    \"Look\": \"at it\"\n"
        "    \"Go on\"\n"
        "  bullets\n"
        "    \"Bullet\"\n"
        "    \"Bullet\"\n"
        "  steps\n"
        "    \"Step\"\n"
        "  paragraph \"Done.\"\n");
  CHECK(section_of("How to Diagnose", "- One\n1. Two\n") == "  steps\n    \"One\"\n    \"Two\"\n");
  CHECK(section_of("Common Causes", "- One\n") == "  bullets\n    \"One\"\n");
}

TEST_CASE("bare lines set off by blank lines divide Common Causes") {
  CHECK(body_of("Common Causes\n\nWrong Input\n\n- One\n\nWrong Moment\n\nText.\nNot Set Off\n\nSummary\n") ==
        "section common_causes \"Common Causes\"\n"
        "  subheading \"Wrong Input\"\n"
        "  bullets\n"
        "    \"One\"\n"
        "  subheading \"Wrong Moment\"\n"
        "  paragraph \"Text.\"\n"
        "  paragraph \"Not Set Off\"\n"
        "section summary \"Summary\"\n");
}

TEST_CASE("questions and answers") {
  constexpr std::string_view kExpected =
      "  question \"Why?\"\n"
      "    \"Because.\"\n"
      "  question \"How?\"\n"
      "    \"So.\"\n";
  CHECK(section_of("FAQ", "\nQ: Why?\n\nA: Because.\n\nQ: How?\n\nA: So.\n") == kExpected);
  CHECK(section_of("FAQ", "- Q: Why?\n- A: Because.\n- Q: How?\n- A: So.\n") == kExpected);
  CHECK(section_of("FAQ", "Q:Why?\nA:Because.\nQ:How?\nA:So.\n") == kExpected);
  CHECK(section_of("FAQ", "Why?\nBecause.\nHow?\nSo.\n") == kExpected);
  CHECK(section_of("FAQ", "Why?\nA: Because.\nHow?\n\n- So.\n") == kExpected);
}

TEST_CASE("answers of several lines, and questions without one") {
  CHECK(section_of("FAQ", "Q: Why?\nA: Because:\n- one\n- two\nReally?\n1. Three\nA: Also.\nQ: How?\nQ:\n") ==
        "  question \"Why?\"\n"
        "    \"Because:\"\n"
        "    \"one\"\n"
        "    \"two\"\n"
        "    \"Really?\"\n"
        "    \"1. Three\"\n"
        "    \"Also.\"\n"
        "  question \"How?\"\n"
        "  question \"\"\n");
}

TEST_CASE("what stands before the first question is prose") {
  CHECK(section_of("FAQ", "Some questions:\n- a list\nA: no answer\n- A: none\nQ: Why?\n") ==
        "  paragraph \"Some questions:\"\n"
        "  bullets\n"
        "    \"a list\"\n"
        "  paragraph \"A: no answer\"\n"
        "  bullets\n"
        "    \"A\": \"none\"\n"
        "  question \"Why?\"\n");
}

TEST_CASE("an unknown heading ends the answers, but a short answer is none") {
  CHECK(body_of("FAQ\n\nQ: Why?\n\nA: Because.\n\nSee Also\n\nText.\n") ==
        "section faq \"FAQ\"\n"
        "  question \"Why?\"\n"
        "    \"Because.\"\n"
        "unknown section \"See Also\"\n"
        "  paragraph \"Text.\"\n");
  CHECK(section_of("FAQ", "\nIs it bad?\n\nYes\n\nWhy?\n\nBecause\n") ==
        "  question \"Is it bad?\"\n"
        "    \"Yes\"\n"
        "  question \"Why?\"\n"
        "    \"Because\"\n");
  CHECK(section_of("FAQ", "\nQ: Why?\n\nA: Because.\nNot Set Off\n") ==
        "  question \"Why?\"\n    \"Because.\"\n    \"Not Set Off\"\n");
}

TEST_CASE("bytes that are not text are kept like any others") {
  const std::string bytes("a\0b\xFF\xFE\x7F\x1B[0m", 10);
  const std::string source = std::string(kHead) + "Summary\n" + bytes + "\n";
  const auto article = sound(source);
  REQUIRE(article.items.size() == 1);
  CHECK(article.items[0].text.of(source) == bytes);
}
