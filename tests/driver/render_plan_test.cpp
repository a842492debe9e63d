#include "driver/render_plan.h"

#include <doctest/doctest.h>

#include <vector>

namespace errpress::driver {

TEST_CASE("every file of a plan has one number, and leads back to its entry") {
  RenderPlan plan;
  plan.per_article.resize(3);
  plan.per_corpus.resize(2);
  plan.entries = 5;
  std::vector<int> uses(plan.per_article.size() * plan.entries + plan.per_corpus.size());
  for (std::size_t entry = 0; entry < plan.entries; ++entry) {
    for (std::size_t output = 0; output < plan.per_article.size(); ++output) {
      const std::uint32_t file = plan.article_file(entry, output);
      ++uses.at(file);
      CHECK(plan.entry_of(file) == entry);
      CHECK(&plan.output_of(file) == &plan.per_article[output]);
    }
  }
  for (std::size_t output = 0; output < plan.per_corpus.size(); ++output) {
    ++uses.at(plan.corpus_file(output));
    CHECK_FALSE(plan.entry_of(plan.corpus_file(output)));
    CHECK(&plan.output_of(plan.corpus_file(output)) == &plan.per_corpus[output]);
  }
  CHECK(uses == std::vector<int>(uses.size(), 1));
}

TEST_CASE("a plan without articles has the corpus' files only") {
  RenderPlan plan;
  plan.per_article.resize(2);
  plan.per_corpus.resize(1);
  CHECK(plan.corpus_file(0) == 0);
  CHECK_FALSE(plan.entry_of(0));
}

}  // namespace errpress::driver
