#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

std::string on_related(std::string_view rule, std::string_view related, const std::string& registry = kTable) {
  return found(rule, {{page("ERROR_X_A - 7 (0x7)", related)}, registry});
}

// Without conflicting-code, which is the cause of a number that is listed for two names.
std::string on_repeated(std::string_view related) {
  errpress::lint::LintConfig config;
  REQUIRE(config.set_severity("conflicting-code", errpress::lint::Severity::off));
  return Linted({{page("ERROR_X_A - 7 (0x7)", related)}}, config).text("duplicate-reference");
}

}  // namespace

TEST_CASE("dangling-reference tells what is known of the name") {
  CHECK(on_related("dangling-reference", "  • ERROR_FILE_NOT_FOUND (2): A text.") ==
        "info a.txt:25 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND has no article here\n"
        "  label: a real name without an article\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is 2 (0x2)\n");
  CHECK(on_related("dangling-reference", "  • ERROR_FILE_NOT_FOUND (2): A text.", "") ==
        "info a.txt:25 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND has no article here\n"
        "  label: no article\n");
}

TEST_CASE("dangling-reference keeps silent on articles of the corpus and on unknown names") {
  CHECK(found("dangling-reference",
              {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (8): A text."), page("ERROR_X_B - 8 (0x8)", "")}}) == "");
  CHECK(on_related("dangling-reference", "  • ERROR_NOBODY_KNOWS (2): A text.") == "");
  CHECK(on_related("dangling-reference", "  • [Another error]: A text.") == "");
}

TEST_CASE("self-reference") {
  CHECK(on_related("self-reference", "  • ERROR_X_A (7): A text.") ==
        "warning a.txt:25 `ERROR_X_A`: ERROR_X_A lists itself as a related error\n"
        "  label: the article's own name\n"
        "  help: delete the entry, or name the error that was meant\n");
  CHECK(on_related("self-reference", "  • ERROR_X_B (7): A text.") == "");
}

TEST_CASE("duplicate-reference finds a name or a number that is there twice") {
  CHECK(on_related("duplicate-reference",
                   "  • ERROR_X_B (8): A text.\n  • ERROR_X_C (9): A text.\n  • ERROR_X_B (8): Again.", "") ==
        "warning a.txt:27 `ERROR_X_B`: ERROR_X_B is listed twice\n"
        "  label: listed again\n"
        "  note a.txt:25 `ERROR_X_B`: listed first here\n");
  CHECK(on_repeated("  • ERROR_X_B (8, 0x9): A text.\n  • ERROR_X_C (9): A text.") ==
        "warning a.txt:26 `9`: 9 (0x9) is listed twice: for ERROR_X_B and for ERROR_X_C\n"
        "  label: listed again\n"
        "  claim a.txt:25 `0x9`: listed for ERROR_X_B here\n");
  CHECK(on_repeated("  • ERROR_X_B (8): A text.\n  • ERROR_X_C (9): A text.") == "");
  CHECK(on_related("duplicate-reference", "  • ERROR_SUCCESS (0): A text.\n  • NOERROR (0): A text.") == "");
}

TEST_CASE("duplicate-reference: what prose says of a name is no entry, in short articles and in long ones") {
  std::string many;
  for (int i = 100; i < 180; ++i)
    many += "  • ERROR_X_N" + std::to_string(i) + " (" + std::to_string(i) + "): A text.\n";
  for (const std::string& others : {std::string(), many}) {
    std::string text = page("ERROR_X_A - 7 (0x7)", others + "  • ERROR_X_B (8): A text.\n");
    text.insert(text.find("A sentence."), "See ERROR_X_B (8). ");
    CHECK(found("duplicate-reference", {{text}}) == "");
  }
}

TEST_CASE("duplicate-reference says the same of long lists as of short ones") {
  std::string related;
  for (int i = 100; i < 180; ++i)
    related += "  • ERROR_X_N" + std::to_string(i) + " (" + std::to_string(i) + "): A text.\n";
  CHECK(on_repeated(related) == "");
  CHECK(on_repeated(related + "  • ERROR_X_N117 (117): A text.\n  • ERROR_X_Z (110): A text.") ==
        "warning a.txt:105 `ERROR_X_N117`: ERROR_X_N117 is listed twice\n"
        "  label: listed again\n"
        "  note a.txt:42 `ERROR_X_N117`: listed first here\n"
        "warning a.txt:106 `110`: 110 (0x6E) is listed twice: for ERROR_X_N110 and for ERROR_X_Z\n"
        "  label: listed again\n"
        "  claim a.txt:35 `110`: listed for ERROR_X_N110 here\n");
}

TEST_CASE("malformed-reference: a hexadecimal code without 0x") {
  const std::string table = kTable + "STATUS_ACCESS_VIOLATION\t0xC0000005\tntstatus\n";
  CHECK(
      on_related("malformed-reference", "  • STATUS_ACCESS_VIOLATION (C0000005): A text.", table) ==
      "warning a.txt:25 `C0000005`: the code of STATUS_ACCESS_VIOLATION is written without 0x: it reads as 0xC0000005\n"
      "  label: no 0x\n"
      "  help: write 0xC0000005\n"
      "  fix a.txt:25 `C0000005`: 0xC0000005\n");
  CHECK(on_related("malformed-reference", "  • STATUS_ACCESS_VIOLATION (0xC0000005): A text.", table) == "");
}

TEST_CASE("malformed-reference has words for each flaw") {
  struct Row {
    std::string_view entry;
    std::string_view finding;
  };
  const Row rows[] = {
      {"  • ERROR_FILE_NOT_FOUND (2, 0x2): A text.", ""},
      {"  • ERROR_ITERATED_DATA_EXCEEDS_64k (194): A text.", ""},
      {"  • [Another error]: A text.",
       "warning a.txt:25 `[Another error]: A text.`: a placeholder instead of a related error\n"
       "  label: names no error\n"
       "  help: name an error, or delete the entry\n"},
      {"  • other policy errors",
       "warning a.txt:25 `other policy errors`: a related error does not start with the name of an error\n"
       "  label: no name\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND (the usual one): A text.",
       "warning a.txt:25 `the usual one`: the brackets after ERROR_FILE_NOT_FOUND contain "
       "words instead of a code\n"
       "  label: no code\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND (99999999999): A text.",
       "warning a.txt:25 `99999999999`: the brackets after ERROR_FILE_NOT_FOUND hold no code: a code has 32 bits, from "
       "-2147483648 to 4294967295\n"
       "  label: no code\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND (0x000000002): A text.",
       "warning a.txt:25 `0x000000002`: the brackets after ERROR_FILE_NOT_FOUND hold no code: 9 hex digits, a code has "
       "at "
       "most 8\n"
       "  label: no code\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND (00000002): A text.", ""},
      {"  • `ERROR_FILE_NOT_FOUND` (2, 0x2): A text.",
       "warning a.txt:25 ``ERROR_FILE_NOT_FOUND``: ERROR_FILE_NOT_FOUND is in quotation marks or emphasis\n"
       "  label: no plain name\n"
       "  help: write the name alone\n"
       "  fix a.txt:25 ``ERROR_FILE_NOT_FOUND``: ERROR_FILE_NOT_FOUND\n"},
      {"  • ERROR_FILE_NOT_FOUND (2, 0x2: A text.",
       "warning a.txt:25 `ERROR_FILE_NOT_FOUND`: the bracket after ERROR_FILE_NOT_FOUND is not closed\n"
       "  label: no closing bracket\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND - 2 (0x2): A text.",
       "warning a.txt:25 `ERROR_FILE_NOT_FOUND`: a number next to ERROR_FILE_NOT_FOUND is not in "
       "brackets as its code\n"
       "  label: its code is not in brackets\n"
       "  help: write NAME (DECIMAL, 0xHEX): description\n"},
      {"  • ERROR_FILE_NOT_FOUND: 2 files are missing.", ""},
      {"  • ERROR_FILE_NOT_Found (2): A text.",
       "warning a.txt:25 `ERROR_FILE_NOT_Found`: ERROR_FILE_NOT_Found is written in the wrong case: the name is "
       "ERROR_FILE_NOT_FOUND\n"
       "  label: wrong letter case\n"
       "  fix a.txt:25 `ERROR_FILE_NOT_Found`: ERROR_FILE_NOT_FOUND\n"},
      {"  • Error_Iterated_Data_Exceeds_64K (194): A text.",
       "warning a.txt:25 `Error_Iterated_Data_Exceeds_64K`: Error_Iterated_Data_Exceeds_64K is written in the wrong "
       "case: the "
       "name is ERROR_ITERATED_DATA_EXCEEDS_64k\n"
       "  label: wrong letter case\n"
       "  fix a.txt:25 `Error_Iterated_Data_Exceeds_64K`: ERROR_ITERATED_DATA_EXCEEDS_64k\n"},
      {"  • ERROR_NOBODY_Knows (2): A text.", ""},  // unknown-name
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    CHECK(on_related("malformed-reference", row.entry) == row.finding);
  }
}

TEST_CASE("malformed-reference: without a registry, lower-case letters in a name that no title has in any case") {
  const std::string entry = "  • ERROR_NOBODY_Knows (2): A text.";
  CHECK(
      on_related("malformed-reference", entry, "") ==
      "warning a.txt:25 `ERROR_NOBODY_Knows`: ERROR_NOBODY_Knows has lower-case letters, and no error of that name is "
      "known in any case\n"
      "  label: wrong letter case\n");
  CHECK(found("malformed-reference",
              {{page("ERROR_X_A - 7 (0x7)", entry), page("ERROR_NOBODY_Knows - 2 (0x2)", "")}}) == "");
}

TEST_CASE("an entry has one finding: what is wrong with its code before how it is listed") {
  const auto rules_of = [](std::string_view related) {
    std::string rules;
    const Linted linted({{page("ERROR_X_A - 7 (0x7)", related)}, kTable});
    for (const auto& finding : linted.findings()) rules += (rules.empty() ? "" : " ") + std::string(finding.rule);
    return rules;
  };
  CHECK(rules_of("  • ERROR_PATH_NOT_FOUND (2)") == "wrong-code");
  CHECK(rules_of("  • ERROR_X_A (8): A text.") == "conflicting-name");
  CHECK(rules_of("  • ERROR_X_A") == "self-reference");
  CHECK(rules_of("  • ERROR_PATH_NOT_FOUND") == "missing-code");
  CHECK(rules_of("  • ERROR_PATH_NOT_FOUND (3)") == "missing-description");
  CHECK(rules_of("  • ERROR_PATH_NOT_FOUND (3): A text.") == "dangling-reference");
}

TEST_CASE("malformed-reference finds names that are glued together") {
  const std::string finding = on_related("malformed-reference", "  • ERROR_FILE_NOT_FOUNDERROR_ACCESS_DENIED");
  CHECK(finding ==
        "warning a.txt:25 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is glued to its neighbour: two names have "
        "nothing between them\n"
        "  label: glued\n"
        "  help: give each related error a line of its own\n"
        "warning a.txt:25 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is glued to its neighbour: two names have nothing "
        "between them\n"
        "  label: glued\n"
        "  help: give each related error a line of its own\n");
}

TEST_CASE("missing-code says the code where it is known") {
  CHECK(on_related("missing-code", "  • ERROR_FILE_NOT_FOUND: A text.") ==
        "info a.txt:25 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is listed without its code\n"
        "  label: no code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is 2 (0x2)\n");
  CHECK(on_related("missing-code", "  • ERROR_FILE_NOT_FOUND (2): A text.") == "");
  CHECK(on_related("missing-code", "  • ERROR_FILE_NOT_FOUND (the usual one): A text.") == "");
}

TEST_CASE("missing-description") {
  CHECK(on_related("missing-description", "  • ERROR_FILE_NOT_FOUND (2)") ==
        "info a.txt:25 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is listed without a description\n"
        "  label: no description\n");
  CHECK(on_related("missing-description", "  • ERROR_FILE_NOT_FOUND (2): A text.") == "");
  CHECK(on_related("missing-description", "  • ERROR_FILE_NOT_FOUND (2) - A text.") == "");
}

TEST_CASE("a code in another family behind the code of a related error is checked by itself") {
  const auto with = [](std::string_view code) {
    return on_related("wrong-code", "  • ERROR_PATH_NOT_FOUND (" + std::string(code) + "): A text.");
  };
  CHECK(with("3, 0x3, HRESULT 0x80070003") == "");
  CHECK(with("3, HRESULT 0x80070004").starts_with("error a.txt:25 `0x80070004`: ERROR_PATH_NOT_FOUND is 3 (0x3)"));
  CHECK(with("4, HRESULT 0x80070003").starts_with("error a.txt:25 `4`: ERROR_PATH_NOT_FOUND is 3 (0x3)"));
}
