#include "corpus/registry.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

Registry registry_of(const std::string& tsv) {
  Registry registry;
  const base::Status status = registry.add(tsv, "codes.tsv", 0);
  REQUIRE_MESSAGE(status.ok(), (status.ok() ? "" : to_string(status.error())));
  return registry;
}

Lines dump(const std::vector<const RegistryEntry*>& entries) {
  Lines lines;
  for (const RegistryEntry* entry : entries) {
    lines.push_back(fmt::format("{} {} in file {}", entry->name, entry->code, entry->location.file));
  }
  return lines;
}

TEST_CASE("an empty registry knows nothing") {
  const Registry registry;
  CHECK(registry.empty());
  CHECK(registry.size() == 0);
  CHECK(registry.entries().empty());
  CHECK(registry.find_name("A").empty());
  CHECK(registry.find_name("").empty());
  CHECK(registry.find_code(0).empty());
  CHECK_FALSE(registry.knows_name("A"));
  CHECK_FALSE(registry.are_aliases("A", "A", 0));
}

TEST_CASE("names and codes are found, each with all its entries in their order") {
  const Registry registry = registry_of("C\t1\nA\t1\nB\t2\nA\t3\nA\t1\nA\t2\nB\t2\n");
  CHECK(registry.size() == 5);
  CHECK_FALSE(registry.empty());
  CHECK(dump(registry.find_name("A")) == Lines{"A 1 in file 0", "A 3 in file 0", "A 2 in file 0"});
  CHECK(dump(registry.find_name("B")) == Lines{"B 2 in file 0"});
  CHECK(dump(registry.find_code(1)) == Lines{"C 1 in file 0", "A 1 in file 0"});
  CHECK(dump(registry.find_code(2)) == Lines{"B 2 in file 0", "A 2 in file 0"});
  CHECK(dump(registry.find_code(3)) == Lines{"A 3 in file 0"});
  CHECK(registry.find_code(4).empty());
  CHECK(registry.knows_name("C"));
  CHECK_FALSE(registry.knows_name("c"));
  CHECK_FALSE(registry.knows_name("CC"));
}

TEST_CASE("names are aliases on a code that the registry gives to both") {
  const Registry registry = registry_of("A\t1\nB\t1\nB\t2\nC\t2\n");
  struct Case {
    std::string a, b;
    std::uint32_t code;
    bool aliases;
  };
  const std::vector<Case> cases = {
      {"A", "B", 1, true},  {"B", "A", 1, true}, {"B", "C", 2, true},  {"A", "B", 2, false},
      {"A", "C", 1, false}, {"A", "A", 1, true}, {"A", "X", 1, false}, {"X", "Y", 1, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CAPTURE(c.code);
    CHECK(registry.are_aliases(c.a, c.b, c.code) == c.aliases);
  }
}

TEST_CASE("several files make one registry, and what repeats another is ignored") {
  Registry registry = registry_of("A\t1\twin32\nB\t2\twin32\n");
  CHECK(registry.add("#define B 2\n#define A 5\n#define C A\n", "our/winerror.h", 1).ok());
  CHECK(registry.add("#define C 6\nC\t5\twin32\nB\t2\tother\n", "codes.tsv", 2).ok());  // the first is a comment
  CHECK(registry.size() == 5);
  CHECK(dump(registry.find_name("A")) == Lines{"A 1 in file 0", "A 5 in file 1"});
  CHECK(dump(registry.find_name("B")) == Lines{"B 2 in file 0", "B 2 in file 2"});
  CHECK(dump(registry.find_name("C")) == Lines{"C 5 in file 1"});
}

TEST_CASE("entries have the family that the caller says, else their kind, else that of their file") {
  struct Case {
    std::string path, bytes, declared, family;
  };
  const std::vector<Case> cases = {
      {"codes.tsv", "A\t1\n", "", "codes"},
      {"codes.tsv", "A\t1\twin32\n", "", "win32"},
      {"codes.tsv", "A\t1\n", "house", "house"},
      {"codes.tsv", "A\t1\twin32\n", "house", "house"},
      {"win32.tsv", "A\t1\n", "", "win32"},
      {"x/bugcodes.h", "#define A 1\n", "", "bugcheck"},
      {"x/bugcodes.h", "#define A 1\n", "house", "house"},
      {"errno-base.h", "#define A 1\n", "", "errno"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CAPTURE(c.bytes);
    Registry registry;
    REQUIRE(registry.add(c.bytes, c.path, 0, c.declared).ok());
    const FamilyId family = registry.find_name("A").front()->family;
    CHECK(registry.families().name(family) == c.family);
    CHECK(registry.covers(family));
    CHECK_FALSE(registry.covers(kNtstatus));
    CHECK_FALSE(registry.covers(kNoFamily));
  }
}

// The names of the families of `names`, of headers that are read together.
Lines families_of(const std::vector<std::pair<std::string, std::string>>& files, const std::vector<std::string>& names,
                  const std::string& declared_for_first = {}) {
  std::vector<RegistryFile> added;
  for (const auto& [path, bytes] : files) {
    const bool is_first = added.empty();
    added.push_back({bytes, path, static_cast<FileId>(added.size()), is_first ? declared_for_first : ""});
  }
  Registry registry;
  const base::Status status = registry.add_all(std::move(added));
  REQUIRE_MESSAGE(status.ok(), (status.ok() ? "" : to_string(status.error())));
  Lines families;
  for (const std::string& name : names) {
    REQUIRE(registry.knows_name(name));
    families.emplace_back(registry.families().name(registry.find_name(name).front()->family));
  }
  return families;
}

TEST_CASE("headers that build on each other share a family") {
  const std::string base = "#define BASE 100\n";
  const std::string more = "#define MORE (BASE + 1)\n#define OWN 5\n";
  const std::string most = "#define MOST (MORE + 1)\n";
  CHECK(families_of({{"base.h", base}, {"more.h", more}, {"most.h", most}}, {"BASE", "MORE", "OWN", "MOST"}) ==
        Lines{"base", "base", "base", "base"});
  CHECK(families_of({{"most.h", most}, {"more.h", more}, {"base.h", base}}, {"BASE", "MORE", "OWN", "MOST"}) ==
        Lines{"base", "base", "base", "base"});
  CHECK(families_of({{"base.h", base}, {"more.h", more}, {"most.h", most}}, {"BASE", "OWN", "MOST"}, "house") ==
        Lines{"house", "house", "house"});
  CHECK(families_of({{"winerror.h", base}, {"more.h", more}, {"most.h", most}}, {"BASE", "OWN", "MOST"}) ==
        Lines{"win32", "win32", "win32"});
  // Two that build on each other, and a known one that builds on another known one.
  CHECK(families_of({{"a.h", "#define A 1\n#define B (C + 1)\n"}, {"b.h", "#define C (A + 1)\n"}}, {"A", "B", "C"}) ==
        Lines{"a", "a", "a"});
  CHECK(families_of({{"errno.h", base}, {"winerror.h", more}}, {"BASE", "MORE"}) == Lines{"errno", "win32"});
  // What has a wrapper, and what is only a part of a code, says nothing about the file.
  CHECK(families_of({{"winerror.h", "#define FACILITY_X 3\n#define E_A ((HRESULT)5)\n#define A 1\n"},
                     {"sdk.h", "#define B E_A\n#define C (FACILITY_X << 16 | 1)\n#define D 7\n"}},
                    {"A", "E_A", "B", "C", "D"}) == Lines{"win32", "hresult", "hresult", "sdk", "sdk"});
}

TEST_CASE("gaps: what was not understood, headers without codes, and names with two codes in one family") {
  Registry registry;
  CHECK(
      registry
          .add_all({{"#define A 1\n#define E_A f(1)\n#define E_B f(2)\n#define E_C f(3)\n#define E_D f(4)\n", "a.h", 0},
                    {"int x;\n", "b.h", 1},
                    {"A\t2\ta\nA\t3\ta\nA\t4\tother\nB\t5\ta\nB\t6\tother\nB\t7\tother\n", "c.tsv", 2}})
          .ok());
  const RegistryGaps& gaps = registry.gaps();
  REQUIRE(gaps.not_understood.size() == 1);
  CHECK(gaps.not_understood[0].file == 0);
  CHECK(gaps.not_understood[0].count == 4);
  CHECK(gaps.not_understood[0].first == std::vector<std::string_view>{"E_A", "E_B", "E_C"});
  CHECK(gaps.empty == std::vector<FileId>{1});
  Lines contradictory;
  for (const auto& [a, b] : gaps.contradictory) {
    const auto entries = registry.entries();
    contradictory.push_back(fmt::format("{} {} {}", entries[a].name, entries[a].code, entries[b].code));
  }
  CHECK(contradictory == Lines{"A 1 2", "B 6 7"});
}

TEST_CASE("headers without codes are an error if there is nothing beside them") {
  Registry registry;
  CHECK_FALSE(registry.add_all({{"int a;\n", "a.h", 0}, {"int b;\n", "b.h", 1}}).ok());
  CHECK_FALSE(registry.add_all({{"#define A 5\n", "a.h", 0}, {"# none\n", "b.tsv", 1}}).ok());
  CHECK(registry.empty());
  CHECK(registry.add_all({{"int a;\n", "a.h", 0}, {"#define B 5\n", "b.h", 1}}).ok());
  CHECK(registry.add_all({}).ok());
  CHECK(registry.size() == 1);
}

TEST_CASE("codes are found, and names are aliases, within one family") {
  const Registry registry = registry_of("A\t1\twin32\nB\t1\tbugcheck\nC\t1\twin32\nB\t2\twin32\nA\t1\tbugcheck\n");
  CHECK(dump(registry.find_code(1)).size() == 4);
  CHECK(dump(registry.find_code(1, kWin32)) == Lines{"A 1 in file 0", "C 1 in file 0"});
  CHECK(dump(registry.find_code(1, kBugcheck)) == Lines{"B 1 in file 0", "A 1 in file 0"});
  CHECK(registry.find_code(1, kErrno).empty());
  CHECK(registry.are_aliases("A", "C", 1));
  CHECK(registry.are_aliases("A", "B", 1));
  CHECK_FALSE(registry.are_aliases("B", "C", 1));
}

TEST_CASE("the path's ending says how a file is read") {
  struct Case {
    std::string path;
    bool header;
  };
  const std::vector<Case> cases = {{"a.h", true},    {"a.hh", true}, {"a.hpp", true},  {"x/a.inc", true},
                                   {"a.tsv", false}, {"a", false},   {"a.txt", false}, {"a.h.txt", false}};
  for (const Case& c : cases) {
    CAPTURE(c.path);
    Registry registry;
    CHECK(registry.add("#define A 5\n", c.path, 0).ok() == c.header);
    CHECK(registry.knows_name("A") == c.header);
    CHECK(registry.add("B\t5\n", c.path, 0).ok() == !c.header);
    CHECK(registry.knows_name("B") == !c.header);
  }
}

TEST_CASE("a file without any code is an error") {
  Registry registry;
  const base::Status header = registry.add("int a;\n#define B(x) x\n", "a.h", 0);
  REQUIRE_FALSE(header.ok());
  CHECK(
      to_string(header.error()) ==
      "a.h: no macro in this header stands for a code: a registry is read from lines like `#define ERROR_NAME 13003L`");
  const base::Status table = registry.add("# name\tcode\n\n", "a.txt", 0);
  REQUIRE_FALSE(table.ok());
  CHECK(
      to_string(table.error()) ==
      "a.txt: there is not one code in this registry: a line has NAME<tab>CODE, and a C header has a name that ends in "
      ".h, .hh, .hpp or .inc");
  CHECK(registry.empty());
}

TEST_CASE("a bad file is an error and adds nothing") {
  Registry registry = registry_of("A\t1\n");
  const base::Status status = registry.add("B\t2\nC\n", "bad.tsv", 1);
  REQUIRE_FALSE(status.ok());
  CHECK(to_string(status.error()) == "bad.tsv:2:1: line has no tab: expected NAME<tab>CODE[<tab>KIND]");
  CHECK(registry.size() == 1);
  CHECK_FALSE(registry.knows_name("B"));
  CHECK(registry.add("B\t3\n", "good.tsv", 2).ok());
  CHECK(dump(registry.find_name("B")) == Lines{"B 3 in file 2"});
}

TEST_CASE("entries stay where they are when the registry moves or grows by another file") {
  Registry first = registry_of("A\t1\n");  // short enough for a string to keep it inside of itself
  const std::string_view name = first.entries().front().name;
  Registry second = std::move(first);
  for (FileId file = 1; file < 100; ++file) CHECK(second.add(fmt::format("N{}\t{}\n", file, file), "x.tsv", file).ok());
  first = std::move(second);
  CHECK(first.entries().front().name.data() == name.data());
  CHECK(name == "A");
  CHECK(first.size() == 100);
  CHECK(dump(first.find_name("N57")) == Lines{"N57 57 in file 57"});
}

TEST_CASE("thousands of names and codes are each found") {
  std::string tsv;
  for (std::uint32_t i = 0; i < 20000; ++i) tsv += fmt::format("NAME_{}\t{}\n", i, i * 65536u);
  const Registry registry = registry_of(tsv);
  std::uint32_t wrong = 0;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const auto named = registry.find_name(fmt::format("NAME_{}", i));
    if (named.size() != 1 || named.front()->code != i * 65536u) ++wrong;
    if (registry.knows_name(fmt::format("NAME_0{}", i))) ++wrong;
  }
  for (std::uint32_t i = 0; i < 65536; i += 7) {
    if (registry.find_code(i * 65536u).size() != (i < 20000 ? 1 : 0)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("many codes of one name and many names of one code take no more time than others") {
  // With a look through all entries of a name or a code for each line, this would take minutes.
  std::string tsv;
  for (int i = 0; i < 200'000; ++i) tsv += fmt::format("ONE\t{}\nMANY_{}\t5\n", i, i);
  const Registry registry = registry_of(tsv + tsv);
  CHECK(registry.find_name("ONE").size() == 200'000);
  CHECK(registry.find_code(5).size() == 200'001);
  CHECK(registry.size() == 400'000);
}

}  // namespace

}  // namespace errpress::corpus
