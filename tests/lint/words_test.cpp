#include "lint/words.h"

#include <doctest/doctest.h>

#include <thread>

#include "base/code_text.h"
#include "lint/close_names.h"
#include "lint/rewrite.h"

using namespace errpress;
using namespace errpress::lint;

namespace {

// `written` as it stands at the offset `at` of a text.
base::Number number(std::string_view written, std::uint32_t at = 0) {
  const auto size = static_cast<std::uint32_t>(written.size());
  const bool bare_hex = !written.starts_with("0x") && written.find_first_of("ABCDEF") != std::string_view::npos;
  base::Number read = (bare_hex ? base::read_bare_hex(written, {0, size}) : base::read_number(written, 0, size)).number;
  read.span = {at, at + size};
  return read;
}

}  // namespace

TEST_CASE("quoted text is one line of valid UTF-8") {
  CHECK(quoted("plain") == "\"plain\"");
  CHECK(quoted("") == "\"\"");
  CHECK(quoted("a\nb\tc") == "\"a b c\"");
  CHECK(quoted("\x1B\x7F\xFF") == "\"\uFFFD\uFFFD\uFFFD\"");
  CHECK(quoted("a\u202Eb") == "\"a\uFFFDb\"");
  CHECK(quoted("a\u061Cb\u200Bc") == "\"a\uFFFDb\uFFFDc\"");
  CHECK(quoted("1\u20E3\uFE0F \u0600") == "\"1\u20E3\uFE0F \u0600\"");
  CHECK(quoted(std::string(60, 'x')) == "\"" + std::string(60, 'x') + "\"");
  CHECK(quoted(std::string(61, 'x')) == "\"" + std::string(60, 'x') + "…\"");
}

TEST_CASE("lists and code points") {
  CHECK(listed({}) == "");
  CHECK(listed({"A"}) == "A");
  CHECK(listed({"A", "B"}) == "A and B");
  CHECK(listed({"A", "B", "C"}, "or") == "A, B or C");
  CHECK(format_code_point(7) == "U+0007");
  CHECK(format_code_point(0x1F600) == "U+1F600");
}

TEST_CASE("a number of things, and whether there are more") {
  CHECK(how_many(2, false) == "two");
  CHECK(how_many(3, false) == "3");
  CHECK(how_many(5, true) == "more than 5");
  CHECK(how_many(2, true) == "more than 2");
}

TEST_CASE("a name in capitals keeps what is no lower-case letter") {
  CHECK(capitals("Error_9a\xC3\xA4z") == "ERROR_9A\xC3\xA4Z");
}

TEST_CASE("codes are quoted as they are written") {
  CHECK(stated({number("13002"), number("0x32C9")}) == "13002 and 0x32C9");
  CHECK(stated({number("13002"), number("0x32CA")}) == "13002 (0x32CA)");
  CHECK(stated({number("13002"), {}}) == "13002");
  CHECK(stated({{}, number("0x32CA")}) == "0x32CA");
  CHECK(stated({}) == "");
  CHECK(stated({number("-2147024891"), number("0x80070005")}) == "-2147024891 (0x80070005)");
  CHECK(stated({number("2147942405"), {}}) == "2147942405");
  CHECK(stated({number("0042"), number("0x002a")}) == "0042 (0x002a)");
}

TEST_CASE("the right code is given in the notation of the wrong one") {
  const auto like = [](std::string_view decimal, std::string_view hex, std::uint32_t value,
                       bool family_is_signed = false) {
    return format_like({decimal.empty() ? base::Number() : number(decimal), hex.empty() ? base::Number() : number(hex)},
                       value, family_is_signed);
  };
  CHECK(like("-1073741818", "0xC0000005", 0xC0000005) == "-1073741819 (0xC0000005)");
  CHECK(like("3221225478", "0xC0000005", 0xC0000005) == "3221225477 (0xC0000005)");
  CHECK(like("1073741790", "", 0xC0000022) == "-1073741790 (0xC0000022)");
  CHECK(like("5", "", 0xC0000022) == "3221225506 (0xC0000022)");
  CHECK(like("", "0xC0000006", 0xC0000005) == "0xC0000005");
  CHECK(like("", "0xC0000006", 5) == "5 (0x5)");
  CHECK(like("-6", "", 5) == "5 (0x5)");
  CHECK(like("", "", 0xC0000005) == "3221225477 (0xC0000005)");
  // A number below 2^31 does not say whether it is signed: the family does.
  CHECK(like("5", "", 0xC0000022, true) == "-1073741790 (0xC0000022)");
  CHECK(like("", "", 0xC0000005, true) == "-1073741819 (0xC0000005)");
  CHECK(like("3221225478", "", 0xC0000005, true) == "3221225477 (0xC0000005)");
  CHECK(like("", "0xC0000006", 0xC0000005, true) == "0xC0000005");
  CHECK(like("6", "", 5, true) == "5 (0x5)");
}

TEST_CASE("a fix keeps the form of what it replaces") {
  struct Row {
    std::string_view decimal;
    std::string_view between;
    std::string_view hex;
    std::string_view text;
  };
  const Row rows[] = {
      {"13002", "", "", "13004"},
      {"", "", "0x32C9", "0x32CC"},
      {"13002", ", ", "0x32C9", "13004, 0x32CC"},
      {"13002", " (", "0x32C9", "13004 (0x32CC"},
      {"13002", " - ", "0x32C9", "13004 - 0x32CC"},
      {"13002", "/", "0x32C9", "13004/0x32CC"},
      {"13002", ", ", "0x000032C9", "13004, 0x000032CC"},
      {"13002", ", ", "32C9", "13004, 32CC"},
      {"13002", " or ", "0x32C9", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    corpus::Claim claim;
    if (!row.decimal.empty()) claim.code.decimal = number(row.decimal, 10);
    const auto hex_at = static_cast<std::uint32_t>(10 + row.decimal.size() + row.between.size());
    if (!row.hex.empty()) claim.code.hex = number(row.hex, hex_at);
    if (row.between.size() <= claim.between.size())
      std::copy(row.between.begin(), row.between.end(), claim.between.begin());
    CHECK(rewritten(claim, claim.code, 13004, false).value_or("") == row.text);
  }
}

TEST_CASE("a fix keeps a negative decimal negative and hex before decimal") {
  corpus::Claim claim;
  claim.code.decimal = number("-2147024890");
  CHECK(rewritten(claim, claim.code, 0x80070005, false) == "-2147024891");
  claim.code.decimal = number("5");
  CHECK(rewritten(claim, claim.code, 0x80070005, true) == "-2147024891");
  CHECK(rewritten(claim, claim.code, 0x80070005, false) == "2147942405");
  claim.code.hex = number("0x3");
  claim.code.decimal = number("3", 5);
  claim.between = {',', ' '};
  CHECK(rewritten(claim, claim.code, 2, false) == "0x2, 2");
  CHECK_FALSE(rewritten(claim, {}, 2, false));
}

TEST_CASE("close names share a word, or nearly, and are near by distance") {
  corpus::Registry registry;
  REQUIRE(
      registry
          .add("ERROR_SUCCESS\t0\nERROR_FILE_NOT_FOUND\t2\nERROR_PATH_NOT_FOUND\t3\nERROR_DATA_64k\t4\n", "r.tsv", 0)
          .ok());
  const corpus::CorpusIndex index({});
  const CloseNames names(index, registry);
  using Names = std::vector<std::string_view>;
  CHECK(names.closest("ERROR_FILE_NOT_FOUN", 3) == Names{"ERROR_FILE_NOT_FOUND"});
  CHECK(names.closest("ERROR_FILE_IS_NOT_FOUND", 3) == Names{"ERROR_FILE_NOT_FOUND", "ERROR_PATH_NOT_FOUND"});
  CHECK(names.closest("ERROR_FILE_IS_NOT_FOUND", 1) == Names{"ERROR_FILE_NOT_FOUND"});
  CHECK(names.closest("EROR_SUCESS", 3) == Names{"ERROR_SUCCESS"});
  CHECK(names.closest("error_success", 3) == Names{"ERROR_SUCCESS"});
  CHECK(names.closest("COMPLETELY_DIFFERENT", 3).empty());
  CHECK(names.closest("", 3).empty());
  CHECK(names.ignoring_case("Error_Success") == "ERROR_SUCCESS");
  CHECK(names.ignoring_case("ERROR_DATA_64K") == "ERROR_DATA_64k");
  CHECK(names.ignoring_case("ERROR_SUCESS") == "");
}

TEST_CASE("close names are the same for threads that ask at once") {
  corpus::Registry registry;
  REQUIRE(registry.add("ERROR_SUCCESS\t0\nERROR_FILE_NOT_FOUND\t2\n", "r.tsv", 0).ok());
  const corpus::CorpusIndex index({});
  const CloseNames names(index, registry);
  std::vector<std::string_view> answers(8);
  std::vector<std::thread> threads;
  for (std::string_view& answer : answers) {
    threads.emplace_back([&] { answer = names.closest("ERROR_FILE_NOT_FUND", 1).at(0); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string_view answer : answers) CHECK(answer == "ERROR_FILE_NOT_FOUND");
}
