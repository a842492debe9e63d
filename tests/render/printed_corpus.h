// A corpus in memory with findings of the test's own: its views as JSON. For the tests of views.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "article/parser.h"
#include "lint/diagnostic.h"
#include "render/article_view.h"
#include "render/built_in_files.h"
#include "render/corpus_view.h"
#include "render/dependency_hash.h"
#include "render/identifier.h"
#include "render/view_keys.h"
#include "support/json_view.h"

namespace errpress::render::testing {

using Json = nlohmann::ordered_json;

class PrintedCorpus {
 public:
  // The files are 0.txt, 1.txt ...
  explicit PrintedCorpus(std::vector<std::string> sources) : sources_(std::move(sources)) {
    std::vector<corpus::ArticleSummary> summaries;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const corpus::FileId file = files_.add({std::to_string(i) + ".txt", std::to_string(i) + ".txt"});
      article::Article article;
      article::parse(sources_[i], dialect(), article);
      summaries.push_back(corpus::summarise(article, sources_[i], dialect(), {}, file));
    }
    index_ = std::make_unique<corpus::CorpusIndex>(std::move(summaries));
  }

  // The place of the first `text` in a file.
  corpus::Location place(corpus::FileId file, std::string_view text) const {
    const std::size_t at = sources_[file].find(text);
    REQUIRE(at != std::string::npos);
    return {file, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())}};
  }

  // Adds a finding of a rule that disputes codes; valid until the next one is added.
  lint::Diagnostic& doubt(corpus::FileId file, std::string_view text, std::string message) {
    lint::Diagnostic& finding = findings_.emplace_back();
    finding.rule = "wrong-code";
    finding.location = place(file, text);
    finding.message = std::move(message);
    return finding;
  }

  // Adds any finding.
  void add(lint::Diagnostic finding) { findings_.push_back(std::move(finding)); }

  std::uint64_t dependencies(corpus::FileId file, const std::string& identifier) const {
    return dependency_hash(*index_, {file, identifier}, FindingsIndex(findings_, files_.size()));
  }

  Json article(corpus::FileId file, std::string_view identifier = "identifier") const {
    Json json;
    Json lazy;
    with_article(
        file, [&](const mustache::Value& view) { json = to_json(view); }, identifier);
    with_article(
        file, [&](const mustache::Value& view) { lazy = to_json(view); }, identifier, 0);
    CHECK(lazy == json);
    return json;
  }

  Json corpus() const {
    Json json;
    with_corpus([&](const mustache::Value& view) { json = to_json(view); });
    return json;
  }

  static constexpr std::size_t kNeverLazy = static_cast<std::size_t>(-1);

  // Calls `use` with the view itself, which is valid during the call.
  template <typename Use>
  void with_article(corpus::FileId file, Use use, std::string_view identifier = "identifier",
                    std::size_t lazy_from = kNeverLazy) const {
    const FindingsIndex disputes(findings_, files_.size());
    article::Article article;
    article::parse(sources_[file], dialect(), article);
    mustache::ViewArena arena;
    const ArticleViewInput input{.source = sources_[file],
                                 .article = article,
                                 .dialect = dialect(),
                                 .index = *index_,
                                 .disputes = disputes.of(file),
                                 .path = files_[file].relative,
                                 .identifier = identifier,
                                 .lazy_from = lazy_from};
    use(make_article_view(input, arena));
  }

  template <typename Use>
  void with_corpus(Use use) const {
    const FindingsIndex disputes(findings_, files_.size());
    const PublishedArticles published(*index_, kDefaultPrefix);
    mustache::ViewArena arena;
    use(make_corpus_view({*index_, files_, disputes, published}, arena));
  }

 private:
  static Json to_json(const mustache::Value& view) { return Json::parse(tests::json_text(view, view_key_table())); }

  static const article::Dialect& dialect() {
    static const article::Dialect dialect = article::Dialect::parse(built_in_dialect(), "dialect").value();
    return dialect;
  }

  std::vector<std::string> sources_;
  corpus::FileTable files_;
  std::unique_ptr<corpus::CorpusIndex> index_;
  std::vector<lint::Diagnostic> findings_;
};

}  // namespace errpress::render::testing
