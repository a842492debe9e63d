// What a build is to print: every output file with the target, the output and the article it comes from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "commands/analysis.h"
#include "commands/config.h"
#include "render/corpus_view.h"
#include "render/target.h"
#include "text/result.h"

namespace errpress::commands {

// The targets by name with their options; all that are there where `chosen` is empty. `config_path` is for errors.
text::Result<std::vector<render::Target>> load_targets(const std::vector<TargetChoice>& chosen,
                                                       const std::string& templates, const std::string& config_path);

// One kind of output of one target.
struct PlannedOutput {
  const render::Target* target = nullptr;
  const render::Output* output = nullptr;
};

// Numbers of output files: first those of the articles, in the order of `per_article` and for each of it entry by
// entry; then those of the corpus, in the order of `per_corpus`.
struct PrintPlan {
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
};

// Paths may use the keys name, identifier, code, path and the target's options.
text::Result<PrintPlan> plan_outputs(const std::vector<render::Target>& targets, const Analysis& analysis,
                                     const Sources& sources, const render::Catalogue& catalogue);

}  // namespace errpress::commands
