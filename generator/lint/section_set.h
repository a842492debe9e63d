// The set of dialect sections that an article has, built in one pass over its sections without allocation. Const use is
// thread-safe.
#pragma once

#include <algorithm>
#include <cstdint>

#include "article/article.h"

namespace errpress::lint {

class SectionSet {
 public:
  // Keeps a reference to the article.
  explicit SectionSet(const article::Article& article) : article_(article) {
    for (const article::Section& section : article.sections) {
      if (section.dialect_section) add(*section.dialect_section);
    }
  }

  bool has(std::uint16_t index) const {
    if (index < kBits) return (bits_ >> index & 1) != 0;
    return std::any_of(article_.sections.begin(), article_.sections.end(),
                       [&](const article::Section& section) { return section.dialect_section == index; });
  }

  // False only if no section occurs twice.
  bool may_repeat() const { return may_repeat_; }

 private:
  // Most dialects have one or two dozen sections; sections with an index of 64 or more are searched for one by one.
  static constexpr std::uint16_t kBits = 64;

  void add(std::uint16_t index) {
    if (index >= kBits) {
      may_repeat_ = true;
      return;
    }
    const std::uint64_t bit = std::uint64_t{1} << index;
    may_repeat_ = may_repeat_ || (bits_ & bit) != 0;
    bits_ |= bit;
  }

  const article::Article& article_;
  std::uint64_t bits_ = 0;
  bool may_repeat_ = false;
};

}  // namespace errpress::lint
