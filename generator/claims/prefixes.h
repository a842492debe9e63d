// The prefixes of names ("DNS_", "FVE_"), learnt from registries and titles: a word of the shape of names with such a
// prefix is a name, though perhaps a wrong one. Const after loading, thread-safe.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace errpress::claims {

class Prefixes {
 public:
  // Keeps a view of `name`.
  void add(std::string_view name);
  // Whether `word` has capitals, and a prefix that at least 20 of the names have, or a tenth of them and two.
  bool has_prefix(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::size_t> counts_;
  std::size_t names_ = 0;
};

}  // namespace errpress::claims
