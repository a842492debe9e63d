#include "corpus/article_family.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

namespace errpress::corpus {

namespace {

struct Page {
  std::string path;
  std::string name;  // empty: no title
  std::uint32_t code = 0;
};

// 25 names each of two families, and names that are in two.
std::string registry_text() {
  std::string tsv;
  for (int i = 0; i < 25; ++i) {
    tsv += fmt::format("ERROR_N{}\t{}\twin32\nERROR_BIG_N{}\t0x8026{:04X}\thresult\n", i, 100 + i, i, i);
    tsv += fmt::format("STATUS_N{}\t0xC0000{:03X}\tntstatus\n", i, 100 + i);
  }
  for (int i = 0; i < 4; ++i) tsv += fmt::format("CACHE_A{}\t{}\twin32\nCACHE_B{}\t{}\tbugcheck\n", i, 300 + i, i, i);
  tsv += "STATUS_N1\t0xC1\tbugcheck\n";
  for (int i = 0; i < 9; ++i) tsv += fmt::format("STOP_N{}\t{}\tbugcheck\n", i, 100 + i);
  return tsv;
}

// Parallel to `pages`: the names of their families.
std::vector<std::string> families_of(const std::vector<Page>& pages, const std::string& tsv = registry_text(),
                                     const FamilyChoices& choices = {}) {
  Registry registry;
  if (!tsv.empty()) REQUIRE(registry.add(tsv, "codes.tsv", 99).ok());
  registry.families().add("house");
  FileTable files;
  std::vector<ArticleSummary> articles;
  for (const Page& page : pages) {
    ArticleSummary& article = articles.emplace_back();
    article.file = files.add({page.path, page.path.substr(page.path.find('/') + 1)});
    if (page.name.empty()) continue;
    article.has_title = true;
    article.names = page.name;
    Claim& title = article.claims.emplace_back();
    title.name_size = static_cast<std::uint16_t>(page.name.size());
    title.code.hex = {page.code, {0, 1}};
  }
  assign_families(articles, files, NameFamilies(registry, choices), choices);
  std::vector<std::string> names;
  for (const ArticleSummary& article : articles) names.emplace_back(registry.families().name(article.family));
  return names;
}

using Families = std::vector<std::string>;

TEST_CASE("article family: by the registries, the family in which the code is right") {
  CHECK(families_of({{"c/a", "ERROR_N1", 101}}) == Families{"win32"});
  CHECK(families_of({{"c/a", "ERROR_N1", 7}}) == Families{"win32"});
  CHECK(families_of({{"c/a", "STATUS_N1", 0xC0000065}}) == Families{"ntstatus"});
  CHECK(families_of({{"c/a", "STATUS_N1", 0xC1}}) == Families{"bugcheck"});
  CHECK(families_of({{"c/a", "STATUS_N1", 7}}) == Families{"ntstatus"});
}

TEST_CASE("article family: a wrapped code of the name itself makes it an article of the outer family") {
  CHECK(families_of({{"c/a", "ERROR_N1", 0x80070000 | 101}}) == Families{"hresult"});
  CHECK(families_of({{"c/a", "ERROR_N1", 0x80070000 | 102}}) == Families{"win32"});
  CHECK(families_of({{"c/a", "STATUS_N2", 0xD0000066}}) == Families{"hresult"});
}

TEST_CASE("article family: half of the titles of the folder decide about the others") {
  CHECK(families_of({{"c/a", "STOP_N1", 101}, {"c/b", "OTHER", 5}, {"d/c", "UNKNOWN", 5}}) ==
        Families{"bugcheck", "bugcheck", ""});
  CHECK(families_of({{"c/a", "STOP_N1", 101}, {"c/b", "OTHER", 5}, {"c/c", "MORE", 5}}) ==
        Families{"bugcheck", "", ""});
  CHECK(families_of({{"c/a", "STOP_N1", 101}, {"c/b", "STOP_N2", 102}, {"c/c", "ERROR_MORE", 5}}) ==
        Families{"bugcheck", "bugcheck", "bugcheck"});
  // Two families with a half each, of titles and of an article without a title.
  CHECK(families_of({{"c/a", "STOP_N1", 101}, {"c/b", "ERROR_N1", 101}, {"c/c", ""}}) ==
        Families{"bugcheck", "win32", ""});
  CHECK(families_of({{"c/a", "STOP_N1", 101}, {"c/b", ""}}) == Families{"bugcheck", "bugcheck"});
}

TEST_CASE("article family: articles with a folder each are in the folder above") {
  CHECK(families_of({{"c/a/x", "STOP_N1", 101}, {"c/b/x", "OTHER", 5}}) == Families{"bugcheck", "bugcheck"});
  // ... but not above the root.
  CHECK(families_of({{"a/x", "STOP_N1", 101}, {"b/x", "OTHER", 5}}) == Families{"bugcheck", ""});
}

TEST_CASE("article family: a prefix proves a family if all of many names have it") {
  CHECK(families_of({{"c/a", "STATUS_NEW", 0xC0009999}}) == Families{"ntstatus"});
  CHECK(families_of({{"c/a", "CACHE_NEW", 5}}) == Families{""});
  CHECK(families_of({{"c/a", "ERROR_NEW", 5}}) == Families{"win32"});
  CHECK(families_of({{"c/a", "ERROR_NEW", 0x80260099}}) == Families{"hresult"});
  CHECK(families_of({{"c/a", "ERROR_BIG_NEW", 5}}) == Families{"win32"});
  CHECK(families_of({{"c/a", "STOP_NEW", 5}}) == Families{"bugcheck"});  // nine names, but most of the family
  CHECK(families_of({{"c/a", "ERRORNEW", 5}}) == Families{""});
  CHECK(families_of({{"c/a", "NEW_ERROR_", 5}}) == Families{""});
}

TEST_CASE("article family: the configuration overrides everything, the longest folder first") {
  FamilyChoices choices;
  choices.folders = {{"c", kErrno}, {"c/d/", kMysql}};
  choices.names = {{"ERROR_N?", kBugcheck}, {"*_CODE", kHresult}};
  CHECK(families_of({{"c/a", "ERROR_N1", 101},
                     {"c/d/a", "ERROR_N2", 102},
                     {"cc/a", "ERROR_N1", 101},
                     {"cc/b", "A_CODE", 5},
                     {"cc/c", "ERROR_N11", 111},
                     {"c/e", ""}},
                    registry_text(), choices) == Families{"errno", "mysql", "bugcheck", "hresult", "win32", "errno"});
  choices.folders = {{"../" + std::filesystem::current_path().filename().string() + "/c", kErrno}};
  CHECK(families_of({{"c/a", "ERROR_N1", 101}}, registry_text(), choices) == Families{"errno"});
}

TEST_CASE("article family: without registries and configuration, all articles are of the corpus' own family") {
  CHECK(families_of({{"c/a", "ERROR_N1", 101}, {"c/b", "ERROR_N2", 5}}, "") == Families{"", ""});
}

TEST_CASE("name patterns") {
  struct Case {
    std::string pattern, name;
    bool matches;
  };
  const std::vector<Case> cases = {
      {"A*", "A", true},         {"A*", "AB", true},      {"A*", "BA", false},  {"*A", "BA", true},
      {"*A", "AB", false},       {"*", "", true},         {"A", "A", true},     {"A", "AB", false},
      {"A*B*C", "AxBBxC", true}, {"A*B*C", "AxC", false}, {"A*A", "A", false},  {"?_*", "E_X", true},
      {"?_*", "EE_X", false},    {"**", "AB", true},      {"*B*", "AAB", true}, {"*B*", "AA", false},
      {"", "A", false},
  };
  const Registry registry;
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.name);
    FamilyChoices choices;
    choices.names = {{c.pattern, kErrno}};
    CHECK((NameFamilies(registry, choices).by_pattern(c.name) == kErrno) == c.matches);
  }
}

}  // namespace

}  // namespace errpress::corpus
