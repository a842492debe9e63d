#include "corpus/macro_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/name.h"

namespace errpress::corpus {

namespace {

using Value = std::optional<std::int64_t>;

// The maximum nesting depth, to bound the use of the stack; deeper expressions have no value. Real headers nest a few
// levels.
constexpr int kMaxDepth = 200;
constexpr std::int64_t kMaxOperand = 0xFFFFFFFF;

Value within_bounds(std::int64_t value) {
  return value >= -kMaxOperand && value <= kMaxOperand ? Value(value) : std::nullopt;
}

// The results of the function-like macros of winerror.h; HRESULT_FROM_WIN32 as specified in [MS-ERREF] 2.1.
Value call(std::string_view function, std::int64_t operand) {
  if (function == "HRESULT_FROM_WIN32" || function == "__HRESULT_FROM_WIN32") {
    constexpr std::int64_t kErrorOfWin32 = 0x80070000;
    return operand <= 0 ? operand : (operand & 0xFFFF) | kErrorOfWin32;
  }
  const bool only_casts = function == "__MSABI_LONG" || function.ends_with("_TYPEDEF_");
  return only_casts ? Value(operand) : std::nullopt;
}

// Parses integer literals such as 13000L, 0x80004001UL and 0777.
Value parse_literal(std::string_view text) {
  while (!text.empty() && std::string_view("uUlL").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  int base = 10;
  if (text.size() > 1 && text[0] == '0') {
    const bool is_hex = (text[1] | 0x20) == 'x';
    base = is_hex ? 16 : 8;
    text.remove_prefix(is_hex ? 2 : 1);
  }
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, base);
  return error == std::errc{} && stop == end && value >= 0 ? within_bounds(value) : std::nullopt;
}

// Evaluates one expression by recursive descent, with the operator precedence of C.
class Expression {
 public:
  Expression(std::string_view text, MacroValues& macros, int& depth) : rest_(text), macros_(macros), depth_(depth) {}

  Value evaluate() {
    const Value value = or_expression();
    skip_blanks();
    return rest_.empty() ? value : std::nullopt;
  }

 private:
  Value or_expression() {
    Value value = shift_expression();
    while (value && take("|")) value = combine(value, shift_expression(), [](auto a, auto b) { return Value(a | b); });
    return value;
  }

  Value shift_expression() {
    Value value = sum_expression();
    while (value && take("<<")) {
      value =
          combine(value, sum_expression(), [](auto a, auto b) { return a < 0 || b < 0 || b > 31 ? Value() : a << b; });
    }
    return value;
  }

  Value sum_expression() {
    Value value = operand();
    while (value) {
      if (take("+")) {
        value = combine(value, operand(), [](auto a, auto b) { return Value(a + b); });
      } else if (take("-")) {
        value = combine(value, operand(), [](auto a, auto b) { return Value(a - b); });
      } else {
        break;
      }
    }
    return value;
  }

  template <typename Operation>
  static Value combine(Value a, Value b, Operation operation) {
    const Value value = a && b ? operation(*a, *b) : std::nullopt;
    return value ? within_bounds(*value) : std::nullopt;
  }

  Value operand() {
    if (depth_ >= kMaxDepth) return std::nullopt;
    ++depth_;
    const Value value = take("-") ? negated(operand()) : take("(") ? parenthesized() : word();
    --depth_;
    return value;
  }

  static Value negated(Value value) { return value ? Value(-*value) : std::nullopt; }

  Value parenthesized() {
    if (take_cast()) return operand();
    const Value value = or_expression();
    return take(")") ? value : std::nullopt;
  }

  Value word() {
    skip_blanks();
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), base::is_name_char);
    const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    if (word.empty()) return std::nullopt;
    rest_.remove_prefix(word.size());
    if (base::is_digit(word.front())) return parse_literal(word);
    if (!take("(")) return macros_.value(word);
    const Value value = or_expression();
    return value && take(")") ? call(word, *value) : std::nullopt;
  }

  // Removes the rest of a cast, "HRESULT)" or "unsigned long)", if an operand follows and the first word is not a
  // macro; otherwise removes nothing.
  bool take_cast() {
    const std::string_view before = rest_;
    skip_blanks();
    bool is_type = identifier_size(rest_) > 0 && !macros_.defines(rest_.substr(0, identifier_size(rest_)));
    while (const std::size_t size = identifier_size(rest_)) {
      rest_.remove_prefix(size);
      skip_blanks();
    }
    is_type = take(")") && is_type;
    skip_blanks();
    const bool followed_by_operand =
        !rest_.empty() && (base::is_name_char(rest_[0]) || rest_[0] == '(' || rest_[0] == '-');
    if (is_type && followed_by_operand) return true;
    rest_ = before;
    return false;
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\v\f\r"), rest_.size())); }

  bool take(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  std::string_view rest_;
  MacroValues& macros_;
  int& depth_;
};

}  // namespace

MacroValues::MacroValues(std::string_view source, const std::vector<MacroLine>& macros)
    : source_(source), macros_(macros), evaluations_(macros.size()) {
  for (std::size_t i = 0; i < macros.size(); ++i) numbers_.try_emplace(macros[i].name.of(source), i);
}

Value MacroValues::value(std::size_t macro) {
  Evaluation& evaluation = evaluations_[macro];
  if (evaluation.state == State::unknown) {
    evaluation.state = State::evaluating;
    evaluation.value = Expression(macros_[macro].value.of(source_), *this, depth_).evaluate();
    evaluation.state = State::known;
  }
  return evaluation.value;  // nullopt during evaluation: a macro that refers to itself has no value
}

Value MacroValues::value(std::string_view name) {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::nullopt : value(found->second);
}

}  // namespace errpress::corpus
