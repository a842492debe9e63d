// The notes that say whose a number is, and which codes a name has.
#include "lint/owners.h"

#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

// The only finding of a rule about one related error.
Diagnostic about(std::string_view rule, std::string_view title, std::string_view text, const std::string& registry,
                 const std::vector<FamilyOf>& families = {}) {
  const auto found = Linted({{page(title, "  • " + std::string(text) + ": A text.")}, registry, {}, families}).of(rule);
  REQUIRE(found.size() == 1);
  return found[0];
}

std::string notes_of(const Diagnostic& finding) {
  std::string text;
  for (const Note& note : finding.notes) text += note.message + "\n";
  return text;
}

}  // namespace

TEST_CASE("owners: the name of the claim itself is no owner") {
  const std::string table = "ERROR_X_B\t20\twin32\nERROR_X_B\t21\twin32\nERROR_ACCESS_DENIED\t5\twin32\n";
  CHECK(notes_of(about("hex-mismatch", "ERROR_X_A - 7 (0x7)", "ERROR_X_B (20, 0x15)", table)) == "");
  // Nor is it that of a wrapped code.
  CHECK(notes_of(about("hex-mismatch", "MY_X_A - 7 (0x7)", "ERROR_ACCESS_DENIED (70, 0x80070005)", table,
                       {{"ERROR_ACCESS_*", "mine"}})) == "");
}

TEST_CASE("owners: of several families, where that of the claim is not known, each has its family") {
  const std::string table = "ERROR_PATH_NOT_FOUND\t3\twin32\nSTATUS_WAIT_3\t3\tntstatus\n";
  CHECK(notes_of(about("hex-mismatch", "MY_X_A - 7 (0x7)", "MY_X_B (3, 0x10)", table)) ==
        "3 (0x3) is ERROR_PATH_NOT_FOUND (win32) and STATUS_WAIT_3 (ntstatus)\n");
}

TEST_CASE("owners: three names are listed, the rest is counted") {
  const std::string table =
      "ERROR_X_B\t1\nERROR_P\t9\nERROR_Q\t9\nERROR_R\t9\nERROR_S\t9\nERROR_T\t9\nERROR_U\t8\nERROR_V\t8\nERROR_W\t8\n";
  CHECK(notes_of(about("wrong-code", "ERROR_P - 9 (0x9)", "ERROR_X_B (9)", table)) ==
        "9 (0x9) is ERROR_P, ERROR_Q, ERROR_R and 2 more names\n");
  CHECK(notes_of(about("wrong-code", "ERROR_P - 9 (0x9)", "ERROR_X_B (8)", table)) ==
        "8 (0x8) is ERROR_U, ERROR_V and ERROR_W\n");
}

TEST_CASE("owners: a code that a name has in two families is one code") {
  const std::string table = "ERROR_X_B\t20\twin32\nERROR_X_B\t20\tbugcheck\n";
  const Diagnostic finding = about("wrong-code", "ERROR_X_A - 7 (0x7)", "ERROR_X_B (9)", table);
  CHECK(finding.message == "ERROR_X_B is 20 (0x14), not 9");
  CHECK(finding.fix);
}

TEST_CASE("owners: three codes of a name are listed") {
  const std::string table = "ERROR_X_B\t20\nERROR_X_B\t21\nERROR_X_B\t22\nERROR_X_B\t23\n";
  CHECK(about("wrong-code", "ERROR_X_A - 7 (0x7)", "ERROR_X_B (9)", table).message ==
        "ERROR_X_B is 20 (0x14), 21 (0x15) or 22 (0x16), not 9");
}
