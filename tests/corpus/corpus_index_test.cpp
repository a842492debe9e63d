#include "corpus/corpus_index.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/article_samples.h"

using namespace errpress::tests;
using errpress::corpus::ArticleSummary;
using errpress::corpus::ClaimId;
using errpress::corpus::CorpusIndex;
using errpress::corpus::summarise;

namespace {

CorpusIndex index_of(const std::vector<std::string>& sources) {
  std::vector<ArticleSummary> summary;
  for (const std::string& source : sources) {
    const auto file = static_cast<errpress::corpus::FileId>(summary.size() + 100);
    summary.push_back(summarise(parsed(source), source, shipped_dialect(), {}, file));
  }
  return CorpusIndex(std::move(summary));
}

// Title and the lines of Related Errors.
std::string article(std::string_view title, std::string_view related = "") {
  return std::string(title) + "\nMessage.\nRelated Errors\n" + std::string(related);
}

std::vector<std::string> texts(const CorpusIndex& index, std::span<const ClaimId> ids) {
  std::vector<std::string> out;
  for (const ClaimId id : ids) {
    out.push_back(std::to_string(id.article) + "." + std::to_string(id.claim) + " " + std::string(index.name(id)));
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty corpus knows nothing") {
  const CorpusIndex index({});
  CHECK(index.articles().empty());
  CHECK(index.articles_named("ERROR_A").empty());
  CHECK(index.claims_of_name("ERROR_A").empty());
  CHECK(index.claims_of_code(5).empty());
  CHECK(index.repeated_names().empty());
  CHECK(index.repeated_codes().empty());
}

TEST_CASE("articles are found by the name of their title") {
  const CorpusIndex index = index_of({article("ERROR_A - 1 (0x1)"), article("ERROR_B - 2 (0x2)", "- ERROR_C (3)\n"),
                                      article("ERROR_C: 3 (0x3) and more"), article("ERROR_A - 4 (0x4)")});
  CHECK(index.articles().size() == 4);
  const auto named = index.articles_named("ERROR_A");
  CHECK(std::vector(named.begin(), named.end()) == std::vector<std::uint32_t>{0, 3});
  CHECK(index.articles_named("ERROR_B").size() == 1);
  CHECK(index.articles_named("ERROR_C").empty());  // referred to, and a malformed title
  CHECK(index.articles_named("").empty());
}

TEST_CASE("claims are found by name, in order") {
  const CorpusIndex index = index_of({article("ERROR_A - 1 (0x1)", "- ERROR_C (3)\n- ERROR_B\n"),
                                      article("ERROR_B - 2 (0x2)", "- ERROR_A (1)\n- ERROR_A (9)\n")});
  CHECK(texts(index, index.claims_of_name("ERROR_A")) == Texts{"0.0 ERROR_A", "1.1 ERROR_A", "1.2 ERROR_A"});
  CHECK(texts(index, index.claims_of_name("ERROR_B")) == Texts{"0.2 ERROR_B", "1.0 ERROR_B"});
  CHECK(texts(index, index.claims_of_name("ERROR_C")) == Texts{"0.1 ERROR_C"});
  CHECK(index.claims_of_name("ERROR_D").empty());
  CHECK(index.claims_of_name("").empty());
}

TEST_CASE("claims are found by each number they state, once") {
  const CorpusIndex index =
      index_of({article("ERROR_A - 5 (0x5)", "- ERROR_B (5, 0x6)\n- ERROR_C (0x6)\n- ERROR_D (-1)\n"),
                article("No title", "- ERROR_E (4294967295)\n")});
  CHECK(texts(index, index.claims_of_code(5)) == Texts{"0.0 ERROR_A", "0.1 ERROR_B"});
  CHECK(texts(index, index.claims_of_code(6)) == Texts{"0.1 ERROR_B", "0.2 ERROR_C"});
  CHECK(texts(index, index.claims_of_code(0xFFFFFFFF)) == Texts{"0.3 ERROR_D", "1.0 ERROR_E"});
  CHECK(index.claims_of_code(7).empty());
}

TEST_CASE("codes without a name are no one's claims") {
  const CorpusIndex index = index_of({article("ERROR_A - 5 (0x5)", "- 7 (0x7)\n- [Other]: 8 (0x8)\n")});
  CHECK(index.claims_of_code(7).empty());
  CHECK(index.claims_of_code(8).empty());
}

TEST_CASE("repeated names and codes come in the order of their first claims") {
  const CorpusIndex index = index_of({article("ERROR_Z - 9 (0x9)", "- ERROR_M (4)\n- ERROR_A (3)\n- ERROR_ONCE (1)\n"),
                                      article("ERROR_A - 4 (0x4)", "- ERROR_Z (9)\n- ERROR_M (3)\n")});
  CHECK(index.repeated_names() == std::vector<std::string_view>{"ERROR_Z", "ERROR_M", "ERROR_A"});
  CHECK(index.repeated_codes() == std::vector<std::uint32_t>{9, 4, 3});
}

TEST_CASE("a claim has the place of its article's file") {
  const CorpusIndex index = index_of({article("ERROR_A - 1 (0x1)"), article("ERROR_B - 2 (0x2)")});
  const ClaimId id{1, 0};
  CHECK(index.location(id).file == 101);
  CHECK(index.location(id).span == errpress::base::Span{0, 17});
  CHECK(index.summary(id).name() == "ERROR_B");
  CHECK(index.claim(id).code.states(2));
}

TEST_CASE("an index can be moved, with its names, a copy would refer to the original's") {
  static_assert(!std::is_copy_constructible_v<CorpusIndex> && !std::is_copy_assignable_v<CorpusIndex>);
  CorpusIndex first = index_of({article("A_B - 1 (0x1)", "- A_B (2)\n")});  // short enough to lie inside its string
  const CorpusIndex second = std::move(first);
  CHECK(second.articles_named("A_B").size() == 1);
  CHECK(texts(second, second.claims_of_name("A_B")) == Texts{"0.0 A_B", "0.1 A_B"});
  CHECK(second.repeated_names() == std::vector<std::string_view>{"A_B"});
}
