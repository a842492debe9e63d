// Evaluates the macros of a C header that stand for an integer: literals, casts, wrappers such as __MSABI_LONG(n),
// other macros, and sums, shifts and bitwise ORs of these. Any text has a value or none; cyclic and too deeply nested
// definitions have none. Evaluating all macros takes time linear in the size of the source. Not thread-safe: values are
// cached.
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
  // Keeps references to both arguments.
  MacroValues(std::string_view source, const std::vector<MacroLine>& macros);

  std::optional<std::int64_t> value(std::size_t macro);
  // The value of the first macro with this name.
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
  std::vector<Evaluation> evaluations_;  // indexed by macro
  int depth_ = 0;                        // nesting of macros and parentheses
};

}  // namespace errpress::corpus
