#include "corpus/c_expression.h"

#include <array>
#include <span>

#include "base/name.h"
#include "corpus/macro_values.h"

namespace errpress::corpus {

namespace {

// Bounds the use of the stack. Real headers nest a few levels.
constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxArguments = 3;
constexpr std::size_t kMaxTypeSize = 100;

// Higher numbers bind closer; 0 is no binary operator.
int precedence(std::string_view sign) {
  const char second = sign.size() > 1 ? sign[1] : '\0';
  switch (sign[0]) {
    case '|':
      return second == '|' ? 1 : 3;
    case '&':
      return second == '&' ? 2 : 5;
    case '^':
      return 4;
    case '=':
    case '!':
      return second == '=' ? 6 : 0;
    case '<':
    case '>':
      return second == sign[0] ? 8 : 7;
    case '+':
    case '-':
      return second == '\0' ? 9 : 0;
    case '*':
    case '/':
    case '%':
      return 10;
    default:
      return 0;
  }
}

constexpr std::uint32_t kNtBit = 0x10000000;

CNumber hresult(std::uint32_t code) { return {static_cast<std::int32_t>(code), false, false, kHresult}; }

// HRESULT_FROM_WIN32 leaves success and what is an HRESULT already as it is.
CNumber hresult_from_win32(const CNumber& error) {
  const CNumber number = hresult(static_cast<std::uint32_t>(error.value));
  if (number.value <= 0) return number;
  return hresult(*wrap(kWin32, static_cast<std::uint32_t>(number.value) & 0xFFFF, kHresult));
}

// The functions of winerror.h, for headers that come without it.
std::optional<CNumber> apply_function(std::string_view name, std::span<const CNumber> arguments) {
  const auto code = [&](std::size_t i) { return static_cast<std::uint32_t>(arguments[i].value); };
  if (arguments.size() == 1) {
    if (name == "HRESULT_FROM_WIN32" || name == "__HRESULT_FROM_WIN32") return hresult_from_win32(arguments[0]);
    if (name == "HRESULT_FROM_NT") return hresult(code(0) | kNtBit);
    if (name.ends_with("HRESULT_TYPEDEF_")) return hresult(code(0));
    const bool keeps_value = is_type_wrapper(name) || name == "INT32_C" || name == "UINT32_C" || name == "INT64_C";
    if (keeps_value) return arguments[0];
    if (type_bits(name)) return cast(arguments[0], name);
  }
  if (arguments.size() == 3 && (name == "MAKE_HRESULT" || name == "MAKE_SCODE")) {
    return hresult(code(0) << 31 | code(1) << 16 | code(2));
  }
  return std::nullopt;
}

}  // namespace

bool is_code_function(std::string_view name) {
  return name == "HRESULT_FROM_WIN32" || name == "__HRESULT_FROM_WIN32" || name == "HRESULT_FROM_NT" ||
         name == "MAKE_HRESULT" || name == "MAKE_SCODE" || is_type_wrapper(name);
}

std::optional<CNumber> CExpression::evaluate() {
  const Value value = conditional();
  return token_.token.kind == CTokenKind::end ? value : std::nullopt;
}

CExpression::Value CExpression::conditional() {
  if (depth_ >= kMaxDepth) return std::nullopt;
  ++depth_;
  Value value = binary(1);
  if (value && take("?")) {
    const Value yes = conditional();
    const Value no = yes && take(":") ? conditional() : std::nullopt;
    value = no ? (value->value != 0 ? yes : no) : std::nullopt;
  }
  --depth_;
  return value;
}

CExpression::Value CExpression::binary(int min_precedence) {
  Value left = unary();
  while (left && token_.token.kind == CTokenKind::sign) {
    const std::string_view sign = token_.token.text;
    const int binding = precedence(sign);
    if (binding == 0 || binding < min_precedence) break;
    advance();
    const Value right = binary(binding + 1);
    left = right ? apply_binary(sign, *left, *right) : std::nullopt;
  }
  return left;
}

CExpression::Value CExpression::unary() {
  if (depth_ >= kMaxDepth) return std::nullopt;
  ++depth_;
  Value value;
  const std::string_view sign = token_.token.kind == CTokenKind::sign ? token_.token.text : std::string_view();
  if (sign == "-" || sign == "+" || sign == "~" || sign == "!") {
    advance();
    value = unary();
    if (value) value = apply_unary(sign, *value);
  } else {
    value = primary();
  }
  --depth_;
  return value;
}

CExpression::Value CExpression::primary() {
  if (take("(")) return bracketed();
  if (token_.number) {
    const Value value = token_.number;
    advance();
    return value;
  }
  return is_name() ? named() : std::nullopt;
}

// After an opening bracket: a cast, because a name without a value can only be a type here, or an expression.
CExpression::Value CExpression::bracketed() {
  if (is_name() && !is_code_function(token_.token.text) && token_.token.text != "sizeof" &&
      token_.token.text != "static_cast") {
    const std::string_view first = token_.token.text;
    advance();
    if (token_.token.is("(")) {
      const Value value = call(first);
      return value && take(")") ? value : std::nullopt;
    }
    const std::string type = std::string(first) + type_words();
    if (!take(")") || may_be_operand(type)) return std::nullopt;
    const Value value = unary();
    return value ? Value(cast(*value, type)) : std::nullopt;
  }
  const Value value = conditional();
  return value && take(")") ? value : std::nullopt;
}

// Whether what was taken for a type in a cast can be the left operand of what follows: (UNKNOWN_BASE) + 4.
bool CExpression::may_be_operand(std::string_view type) const {
  if (type_bits(type)) return false;
  return token_.token.is("+") || (token_.token.is("-") && base::looks_like_error_name(type));
}

// The further words of a type: " long", "::uint32_t".
std::string CExpression::type_words() {
  std::string words;
  while ((is_name() || token_.token.is("::")) && words.size() < kMaxTypeSize) {
    words += ' ';
    words += token_.token.text;
    advance();
  }
  return words;
}

CExpression::Value CExpression::named() {
  const std::string_view name = token_.token.text;
  advance();
  if (token_.token.is("(") && is_type_wrapper(name)) return call(name);
  if (name == "sizeof") return size_of();
  if (name == "static_cast") return static_cast_value();
  if (token_.token.is("(") || token_.token.is("{")) return call(name);
  if (name == "true" || name == "false") return CNumber{name == "true" ? 1 : 0};
  // The qualified name of an enumerator: Scope::NAME.
  if (!take("::")) return std::nullopt;
  return primary();
}

CExpression::Value CExpression::static_cast_value() {
  if (!take("<")) return std::nullopt;
  const std::string type = type_words();
  if (!take(">") || !take("(")) return std::nullopt;
  const Value value = conditional();
  return value && take(")") ? Value(cast(*value, type)) : std::nullopt;
}

// The size of a type with a known size, and of nothing else.
CExpression::Value CExpression::size_of() {
  if (!take("(")) return std::nullopt;
  const std::string type = type_words();
  const auto bits = type_bits(type);
  return bits && take(")") ? Value(CNumber{*bits / 8, false, true, kNoFamily}) : std::nullopt;
}

// A known function with its arguments, or a cast in the form of a call: HRESULT(5), HRESULT{5}.
CExpression::Value CExpression::call(std::string_view function) {
  const std::string_view end = token_.token.is("{") ? "}" : ")";
  advance();
  std::array<CNumber, kMaxArguments> arguments;
  std::size_t count = 0;
  do {
    const Value value = conditional();
    if (!value || count == kMaxArguments) return std::nullopt;
    arguments[count++] = *value;
  } while (take(","));
  return take(end) ? apply_function(function, std::span(arguments).first(count)) : std::nullopt;
}

bool CExpression::take(std::string_view sign) {
  if (!token_.token.is(sign)) return false;
  advance();
  return true;
}

}  // namespace errpress::corpus
