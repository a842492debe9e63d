// Finds enumerators and constant variables in the lines of a header that are no directives.
// Used by header_definitions. Not thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/c_lexer.h"
#include "corpus/header_definitions.h"

namespace errpress::corpus {

class ConstantScanner {
 public:
  // Adds what it finds to `found`. Keeps references to both arguments.
  ConstantScanner(std::string_view source, std::vector<Definition>& found) : source_(source), found_(found) {}

  // Takes the next line, a part of the source.
  void take(std::string_view line);

 private:
  enum class State : std::uint8_t {
    idle,
    enum_head,         // after `enum`
    enumerator,        // a name or the end of the enumeration comes next
    after_enumerator,  // attributes, `=`, `,` or `}` come next
    enumerator_value,  // after `=`
    variable,          // after `const`
    variable_value     // after `=` or `{`
  };

  void take(const CToken& token);
  void take_head(const CToken& token);
  void take_enumerator(const CToken& token);
  void take_enumerator_end(const CToken& token);
  void take_variable(const CToken& token);
  void take_variable_end(const CToken& token);
  void begin_value(const CToken& after, State state);
  bool is_nested(const CToken& token);
  void add_enumerator(base::Span value);
  base::Span span_of(std::string_view text) const;
  base::Span value_before(const CToken& end) const;

  std::string_view source_;
  std::vector<Definition>& found_;
  State state_ = State::idle;
  std::string_view name_;        // of the enumerator, or the last word of a variable so far
  std::string_view type_;        // the first word of a variable
  const char* value_ = nullptr;  // where the value begins
  int nesting_ = 0;              // of brackets within a value
  base::Span base_;              // the value of the last enumerator that has one
  std::uint32_t offset_ = 0;     // of the next enumerator without a value
};

}  // namespace errpress::corpus
