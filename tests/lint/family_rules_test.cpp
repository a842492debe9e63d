// Codes mean something only within their family: what rules say of names and numbers of several families.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable =
    "ERROR_PATH_NOT_FOUND\t3\twin32\n"
    "ERROR_ACCESS_DENIED\t5\twin32\n"
    "ERROR_SHARING_BUFFER_EXCEEDED\t36\twin32\n"
    "NTFS_FILE_SYSTEM\t0x24\tbugcheck\n"
    "STATUS_IMAGE_CHECKSUM_MISMATCH\t0xC0000221\tntstatus\n"
    "STATUS_IMAGE_CHECKSUM_MISMATCH\t0x221\tbugcheck\n"
    "STATUS_ACCESS_VIOLATION\t0xC0000005\tntstatus\n"
    "STATUS_WAIT_3\t3\tntstatus\n";

const std::string kTitle = "ERROR_SHARING_BUFFER_EXCEEDED - 36 (0x24)";

std::string entry(std::string_view text) { return "  • " + std::string(text) + ": A text.\n"; }

// "rule message", one a line, of the findings about names and codes.
std::string messages(const Input& input, const LintConfig& config = {}) {
  std::string text;
  const Linted linted(input, config);
  for (const Diagnostic& finding : linted.findings()) {
    if (finding.rule != "dangling-reference" && finding.rule != "empty-section")
      text += std::string(finding.rule) + " " + finding.message + "\n";
  }
  return text;
}

std::string about(std::string_view text) { return messages({{page(kTitle, entry(text))}, kTable}); }

}  // namespace

TEST_CASE("families: one number in two families is right in both") {
  CHECK(Linted({{page(kTitle, entry("NTFS_FILE_SYSTEM (36)")),
                 page("NTFS_FILE_SYSTEM - 36 (0x24)", entry("ERROR_SHARING_BUFFER_EXCEEDED (36)"))},
                kTable})
            .text() == "");
  CHECK(messages({{page("ERROR_ACCESS_DENIED - 5 (0x5)",
                        entry("ERROR_SHARING_BUFFER_EXCEEDED (36)") + entry("NTFS_FILE_SYSTEM (36)"))},
                  kTable}) == "");
}

TEST_CASE("families: names of no registry in two configured families do not conflict") {
  const std::vector<FamilyOf> families{{"STOP_*", "bugcheck"}, {"ERROR_*", "win32"}};
  const std::vector<std::string> titles{page("ERROR_X_A - 40 (0x28)", ""), page("STOP_X_A - 40 (0x28)", "")};
  CHECK(messages({titles}).starts_with("duplicate-code "));
  CHECK(messages({titles, "", {}, families}) == "");
  CHECK(messages({titles, "", {}, {}, {{"a.txt", "one"}, {"b.txt", "two"}}}) == "");
  CHECK(messages({titles, "", {}, {}, {{"a.txt", "one"}, {"b.txt", "one"}}}).starts_with("duplicate-code "));

  const std::vector<std::string> entries{
      page("ERROR_X_A - 40 (0x28)", entry("STOP_X_B (41)") + entry("ERROR_X_B (41)"))};
  CHECK(messages({entries}) == "conflicting-code 41 (0x29) is given to two names: ERROR_X_B and STOP_X_B\n");
  CHECK(messages({entries, "", {}, families}) == "");
  CHECK(messages({{page("ERROR_X_A - 40 (0x28)", entry("STOP_X_B (40)"))}, "", {}, families}) == "");
}

TEST_CASE("families: a number is taken only in the family of the name") {
  const std::vector<FamilyOf> families{{"STOP_*", "bugcheck"}, {"MY_*", "mine"}};
  const auto of = [&](std::string_view title) { return messages({{page(title, "")}, kTable, {}, families}); };
  CHECK(of("STOP_X_A - 5 (0x5)") == "");
  CHECK(of("STOP_X_A - 36 (0x24)") == "taken-code 36 (0x24) is NTFS_FILE_SYSTEM, not STOP_X_A\n");
  CHECK(of("MY_X_A - 36 (0x24)") == "");
}

TEST_CASE("families: a name is of the family of its article, or else of the article that mentions it") {
  // 5 is free in the family of MY_X_A, but not the code in its title.
  CHECK(messages({{page(kTitle, entry("MY_X_A (5)")), page("MY_X_A - 40 (0x28)", "")},
                  kTable,
                  {},
                  {},
                  {{"b.txt", "bugcheck"}}}) == "conflicting-name MY_X_A is 40 (0x28) in its title, not 5\n");
  CHECK(about("MY_X_A (5)") == "unknown-name unknown error name MY_X_A\n");
}

TEST_CASE("families: two titles may share a code that is right for both") {
  const std::string table = kTable + "E_ACCESSDENIED\t0x80070005\thresult\n";
  CHECK(messages({{page("ERROR_ACCESS_DENIED - 2147942405 (0x80070005)", ""),
                   page("E_ACCESSDENIED - 2147942405 (0x80070005)", "")},
                  table}) == "wrapped-code 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n");
}

TEST_CASE("families: names of a family that no registry covers are compared with the corpus only") {
  const std::vector<FamilyOf> families{{"MY_*", "mine"}};
  const std::vector<std::string> article{page("MY_X_A - 1 (0x1)", entry("MY_X_B (5)") + entry("MY_X_C (5)"))};
  const std::string conflict = "conflicting-code 5 (0x5) is given to two names: MY_X_C and MY_X_B\n";
  CHECK(messages({article, kTable, {}, families}) == conflict);
  // The family is not known at all, though a registry has the number.
  CHECK(messages({article, kTable}) == conflict);
  CHECK(messages({article}) == conflict);
}

TEST_CASE("families: a name of two families is right in one of them") {
  CHECK(about("STATUS_IMAGE_CHECKSUM_MISMATCH (0xC0000221)") == "");
  CHECK(about("STATUS_IMAGE_CHECKSUM_MISMATCH (0x221)") == "");
  CHECK(messages({{page(kTitle, entry("STATUS_IMAGE_CHECKSUM_MISMATCH (0x221)")),
                   page("STATUS_IMAGE_CHECKSUM_MISMATCH - 3221226017 (0xC0000221)", "")},
                  kTable}) == "");
  CHECK(about("STATUS_IMAGE_CHECKSUM_MISMATCH (0x222)") ==
        "wrong-code STATUS_IMAGE_CHECKSUM_MISMATCH is 0xC0000221 or 545 (0x221), not 0x222\n");
}

TEST_CASE("families: the configuration decides in which of its families a name is judged") {
  const auto with = [&](std::string_view family, std::string_view code) {
    const std::string text = entry("STATUS_IMAGE_CHECKSUM_MISMATCH (" + std::string(code) + ")");
    return messages({{page(kTitle, text)}, kTable, {}, {{"STATUS_IMAGE_*", std::string(family)}}});
  };
  CHECK(with("bugcheck", "0x221") == "");
  CHECK(with("bugcheck", "0xC0000221") == "wrong-code STATUS_IMAGE_CHECKSUM_MISMATCH is 545 (0x221), not 0xC0000221\n");
  CHECK(with("ntstatus", "0xC0000221") == "");
  CHECK(with("ntstatus", "0x221") == "wrong-code STATUS_IMAGE_CHECKSUM_MISMATCH is 0xC0000221, not 0x221\n");
  // An HRESULT can carry an NTSTATUS.
  CHECK(with("hresult", "0xD0000221") ==
        "wrapped-code 0xD0000221 is STATUS_IMAGE_CHECKSUM_MISMATCH, 3221226017 (0xC0000221), as an HRESULT\n");
}

TEST_CASE("families: what is configured counts before the registries") {
  const std::vector<std::string> article{page(kTitle, entry("ERROR_ACCESS_DENIED (77)"))};
  CHECK(messages({article, kTable}) == "wrong-code ERROR_ACCESS_DENIED is 5 (0x5), not 77\n");
  CHECK(messages({article, kTable, {}, {{"ERROR_ACCESS_*", "mine"}}}) == "");
  const std::vector<std::string> title{page("ERROR_ACCESS_DENIED - 77 (0x4D)", "")};
  CHECK(messages({title, kTable}) == "wrong-code ERROR_ACCESS_DENIED is 5 (0x5), not 77 (0x4D)\n");
  CHECK(messages({title, kTable, {}, {}, {{"a.txt", "mine"}}}) == "");
}

TEST_CASE("families: HRESULT_FROM_WIN32 carries Win32 codes only") {
  CHECK(about("ERROR_PATH_NOT_FOUND (0x80070003)").starts_with("wrapped-code "));
  CHECK(about("STATUS_ACCESS_VIOLATION (0xD0000005)").starts_with("wrapped-code "));
  const auto found = Linted({{page(kTitle, entry("STATUS_WAIT_3 (0x80070003)"))}, kTable}).of("wrong-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "STATUS_WAIT_3 is 3 (0x3), not 0x80070003");
  REQUIRE(found[0].notes.size() == 1);
  CHECK(found[0].notes[0].message == "0x80070003 is ERROR_PATH_NOT_FOUND, 3 (0x3), as an HRESULT");
}

TEST_CASE("families: the notes about a wrong number name its owner in the family of the name") {
  const auto notes = [](std::string_view text) {
    const auto found = Linted({{page(kTitle, entry(text))}, kTable}).of("wrong-code");
    REQUIRE(found.size() == 1);
    std::string all;
    for (const Note& note : found[0].notes) all += note.message + "\n";
    return all;
  };
  CHECK(notes("ERROR_PATH_NOT_FOUND (36)") == "36 (0x24) is ERROR_SHARING_BUFFER_EXCEEDED\n");
  CHECK(notes("ERROR_PATH_NOT_FOUND (0x221)") == "");
}

TEST_CASE("families: the notes about a name of a configured family name owners in that family") {
  const auto found = Linted({{page(kTitle, entry("STATUS_IMAGE_CHECKSUM_MISMATCH (0x24)"))},
                             kTable,
                             {},
                             {{"STATUS_IMAGE_*", "bugcheck"}}})
                         .of("wrong-code");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].notes.size() == 1);
  CHECK(found[0].notes[0].message == "36 (0x24) is NTFS_FILE_SYSTEM");
}

TEST_CASE("families: the notes about a name of several families name owners in the family of its article") {
  const auto found = Linted({{page(kTitle, entry("STATUS_IMAGE_CHECKSUM_MISMATCH (0x24)")),
                              page("STATUS_IMAGE_CHECKSUM_MISMATCH - 545 (0x221)", "")},
                             kTable})
                         .of("wrong-code");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].notes.size() == 1);
  CHECK(found[0].notes[0].message == "36 (0x24) is NTFS_FILE_SYSTEM");
}

TEST_CASE("families: an article that a note names is of the family of the name") {
  const std::vector<FamilyOf> families{{"STOP_*", "bugcheck"}, {"MY_*", "mine"}};
  const auto notes = [&](std::string_view other) {
    const auto found =
        Linted({{page("MY_X_A - 1 (0x1)", entry("MY_X_B (11, 0x10)")), page(other, "")}, "", {}, families})
            .of("hex-mismatch");
    REQUIRE(found.size() == 1);
    return found[0].notes.size();
  };
  CHECK(notes("MY_X_C - 16 (0x10)") == 1);
  CHECK(notes("STOP_X_C - 16 (0x10)") == 0);
}

TEST_CASE("families: two names of one article may share a number that is right for both") {
  // 0x80070005 is ERROR_ACCESS_DENIED as an HRESULT, and the code of E_ACCESSDENIED.
  const std::string table = kTable + "E_ACCESSDENIED\t0x80070005\thresult\n";
  const std::string a = entry("ERROR_ACCESS_DENIED (0x80070005)");
  const std::string b = entry("E_ACCESSDENIED (0x80070005)");
  const std::string wrapped = "wrapped-code 0x80070005 is ERROR_ACCESS_DENIED, 5 (0x5), as an HRESULT\n";
  CHECK(messages({{page(kTitle, a + b)}, table}) == wrapped);
  CHECK(messages({{page(kTitle, b + a)}, table}) == wrapped);
}

TEST_CASE("families: a wrong title blocks output for the code of another title of its family only") {
  const auto blocks = [&](std::string_view other, std::string_view family) {
    const Linted linted(
        {{page("ERROR_ACCESS_DENIED - 40 (0x28)", ""), page(other, "")}, kTable, {}, {{"X_*", std::string(family)}}});
    const auto found = linted.of("wrong-code");
    REQUIRE(found.size() == 1);
    return found[0].blocks_output;
  };
  CHECK(blocks("X_A - 40 (0x28)", "win32"));
  CHECK_FALSE(blocks("X_A - 40 (0x28)", "bugcheck"));
  CHECK_FALSE(blocks("X_A - 41 (0x29)", "win32"));
}
