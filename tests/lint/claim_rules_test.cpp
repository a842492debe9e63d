#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

}  // namespace

TEST_CASE("hex-mismatch says what each number is and who owns it") {
  const std::string entry = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9): A text.";
  CHECK(
      found("hex-mismatch", {{page("ERROR_IPSEC_MM_POLICY_EXISTS - 13003 (0x32CB)", entry)}, kTable}) ==
      "error a.txt:25 `13002, 0x32C9`: decimal 13002 and hex 0x32C9 differ: 13002 is 0x32CA, 0x32C9 is 13001\n"
      "  label: two different numbers\n"
      "  note registry.tsv:8 `ERROR_IPSEC_QM_POLICY_IN_USE`: 13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE\n"
      "  note registry.tsv:7 `ERROR_IPSEC_QM_POLICY_NOT_FOUND`: 13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND\n"
      "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)\n");
}

TEST_CASE("hex-mismatch blocks output in a title only") {
  CHECK(found("hex-mismatch", {{page("ERROR_X_Y - 2 (0x3)", "")}}) ==
        "error! a.txt:1 `2 (0x3)`: decimal 2 and hex 0x3 differ: 2 is 0x2, 0x3 is 3\n"
        "  label: two different numbers\n"
        "  help: nothing is written until the two numbers of the title agree\n");
}

TEST_CASE("hex-mismatch reads prose and fields, and names a negative decimal as it is written") {
  std::string text = page("ERROR_X_Y - 2 (0x2)", "");
  text += "\nIts value is 2 and its hexadecimal representation 0x5. Here (-2147024891, 0x80070006) is another.\n";
  CHECK(found("hex-mismatch", {{text}}) ==
        "error a.txt:37 `2 and its hexadecimal representation 0x5`: decimal 2 and hex 0x5 differ: 2 is 0x2, 0x5 is 5\n"
        "  label: two different numbers\n"
        "  note a.txt:1 `2 (0x2)`: 2 (0x2) is ERROR_X_Y, says its article\n"
        "error a.txt:37 `-2147024891, 0x80070006`: decimal -2147024891 and hex 0x80070006 differ: -2147024891 is "
        "0x80070005, 0x80070006 is 2147942406\n"
        "  label: two different numbers\n"
        "  note: 0x80070005 is 5 (0x5) wrapped as an HRESULT\n"
        "  note: 0x80070006 is 6 (0x6) wrapped as an HRESULT\n");
}

TEST_CASE("conflicting-code stands at the claim that is no title, and points to the title") {
  const Input input{{page("ERROR_X_DISABLED - 13883 (0x363B)", "  • ERROR_X_POLICY (13875, 0x363B): A text.")}};
  CHECK(found("conflicting-code", input) ==
        "error a.txt:25 `0x363B`: 13883 (0x363B) is given to two names: ERROR_X_POLICY and ERROR_X_DISABLED\n"
        "  label: given to ERROR_X_POLICY here\n"
        "  claim a.txt:1 `13883 (0x363B)`: the title gives it to ERROR_X_DISABLED here\n"
        "  disputed a.txt:1 `13883 (0x363B)`\n");
}

TEST_CASE("conflicting-code is one finding for a number, with all its places") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_P (9): A text."),
                     page("ERROR_X_B - 8 (0x8)", "  • ERROR_X_Q (9, 0x9): A text.\n  • ERROR_X_P (9): Again."),
                     page("ERROR_X_C - 1 (0x1)", "  • ERROR_X_R (0x9): A text.")},
                    kTable + "ERROR_X_Q\t9\n"};
  CHECK(found("conflicting-code", input) ==
        "error a.txt:25 `9`: 9 (0x9) is given to 3 names: ERROR_X_P, ERROR_X_Q and ERROR_X_R\n"
        "  label: given to ERROR_X_P here\n"
        "  claim b.txt:25 `9, 0x9`: given to ERROR_X_Q here\n"
        "  claim c.txt:25 `0x9`: given to ERROR_X_R here\n"
        "  note registry.tsv:12 `ERROR_X_Q`: 9 (0x9) is ERROR_X_Q\n"
        "  disputed b.txt:26 `9`\n"
        "  disputed c.txt:25 `0x9`\n");
}

TEST_CASE("conflicting-code lists a few of many names") {
  std::string related;
  for (const char c : std::string_view("ABCDEFGH")) related += std::string("  • ERROR_Y_") + c + " (9): A text.\n";
  const auto found = Linted({{page("ERROR_X_A - 7 (0x7)", related)}}).of("conflicting-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "9 (0x9) is given to more than 5 names: ERROR_Y_A, ERROR_Y_B, ERROR_Y_C, ERROR_Y_D and ERROR_Y_E");
  CHECK(found[0].notes.size() == 4);
  CHECK(found[0].disputed.size() == 7);
}

TEST_CASE("conflicting-code passes over the claim that the registry is on the side of") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_FILE_NOT_FOUND (2): A text.\n  • ERROR_X_P (2): A text.")},
                    kTable};
  CHECK(found("conflicting-code", input) ==
        "error a.txt:26 `2`: 2 (0x2) is given to two names: ERROR_X_P and ERROR_FILE_NOT_FOUND\n"
        "  label: given to ERROR_X_P here\n"
        "  claim a.txt:25 `2`: given to ERROR_FILE_NOT_FOUND here\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n");
}

TEST_CASE("conflicting-code keeps silent on aliases, on titles alone and on one name in two cases") {
  const std::string related = "  • ERROR_SUCCESS (0): A text.\n  • NOERROR (0): A text.";
  CHECK(found("conflicting-code", {{page("ERROR_X_A - 7 (0x7)", related)}, kTable}) == "");
  CHECK(found("conflicting-code", {{page("ERROR_X_A - 7 (0x7)", related)}, "", {{"NOERROR", "ERROR_SUCCESS"}}}) == "");
  CHECK(found("conflicting-code", {{page("ERROR_X_A - 7 (0x7)", related)}}) != "");
  CHECK(found("conflicting-code",
              {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (7): A text."), page("ERROR_X_B - 7 (0x7)", "")}}) == "");
  CHECK(found("conflicting-code",
              {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_Bx (9): A text.\n  • ERROR_X_BX (9): A text.")}}) == "");
}

TEST_CASE("conflicting-name holds the others against the title") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (9): A text."), page("ERROR_X_B - 8 (0x8)", "")},
                    kTable + "ERROR_X_B\t8\n"};
  CHECK(found("conflicting-name", input) ==
        "error a.txt:25 `9`: ERROR_X_B is given two codes: 8 (0x8) in its title and 9\n"
        "  label: given 9 here\n"
        "  claim b.txt:1 `8 (0x8)`: the title says 8 (0x8) here\n"
        "  note: no registry knows 9 (0x9)\n"
        "  note registry.tsv:12 `ERROR_X_B`: ERROR_X_B is 8 (0x8)\n");
}

TEST_CASE("conflicting-name is one finding for a name") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (9): A text."),
                     page("ERROR_X_C - 1 (0x1)", "  • ERROR_X_B (10, 0xA): A text."),
                     page("ERROR_X_D - 3 (0x3)", "  • ERROR_X_B (0xB): A text.")}};
  CHECK(found("conflicting-name", input) ==
        "error b.txt:25 `10, 0xA`: ERROR_X_B is given 3 codes: 9, 10 (0xA) and 0xB\n"
        "  label: given 10 (0xA) here\n"
        "  claim a.txt:25 `9`: given 9 here\n"
        "  claim c.txt:25 `0xB`: given 0xB here\n"
        "  disputed a.txt:25 `9`\n"
        "  disputed c.txt:25 `0xB`\n");
}

TEST_CASE("conflicting-name stands where the registry is not on a claim's side") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (9): A text."),
                     page("ERROR_X_C - 1 (0x1)", "  • ERROR_X_B (10, 0xA): A text.")},
                    kTable + "ERROR_X_B\t9\n"};
  CHECK(found("conflicting-name", input)
            .starts_with("error b.txt:25 `10, 0xA`: ERROR_X_B is given two codes: 9 and 10 (0xA)\n"
                         "  label: given 10 (0xA) here\n"
                         "  claim a.txt:25 `9`: given 9 here\n"));
}

TEST_CASE("a lone Error Name field gives its name the title's code") {
  const std::string other = page("ERROR_X_B - 8 (0x8)", "");
  const auto named = [](std::string_view name) {
    return page("ERROR_X_A - 7 (0x7)", "") + "Error Details\n- Error Name: " + std::string(name) + "\n";
  };
  const std::string table = kTable + "ERROR_X_A\t7\nERROR_X_B\t8\n";
  CHECK(found("wrong-code", {{named("ERROR_X_B"), other}, table}) ==
        "error a.txt:37 `ERROR_X_B`: ERROR_X_B is 8 (0x8), not 7 (0x7)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:12 `ERROR_X_A`: 7 (0x7) is ERROR_X_A\n"
        "  note registry.tsv:13 `ERROR_X_B`: ERROR_X_B is 8 (0x8)\n");
  CHECK(
      found("conflicting-code", {{named("ERROR_X_B")}}).starts_with("error a.txt:37 `ERROR_X_B`: 7 (0x7) is given to"));
  CHECK(found("wrong-code", {{named("ERROR_X_A"), other}, table}) == "");
  CHECK(found("conflicting-code", {{named("ERROR_X_A")}}) == "");
  CHECK(found("conflicting-code", {{named("Unnamed")}}) == "");
}

TEST_CASE("conflicting-name keeps silent where a number is shared or the registry gives both") {
  const std::string other = page("ERROR_X_C - 1 (0x1)", "  • ERROR_X_B (12, 0x9): A text.");
  CHECK(found("conflicting-name", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (9): A text."), other}}) == "");
  const std::string third = page("ERROR_X_C - 1 (0x1)", "  • ERROR_X_B (12): A text.");
  const std::vector<std::string> articles{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (9): A text."), third};
  CHECK(found("conflicting-name", {articles, "ERROR_X_B\t9\nERROR_X_B\t12\n"}) == "");
  CHECK(found("conflicting-name", {articles, "ERROR_X_B\t9\n"}) != "");
}

TEST_CASE("wrong-code says the right code, who owns the stated ones, and rewrites it in its form") {
  const std::string entry = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9): A text.";
  CHECK(found("wrong-code", {{page("ERROR_IPSEC_MM_POLICY_EXISTS - 13003 (0x32CB)", entry)}, kTable}) ==
        "error a.txt:25 `13002, 0x32C9`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 13002 or 0x32C9\n"
        "  label: not this error's code\n"
        "  note registry.tsv:8 `ERROR_IPSEC_QM_POLICY_IN_USE`: 13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE\n"
        "  note registry.tsv:7 `ERROR_IPSEC_QM_POLICY_NOT_FOUND`: 13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND\n"
        "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)\n"
        "  fix a.txt:25 `13002, 0x32C9`: 13004, 0x32CC\n");
}

TEST_CASE("wrong-code marks the one of two numbers that is wrong") {
  const std::string entry = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13004, 0x32C9): A text.";
  const std::string title = "ERROR_IPSEC_MM_POLICY_EXISTS - 13003 (0x32CB)";
  CHECK(found("wrong-code", {{page(title, entry)}, kTable}) ==
        "error a.txt:25 `0x32C9`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 0x32C9\n"
        "  label: not this error's code\n"
        "  note registry.tsv:7 `ERROR_IPSEC_QM_POLICY_NOT_FOUND`: 13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND\n"
        "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)\n"
        "  fix a.txt:25 `0x32C9`: 0x32CC\n");
}

TEST_CASE("wrong-code judges titles, fields and prose too") {
  std::string text = page("ERROR_PATH_NOT_FOUND - 2 (0x2)", "");
  text +=
      "\nThe code ERROR_FILE_NOT_FOUND (7) is meant.\n\nError Details\n\n  • Error Name: ERROR_ACCESS_DENIED\n  • "
      "Numeric Code: 6 (0x6)\n";
  CHECK(found("wrong-code", {{text}, kTable}) ==
        "error a.txt:1 `2 (0x2)`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 2 (0x2)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: ERROR_PATH_NOT_FOUND is 3 (0x3)\n"
        "  fix a.txt:1 `2 (0x2`: 3 (0x3\n"
        "error a.txt:37 `7`: ERROR_FILE_NOT_FOUND is 2 (0x2), not 7\n"
        "  label: not this error's code\n"
        "  note: no registry knows 7 (0x7)\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: ERROR_FILE_NOT_FOUND is 2 (0x2)\n"
        "  fix a.txt:37 `7`: 2\n"
        "error a.txt:41 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is 5 (0x5), not 2 (0x2)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  note a.txt:1 `2 (0x2)`: 2 (0x2) is ERROR_PATH_NOT_FOUND, says its article\n"
        "  note registry.tsv:5 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is 5 (0x5)\n"
        "error a.txt:42 `6 (0x6`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 6 (0x6)\n"
        "  label: not this error's code\n"
        "  note: no registry knows 6 (0x6)\n"
        "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: ERROR_PATH_NOT_FOUND is 3 (0x3)\n"
        "  fix a.txt:42 `6 (0x6`: 3 (0x3\n");
}

TEST_CASE("wrong-code explains a code that is wrapped as an HRESULT, and names its owner") {
  CHECK(found("wrong-code", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_ACCESS_DENIED (0x80070005): A text.")}, kTable}) ==
        "error a.txt:25 `0x80070005`: ERROR_ACCESS_DENIED is 5 (0x5), not 0x80070005\n"
        "  label: not this error's code\n"
        "  note registry.tsv:11 `E_ACCESSDENIED`: 2147942405 (0x80070005) is E_ACCESSDENIED\n"
        "  note registry.tsv:5 `ERROR_ACCESS_DENIED`: 0x80070005 is 5 (0x5) wrapped as an HRESULT: that is "
        "ERROR_ACCESS_DENIED\n"
        "  note registry.tsv:5 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is 5 (0x5)\n"
        "  fix a.txt:25 `0x80070005`: 0x5\n");
}

TEST_CASE("wrong-code takes any of several codes, and then offers no fix") {
  const std::string table = "ERROR_X_A\t7\nERROR_X_A\t8\n";
  CHECK(found("wrong-code", {{page("ERROR_X_A - 8 (0x8)", "")}, table}) == "");
  CHECK(found("wrong-code", {{page("ERROR_X_A - 9 (0x9)", "")}, table}) ==
        "error a.txt:1 `9 (0x9)`: ERROR_X_A is 7 (0x7) or 8 (0x8), not 9 (0x9)\n"
        "  label: not this error's code\n"
        "  note: no registry knows 9 (0x9)\n"
        "  note registry.tsv:1 `ERROR_X_A`: ERROR_X_A is 7 (0x7) or 8 (0x8)\n");
}

TEST_CASE("taken-code names the owner of a number that an unknown name has") {
  CHECK(
      found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_NO_POLICY (13004, 0x32CC): A text.")}, kTable}) ==
      "error a.txt:25 `13004, 0x32CC`: 13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND, not ERROR_NO_POLICY\n"
      "  label: another error's code\n"
      "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: 13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND\n");
  CHECK(found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_NO_POLICY (2, 0x3): A text.")}, kTable}) ==
        "error a.txt:25 `2, 0x3`: 2 (0x2) is ERROR_FILE_NOT_FOUND and 3 (0x3) is ERROR_PATH_NOT_FOUND, not "
        "ERROR_NO_POLICY\n"
        "  label: codes of other errors\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: 3 (0x3) is ERROR_PATH_NOT_FOUND\n");
}

TEST_CASE("taken-code names an article's title, and keeps silent on aliases and free numbers") {
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x2)", "")}, kTable}) ==
        "error a.txt:1 `2 (0x2)`: 2 (0x2) is ERROR_FILE_NOT_FOUND, not ERROR_X_A\n"
        "  label: another error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n");
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x2)", "")}, kTable, {{"ERROR_X_A", "ERROR_FILE_NOT_FOUND"}}}) ==
        "");
  CHECK(found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "")}, kTable}) == "");
}

TEST_CASE("unknown-name says who owns the numbers and which names are close") {
  CHECK(found("unknown-name",
              {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x4): A text.")}, kTable}) ==
        "warning a.txt:25 `ERROR_IPSEC_MM_POLICY_INVALID`: no article and no registry knows "
        "ERROR_IPSEC_MM_POLICY_INVALID\n"
        "  label: unknown name\n"
        "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: 13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND\n"
        "  note: no registry knows 4 (0x4)\n"
        "  note: close to it: ERROR_IPSEC_QM_POLICY_IN_USE is 13002 (0x32CA), ERROR_IPSEC_MM_POLICY_EXISTS is 13003 "
        "(0x32CB) and ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)\n");
}

TEST_CASE("unknown-name takes close names from articles too, and says when there is none") {
  const Input near{{page("ERROR_X_WIDGET_LOST - 7 (0x7)", "  • ERROR_X_WIDGET_LOSS: A text.")}, kTable};
  CHECK(found("unknown-name", near) ==
        "warning a.txt:25 `ERROR_X_WIDGET_LOSS`: no article and no registry knows ERROR_X_WIDGET_LOSS\n"
        "  label: unknown name\n"
        "  note: close to it: ERROR_X_WIDGET_LOST is 7 (0x7)\n");
  const Input far{{page("ERROR_X_A - 7 (0x7)", "  • ERROR_UNHEARD_OF_TROUBLES: A text.")}, kTable};
  CHECK(found("unknown-name", far) ==
        "warning a.txt:25 `ERROR_UNHEARD_OF_TROUBLES`: no article and no registry knows ERROR_UNHEARD_OF_TROUBLES\n"
        "  label: unknown name\n"
        "  note: no known name is close to it\n");
}

TEST_CASE("unknown-name keeps silent on known names, mangled ones and without a registry") {
  const std::string title = "ERROR_X_A - 7 (0x7)";
  CHECK(found("unknown-name",
              {{page(title, "  • ERROR_FILE_NOT_FOUND (2): A text.\n  • ERROR_X_A: A text.")}, kTable}) == "");
  CHECK(found("unknown-name", {{page(title, "  • ERROR_FILE_NOT_Found (2): A text.")}, kTable}) == "");
  CHECK(found("unknown-name", {{page(title, "  • ERROR_NOBODY_KNOWS (2): A text.")}}) == "");
}

TEST_CASE("conflicting-name: a claim that the registry backs is not put in doubt") {
  const Linted linted(
      {{page("ERROR_FILE_NOT_FOUND - 7 (0x7)", ""),
        page("ERROR_X_A - 100 (0x64)", "  • ERROR_FILE_NOT_FOUND (9): A text.\n  • ERROR_FILE_NOT_FOUND (2): A text.")},
       std::string(kRegistry)});
  const auto found = linted.of("conflicting-name");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "b.txt:25 `9`");
  REQUIRE(found[0].disputed.size() == 1);
  CHECK(linted.place(found[0].disputed[0]) == "a.txt:1 `7 (0x7)`");
}

TEST_CASE("conflicting-name: four notes name other claims, all of them are put in doubt") {
  std::string related;
  for (int code = 201; code <= 207; ++code) related += "  • ERROR_X_B (" + std::to_string(code) + "): A text.\n";
  const auto found = Linted({{page("ERROR_X_A - 100 (0x64)", related)}}).of("conflicting-name");
  REQUIRE(found.size() == 1);
  const auto& notes = found[0].notes;
  CHECK(std::count_if(notes.begin(), notes.end(), [](const auto& note) { return note.claims; }) == 4);
  CHECK(found[0].disputed.size() == 6);
}
