// What a rule is given to judge claims: the corpus once all of it is indexed, the registry, and the aliases that the
// configuration declares. Const use is thread-safe.
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

// Declared in the configuration: sets of names that share a code.
class Aliases {
 public:
  void add(std::vector<std::string> names) { sets_.push_back(std::move(names)); }
  // Whether one set holds both.
  bool are_aliases(std::string_view a, std::string_view b) const;
  const std::vector<std::vector<std::string>>& sets() const { return sets_; }

 private:
  std::vector<std::vector<std::string>> sets_;
};

// Refers to what it is made from. `registry` may be empty.
struct CorpusInput {
  const corpus::CorpusIndex& index;
  const corpus::Registry& registry;
  const corpus::FileTable& files;
  const Aliases& aliases;
  // Made from the above when a finding first asks for it.
  CloseNames close_names{index, registry};
};

}  // namespace errpress::lint
