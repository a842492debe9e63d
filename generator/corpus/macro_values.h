// What the macros of a C header stand for, where that is an integer: literals, casts, wrappers like __MSABI_LONG(n),
// other macros, and sums, shifts and unions of these. Any text has a value or none; cycles and absurd nesting have
// none. Takes time linear in the source when all macros are asked for. Not thread-safe: values are kept once known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/macro_lines.h"

namespace errpress::corpus {

class MacroValues {
 public:
  // Keeps views of both.
  MacroValues(std::string_view source, const std::vector<MacroLine>& macros);

  std::optional<std::int64_t> value(std::size_t macro);
  // Of the first macro with this name.
  std::optional<std::int64_t> value(std::string_view name);
  bool defines(std::string_view name) const { return numbers_.contains(name); }

 private:
  enum class State : std::uint8_t { unknown, evaluating, known };
  struct Evaluation {
    State state = State::unknown;
    std::optional<std::int64_t> value;
  };

  std::string_view source_;
  const std::vector<MacroLine>& macros_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<Evaluation> evaluations_;  // by macro
  int depth_ = 0;                        // of macros and brackets in each other
};

}  // namespace errpress::corpus
