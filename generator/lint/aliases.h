// Sets of names that share a code, declared in the configuration. Const use is thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace errpress::lint {

class Aliases {
 public:
  void add(std::vector<std::string> names) { sets_.push_back(std::move(names)); }
  // Whether one set contains both names.
  bool are_aliases(std::string_view a, std::string_view b) const;
  // The first set that contains the name, with the name itself; empty if there is none.
  std::span<const std::string> of(std::string_view name) const;
  const std::vector<std::vector<std::string>>& sets() const { return sets_; }

 private:
  std::vector<std::vector<std::string>> sets_;
};

}  // namespace errpress::lint
