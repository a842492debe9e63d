// Parses and evaluates the constant expressions of C and C++ that a MacroStream gives. Used by macro_values.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/macro_stream.h"

namespace errpress::corpus {

class CExpression {
 public:
  // `depth` counts the nesting of brackets and operators, together with that of other expressions on the stack.
  CExpression(MacroStream& stream, int& depth) : stream_(stream), depth_(depth) { advance(); }

  // The value of the expression, if nothing follows it.
  std::optional<CNumber> evaluate();

 private:
  using Value = std::optional<CNumber>;

  Value conditional();
  Value binary(int min_precedence);
  Value unary();
  Value primary();
  Value bracketed();
  Value named();
  Value static_cast_value();
  Value size_of();
  Value call(std::string_view function);
  std::string type_words();
  bool may_be_operand(std::string_view type) const;
  bool take(std::string_view sign);
  bool is_name() const { return !token_.number && token_.token.kind == CTokenKind::name; }
  void advance() { token_ = stream_.next(); }

  MacroStream& stream_;
  int& depth_;
  MacroStream::Token token_;
};

}  // namespace errpress::corpus
