// Tests of the codes found in prose and fields (Article::mentions).
#include "sound.h"

using namespace errpress::tests;

namespace {

std::string mentions_of(std::string_view prose) {
  const std::string source = std::string(kHead) + "Summary\n" + std::string(prose) + "\n";
  return dump_mentions(sound(source), source);
}

void check(const Case& example) {
  CAPTURE(example.input);
  CHECK(mentions_of(example.input) == example.dump);
}

}  // namespace

TEST_CASE("a decimal and a hex that mean one code") {
  constexpr Case kCases[] = {
      {"The value 13000 and hexadecimal representation 0x32C8 are one.", "mention dec 13000 hex 0x32C8\n"},
      {"Numeric value of 13000 with the hex code 0x32C8", "mention dec 13000 hex 0x32C8\n"},
      {"Error 8408 and hexadecimal representation 20D8.", "mention dec 8408 hex 20D8\n"},
      {"Error 8192, in hexadecimal notation 2000.", "mention dec 8192 hex 2000\n"},
      {"It is (6609 or 0x19D1).", "mention dec 6609 hex 0x19D1\n"},
      {"It is (6609, 0x19D1).", "mention dec 6609 hex 0x19D1\n"},
      {"It is (6609,0x19D1).", "mention dec 6609 hex 0x19D1\n"},
      {"It is (6609/0x19D1).", "mention dec 6609 hex 0x19D1\n"},
      {"It is (6609-0x19D1).", "mention dec 6609 hex 0x19D1\n"},
      {"It is (0x1900,6400).", "mention dec 6400 hex 0x1900\n"},
      {"It is (0x19D1, decimal 6609).", "mention dec 6609 hex 0x19D1\n"},
      {"It is 13000 (0x32C8).", "mention dec 13000 hex 0x32C8\n"},
      {"It is 13000(0x32C8).", "mention dec 13000 hex 0x32C8\n"},
      {"It is 0x32C8 (13000).", "mention dec 13000 hex 0x32C8\n"},
      {"It is -2147024891 (0x80070005).", "mention dec -2147024891 hex 0x80070005\n"},
      {"-2147024891 (0x80070005)", "mention dec -2147024891 hex 0x80070005\n"},
      {"One is 5 (0x5), another 6 (0x6).", "mention dec 5 hex 0x5\nmention dec 6 hex 0x6\n"},
      {"Differing numbers are kept: 5 (0x6)", "mention dec 5 hex 0x6\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("a name with its code in brackets") {
  constexpr Case kCases[] = {
      {"ERROR_A (13883, 0x363B) says", "mention ERROR_A dec 13883 hex 0x363B\n"},
      {"ERROR_A(13883, 0x363B)", "mention ERROR_A dec 13883 hex 0x363B\n"},
      {"so ERROR_A (5) is", "mention ERROR_A dec 5\n"},
      {"ERROR_A (0x5)", "mention ERROR_A hex 0x5\n"},
      {"ERROR_A (5 )", "mention ERROR_A dec 5\n"},
      {"E_FAIL (-2147467259)", "mention E_FAIL dec -2147467259\n"},
      {"ERROR_A (5) and ERROR_B (6)", "mention ERROR_A dec 5\nmention ERROR_B dec 6\n"},
      {"ERROR_A (5) or 0x5", "mention ERROR_A dec 5\n"},
      {"ERROR_A (6609 or 0x19D1)", "mention ERROR_A dec 6609 hex 0x19D1\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("numbers that are no codes") {
  for (const std::string_view prose : {
           "Windows 10 or 0x80070005",
           "Windows 10, 0x80070005",
           "On Feb 21, 2026 there was 0x5.",
           "On 2026-02-21 (0x5) it was seen.",
           "It is (2026-02-21, 0x5).",
           "It was 02/21/2026 (0x5).",
           "At 12:30 (0x1E) it failed.",
           "ERROR_A (2026-02-21) was mended.",
           "Version 10.0.19041 (0x4A61) has it.",
           "Version 1.5 (0x5) has it.",
           "ERROR_A (10.0) is no code.",
           "It failed 1,234 (0x4D2) times.",
           "It failed (1,234, 0x4D2) times.",
           "ERROR_A (1,234 times) failed.",
           "ERROR_A (5 of 10 machines) failed.",
           "ERROR_A (5, 6) are two.",
           "Errors 13000-13010 (0x32C8) are one family.",
           "%s (0x%08lx) and %08d (0x5)",
           "KB5001330 (0x5) mends it.",
           "x5 (0x5), 5x (0x5), 5_ (0x5)",
           "Win32 (0x5)",
           "one 5. 0x5 another",
           "Take 5 policies (0x5).",
           "It is 5 and 0x5.",
           "Only 13000.",
           "Only 0x32C8.",
           "Some words (5).",
           "Error (5), ERROR (5), error_a (5), Error_A (5)",
           "ERROR_A: 5 ways, ERROR_A 5 times, ERROR_A - 5 causes, ERROR_A is 5 years old",
           "ERROR_A in 5, ERROR_A of 5, ERROR_A with 5",
           "ERROR_A, 5 and ERROR_B, 6",
           "ERROR_A: 50%",
           "ERROR_A is not 5. ERROR_A does not have the code 5. ERROR_A was 5. ERROR_A has changed its code: 5",
           "ERROR_A. 5",
           "A or B: 5",
           "Error_a is 5",
           "my_variable = 5",
           "ERROR_A (5",
           "in step 5 (ERROR_A), after 5 (ERROR_A)",
           "See ERROR_A [5].",
           "ERROR_A is 32-bit. ERROR_A is a 32-bit value. ERROR_A: 32-bit systems",
           "ERROR_A: 4 \u00e9tapes, ERROR_A: 5\u00a0GB, ERROR_A: 3+ tries, ERROR_A - 3 \"tries\"",
           "ERROR_A is 4, 5 or 6 bytes long",
           "ERROR_A \u0434\u0430\u0451\u0442 4 \u0444\u0430\u0439\u043b\u0430",
           "The exit code for ERROR_A is 1. The event id of ERROR_A is 7000.",
           "With ERROR_A the value is 0. After the ERROR_A the number is 0.",
           "Retries for ERROR_A: 3",
           "ERROR_A: 1. Check the path. 2. Check it again.",
           "The tool exits with code 1 (ERROR_A), with status 5 (ERROR_A).",
           "Bit 31 (0x80000000), facility 7 (0x80070000), version 10 (0x0A00)",
           "error 5 (see ERROR_A), error 5 (ERROR_A tells more)",
           "4294967296 (0x5), -2147483649 (0x5), 5 (0x123456789)",
           "hexadecimal representation 20D8",
           "0x5 (0x5), 5 (5)",
           "20D8 (8408)",
           "8408 (20D8)",
           "5 and, as was told at the very beginning of this rather long article, hex 0x5",
       }) {
    CAPTURE(prose);
    CHECK(mentions_of(prose) == "");
  }
}

TEST_CASE("numbers far apart or in different items are not joined") {
  CHECK(mentions_of("13000 and the\nhexadecimal representation 0x32C8") == "");
  CHECK(mentions_of("- 13000\n- (0x32C8)") == "");
  CHECK(mentions_of("- ERROR_A\n- (5)") == "");
  const std::string blanks(65, ' ');
  CHECK(mentions_of("13000" + blanks + "(0x32C8)") == "");
  CHECK(mentions_of("13000" + blanks.substr(10) + "(0x32C8)") == "mention dec 13000 hex 0x32C8\n");
}

TEST_CASE(
    "the message, labels, steps, answers and descriptions are read, headings, sub-headings, title and date are not") {
  const std::string source =
      "ERROR_T - 1 (0x1)\nMessage 2 (0x2).\nUpdated: 3 (0x3)\n4 (0x4)\nCommon Causes\n\nNumber 5 Hex 0x5\n\n- ERROR_L "
      "(6): "
      "7 (0x7)\n"
      "1. 8 (0x8)\nFAQ\nQ: 9 (0x9)\nA: 10 (0xA)\n11 (0xB)\nRelated Errors\n- ERROR_R (12, 0xC): says 13 (0xD)\n14 "
      "(0xE).\n";
  CHECK(dump_mentions(sound(source), source) ==
        "mention dec 2 hex 0x2\n"
        "mention dec 4 hex 0x4\n"
        "mention ERROR_L dec 6\n"
        "mention dec 7 hex 0x7\n"
        "mention dec 8 hex 0x8\n"
        "mention dec 9 hex 0x9\n"
        "mention dec 10 hex 0xA\n"
        "mention dec 11 hex 0xB\n"
        "mention dec 13 hex 0xD\n"
        "mention dec 14 hex 0xE\n");
}

TEST_CASE("fields say codes of the article's own error") {
  const auto fields = [](std::string_view lines) {
    const std::string source = std::string(kHead) + "Error Details\n" + std::string(lines);
    return dump_mentions(sound(source), source);
  };
  CHECK(fields("- Error Name: ERROR_A\n- Numeric Code: 8431 (0x20EF)\n- Short Description: No 5 (0x5).\n") ==
        "field mention dec 8431 hex 0x20EF\nmention dec 5 hex 0x5\nfield name ERROR_A\n");
  CHECK(fields("- Decimal Code: 8431\n- Hex Code: 0x20EF\n") == "field mention dec 8431\nfield mention hex 0x20EF\n");
  CHECK(fields("- Error Name: an error\n- Error Code: unknown\n- Hex Code:\n") == "");
}

TEST_CASE("a field counts wherever it stands, however it is dressed") {
  for (const std::string_view line : {
           "- See below\n- Numeric Code: 8431 (0x20EF)\n- Severity: high\n",
           "1. Numeric Code: 8431 (0x20EF)\n",
           "Numeric Code: 8431 (0x20EF)\n",
           "- numeric code: 8431 (0x20EF)\n",
           "- NUMERIC CODE: 8431 (0x20EF).\n",
           "- **Numeric Code:** 8431 (0x20EF)\n",
           "- `Numeric Code`: `8431 (0x20EF)`\n",
           "- Numeric Code: 8431 (0x20EF), unlike any other\n",
           "- Numeric Code: 8431 (0x20EF); not 5.\n",
       }) {
    CAPTURE(line);
    const std::string source = std::string(kHead) + "Error Details\n" + std::string(line);
    CHECK(dump_mentions(sound(source), source) == "field mention dec 8431 hex 0x20EF\n");
  }
  for (const std::string_view line : {
           "Error Details\n- Numeric Code: `8431`. See below.\n",
           "Usage Context\n- Numeric Code: 8431\n",
           "Notes Of Our Own\n\nSee below.\nNumeric Code: 8431\n",
       }) {
    CAPTURE(line);
    const std::string source = std::string(kHead) + std::string(line);
    CHECK(dump_mentions(sound(source), source) == "field mention dec 8431\n");
  }
  for (const std::string_view line : {
           "Usage Context\nThe log has these:\n- Error Code: 5\n- Error Code: 2\n",
           "Usage Context\n- Error Code: 5\n- and more\n",
           "Usage Context\nError Code: 5\n",
           "Related Errors\nError Code: 5\n",
       }) {
    CAPTURE(line);
    const std::string source = std::string(kHead) + std::string(line);
    CHECK(dump_mentions(sound(source), source) == "");
  }
  for (const std::string_view line : {
           "- Numeric Codes: 8431\n",
           "- The Numeric Code: 8431\n",
           "- Numeric Code 8431\n",
           "- Numeric Code: the usual one, as in version 8431\n",
           "- Numeric Code: 84.31\n",
           "- Numeric Code: 5 of them\n",
           "Q: Numeric Code: 8431?\n",
       }) {
    CAPTURE(line);
    const std::string source = std::string(kHead) + "FAQ\n" + std::string(line);
    CHECK(dump_mentions(sound(source), source) == "");
  }
}

TEST_CASE("a code that prose gives to a name without brackets") {
  constexpr Case kCases[] = {
      {"ERROR_A has the code 5.", "mention ERROR_A dec 5\n"},
      {"ERROR_A has the error code 5 and more.", "mention ERROR_A dec 5\n"},
      {"ERROR_A has the code 5 on every version.", "mention ERROR_A dec 5\n"},
      {"ERROR_A (error 5)", "mention ERROR_A dec 5\n"},
      {"ERROR_A (decimal 5, hex 0x5)", "mention ERROR_A dec 5 hex 0x5\n"},
      {"`ERROR_A` (5), **ERROR_B** (6)", "mention ERROR_A dec 5\nmention ERROR_B dec 6\n"},
      {"- ERROR_A -> 5", "mention ERROR_A dec 5\n"},
      {"ERROR_A equals 5.", "mention ERROR_A dec 5\n"},
      {"ERROR_A (5; 0x6)", "mention ERROR_A dec 5 hex 0x6\n"},
      {"ERROR_A is 5, they say.", "mention ERROR_A dec 5\n"},
      {"ERROR_A is 0x5.", "mention ERROR_A hex 0x5\n"},
      {"ERROR_A, which is 5.", "mention ERROR_A dec 5\n"},
      {"ERROR_A - 5 (0x6) is it.", "mention ERROR_A dec 5 hex 0x6\n"},
      {"ERROR_A \u2013 5 (0x5)", "mention ERROR_A dec 5 hex 0x5\n"},
      {"ERROR_A\uFF085, 0x6\uFF09", "mention ERROR_A dec 5 hex 0x6\n"},
      {"ERROR_A\u200B (5, 0x6)", "mention ERROR_A dec 5 hex 0x6\n"},
      {"ERROR_A [5, 0x6]", "mention ERROR_A dec 5 hex 0x6\n"},
      {"ERROR_A = 5;", "mention ERROR_A dec 5\n"},
      {"ERROR_A: 5", "mention ERROR_A dec 5\n"},
      {"- ERROR_A: 5 (0x5)", "mention ERROR_A dec 5 hex 0x5\n"},
      {"ERROR_A (code 5)", "mention ERROR_A dec 5\n"},
      {"`ERROR_A` has the code `5`", "mention ERROR_A dec 5\n"},
      {"The value of ERROR_A, decimal 5 (0x5)", "mention dec 5 hex 0x5\n"},
      {"ERROR_A with 5 (0x5)", "mention ERROR_A dec 5 hex 0x5\n"},
      {"ERROR_A and 5 (0x5)", "mention dec 5 hex 0x5\n"},
      {"ERROR_A, 5 (0x5)", "mention dec 5 hex 0x5\n"},
      {"Error 5 (ERROR_A) says", "mention ERROR_A dec 5\n"},
      {"error code 0x5 (ERROR_A)", "mention ERROR_A hex 0x5\n"},
      {"It is 5 (0x5, ERROR_A)", "mention ERROR_A dec 5 hex 0x5\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("a code on the line below its related error is that error's") {
  const auto related = [](std::string_view lines) {
    const std::string source = std::string(kHead) + "Related Errors\n" + std::string(lines);
    return dump_mentions(sound(source), source);
  };
  CHECK(related("- ERROR_A\n  (5, 0x6): text\n") == "mention ERROR_A dec 5 hex 0x6\n");
  CHECK(related("- ERROR_A\r\n\r\n  (5): text\r\n") == "mention ERROR_A dec 5\n");
  CHECK(related("- ERROR_A (5)\n  (5, 0x6): text\n") == "mention dec 5 hex 0x6\n");
  CHECK(related("- ERROR_A: text\n  (5): text\n") == "");
  CHECK(related("- ERROR_A\n  Code: 5\n") == "mention ERROR_A dec 5\n");
  CHECK(related("- ERROR_A\n  5 (0x6): text\n") == "mention ERROR_A dec 5 hex 0x6\n");
  CHECK(related("- ERROR_A\n  (1) The first is this.\n") == "");
}

TEST_CASE("what a description says of a code is said of an entry that has none") {
  const auto related = [](std::string_view lines) {
    const std::string source = std::string(kHead) + "Related Errors\n" + std::string(lines);
    return dump_mentions(sound(source), source);
  };
  CHECK(related("- ERROR_A: Code 5. Text.\n") == "mention ERROR_A dec 5\n");
  CHECK(related("- ERROR_A has the code 5.\n") == "mention ERROR_A dec 5\n");
  CHECK(related("- ERROR_A error (5): Text.\n") == "mention ERROR_A dec 5\n");
  CHECK(related("- ERROR_A (5): Code 6. Text.\n") == "");
  CHECK(related("- ERROR_A: 5 causes. It has 6 (six) of them.\n") == "");
  CHECK(related("- ERROR_A: (1) the file is open, (2) it is not.\n") == "");
}
