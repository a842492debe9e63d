#include "corpus/constant_scanner.h"

#include "base/name.h"

namespace errpress::corpus {

namespace {

// Other names are not those of codes, but of sizes and tables.
bool is_constant_name(std::string_view name) {
  if (name.size() > 1 && name[0] == 'k' && base::is_upper(name[1])) return base::is_name(name);
  for (const char c : name) {
    if (base::is_lower(c)) return false;
  }
  return base::is_name(name);
}

bool opens(const CToken& token) { return token.is("(") || token.is("[") || token.is("{"); }
bool closes(const CToken& token) { return token.is(")") || token.is("]") || token.is("}"); }

}  // namespace

void ConstantScanner::take(std::string_view line) {
  if (state_ == State::idle) {
    // Most lines have neither word.
    if (line.find("enum") == std::string_view::npos && line.find("const") == std::string_view::npos) return;
  }
  for (CToken token = take_token(line); token.kind != CTokenKind::end; token = take_token(line)) take(token);
}

void ConstantScanner::take(const CToken& token) {
  switch (state_) {
    case State::idle:
      if (token.text == "enum") state_ = State::enum_head;
      if (token.text == "const" || token.text == "constexpr") {
        state_ = State::variable;
        name_ = type_ = {};
      }
      return;
    case State::enum_head:
      return take_head(token);
    case State::enumerator:
      return take_enumerator(token);
    case State::after_enumerator:
    case State::enumerator_value:
      return take_enumerator_end(token);
    case State::variable:
      return take_variable(token);
    case State::variable_value:
      return take_variable_end(token);
  }
}

// `enum class Name : Type {`; anything that ends or continues a declaration is a mere use of the type.
void ConstantScanner::take_head(const CToken& token) {
  if (token.is("{")) {
    state_ = State::enumerator;
    base_ = {};
    offset_ = 0;
  } else if (token.kind == CTokenKind::sign && !token.is(":") && !token.is("::") && !token.is("[") && !token.is("]")) {
    state_ = State::idle;
  }
}

void ConstantScanner::take_enumerator(const CToken& token) {
  if (token.is("}")) state_ = State::idle;
  if (token.kind != CTokenKind::name) return;
  name_ = token.text;
  nesting_ = 0;
  state_ = State::after_enumerator;
}

void ConstantScanner::take_enumerator_end(const CToken& token) {
  const bool has_value = state_ == State::enumerator_value;
  if (!has_value && nesting_ == 0 && token.is("=")) return begin_value(token, State::enumerator_value);
  if (is_nested(token) || !(token.is(",") || token.is("}"))) return;
  add_enumerator(has_value ? value_before(token) : base::Span{});
  state_ = token.is("}") ? State::idle : State::enumerator;
}

void ConstantScanner::take_variable(const CToken& token) {
  if (token.is("=") || token.is("{")) {
    if (!is_constant_name(name_)) {
      state_ = State::idle;
    } else {
      begin_value(token, State::variable_value);
    }
  } else if (token.kind == CTokenKind::name) {
    name_ = token.text;
    if (type_.empty()) type_ = token.text;
  } else if (!token.is("::")) {
    state_ = State::idle;
  }
}

void ConstantScanner::take_variable_end(const CToken& token) {
  if (is_nested(token) || !(token.is(",") || token.is(";") || closes(token))) return;
  state_ = State::idle;
  if (token.is(")") || token.is("]")) return;  // a default argument
  const base::Span name = span_of(name_);
  found_.push_back({.name = name,
                    .value = value_before(token),
                    .type = {span_of(type_).begin, name.begin},
                    .kind = Definition::Kind::constant});
}

void ConstantScanner::begin_value(const CToken& after, State state) {
  value_ = after.text.data() + after.text.size();
  nesting_ = 0;
  state_ = state;
}

// Counts brackets; false for tokens outside of all of them, and for a bracket that closes none of them.
bool ConstantScanner::is_nested(const CToken& token) {
  if (opens(token)) ++nesting_;
  if (nesting_ == 0) return false;
  if (closes(token)) --nesting_;
  return true;
}

void ConstantScanner::add_enumerator(base::Span value) {
  if (!value.empty()) {
    base_ = value;
    offset_ = 0;
  }
  found_.push_back({.name = span_of(name_), .value = base_, .offset = offset_++, .kind = Definition::Kind::constant});
}

base::Span ConstantScanner::span_of(std::string_view text) const {
  const auto begin = static_cast<std::uint32_t>(text.data() - source_.data());
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

base::Span ConstantScanner::value_before(const CToken& end) const {
  return span_of({value_, static_cast<std::size_t>(end.text.data() - value_)});
}

}  // namespace errpress::corpus
