// What the last build in an output folder left for this one: enough to find out that there is nothing to do, or to
// print only the articles that changed or whose surroundings did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "commands/analysis.h"
#include "output/build_cache.h"
#include "output/output_folder.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"

namespace errpress::commands {

class BuildMemory {
 public:
  // `recipe` is a hash of all but the articles that decides what is printed; a cache of another recipe is of no use.
  BuildMemory(const std::string& out, std::uint64_t recipe);

  // Whether the last build had these very sources, neither they nor its outputs were touched since, and its report is
  // there to be said again.
  bool nothing_to_do(const Sources& sources, unsigned threads) const;
  // What the last build reported. Only where there is nothing to do.
  const output::BuildCache& last() const { return *cache_; }

  // The cached output at `path` where it still holds what was printed from a source with this content and context.
  std::optional<output::Content> current(std::string_view path, std::string_view source_path, std::uint64_t content,
                                         std::uint64_t context) const;
  // To be called once, before threads call `current`, which finds nothing where this was not.
  void look_at_outputs(unsigned threads);

 private:
  std::string out_;
  std::optional<output::BuildCache> cache_;
  std::vector<std::uint8_t> outputs_current_;
  std::unordered_map<std::string_view, std::size_t> outputs_;  // by path
};

// What decides, besides its own text, what is printed of an article: its findings, its identifier, and which of its
// references are documented.
std::uint64_t article_context(const Analysis& analysis, const render::Catalogue::Entry& entry,
                              const render::FindingsIndex& findings);

}  // namespace errpress::commands
