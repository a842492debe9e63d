// The rule about names that nobody knows.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

std::string about(std::string_view entry) {
  return found("unknown-name", {{page("ERROR_X_A - 7 (0x7)", "  • " + std::string(entry) + ": A text.")}, kTable});
}

}  // namespace

TEST_CASE("unknown-name: the owner of the code is the help") {
  CHECK(about("ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x32CC)") ==
        "warning a.txt:25 `ERROR_IPSEC_MM_POLICY_INVALID`: unknown error name ERROR_IPSEC_MM_POLICY_INVALID\n"
        "  label: unknown name\n"
        "  help: 13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND: replace the name, or correct the code\n");
}

TEST_CASE("unknown-name: one letter off with the right code beside it has a fix") {
  CHECK(about("ERROR_FILE_NOT_FOUNT (2)") ==
        "warning a.txt:25 `ERROR_FILE_NOT_FOUNT`: unknown error name ERROR_FILE_NOT_FOUNT\n"
        "  label: unknown name\n"
        "  note: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  fix a.txt:25 `ERROR_FILE_NOT_FOUNT`: ERROR_FILE_NOT_FOUND\n");
  CHECK(about("ERROR_FILE_NOT_FOUNTS (2)").find("fix") == std::string::npos);
  CHECK(about("ERROR_FILE_NOT_FOUNT (3)").find("fix") == std::string::npos);
  CHECK(about("ERROR_FILE_NOT_FOUNT").find("fix") == std::string::npos);
}

TEST_CASE("unknown-name: a title that is spelled almost like the owner of its code blocks output") {
  const auto in_title = [](std::string_view title) { return found("unknown-name", {{page(title, "")}, kTable}); };
  CHECK(in_title("ERROR_FILE_not_found - 2 (0x2)") ==
        "warning! a.txt:1 `ERROR_FILE_not_found`: unknown error name ERROR_FILE_not_found\n"
        "  label: unknown name\n"
        "  note: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  fix a.txt:1 `ERROR_FILE_not_found`: ERROR_FILE_NOT_FOUND\n");
  CHECK(in_title("ERROR_FILE_NOT_FOUNT - 2 (0x2)").find("fix a.txt:1 `ERROR_FILE_NOT_FOUNT`: ERROR_FILE_NOT_FOUND") !=
        std::string::npos);
  CHECK(in_title("ERROR_FILE_NOT_FOUND - 2 (0x2)") == "");
  CHECK(in_title("ERROR_FILE_NOT_FOUNT - 7 (0x7)") == "");  // the corpus' own
  CHECK(in_title("ERROR_ITERATED_DATA_EXCEEDS_64k - 194 (0xC2)") == "");
  const Linted linted({{page("ERROR_FILE_not_found - 2 (0x2)", "")}, kTable});
  REQUIRE(linted.of("unknown-name").size() == 1);
  CHECK(linted.of("unknown-name").front().blocks_output);
  const Linted entry({{page("ERROR_X_A - 7 (0x7)", "  • ERROR_FILE_NOT_FOUNT (2): A text.")}, kTable});
  REQUIRE(entry.of("unknown-name").size() == 1);
  CHECK_FALSE(entry.of("unknown-name").front().blocks_output);
}

TEST_CASE("unknown-name: two numbers of different owners, and the names that are close") {
  CHECK(about("ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x4)") ==
        "warning a.txt:25 `ERROR_IPSEC_MM_POLICY_INVALID`: unknown error name ERROR_IPSEC_MM_POLICY_INVALID\n"
        "  label: unknown name\n"
        "  note registry.tsv:10 `ERROR_IPSEC_MM_POLICY_NOT_FOUND`: 13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND\n"
        "  note: close to it: ERROR_IPSEC_QM_POLICY_IN_USE is 13002 (0x32CA), ERROR_IPSEC_MM_POLICY_EXISTS is 13003 "
        "(0x32CB) and ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)\n");
}

TEST_CASE("unknown-name: a code with several owners is told, not suggested") {
  CHECK(about("ERROR_X_NOTHING (0)") ==
        "warning a.txt:25 `ERROR_X_NOTHING`: unknown error name ERROR_X_NOTHING\n"
        "  label: unknown name\n"
        "  note registry.tsv:1 `ERROR_SUCCESS`: 0 (0x0) is ERROR_SUCCESS and NOERROR\n");
}

TEST_CASE("unknown-name: titles are close names, too, and nothing is said where none is close") {
  const Input near{{page("ERROR_X_WIDGET_LOST - 7 (0x7)", "  • ERROR_X_WIDGET_LOSS: A text.")}, kTable};
  CHECK(found("unknown-name", near) ==
        "warning a.txt:25 `ERROR_X_WIDGET_LOSS`: unknown error name ERROR_X_WIDGET_LOSS\n"
        "  label: unknown name\n"
        "  note: close to it: ERROR_X_WIDGET_LOST is 7 (0x7), says its article\n");
  CHECK(about("ERROR_UNHEARD_OF_TROUBLES") ==
        "warning a.txt:25 `ERROR_UNHEARD_OF_TROUBLES`: unknown error name ERROR_UNHEARD_OF_TROUBLES\n"
        "  label: unknown name\n");
}

TEST_CASE("unknown-name: brackets in prose") {
  const std::string text = page("ERROR_X_A - 7 (0x7)", "") + "\nIt is not ERROR_FILE_NOT_FOUNT (2) here.\n";
  CHECK(found("unknown-name", {{text}, kTable}).starts_with("warning a.txt:37 `ERROR_FILE_NOT_FOUNT`: unknown"));
}

TEST_CASE("unknown-name: known names, titles and names in another letter case are no finding") {
  CHECK(about("ERROR_FILE_NOT_FOUND (2)") == "");
  CHECK(about("ERROR_FILE_NOT_FOUND (3)") == "");
  CHECK(about("ERROR_X_A") == "");
  CHECK(about("ERROR_FILE_NOT_Found (2)") == "");
  CHECK(about("ERROR_NOBODY_Knows (2)") != "");
}

TEST_CASE("unknown-name: without a registry of the family nothing is known to be missing") {
  const std::string text = page("ERROR_X_A - 7 (0x7)", "  • ERROR_NOBODY_KNOWS (2): A text.");
  CHECK(found("unknown-name", {{text}}) == "");
  const Input other_family{{text}, kTable, {}, {{"ERROR_NOBODY_*", "mine"}}};
  CHECK(found("unknown-name", other_family) == "");
  const Input same_family{{text}, kTable, {}, {{"ERROR_NOBODY_*", "win32"}}};
  CHECK(found("unknown-name", same_family) != "");
}
