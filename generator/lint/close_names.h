// Suggests the known names that a misspelt name may mean: names of the registry and of articles that share a word with
// it and have a small edit distance. The index of words is built on first use, so a clean corpus never pays for it.
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
  // Keeps references to both arguments.
  CloseNames(const corpus::CorpusIndex& index, const corpus::Registry& registry);
  ~CloseNames();
  CloseNames(const CloseNames&) = delete;
  CloseNames& operator=(const CloseNames&) = delete;

  // Returns up to `limit` known names, closest first, ties ordered by name; none farther than a third of the size of
  // `name`.
  std::vector<std::string_view> closest(std::string_view name, std::size_t limit) const;
  // Returns the known name that equals `name` ignoring case; empty if there is none.
  std::string_view ignoring_case(std::string_view name) const;

  struct Words;

 private:
  const corpus::CorpusIndex& index_;
  const corpus::Registry& registry_;
  mutable std::mutex building_;  // not std::call_once: no exception can propagate out of it when memory is exhausted
  mutable std::unique_ptr<const Words> words_;

  const Words& words() const;
};

// Whether the registry has the name, or an article has it as its title.
bool is_known(const corpus::CorpusIndex& index, const corpus::Registry& registry, std::string_view name);

}  // namespace errpress::lint
