// Looks up whether an entry of an article's related errors was listed before, by name or by code. Const use is
// thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "corpus/article_summary.h"

namespace errpress::lint {

class EarlierEntries {
 public:
  // Keeps a reference to `summary`.
  explicit EarlierEntries(const corpus::ArticleSummary& summary);

  // The first entry with the name, or that states the code, if it precedes `claim`, an entry of the same article;
  // otherwise nullptr.
  const corpus::Claim* with_name(std::string_view name, const corpus::Claim& claim) const;
  const corpus::Claim* with_code(std::uint32_t code, const corpus::Claim& claim) const;

 private:
  const corpus::ArticleSummary& summary_;
  // Of articles with many claims. Few are scanned, which needs no memory.
  bool indexed_ = false;
  std::unordered_map<std::string_view, const corpus::Claim*> names_;
  std::unordered_map<std::uint32_t, const corpus::Claim*> codes_;
};

}  // namespace errpress::lint
