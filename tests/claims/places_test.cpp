// Where claims are read: fields, entries of Related Errors and the lines below them, and every other text.
#include "claims/sentences.h"

using namespace errpress::tests;

TEST_CASE("labels, steps, answers and descriptions are read, headings and sub-headings are not") {
  CHECK(claims_in("error 4 (0x4)\nCommon Causes\n\nError 5 Hex 0x5\n\n- ERROR_L (6): error 7 (0x7)\n1. error 8 (0x8)\n"
                  "FAQ\nQ: error 9 (0x9)\nA: error 10 (0xA)\nerror 11 (0xB)\n"
                  "Related Errors\n- ERROR_R (12, 0xC): says error 13 (0xD)\nerror 14 (0xE).\n") ==
        "s - 4 0x4; b ERROR_L 6; s - 7 0x7; s - 8 0x8; s - 9 0x9; s - 10 0xA; s - 11 0xB; s - 13 0xD; s - 14 0xE");
}

TEST_CASE("fields say codes of the article's own error") {
  const auto fields = [](std::string_view lines) { return claims_in("Error Details\n" + std::string(lines)); };
  CHECK(fields("- Error Name: ERROR_T\n- Numeric Code: 8431 (0x20EF)\n- Short Description: No error 5 (0x5).") ==
        "f this 8431 0x20EF; s - 5 0x5");
  CHECK(fields("- Decimal Code: 8431\n- Hex Code: 0x20EF") == "f this 8431; f this 0x20EF");
  CHECK(fields("- Numeric Code: 20 (0x14)\n- Hex Code: 14") == "f this 20 0x14; f this 14");
  CHECK(fields("- Hex Code: F35") == "f this F35");
  CHECK(fields("- Hex Code: C0000022") == "f this C0000022");
  CHECK(fields("- Hex Code: 0x14 (20)") == "f this 20 0x14");
  CHECK(fields("- Numeric Code: 171L") == "f this 171");
  CHECK(fields("- Numeric Code: \u20135") == "f this \u20135");
  CHECK(fields("- Error Code: HRESULT 0x800700AA") == "f this 0x800700AA hresult");
  CHECK(fields("- Error Name: an error\n- Error Code: unknown\n- Hex Code:") == "");
}

TEST_CASE("a field counts where the dialect says so, or its list names the error, however it is dressed") {
  for (const std::string_view line : {
           "- See below\n- Numeric Code: 8431 (0x20EF)\n- Severity: high",
           "1. Numeric Code: 8431 (0x20EF)",
           "Numeric Code: 8431 (0x20EF)",
           "- numeric code: 8431 (0x20EF)",
           "- NUMERIC CODE: 8431 (0x20EF).",
           "- **Numeric Code:** 8431 (0x20EF)",
           "- `Numeric Code`: `8431 (0x20EF)`",
           "- Numeric Code: 8431 (0x20EF), unlike any other",
           "- Numeric Code: 8431 (0x20EF); not 5.",
       }) {
    CAPTURE(line);
    CHECK(claims_in("Error Details\n" + std::string(line)) == "f this 8431 0x20EF");
  }
  for (const std::string_view body : {
           "Error Details\n- Numeric Code: `8431`. See below.",
           "Notes Of Our Own\n\nSee below.\nNumeric Code: 8431",
           "Developer Notes\nAbout OPTION_TWO:\n- Error Name: ERROR_T\n- Numeric Code: 8431",
       }) {
    CAPTURE(body);
    CHECK(claims_in(std::string(body)) == "f this 8431");
  }
  for (const std::string_view body : {
           "Usage Context\nThe log has these:\n- Error Code: 5\n- Error Code: 2",
           "Usage Context\n- Error Code: 5\n- and more",
           "Usage Context\n- Numeric Code: 8431",
           "Developer Notes\nThe details:\n- Numeric Code: 8431",
           "Usage Context\nError Code: 5",
           "Related Errors\nError Code: 5",
           "Developer Notes\nA custom action has options. msidbCustomActionTypeFirstSequence:\n- Hexadecimal: 0x100\n- "
           "Decimal: 256",
           "Developer Notes\nOPTION_TWO:\n- Hexadecimal: 0x100\n- Decimal: 512",
           "FAQ\n- Numeric Codes: 8431",
           "FAQ\n- The Numeric Code: 8431",
           "FAQ\n- Numeric Code 8431",
           "FAQ\n- Numeric Code: the usual one, as in version 8431",
           "FAQ\n- Numeric Code: 84.31",
           "FAQ\n- Numeric Code: 5 of them",
           "FAQ\nQ: Numeric Code: 8431?",
       }) {
    CAPTURE(body);
    CHECK(claims_in(std::string(body)) == "");
  }
}

TEST_CASE("a code on the line below its related error is that error's") {
  const auto related = [](std::string_view lines) { return claims_in("Related Errors\n" + std::string(lines)); };
  CHECK(related("- ERROR_A\n  (5, 0x6): text") == "b ERROR_A 5 0x6");
  CHECK(related("- ERROR_A\r\n\r\n  (5): text\r") == "b ERROR_A 5");
  CHECK(related("- ERROR_A (5)\n  (5, 0x6): text") == "");
  CHECK(related("- ERROR_A: text\n  (5): text") == "");
  CHECK(related("- ERROR_A\n  Code: 5") == "s ERROR_A 5");
  CHECK(related("- ERROR_A\n  5 (0x6): text") == "s ERROR_A 5 0x6");
  CHECK(related("- ERROR_A\n  (1) The first is this.") == "");
}

TEST_CASE("what a description says of a code is said of an entry that has none") {
  const auto related = [](std::string_view lines) { return claims_in("Related Errors\n" + std::string(lines)); };
  CHECK(related("- ERROR_A: Code 5. Text.") == "s ERROR_A 5");
  CHECK(related("- ERROR_A has the code 5.") == "s ERROR_A 5");
  CHECK(related("- ERROR_A: The file is open. Its code is 5.") == "s ERROR_A 5");
  CHECK(related("- ERROR_A error (5): Text.") == "b ERROR_A 5");
  CHECK(related("- ERROR_A (5): Code 6. Text.") == "");
  CHECK(related("- ERROR_A: 5 causes. It has 6 (six) of them.") == "");
  CHECK(related("- ERROR_A: (1) the file is open, (2) it is not.") == "");
  CHECK(related("- ERROR_A: The value 0 is not allowed.") == "");
}

TEST_CASE("a million pairs of numbers in one paragraph") {
  std::string text = "Summary\n";
  for (int i = 0; i < 1'000'000; ++i) text += "error 5 (0x5) ";
  const std::string source = std::string(kTitle) + text;
  std::vector<errpress::claims::Claim> all;
  errpress::claims::collect(parsed(source), source, shipped_dialect(), {}, all);
  CHECK(all.size() > 990'000);
}

TEST_CASE("the answer to a question about another error says nothing about the article's own") {
  CHECK(claims_in("FAQ\nQ: What is ERROR_BUSY?\nA: It is error 5.\n") == "");
  CHECK(claims_in("FAQ\nQ: What is ERROR_T?\nA: It is error 5.\n") == "s this 5");
  CHECK(claims_in("FAQ\nQ: What is this error?\nA: It is error 5.\n") == "s this 5");
  CHECK(claims_in("FAQ\nQ: What is ERROR_BUSY?\nA: ERROR_BUSY is error 5.\n") == "s ERROR_BUSY 5");
}
