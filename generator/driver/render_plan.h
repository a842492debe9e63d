// The files that a build renders, each with its target, output and article. Points into the targets that it was made
// from. Const once made, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "driver/analysis.h"
#include "render/corpus_view.h"
#include "render/target.h"

namespace errpress::driver {

// One output of one target.
struct PlannedOutput {
  const render::Target* target = nullptr;
  const render::Output* output = nullptr;
};

// Output files are numbered: first the files of articles, grouped by output in the order of `per_article`; then the
// files of the corpus, in the order of `per_corpus`. `entry` is an index into PublishedArticles::entries.
struct RenderPlan {
  std::vector<PlannedOutput> per_article;
  std::vector<PlannedOutput> per_corpus;
  std::vector<std::string> paths;

  std::size_t entries = 0;

  std::uint32_t article_file(std::size_t entry, std::size_t output) const {
    return static_cast<std::uint32_t>(output * entries + entry);
  }
  std::uint32_t corpus_file(std::size_t output) const {
    return static_cast<std::uint32_t>(per_article.size() * entries + output);
  }
  const PlannedOutput& output_of(std::uint32_t file) const {
    const std::size_t articles = per_article.size() * entries;
    return file < articles ? per_article[file / entries] : per_corpus[file - articles];
  }
  // The entry that a file is rendered from; nullopt for files of the whole corpus.
  std::optional<std::size_t> entry_of(std::uint32_t file) const {
    return file < per_article.size() * entries ? std::optional(file % entries) : std::nullopt;
  }
};

// Path templates may use the keys name, identifier, code and path, and the target's options.
base::Result<RenderPlan> plan_outputs(const std::vector<render::Target>& targets, const Analysis& analysis,
                                      const Sources& sources, const render::PublishedArticles& published);

}  // namespace errpress::driver
