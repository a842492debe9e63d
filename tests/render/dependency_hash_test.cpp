// dependency_hash against the view that it stands for: an incremental build keeps a page where the hash is the same, so
// whatever other articles do to the view has to show in the hash.
#include "render/dependency_hash.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "printed_corpus.h"

namespace errpress::render {
namespace {

using testing::PrintedCorpus;

const std::string kArticle =
    "ERROR_A - 5 (0x5)\n\nNot ERROR_P (7, 0x7).\n\nRelated Errors\n\n"
    "  \u2022 ERROR_B (13): The b.\n  \u2022 ERROR_C (14): The c.\n";

// Everything about the rest of the corpus that can matter to the page of article 0, a few values for each.
class Surroundings {
 public:
  explicit Surroundings(std::mt19937& random) : random_(random) {}

  PrintedCorpus make() {
    std::vector<std::string> sources = {kArticle, "ERROR_O - 6 (0x6)\n\nERROR_P (8, 0x8).\n"};
    for (const char* other : {"ERROR_B - 13 (0xD)\n", "ERROR_C - 14 (0xE)\n"}) {
      for (std::size_t copies = any(4) == 0 ? any(3) : 0; copies != 0; --copies) sources.push_back(other);
    }
    PrintedCorpus corpus(std::move(sources));
    for (std::size_t findings = any(3); findings != 0; --findings) corpus.add(finding(corpus));
    return corpus;
  }
  std::string identifier() { return any(4) == 0 ? "a_1" : "a"; }

 private:
  std::size_t any(std::size_t values) { return random_() % values; }
  template <std::size_t N>
  const char* one_of(const char* const (&values)[N]) {
    return values[any(N)];
  }

  // In the title, the prose or a reference; or from one reference into the next.
  corpus::Location place(const PrintedCorpus& corpus) {
    return corpus.place(0, one_of({"5 (0x5)", "7, 0x7", "13", "14", "13): The b.\n  \u2022 ERROR_C (14"}));
  }

  lint::Diagnostic finding(const PrintedCorpus& corpus) {
    lint::Diagnostic finding;
    finding.rule = one_of({"wrong-code", "conflicting-code", "bad-date"});
    finding.severity = any(2) == 0 ? lint::Severity::error : lint::Severity::warning;
    finding.message = one_of({"a message", "another"});
    finding.location = any(2) == 0 ? place(corpus) : corpus.place(1, "8, 0x8");
    if (any(3) == 0) finding.disputed.push_back(place(corpus));
    finding.in_prose = any(2) == 0;
    if (any(3) == 0) finding.unlisted.push_back(place(corpus));
    for (std::size_t notes = any(3); notes != 0; --notes) {
      finding.notes.push_back({one_of({"a note", "a second"}), std::nullopt, any(2) == 0});
    }
    return finding;
  }

  std::mt19937& random_;
};

}  // namespace

TEST_CASE("articles with the same dependency hash have the same view") {
  std::mt19937 random(1);
  std::map<std::uint64_t, std::string> views;
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    Surroundings surroundings(random);
    const PrintedCorpus corpus = surroundings.make();
    const std::string identifier = surroundings.identifier();
    const std::string view = corpus.article(0, identifier).dump();
    const auto [known, added] = views.emplace(corpus.dependencies(0, identifier), view);
    if (added) continue;
    ++compared;
    REQUIRE(known->second == view);
  }
  CHECK(compared > 2'000);
  CHECK(views.size() > 2'000);
}

TEST_CASE("what does not concern an article leaves its dependency hash alone") {
  const auto hash = [](std::vector<std::string> others, const char* doubted = nullptr) {
    others.insert(others.begin(), kArticle);
    PrintedCorpus corpus(std::move(others));
    if (doubted != nullptr) corpus.doubt(1, doubted, "a message");
    return corpus.dependencies(0, "a");
  };
  const std::string other = "ERROR_X - 99 (0x63)\n\nText.\n";
  const std::uint64_t alone = hash({});
  CHECK(hash({other}) == alone);
  CHECK(hash({other, "ERROR_Y - 98 (0x62)\n"}) == alone);
  CHECK(hash({other}, "99") == alone);
  CHECK(hash({"ERROR_B - 13 (0xD)\n"}) != alone);
}

}  // namespace errpress::render
