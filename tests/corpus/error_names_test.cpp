// Which words of prose are names of errors.
#include "corpus/error_names.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/article_samples.h"

using namespace errpress;
using namespace errpress::corpus;

namespace {

ArticleSummary titled(std::string_view name, std::uint32_t code) {
  ArticleSummary article;
  article.has_title = true;
  article.names = name;
  Claim& title = article.claims.emplace_back();
  title.name_size = static_cast<std::uint16_t>(name.size());
  title.code.decimal = {code, {0, 1}};
  return article;
}

base::Code decimal(std::uint32_t value) { return {.decimal = {value, {0, 1}}, .hex = {}}; }

struct Fixture {
  Registry registry;
  std::vector<ArticleSummary> articles{titled("WIDGET_LENS_NOT_FOUND", 7)};
  Fixture() {
    REQUIRE(
        registry.add("EIO\t5\terrno\nEACCES\t13\terrno\nMUTEX_ALREADY_OWNED\t191\tbugcheck\n", "codes.tsv", 9).ok());
  }
  bool has(std::string_view name, std::uint32_t code) const {
    return has(name, Claim{.span = {}, .name_span = {}, .code = decimal(code)});
  }
  bool has(std::string_view name, const Claim& claim) const {
    return ErrorNames(registry, tests::shipped_dialect(), articles).evidence(name, claim) != NameEvidence::none;
  }
};

}  // namespace

TEST_CASE("error names: known ones, whatever the number beside them") {
  const Fixture f;
  CHECK(f.has("EIO", 99));
  CHECK(f.has("WIDGET_LENS_NOT_FOUND", 99));
  CHECK(f.has("ERROR_ANY", 99));  // a prefix of the dialect
}

TEST_CASE("error names: a misspelt one beside the code of the right one") {
  const Fixture f;
  CHECK(f.has("MUTEX_ALREADY_OWNDE", 191));
  CHECK(f.has("MUTEX_ALREADY_OWNE", 191));
  CHECK(f.has("EACCESS", 13));
  CHECK(f.has("WIDGET_LENS_NOT_FOUMD", 7));
  CHECK_FALSE(f.has("MUTEX_ALREADY_OWNE", 190));
  CHECK_FALSE(f.has("WIDGET_LENS_NOT_FOUMD", 8));
}

TEST_CASE("error names: one that lacks a word beside its code") {
  const Fixture f;
  CHECK(f.has("MUTEX_OWNED", 191));
  CHECK(f.has("WIDGET_LENS_NOT", 7));
  CHECK_FALSE(f.has("MUTEX_OWNED", 192));
  CHECK_FALSE(f.has("MUTEX", 191));
  CHECK_FALSE(f.has("OWNED_MUTEX", 191));
}

TEST_CASE("error names: other words with the number of an error") {
  const Fixture f;
  CHECK_FALSE(f.has("MAX_PATH", 191));
  CHECK_FALSE(f.has("EIOO", 5));  // too short to be sure
}

TEST_CASE("error names: a prefix is not enough where only marks stand between, or two different numbers") {
  const Fixture f;
  Claim claim{.span = {}, .name_span = {}, .code = decimal(7)};
  CHECK(f.has("ERROR_ANY", claim));
  claim.marks_only = true;
  CHECK_FALSE(f.has("ERROR_ANY", claim));
  CHECK(f.has("WIDGET_LENS_NOT_FOUND", claim));
  CHECK(f.has("WIDGET_LENS_NOT_FOUMD", claim));
  claim.marks_only = false;
  claim.code.hex = {8, {2, 5}};
  CHECK_FALSE(f.has("ERROR_ANY", claim));
  CHECK(f.has("EIO", claim));
}

TEST_CASE("error names: three names that only share a prefix are an enumeration of the article's own") {
  const Fixture f;
  const auto kept = [&](std::vector<std::pair<std::string_view, std::uint32_t>> claims) {
    ErrorNames names(f.registry, tests::shipped_dialect(), f.articles);
    ArticleSummary article;
    for (const auto& [name, code] : claims) {
      Claim& claim = article.claims.emplace_back();
      claim.code = decimal(code);
      claim.name_offset = static_cast<std::uint32_t>(article.names.size());
      claim.name_size = static_cast<std::uint16_t>(name.size());
      article.names += name;
    }
    drop_other_names(article, names);
    return article.claims.size();
  };
  CHECK(kept({{"ERROR_X_A", 1}, {"ERROR_X_B", 2}, {"EIO", 5}}) == 3);
  CHECK(kept({{"ERROR_X_A", 1}, {"ERROR_X_B", 2}, {"ERROR_X_C", 3}, {"EIO", 5}}) == 1);
  CHECK(kept({{"ERROR_X_A", 1}, {"ERROR_X_A", 2}, {"ERROR_X_A", 3}}) == 3);
}
