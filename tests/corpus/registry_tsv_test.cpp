#include "corpus/registry_tsv.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

// "NAME CODE [family] @begin-end" for each entry, or the error.
Lines dump(std::string_view bytes) {
  Families families;
  const auto entries = read_tsv(bytes, "codes.tsv", 7, families);
  if (!entries) return {to_string(entries.error())};
  Lines lines;
  for (const RegistryEntry& entry : *entries) {
    CHECK(entry.location.file == 7);
    CHECK(entry.location.span.of(bytes) == entry.name);
    lines.push_back(fmt::format("{} 0x{:X} [{}] @{}-{}", entry.name, entry.code, families.name(entry.family),
                                entry.location.span.begin, entry.location.span.end));
  }
  return lines;
}

TEST_CASE("tsv: lines of a name, a code and perhaps a kind") {
  struct Case {
    std::string what;
    std::string bytes;
    Lines entries;
  };
  const std::vector<Case> cases = {
      {"nothing", "", {}},
      {"two columns", "E_A\t5\n", {"E_A 0x5 [] @0-3"}},
      {"three columns", "E_A\t0x5\twin32\n", {"E_A 0x5 [win32] @0-3"}},
      {"an empty kind", "E_A\t5\t\n", {"E_A 0x5 [] @0-3"}},
      {"a kind of several words", "E_A\t5\tour own \u2022\n", {"E_A 0x5 [our own \u2022] @0-3"}},
      {"codes",
       "A\t0\nB\t-1\nC\t4294967295\nD\t0XfF\n",
       {"A 0x0 [] @0-1", "B 0xFFFFFFFF [] @4-5", "C 0xFFFFFFFF [] @9-10", "D 0xFF [] @22-23"}},
      {"no final newline", "E_A\t5", {"E_A 0x5 [] @0-3"}},
      {"no final newline, with a kind", "E_A\t5\tx", {"E_A 0x5 [x] @0-3"}},
      {"CR LF", "E_A\t5\r\nE_B\t6\tx\r\n", {"E_A 0x5 [] @0-3", "E_B 0x6 [x] @7-10"}},
      {"comments and blank lines", "# all\n\n  \n#\tE_A\t5\n\r\nE_B\t6\n#", {"E_B 0x6 [] @20-23"}},
      {"a byte order mark", "\uFEFFE_A\t5\n", {"E_A 0x5 [] @3-6"}},
      {"names of every case", "noError\t5\nX\t6\n", {"noError 0x5 [] @0-7", "X 0x6 [] @10-11"}},
      {"the same name twice", "A\t5\nA\t6\n", {"A 0x5 [] @0-1", "A 0x6 [] @4-5"}},
      {"the longest name", std::string(200, 'N') + "\t5\n", {std::string(200, 'N') + " 0x5 [] @0-200"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(dump(c.bytes) == c.entries);
  }
}

TEST_CASE("tsv: the first line that is something else is an error with its place") {
  struct Case {
    std::string bytes;
    std::string error;
  };
  const std::string form = "expected NAME<tab>CODE[<tab>KIND]";
  const std::string codes = "write it as 13003, -1 or 0x32CB";
  const std::vector<Case> cases = {
      {"E_A\t5\nE_B 6\n", "2:1: line has no tab: " + form},
      {"E_A", "1:1: line has no tab: " + form},
      {"# x\n\nE_A\t0xZZ\n", "3:5: '0xZZ' is not a code: " + codes},
      {"E_A\t\n", "1:5: '' is not a code: " + codes},
      {"E_A\t", "1:5: '' is not a code: " + codes},
      {"E_A\t\twin32\n", "1:5: '' is not a code: " + codes},
      {"E_A\t5 \n", "1:5: '5 ' is not a code: " + codes},
      {"E_A\t13000L\n", "1:5: '13000L' is not a code: " + codes},
      {"E_A\t4294967296\n", "1:5: '4294967296' is not a code: " + codes},
      {"E_A\t0x100000000\n", "1:5: '0x100000000' is not a code: " + codes},
      {"foo bar\t5\n", "1:1: 'foo bar' is not a name: " + form},
      {"\t5\n", "1:1: '' is not a name: " + form},
      {" E_A\t5\n", "1:1: ' E_A' is not a name: " + form},
      {"_A\t5\n", "1:1: '_A' is not a name: " + form},
      {"9A\t5\n", "1:1: '9A' is not a name: " + form},
      {"E_\u00C4\t5\n", "1:1: 'E_\u00C4' is not a name: " + form},
      {"E_A\t5\twin32\tmore\n", "1:12: unexpected text after the last field: " + form},
      {"E_A\t5\rE_B\t6\n", "1:6: unexpected text after the last field: " + form},
      {"E_A\t5\tw\x01n\n", "1:8: unexpected text after the last field: " + form},
      {"E\x1B[0m\t5\n", "1:1: 'E?[0m' is not a name: " + form},
      {"\u2022\u2022 x\t5", "1:1: '\u2022\u2022 x' is not a name: " + form},
      {"E_A\t5\t\u2022\u2022\t\n", "1:9: unexpected text after the last field: " + form},  // columns count code points
      {std::string(201, 'N') + "\t5",
       "1:1: '" + std::string(60, 'N') + "...' is too long for a name: at most 200 bytes"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(dump(c.bytes) == Lines{"codes.tsv:" + c.error});
  }
}

}  // namespace

}  // namespace errpress::corpus
