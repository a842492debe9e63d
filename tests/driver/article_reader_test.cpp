#include "driver/article_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "render/identifier.h"
#include "render/view_keys.h"
#include "render/views_json.h"
#include "support/test_folder.h"

namespace errpress::driver {
namespace {

AnalysisInput input_of(const std::string& folder, std::size_t cache_limit, bool cache_parsed) {
  AnalysisInput input;
  input.roots = {folder};
  input.cache_limit = cache_limit;
  input.cache_parsed = cache_parsed;
  return input;
}

// What `errpress view` prints of a folder, and how many of its articles were kept.
struct Printed {
  std::string json;
  std::size_t kept = 0;
};

Printed print_folder(const std::string& folder, std::size_t cache_limit, bool cache_parsed) {
  const AnalysisInput input = input_of(folder, cache_limit, cache_parsed);
  const auto sources = find_sources(input);
  REQUIRE(sources);
  const Analysis analysis = analyse(*sources, input);
  const render::FindingsIndex findings(analysis.diagnostics, sources->files.size());
  const render::PublishedArticles published(analysis.index, render::kDefaultPrefix);
  ArticleReader reader(*sources, analysis, findings);
  Printed printed;
  REQUIRE(render::write_views(
      published, [&](const auto& entry) { return reader.read(entry); },
      [&](std::string_view text) { printed.json += text; }));
  for (const auto& text : analysis.cached) printed.kept += text == nullptr ? 0 : 1;
  return printed;
}

}  // namespace

TEST_CASE("the view of an article is the same whether its text was kept or is read again") {
  const std::string corpus = ERRPRESS_SOURCE_DIR "/corpus";
  const Printed again = print_folder(corpus, 0, false);
  CHECK(again.kept == 0);
  CHECK(again.json.find("ERROR_IPSEC") != std::string::npos);
  for (const bool cache_parsed : {false, true}) {
    CAPTURE(cache_parsed);
    const Printed some = print_folder(corpus, 4000, cache_parsed);
    CHECK(some.kept == 1);
    CHECK(some.json == again.json);
    const Printed all = print_folder(corpus, std::size_t{1} << 20, cache_parsed);
    CHECK(all.kept == 3);
    CHECK(all.json == again.json);
  }
}

TEST_CASE(
    "an article that changes during a build is an error where it is read again, and no matter where it was kept") {
  const tests::TestFolder folder;
  for (const std::size_t limit : {std::size_t{0}, std::size_t{1000}}) {
    CAPTURE(limit);
    folder.file("A_ONE.txt", "A_ONE - 1 (0x1)\n\nThe message.\n");
    const AnalysisInput input = input_of(".", limit, true);
    const auto sources = find_sources(input);
    REQUIRE(sources);
    const Analysis analysis = analyse(*sources, input);
    folder.file("A_ONE.txt", "A_ONE - 1 (0x1)\n\nAnother message.\n");
    const render::FindingsIndex findings(analysis.diagnostics, sources->files.size());
    const render::PublishedArticles published(analysis.index, render::kDefaultPrefix);
    ArticleReader reader(*sources, analysis, findings);
    const auto view = reader.read(published.entries.at(0));
    if (limit == 0) {
      REQUIRE_FALSE(view);
      CHECK(view.error().message.find("changed while it was being read") != std::string::npos);
    } else {
      REQUIRE(view);
      CHECK(view->find(render::key("message"))->as_text() == "The message.");
    }
  }
}

}  // namespace errpress::driver
