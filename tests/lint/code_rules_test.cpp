// The rules about the code of a name: wrong-code, taken-code, wrapped-code and hex-mismatch.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);
const std::string kTitle = "ERROR_IPSEC_MM_POLICY_EXISTS - 13003 (0x32CB)";

// All findings about one related error of an article that is otherwise right, except that it has no article.
std::string about(std::string_view entry) {
  std::string text;
  const Linted linted({{page(kTitle, "  • " + std::string(entry) + ": A text.")}, kTable});
  for (const Diagnostic& finding : linted.findings()) {
    if (finding.rule != "dangling-reference") text += std::string(finding.rule) + " " + finding.message + "\n";
  }
  return text;
}

std::string fix_for(std::string_view entry) {
  const auto found = Linted({{page(kTitle, "  • " + std::string(entry) + ": A text.")}, kTable}).of("wrong-code");
  REQUIRE(found.size() == 1);
  return found[0].fix ? found[0].fix->text : "";
}

}  // namespace

TEST_CASE("wrong-code: the right code, the owners of the wrong numbers, and a fix in the form of the entry") {
  CHECK(found("wrong-code", {{page(kTitle, "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9): A text.")}, kTable}) ==
        "error a.txt:25 `13002, 0x32C9`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 13002 or 0x32C9\n"
        "  label: not this error's code\n"
        "  note registry.tsv:8 `ERROR_IPSEC_QM_POLICY_IN_USE`: 13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE\n"
        "  note registry.tsv:7 `ERROR_IPSEC_QM_POLICY_NOT_FOUND`: 13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND\n"
        "  fix a.txt:25 `13002, 0x32C9`: 13004, 0x32CC\n");
}

TEST_CASE("wrong-code: only the wrong one of two numbers is marked and replaced") {
  CHECK(found("wrong-code", {{page(kTitle, "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13004, 0x32C9): A text.")}, kTable}) ==
        "error a.txt:25 `0x32C9`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 0x32C9\n"
        "  label: not this error's code\n"
        "  note registry.tsv:7 `ERROR_IPSEC_QM_POLICY_NOT_FOUND`: 13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND\n"
        "  fix a.txt:25 `0x32C9`: 0x32CC\n");
  CHECK(found("wrong-code", {{page(kTitle, "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13001, 0x32CC): A text.")}, kTable})
            .starts_with("error a.txt:25 `13001`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 13001\n"));
}

TEST_CASE("wrong-code: titles, fields and brackets in prose") {
  std::string text = page("ERROR_PATH_NOT_FOUND - 2 (0x2)", "");
  text +=
      "\nThe code ERROR_FILE_NOT_FOUND (7) is meant.\n\nError Details\n\n  • Error Name: ERROR_ACCESS_DENIED\n  • "
      "Numeric Code: 6 (0x6)\n";
  CHECK(found("wrong-code", {{text}, kTable}) ==
        "error a.txt:1 `2 (0x2)`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 2 (0x2)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  fix a.txt:1 `2 (0x2)`: 3 (0x3)\n"
        "error a.txt:37 `7`: ERROR_FILE_NOT_FOUND is 2 (0x2), not 7\n"
        "  label: not this error's code\n"
        "  fix a.txt:37 `7`: 2\n"
        "error a.txt:41 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is 5 (0x5), not 2 (0x2)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "error a.txt:42 `6 (0x6`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 6 (0x6)\n"
        "  label: not this error's code\n"
        "  fix a.txt:42 `6 (0x6`: 3 (0x3\n");
}

TEST_CASE("wrong-code: a lone Error Name field gives its name the code of the title") {
  const auto named = [](std::string_view name) {
    return page("ERROR_X_A - 7 (0x7)", "") + "Error Details\n- Error Name: " + std::string(name) + "\n";
  };
  const std::string table = kTable + "ERROR_X_A\t7\twin32\nERROR_X_B\t8\twin32\n";
  CHECK(found("wrong-code", {{named("ERROR_X_B")}, table}) ==
        "error a.txt:37 `ERROR_X_B`: ERROR_X_B is 8 (0x8), not 7 (0x7)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:12 `ERROR_X_A`: 7 (0x7) is ERROR_X_A\n");
  CHECK(found("wrong-code", {{named("ERROR_X_A")}, table}) == "");
  CHECK(found("wrong-code", {{named("Unnamed")}, table}) == "");
}

TEST_CASE("wrong-code: any of several codes is right, and there is no fix for another") {
  const std::string table = "ERROR_X_A\t7\nERROR_X_A\t8\n";
  CHECK(Linted({{page("ERROR_X_A - 8 (0x8)", "")}, table}).of("wrong-code").empty());
  CHECK(Linted({{page("ERROR_X_A - 7 (0x7)", "")}, table}).of("wrong-code").empty());
  CHECK(found("wrong-code", {{page("ERROR_X_A - 9 (0x9)", "")}, table}) ==
        "error a.txt:1 `9 (0x9)`: ERROR_X_A is 7 (0x7) or 8 (0x8), not 9 (0x9)\n"
        "  label: not this error's code\n");
}

TEST_CASE("wrong-code: the slip that explains the number is a note") {
  CHECK(found("wrong-code", {{page(kTitle, "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (0x13004): A text.")}, kTable}) ==
        "error a.txt:25 `0x13004`: ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 0x13004\n"
        "  label: not this error's code\n"
        "  note: 0x13004 has the decimal digits of the code behind 0x\n"
        "  fix a.txt:25 `0x13004`: 0x32CC\n");
}

TEST_CASE("wrong-code: names that an alias of the configuration stands for") {
  const std::vector<std::vector<std::string>> aliases{{"ERROR_X_A", "ERROR_FILE_NOT_FOUND"}};
  CHECK(Linted({{page("ERROR_X_A - 2 (0x2)", "")}, kTable, aliases}).of("wrong-code").empty());
  CHECK(found("wrong-code", {{page("ERROR_X_A - 3 (0x3)", "")}, kTable, aliases}) ==
        "error a.txt:1 `3 (0x3)`: ERROR_X_A is 2 (0x2), not 3 (0x3)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: 3 (0x3) is ERROR_PATH_NOT_FOUND\n"
        "  fix a.txt:1 `3 (0x3)`: 2 (0x2)\n");
}

TEST_CASE("wrapped-code: a code of the name in another family is right") {
  CHECK(found("wrapped-code", {{page(kTitle, "  • ERROR_ACCESS_DENIED (0x80070005): A text.")}, kTable}) ==
        "info a.txt:25 `0x80070005`: 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n"
        "  label: wrapped as an HRESULT\n");
  CHECK(about("ERROR_ACCESS_DENIED (0x80070005)") ==
        "wrapped-code 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n");
  CHECK(about("ERROR_ACCESS_DENIED (-2147024891, 0x80070005)") ==
        "wrapped-code 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n");
  CHECK(about("ERROR_ACCESS_DENIED (5, 0x80070005)") ==
        "wrapped-code 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n");
  CHECK(about("ERROR_ACCESS_DENIED (0xC0070005)") ==
        "wrapped-code 0xC0070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an NTSTATUS\n");
  CHECK(about("ERROR_ACCESS_DENIED (5)") == "");
  CHECK(about("E_ACCESSDENIED (0x80070005)") == "");
}

TEST_CASE("wrapped-code: in a title, where it blocks nothing") {
  CHECK(found("wrapped-code", {{page("ERROR_ACCESS_DENIED - 2147942405 (0x80070005)", "")}, kTable}) ==
        "info a.txt:1 `2147942405 (0x80070005)`: 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n"
        "  label: wrapped as an HRESULT\n");
  CHECK(Linted({{page("ERROR_ACCESS_DENIED - 2147942405 (0x80070005)", "")}, kTable}).of("wrong-code").empty());
}

TEST_CASE("wrong-code: the wrapped code of another name is unwrapped, and replaced by a wrapped code") {
  CHECK(found("wrong-code", {{page(kTitle, "  • ERROR_PATH_NOT_FOUND (0x80070005): A text.")}, kTable}) ==
        "error a.txt:25 `0x80070005`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 0x80070005\n"
        "  label: not this error's code\n"
        "  note registry.tsv:5 `ERROR_ACCESS_DENIED`: 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n"
        "  fix a.txt:25 `0x80070005`: 0x80070003\n");
  CHECK(fix_for("ERROR_PATH_NOT_FOUND (-2147024891, 0x80070005)") == "-2147024893, 0x80070003");
  CHECK(fix_for("ERROR_PATH_NOT_FOUND (0xC0070005)") == "0xC0070003");
  // 0x8007nnnn wraps a Win32 code whoever has it; that 0xD... wraps an NTSTATUS is said only by its owner.
  CHECK(fix_for("ERROR_PATH_NOT_FOUND (0x80070008)") == "0x80070003");
  CHECK(fix_for("ERROR_PATH_NOT_FOUND (5)") == "3");
}

TEST_CASE("taken-code: a title that no registry knows, with the code of a known name") {
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x2)", "")}, kTable}) ==
        "error a.txt:1 `2 (0x2)`: 2 (0x2) is ERROR_FILE_NOT_FOUND, not ERROR_X_A\n"
        "  label: another error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n");
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x3)", "")}, kTable}) ==
        "error! a.txt:1 `2 (0x3)`: 2 (0x2) is ERROR_FILE_NOT_FOUND and 3 (0x3) is ERROR_PATH_NOT_FOUND, not "
        "ERROR_X_A\n"
        "  label: codes of other errors\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: 3 (0x3) is ERROR_PATH_NOT_FOUND\n");
}

TEST_CASE("taken-code: the taken one of two numbers is marked") {
  CHECK(found("taken-code", {{page("ERROR_X_A - 7 (0x3)", "")}, kTable})
            .starts_with("error! a.txt:1 `0x3`: 3 (0x3) is ERROR_PATH_NOT_FOUND, not ERROR_X_A\n"));
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x7)", "")}, kTable})
            .starts_with("error! a.txt:1 `2`: 2 (0x2) is ERROR_FILE_NOT_FOUND, not ERROR_X_A\n"));
}

TEST_CASE("taken-code: aliases, free numbers and another letter case are no finding") {
  const std::vector<std::vector<std::string>> aliases{{"ERROR_X_A", "ERROR_FILE_NOT_FOUND"}};
  CHECK(found("taken-code", {{page("ERROR_X_A - 2 (0x2)", "")}, kTable, aliases}) == "");
  CHECK(found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "")}, kTable}) == "");
  CHECK(found("taken-code", {{page("ERROR_FILE_NOT_Found - 2 (0x2)", "")}, kTable}) == "");
}

TEST_CASE("hex-mismatch: what each number is, where no registry has the name") {
  const std::string other = page("ERROR_X_B - 10 (0xA)", "");
  CHECK(found("hex-mismatch", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_C (10, 0x10): A text."), other}}) ==
        "error a.txt:25 `10, 0x10`: 10 and 0x10 differ: 0x10 is 16\n"
        "  label: two different numbers\n"
        "  note b.txt:1 `10 (0xA)`: 10 (0xA) is ERROR_X_B, says its article\n"
        "  note: 0x10 has the digits of 10\n");
  CHECK(found("hex-mismatch", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_B (10, 0x10): A text."), other}}) ==
        "error a.txt:25 `10, 0x10`: 10 and 0x10 differ: 0x10 is 16\n"
        "  label: two different numbers\n"
        "  note b.txt:1 `10 (0xA)`: ERROR_X_B is 10 (0xA), says its article\n"
        "  note: 0x10 has the digits of 10\n");
  // With a registry: the name is only known from its article, and both numbers are free.
  CHECK(found("hex-mismatch", {{page("ERROR_X_A - 7 (0x8)", "")}, kTable}) ==
        "error! a.txt:1 `7 (0x8)`: 7 and 0x8 differ: 0x8 is 8\n"
        "  label: two different numbers\n"
        "  help: nothing is written until the two numbers of the title agree\n");
}

TEST_CASE("hex-mismatch: the number is given in the notation of the one beside it") {
  CHECK(found("hex-mismatch", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_C (-2147024891, 0x80070003): A text.")}})
            .starts_with("error a.txt:25 `-2147024891, 0x80070003`: -2147024891 and 0x80070003 differ: 0x80070003 is "
                         "-2147024893\n"));
  CHECK(found("hex-mismatch", {{page("ERROR_X_A - 7 (0x7)", "  • ERROR_X_C (02147750020, 0x119fd010): A text.")}}) ==
        "error a.txt:25 `02147750020, 0x119fd010`: 02147750020 and 0x119fd010 differ: 0x119fd010 is 295686160\n"
        "  label: two different numbers\n"
        "  note: read as octal, 02147750020 is 0x119fd010\n");
}

TEST_CASE("hex-mismatch: two codes of one name, which is right in each") {
  const std::string table = kTable + "ERROR_X_B\t20\twin32\nERROR_X_B\t21\twin32\n";
  CHECK(found("hex-mismatch", {{page(kTitle, "  • ERROR_X_B (20, 0x15): A text.")}, table})
            .starts_with("error a.txt:25 `20, 0x15`: 20 and 0x15 differ: 0x15 is 21\n"));
  CHECK(found("hex-mismatch", {{page(kTitle, "  • ERROR_X_B (20, 0x14): A text.")}, table}) == "");
}

TEST_CASE("one claim, one finding: the name before its code, the code before its notations") {
  CHECK(about("ERROR_X_B (13002, 0x32C9)") == "unknown-name unknown error name ERROR_X_B\n");
  CHECK(about("ERROR_PATH_NOT_FOUND (2, 0x7)") == "wrong-code ERROR_PATH_NOT_FOUND is 3 (0x3), not 2 or 0x7\n");
  CHECK(about("ERROR_PATH_NOT_FOUND (3, 0x7)") == "wrong-code ERROR_PATH_NOT_FOUND is 3 (0x3), not 0x7\n");
  CHECK(about("ERROR_PATH_NOT_FOUND (3, 0x3)") == "");
}

TEST_CASE("wrong-code: stop codes may be given in hexadecimal digits without 0x") {
  const auto of = [](std::string_view line) {
    return found("wrong-code", {{page("ERROR_X_A - 7 (0x7)", "") + "\n" + std::string(line) + "\n"},
                                "VIDEO_TDR_FAILURE\t0x116\tbugcheck\n"});
  };
  CHECK(of("VIDEO_TDR_FAILURE (116)") == "");
  CHECK(of("VIDEO_TDR_FAILURE (278)") == "");
  CHECK(of("VIDEO_TDR_FAILURE (117)") != "");
  CHECK(of("It ends with VIDEO_TDR_FAILURE (116).") == "");
  CHECK(of("It ends with VIDEO_TDR_FAILURE (decimal 116).") != "");
  CHECK(found("wrong-code",
              {{page("ERROR_X_A - 7 (0x7)", "") + "\nIt is ERROR_GONE (116).\n"}, "ERROR_GONE\t0x116\twin32\n"}) != "");
}

TEST_CASE("taken-code: a number with many owners is of several enumerations") {
  const auto with_owners = [](int owners) {
    std::string table;
    for (int i = 0; i < owners; ++i) table += "ERROR_Y_" + std::to_string(i) + "\t7\twin32\n";
    for (int i = 0; i < 20; ++i) table += "ERROR_Z_" + std::to_string(i) + "\t" + std::to_string(100 + i) + "\twin32\n";
    return found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "")}, table});
  };
  CHECK(with_owners(1) != "");
  CHECK(with_owners(4) != "");
  CHECK(with_owners(5) == "");
}

TEST_CASE("taken-code: in a family of several enumerations, no number is taken") {
  const auto with_names = [](int names) {
    std::string table = "ERROR_Y\t7\twin32\n";
    for (int number = 100; number < 120; ++number) {
      for (int i = 0; i < names; ++i)
        table +=
            "ERROR_Z_" + std::to_string(number) + "_" + std::to_string(i) + "\t" + std::to_string(number) + "\twin32\n";
    }
    return found("taken-code", {{page("ERROR_X_A - 7 (0x7)", "")}, table});
  };
  CHECK(with_names(1) != "");
  CHECK(with_names(3) != "");
  CHECK(with_names(4) == "");
}
