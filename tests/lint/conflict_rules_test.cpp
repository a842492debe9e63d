// The rules about claims of a corpus that contradict each other: conflicting-name, conflicting-code, duplicate-code.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

std::string entry(std::string_view text) { return "  • " + std::string(text) + ": A text.\n"; }

std::size_t conflicts_in(const Linted& linted) {
  return linted.of("conflicting-name").size() + linted.of("conflicting-code").size();
}

}  // namespace

TEST_CASE("conflicting-code: an entry against a title, which is not in doubt") {
  CHECK(found("conflicting-code", {{page("ERROR_X_DISABLED - 13883 (0x363B)", entry("ERROR_X_POLICY (13883)"))}}) ==
        "error a.txt:25 `13883`: 13883 (0x363B) is given to two names: ERROR_X_POLICY and ERROR_X_DISABLED\n"
        "  label: given to ERROR_X_POLICY here\n"
        "  claim a.txt:1 `13883 (0x363B)`: the title gives it to ERROR_X_DISABLED here\n");
}

TEST_CASE("conflicting-code: one finding for a number, with all its places") {
  const Input input{{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_P (9)")),
                     page("ERROR_X_B - 8 (0x8)", entry("ERROR_X_Q (9, 0x9)") + entry("ERROR_X_P (9)")),
                     page("ERROR_X_C - 1 (0x1)", entry("ERROR_X_R (0x9)"))}};
  CHECK(found("conflicting-code", input) ==
        "error b.txt:25 `9, 0x9`: 9 (0x9) is given to 3 names: ERROR_X_Q, ERROR_X_P and ERROR_X_R\n"
        "  label: given to ERROR_X_Q here\n"
        "  claim a.txt:25 `9`: given to ERROR_X_P here\n"
        "  claim c.txt:25 `0x9`: given to ERROR_X_R here\n"
        "  disputed a.txt:25 `9`\n"
        "  disputed c.txt:25 `0x9`\n");
}

TEST_CASE("conflicting-code: a few of many names are listed, all places are in doubt") {
  std::string related;
  for (const char c : std::string_view("ABCDEFGH")) related += entry(std::string("ERROR_Y_") + c + " (9)");
  const auto found = Linted({{page("ERROR_X_A - 7 (0x7)", related)}}).of("conflicting-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "9 (0x9) is given to more than 5 names: ERROR_Y_B, ERROR_Y_A, ERROR_Y_C, ERROR_Y_D and ERROR_Y_E");
  REQUIRE(found[0].notes.size() == 4);
  CHECK(found[0].notes[3].message == "and in 4 more places");
  CHECK(found[0].disputed.size() == 7);
}

TEST_CASE("conflicting-code: five names are all listed, and two other places have a note each") {
  std::string related;
  for (const char c : std::string_view("ABCDE")) related += entry(std::string("ERROR_Y_") + c + " (9)");
  const auto found = Linted({{page("ERROR_X_A - 7 (0x7)", related)}}).of("conflicting-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "9 (0x9) is given to 5 names: ERROR_Y_B, ERROR_Y_A, ERROR_Y_C, ERROR_Y_D and ERROR_Y_E");
  CHECK(found[0].notes.size() == 4);
}

TEST_CASE("conflicting-code: aliases and names that differ in letter case do not conflict") {
  const std::string title = "ERROR_X_A - 7 (0x7)";
  const std::string related = entry("ERROR_SUCCESS (0)") + entry("NOERROR (0)");
  CHECK(found("conflicting-code", {{page(title, related)}, kTable}) == "");
  CHECK(found("conflicting-code", {{page(title, related)}, "", {{"NOERROR", "ERROR_SUCCESS"}}}) == "");
  CHECK(found("conflicting-code", {{page(title, related)}}) != "");
  CHECK(found("conflicting-code", {{page(title, entry("ERROR_X_Bx (9)") + entry("ERROR_X_BX (9)"))}}) == "");
}

TEST_CASE("conflicting-code: two titles are a finding of duplicate-code") {
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (7)")), page("ERROR_X_B - 7 (0x7)", "")}});
  CHECK(linted.text("conflicting-code") == "");
  CHECK(linted.of("duplicate-code").size() == 1);
}

TEST_CASE("conflicting-name: the others are compared with the title, which is not in doubt") {
  CHECK(found("conflicting-name",
              {{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (9)")), page("ERROR_X_B - 8 (0x8)", "")}}) ==
        "error a.txt:25 `9`: ERROR_X_B is 8 (0x8) in its title, not 9\n"
        "  label: given 9 here\n"
        "  claim b.txt:1 `8 (0x8)`: its title is here\n");
}

TEST_CASE("conflicting-name: one finding for a name, which counts codes and not spellings") {
  const Input input{
      {page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (9)")), page("ERROR_X_C - 1 (0x1)", entry("ERROR_X_B (10, 0xA)")),
       page("ERROR_X_D - 3 (0x3)", entry("ERROR_X_B (0xB)")), page("ERROR_X_E - 4 (0x4)", entry("ERROR_X_B (0xA)"))}};
  CHECK(found("conflicting-name", input) ==
        "error b.txt:25 `10, 0xA`: ERROR_X_B is given 3 codes: 9, 10 (0xA) and 0xB\n"
        "  label: given 10 (0xA) here\n"
        "  claim a.txt:25 `9`: given 9 here\n"
        "  claim c.txt:25 `0xB`: given 0xB here\n"
        "  claim d.txt:25 `0xA`: given 0xA here\n"
        "  disputed a.txt:25 `9`\n"
        "  disputed c.txt:25 `0xB`\n"
        "  disputed d.txt:25 `0xA`\n");
}

TEST_CASE("conflicting-name: two other places have a note each, the rest is counted, and all are in doubt") {
  std::string related;
  for (int code = 201; code <= 207; ++code) related += entry("ERROR_X_B (" + std::to_string(code) + ")");
  const auto found = Linted({{page("ERROR_X_A - 100 (0x64)", related)}}).of("conflicting-name");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].notes.size() == 4);
  CHECK(found[0].notes[3].message == "and in 3 more places");
  CHECK(found[0].disputed.size() == 6);
}

TEST_CASE("conflicting-name: codes with a number in common, or of which one is the other wrapped, agree") {
  const auto with = [](std::string_view a, std::string_view b) {
    return found("conflicting-name",
                 {{page("ERROR_X_A - 7 (0x7)", entry(std::string("ERROR_X_B ") + std::string(a))),
                   page("ERROR_X_C - 1 (0x1)", entry(std::string("ERROR_X_B ") + std::string(b)))}});
  };
  CHECK(with("(9)", "(12, 0x9)") == "");
  CHECK(with("(9)", "(0x80070009)") == "");
  CHECK(with("(0x80070009)", "(9)") == "");
  CHECK(with("(0xC0000009)", "(0xD0000009)") == "");
  CHECK(with("(9)", "(12)") != "");
  CHECK(with("(9)", "(0x8007000A)") != "");
}

TEST_CASE("conflicting-name: two titles of one name are a finding of duplicate-name") {
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", ""), page("ERROR_X_A - 8 (0x8)", "")}});
  CHECK(linted.text("conflicting-name") == "");
  CHECK(linted.of("duplicate-name").size() == 1);
}

TEST_CASE("conflicting-name: an entry without a code contradicts nothing") {
  CHECK(conflicts_in(Linted({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B") + entry("ERROR_X_C (8)"))}})) == 0);
}

TEST_CASE("conflicts: where a registry settles who is right, only the wrong claim is a finding") {
  const std::string table = kTable + "ERROR_X_B\t9\twin32\nERROR_X_A\t7\twin32\n";
  const Linted name({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (9)") + entry("ERROR_X_B (10)"))}, table});
  CHECK(conflicts_in(name) == 0);
  REQUIRE(name.of("wrong-code").size() == 1);
  CHECK(name.place(name.of("wrong-code")[0].location) == "a.txt:26 `10`");
  CHECK(name.of("wrong-code")[0].disputed.empty());
  const Linted code({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (9)") + entry("ERROR_FILE_NOT_FOUND (9)"))}, table});
  CHECK(conflicts_in(code) == 0);
  REQUIRE(code.of("wrong-code").size() == 1);
  CHECK(code.place(code.of("wrong-code")[0].location) == "a.txt:26 `9`");
}

TEST_CASE("conflicts: fields are stronger than entries, and entries than prose") {
  const std::string field = "\nError Details\n- Error Name: ERROR_X_B\n";
  // The field gives 7 to ERROR_X_B, the entry 9.
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", ""), page("ERROR_X_C - 8 (0x8)", entry("ERROR_X_B (9)")) + field}});
  const auto found = linted.of("conflicting-name");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "b.txt:25 `9`");
  CHECK(found[0].disputed.empty());

  const std::string prose = "\nIt is ERROR_X_P (9), not ERROR_X_P (10).\n";
  const Linted weaker(
      {{page("ERROR_X_A - 7 (0x7)", "") + prose, page("ERROR_X_B - 8 (0x8)", entry("ERROR_X_P (10)"))}});
  const auto in_prose = weaker.of("conflicting-name");
  REQUIRE(in_prose.size() == 1);
  CHECK(weaker.place(in_prose[0].location) == "a.txt:37 `9`");
  CHECK(in_prose[0].disputed.empty());
}

TEST_CASE("conflicts: the finding is at the weakest of the claims that contradict the title") {
  const std::string prose = "\nIt is ERROR_X_B (9) here.\n";
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_B (9)")), page("ERROR_X_B - 8 (0x8)", ""),
                        page("ERROR_X_C - 1 (0x1)", "") + prose}});
  const auto found = linted.of("conflicting-name");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "c.txt:37 `9`");
  REQUIRE(found[0].disputed.size() == 1);
  CHECK(linted.place(found[0].disputed[0]) == "a.txt:25 `9`");
}

TEST_CASE("conflicts: a name with another code in its title is not compared with others of its wrong code") {
  // ERROR_X_P (7) is right. ERROR_X_B (7) is not, as the title of ERROR_X_B says.
  const Linted linted({{page("ERROR_X_A - 1 (0x1)", entry("ERROR_X_B (7)")), page("ERROR_X_B - 8 (0x8)", ""),
                        page("ERROR_X_C - 2 (0x2)", entry("ERROR_X_P (7)"))}});
  CHECK(conflicts_in(linted) == 1);
  CHECK(linted.of("conflicting-name").size() == 1);
}

TEST_CASE("conflicts: each claim that contradicts a title is told or counted, though others are in another conflict") {
  // ERROR_X_P has two codes, of which one is that of ERROR_X_A; ERROR_X_Q has the code of ERROR_X_A, too.
  const Linted linted(
      {{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_P (9)")), page("ERROR_X_B - 8 (0x8)", entry("ERROR_X_P (7)")),
        page("ERROR_X_C - 1 (0x1)", entry("ERROR_X_Q (7)"))}});
  CHECK(linted.of("conflicting-name").size() == 1);
  const auto found = linted.of("conflicting-code");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "c.txt:25 `7`");
}

TEST_CASE("conflicts: a claim with two different numbers does not hide those that it stands beside") {
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", entry("ERROR_X_P (7, 0x9)")),
                        page("ERROR_X_B - 8 (0x8)", entry("ERROR_X_Q (7)"))}});
  CHECK(linted.of("hex-mismatch").size() == 1);
  const auto found = linted.of("conflicting-code");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "b.txt:25 `7`");
}

TEST_CASE("conflicts: one wrong title with fifteen right entries is one finding and a count") {
  std::vector<std::string> articles{page("ERROR_X_B - 8 (0x8)", "")};
  for (int i = 0; i < 15; ++i) {
    const std::string code = std::to_string(100 + i);
    articles.push_back(page("ERROR_Y_" + code + " - " + code + " (0x" + "6789ABCDEF"[(100 + i) / 16] +
                                "0123456789ABCDEF"[(100 + i) % 16] + ")",
                            entry("ERROR_X_B (7)")));
  }
  articles[1 + 0].replace(articles[1].find("0x"), 4, "0x64");
  const Linted alone({articles});
  REQUIRE(conflicts_in(alone) == 1);
  const auto found = alone.of("conflicting-name");
  CHECK(alone.place(found[0].location) == "b.txt:25 `7`");
  CHECK(found[0].message == "ERROR_X_B is 8 (0x8) in its title, not 7");
  CHECK(found[0].notes.back().message == "and in 12 more places");
  CHECK(found[0].disputed.size() == 14);

  // A registry knows that the entries are right.
  const Linted settled({articles, "ERROR_X_B\t7\n"});
  CHECK(conflicts_in(settled) == 0);
  REQUIRE(settled.of("wrong-code").size() == 1);
  CHECK(settled.place(settled.of("wrong-code")[0].location) == "a.txt:1 `8 (0x8)`");
}

TEST_CASE("duplicate-code: each further title points to the first") {
  CHECK(found("duplicate-code", {{page("ERROR_X_A - 20 (0x14)", ""), page("ERROR_X_B - 20 (0x14)", ""),
                                  page("ERROR_X_C - 20 (0x14)", "")},
                                 kTable}) ==
        "error! b.txt:1 `20 (0x14)`: two articles document 20 (0x14): ERROR_X_A and ERROR_X_B\n"
        "  label: given to ERROR_X_B here\n"
        "  claim a.txt:1 `20 (0x14)`: given to ERROR_X_A here\n"
        "  help: correct the wrong title; if both names are right, list them under `aliases` in errpress.yaml\n"
        "error! c.txt:1 `20 (0x14)`: two articles document 20 (0x14): ERROR_X_A and ERROR_X_C\n"
        "  label: given to ERROR_X_C here\n"
        "  claim a.txt:1 `20 (0x14)`: given to ERROR_X_A here\n"
        "  help: correct the wrong title; if both names are right, list them under `aliases` in errpress.yaml\n");
}

TEST_CASE("duplicate-code: aliases and one name twice are no finding") {
  const std::vector<std::string> zeros{page("ERROR_SUCCESS - 0 (0x0)", ""), page("NOERROR - 0 (0x0)", "")};
  CHECK(found("duplicate-code", {zeros, kTable}) == "");
  CHECK(found("duplicate-code", {zeros, "", {{"ERROR_SUCCESS", "NOERROR"}}}) == "");
  CHECK(found("duplicate-code", {zeros}) != "");
  CHECK(found("duplicate-code", {{page("ERROR_X_A - 7 (0x7)", ""), page("ERROR_X_A - 7 (0x7)", "")}}) == "");
}

TEST_CASE("duplicate-code: a title with the code of a right one is a finding of wrong-code, and blocks output") {
  const std::vector<std::string> articles{page("ERROR_FILE_NOT_FOUND - 3 (0x3)", ""),
                                          page("ERROR_PATH_NOT_FOUND - 3 (0x3)", "")};
  const Linted linted({articles, kTable});
  CHECK(linted.of("duplicate-code").empty());
  REQUIRE(linted.of("wrong-code").size() == 1);
  CHECK(linted.place(linted.of("wrong-code")[0].location) == "a.txt:1 `3 (0x3)`");
  CHECK(linted.of("wrong-code")[0].blocks_output);
  CHECK_FALSE(Linted({{articles[0]}, kTable}).of("wrong-code")[0].blocks_output);

  // Two articles must not be rendered with one code, whichever rules are off.
  LintConfig config;
  REQUIRE(config.set_severity("wrong-code", Severity::off));
  const auto found = Linted({articles, kTable}, config).of("duplicate-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].location.file == 0);
  CHECK(found[0].blocks_output);
}

TEST_CASE("conflicts: what only marks join says nothing about a name that has no title") {
  const auto with = [](std::string_view a, std::string_view b) {
    const Linted linted({{page("ERROR_X_A - 100 (0x64)", "") + "\n" + std::string(a) + "\n",
                          page("ERROR_X_C - 101 (0x65)", "") + "\n" + std::string(b) + "\n"}});
    return linted.of("prose-code").size();
  };
  CHECK(with("#define ERROR_X_B 7", "#define ERROR_X_B 8") == 0);
  CHECK(with("#define ERROR_X_B 7", "#define ERROR_X_D 7") == 0);
  CHECK(with("ERROR_X_B has the code 7.", "ERROR_X_B has the code 8.") == 1);
  CHECK(with("#define ERROR_X_A 7", "") == 1);
}

TEST_CASE("conflicting-name: with a title, each wrong code is a finding, and without one the name is") {
  const auto articles = [](const std::string& title) {
    return Linted({{page(title, ""), page("ERROR_X_C - 101 (0x65)", entry("ERROR_X_B (7)")),
                    page("ERROR_X_D - 102 (0x66)", entry("ERROR_X_B (7)")),
                    page("ERROR_X_E - 103 (0x67)", entry("ERROR_X_B (9)"))}})
        .of("conflicting-name");
  };
  const auto titled = articles("ERROR_X_B - 8 (0x8)");
  REQUIRE(titled.size() == 2);
  CHECK(titled[0].message == "ERROR_X_B is 8 (0x8) in its title, not 7");
  CHECK(titled[0].notes.size() == 2);
  CHECK(titled[1].message == "ERROR_X_B is 8 (0x8) in its title, not 9");
  CHECK(titled[1].notes.size() == 1);
  CHECK(articles("ERROR_X_A - 8 (0x8)").size() == 1);
}
