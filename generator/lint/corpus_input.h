// The input of rules that check claims: the index of the whole corpus, the registry, and the aliases from the
// configuration. Const use is thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "lint/close_names.h"

namespace errpress::lint {

// Sets of names that share a code, declared in the configuration.
class Aliases {
 public:
  void add(std::vector<std::string> names) { sets_.push_back(std::move(names)); }
  // Whether one set contains both names.
  bool are_aliases(std::string_view a, std::string_view b) const;
  const std::vector<std::vector<std::string>>& sets() const { return sets_; }

 private:
  std::vector<std::vector<std::string>> sets_;
};

// Keeps references to its inputs. `registry` may be empty.
struct CorpusInput {
  const corpus::CorpusIndex& index;
  const corpus::Registry& registry;
  const corpus::FileTable& files;
  const Aliases& aliases;
  // Built when a finding first uses it.
  CloseNames close_names{index, registry};
};

}  // namespace errpress::lint
