// Evaluates the definitions of headers that stand for an integer, as C and C++ do: literals, casts, all operators,
// macros with and without arguments, enumerators and constants. Of functions, it knows those of winerror.h. Any text
// has a value or none; cyclic and too deeply nested definitions have none. Not thread-safe: values are cached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/c_number.h"
#include "corpus/header_set.h"
#include "corpus/macro_stream.h"

namespace errpress::corpus {

class MacroValues : private MacroContext {
 public:
  // Keeps a reference to `headers`. Takes time linear in the size of all headers for all values together: once the
  // expansions of macros exceed a budget that real headers do not come near to, further ones have no value.
  explicit MacroValues(const HeaderSet& headers);

  // The value of a macro without parameters, an enumerator or a constant.
  std::optional<CNumber> value(HeaderSet::Id id);

  // A definition of another header that the value of `id` is made from, or nullopt. Names of facilities and severities
  // do not count. Known after value(id).
  std::optional<HeaderSet::Id> foreign(HeaderSet::Id id) const;

 private:
  enum class State : std::uint8_t { unknown, evaluating, known };
  static constexpr HeaderSet::Id kNone = 0xFFFFFFFF;
  struct Evaluation {
    std::optional<CNumber> value;
    HeaderSet::Id foreign = kNone;
    State state = State::unknown;
    bool is_operand = false;
  };

  std::optional<CNumber> operand(HeaderSet::Id id) override;
  bool spend() override;
  void use(HeaderSet::Id id) override;
  std::optional<CNumber> evaluate(HeaderSet::Id id);

  const HeaderSet& headers_;
  std::vector<Evaluation> evaluations_;                // by definition
  std::vector<std::unique_ptr<MacroStream>> streams_;  // by nesting of evaluations
  std::vector<HeaderSet::Id> evaluating_;              // the definitions that are being evaluated, outermost first
  std::size_t budget_;                                 // of all expansions
  std::size_t spent_ = 0;                              // by the definition that is being evaluated
  int depth_ = 0;                                      // nesting of definitions and brackets
};

// Whether the name is that of a part of codes, not of a code: FACILITY_..., SEVERITY_..., ..._SEVERITY_...
bool is_part_of_codes(std::string_view name);

// Whether the name is that of a function of winerror.h which makes codes, such as HRESULT_FROM_WIN32.
bool is_code_function(std::string_view name);

}  // namespace errpress::corpus
