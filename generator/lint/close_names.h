// Which known names a misspelt one may mean: names of the registry and of articles that share a word with it and are
// near by edit distance. The index of words is built when it is first asked for (a clean corpus never pays for it).
// Const use is thread-safe.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "corpus/corpus_index.h"
#include "corpus/registry.h"

namespace errpress::lint {

class CloseNames {
 public:
  // Keeps references to both.
  CloseNames(const corpus::CorpusIndex& index, const corpus::Registry& registry);
  ~CloseNames();
  CloseNames(const CloseNames&) = delete;
  CloseNames& operator=(const CloseNames&) = delete;

  // Up to `limit` known names, nearest first, ties by name; none further than a third of the name's length.
  std::vector<std::string_view> closest(std::string_view name, std::size_t limit) const;
  // The known name that differs from `name` in letter case at most; empty where there is none.
  std::string_view ignoring_case(std::string_view name) const;

 private:
  struct Words;

  const corpus::CorpusIndex& index_;
  const corpus::Registry& registry_;
  mutable std::mutex building_;  // an exception cannot leave std::call_once without memory
  mutable std::unique_ptr<const Words> words_;

  const Words& words() const;
};

// Whether an article or the registry knows the name.
bool is_known(const corpus::CorpusIndex& index, const corpus::Registry& registry, std::string_view name);

}  // namespace errpress::lint
