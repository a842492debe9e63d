#include "corpus/undeclared_family.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/article_family.h"

namespace errpress::corpus {

namespace {

struct Page {
  std::string path, name;
  std::uint32_t code;
};

// "FOLDER TAKEN/TITLES" of each folder that is found.
std::vector<std::string> found(const std::vector<Page>& pages, const FamilyChoices& choices = {}) {
  Registry registry;
  const std::string tsv =
      "ERROR_A\t1\twin32\nERROR_B\t2\twin32\nERROR_C\t3\twin32\nERROR_D\t4\twin32\nSTOP_ONE\t9\tbugcheck\n";
  REQUIRE(registry.add(tsv, "codes.tsv", 99).ok());
  FileTable files;
  std::vector<ArticleSummary> articles;
  for (const Page& page : pages) {
    ArticleSummary& article = articles.emplace_back();
    article.file = files.add({page.path, page.path});
    article.has_title = true;
    article.names = page.name;
    Claim& title = article.claims.emplace_back();
    title.name_size = static_cast<std::uint16_t>(page.name.size());
    title.code.decimal = {page.code, {0, 1}};
  }
  assign_families(articles, files, NameFamilies(registry, choices), choices);
  std::vector<std::string> lines;
  for (const UndeclaredFamily& folder : find_undeclared_families(articles, files, registry)) {
    CHECK(folder.first.size() == std::min<std::size_t>(folder.taken, 3));
    CHECK(folder.first.front().owner->name.starts_with("ERROR_"));
    lines.push_back(std::string(folder.folder) + " " + std::to_string(folder.taken) + "/" +
                    std::to_string(folder.titles));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("undeclared family: most titles have unknown names and numbers of others") {
  const std::vector<Page> pages = {
      {"c/1", "APC_MISMATCH", 1}, {"c/2", "IRQL_HIGH", 2}, {"c/3", "PAGE_LOST", 3}, {"c/4", "CRASHED", 77}};
  CHECK(found(pages) == Lines{"c 3/4"});
  FamilyChoices choices;
  choices.folders = {{"c", kBugcheck}};
  CHECK(found(pages, choices).empty());
}

TEST_CASE("undeclared family: silent where names are known, misspelt or few, and numbers are free") {
  CHECK(found({{"c/1", "ERROR_A", 2}, {"c/2", "ERROR_B", 3}, {"c/3", "ERROR_C", 4}}).empty());     // known and wrong
  CHECK(found({{"c/1", "EROR_A", 1}, {"c/2", "EROR_B", 2}, {"c/3", "EROR_C", 3}}).empty());        // misspelt
  CHECK(found({{"c/1", "ERROR_X", 1}, {"c/2", "ERROR_YY", 2}, {"c/3", "ERROR_ZZZ", 3}}).empty());  // a known prefix
  CHECK(found({{"c/1", "OTHER", 71}, {"c/2", "ANOTHER", 72}, {"c/3", "FURTHER", 73}}).empty());
  CHECK(found({{"c/1", "OTHER", 1}, {"c/2", "ANOTHER", 2}}).empty());
  CHECK(found({{"c/1", "OTHER", 1}, {"d/2", "ANOTHER", 2}, {"e/3", "FURTHER", 3}}).empty());
  CHECK(found({}).empty());
}

}  // namespace

}  // namespace errpress::corpus
