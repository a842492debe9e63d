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
  CHECK(registry.add("#define B 2\n#define A 5\n#define C A\n", "our/codes.h", 1).ok());
  CHECK(registry.add("#define C 6\nC\t5\n", "codes.tsv", 2).ok());  // in a TSV file, the first is a comment
  CHECK(registry.size() == 4);
  CHECK(dump(registry.find_name("A")) == Lines{"A 1 in file 0", "A 5 in file 1"});
  CHECK(dump(registry.find_name("B")) == Lines{"B 2 in file 0"});
  CHECK(dump(registry.find_name("C")) == Lines{"C 5 in file 1"});
  CHECK(registry.find_name("B").front()->kind == "win32");
  CHECK(registry.find_name("C").front()->kind.empty());
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
