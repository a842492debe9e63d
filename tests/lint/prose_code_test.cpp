// The rule about codes that sentences give to names.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

Input with_prose(std::string_view sentence, const std::string& registry = kTable, std::string_view related = "") {
  return {{page("ERROR_ACCESS_DENIED - 5 (0x5)", related) + "\n" + std::string(sentence) + "\n"}, registry};
}

}  // namespace

TEST_CASE("prose-code: wrong, taken, mismatched and conflicting codes of a sentence, without a fix") {
  CHECK(found("prose-code", with_prose("ERROR_PATH_NOT_FOUND has the code 2.")) ==
        "warning a.txt:37 `2`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 2\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n");
  CHECK(found("prose-code", with_prose("ERROR_X_B has the code 7 (0x8).", "")) ==
        "warning a.txt:37 `7 (0x8`: 7 and 0x8 differ: 0x8 is 8\n"
        "  label: two different numbers\n");
  CHECK(found("prose-code", with_prose("ERROR_ACCESS_DENIED has the code 6.", "")) ==
        "warning a.txt:37 `6`: ERROR_ACCESS_DENIED is 5 (0x5) in its title, not 6\n"
        "  label: given 6 here\n"
        "  claim a.txt:1 `5 (0x5)`: its title is here\n");
  CHECK(found("prose-code", with_prose("ERROR_X_B has the code 5.", "")) ==
        "warning a.txt:37 `5`: 5 (0x5) is given to two names: ERROR_X_B and ERROR_ACCESS_DENIED\n"
        "  label: given to ERROR_X_B here\n"
        "  claim a.txt:1 `5 (0x5)`: the title gives it to ERROR_ACCESS_DENIED here\n");
}

TEST_CASE("prose-code: two numbers that are called the code of an error, without a name") {
  CHECK(found("prose-code", with_prose("It stops with error 30 (0x1F).", "")) ==
        "warning a.txt:37 `30 (0x1F`: 30 and 0x1F differ: 0x1F is 31\n"
        "  label: two different numbers\n");
  CHECK(found("prose-code", with_prose("It stops with error 31 (0x1F).", "")) == "");
}

TEST_CASE("prose-code: two numbers that are called a code, without a name, are at most an info") {
  CHECK(found("prose-code", with_prose("It stops with the code 30 (0x1F).", "")) ==
        "info a.txt:37 `30 (0x1F`: 30 and 0x1F differ: 0x1F is 31\n"
        "  label: two different numbers\n");
  CHECK(found("prose-code", with_prose("It stops with the code 31 (0x1F).", "")) == "");
}

TEST_CASE("prose-code: right and wrapped codes are no finding, and no other rule reports the claim") {
  CHECK(found("prose-code", with_prose("ERROR_PATH_NOT_FOUND has the code 3.")) == "");
  CHECK(found("prose-code", with_prose("ERROR_PATH_NOT_FOUND has the code 0x80070003.")) == "");
  const Linted wrong(with_prose("ERROR_PATH_NOT_FOUND has the code 2."));
  CHECK(wrong.findings().size() == wrong.of("prose-code").size() + wrong.of("empty-section").size());
}

TEST_CASE("prose-code: titles, fields, entries and brackets have the rules of their cause") {
  const Input input = with_prose("It is ERROR_PATH_NOT_FOUND (2) here.");
  CHECK(found("prose-code", input) == "");
  CHECK(found("wrong-code", input) != "");
}
