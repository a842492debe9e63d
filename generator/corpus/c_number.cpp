#include "corpus/c_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <limits>
#include <string>

#include "base/name.h"

namespace errpress::corpus {

namespace {

using Number = std::optional<CNumber>;

CNumber in_range(std::uint64_t bits, bool wide, bool is_unsigned, FamilyId family = kNoFamily) {
  const auto low = static_cast<std::uint32_t>(bits);
  const auto narrow = is_unsigned ? std::int64_t{low} : std::int64_t{static_cast<std::int32_t>(low)};
  return {wide ? static_cast<std::int64_t>(bits) : narrow, wide, is_unsigned, family};
}

CNumber truth(bool value) { return in_range(value ? 1 : 0, false, false); }

std::uint64_t bits(const CNumber& number) { return static_cast<std::uint64_t>(number.value); }

struct Suffix {
  bool is_unsigned = false;
  int longs = 0;
};

std::optional<Suffix> parse_suffix(std::string_view text) {
  Suffix suffix;
  for (const char c : text) {
    if (c == 'u' || c == 'U') {
      if (suffix.is_unsigned) return std::nullopt;
      suffix.is_unsigned = true;
    } else if (c == 'l' || c == 'L') {
      if (++suffix.longs > 2) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return suffix;
}

// The base that a prefix says; removes the prefix.
int take_base(std::string_view& text) {
  if (text.size() < 2 || text[0] != '0') return 10;
  const char letter = base::to_upper(text[1]);
  const bool is_prefix = letter == 'X' || letter == 'B';
  text.remove_prefix(is_prefix ? 2 : 0);
  return letter == 'X' ? 16 : letter == 'B' ? 2 : 8;
}

// The type of the result of most operators: both operands are converted to it.
CNumber common(const CNumber& a, const CNumber& b) {
  const bool wide = a.wide || b.wide;
  const bool is_unsigned = (a.is_unsigned && a.wide == wide) || (b.is_unsigned && b.wide == wide);
  return in_range(0, wide, is_unsigned, a.family != kNoFamily ? a.family : b.family);
}

Number divide(std::string_view operation, const CNumber& type, const CNumber& a, const CNumber& b) {
  if (b.value == 0) return std::nullopt;
  const bool divides = operation == "/";
  if (type.is_unsigned && type.wide) {
    return in_range(divides ? bits(a) / bits(b) : bits(a) % bits(b), true, true);
  }
  if (b.value == -1) return in_range(divides ? 0 - bits(a) : 0, type.wide, type.is_unsigned);  // may overflow
  return in_range(static_cast<std::uint64_t>(divides ? a.value / b.value : a.value % b.value), type.wide,
                  type.is_unsigned);
}

Number shift(bool left, const CNumber& a, const CNumber& count) {
  if (count.value < 0 || count.value >= (a.wide ? 64 : 32)) return std::nullopt;
  if (left) return in_range(bits(a) << count.value, a.wide, a.is_unsigned, a.family);
  const bool logical = a.is_unsigned && a.wide;
  return in_range(logical ? bits(a) >> count.value : static_cast<std::uint64_t>(a.value >> count.value), a.wide,
                  a.is_unsigned);
}

Number compare(std::string_view operation, bool as_unsigned, const CNumber& a, const CNumber& b) {
  const bool less = as_unsigned ? bits(a) < bits(b) : a.value < b.value;
  const bool equal = a.value == b.value;
  if (operation == "==") return truth(equal);
  if (operation == "!=") return truth(!equal);
  if (operation == "<") return truth(less);
  if (operation == "<=") return truth(less || equal);
  if (operation == ">") return truth(!less && !equal);
  if (operation == ">=") return truth(!less);
  return std::nullopt;
}

struct Type {
  std::string_view name;
  int bits;
  bool is_unsigned;
  FamilyId family = kNoFamily;
};

// long has 32 bits, as on Windows: codes do.
constexpr std::array kTypes = {
    Type{"int", 32, false},
    Type{"long", 32, false},
    Type{"short", 16, false},
    Type{"char", 8, false},
    Type{"signed", 32, false},
    Type{"unsigned", 32, true},
    Type{"INT", 32, false},
    Type{"LONG", 32, false},
    Type{"BOOL", 32, false},
    Type{"SHORT", 16, false},
    Type{"CHAR", 8, false},
    Type{"DWORD", 32, true},
    Type{"ULONG", 32, true},
    Type{"UINT", 32, true},
    Type{"WORD", 16, true},
    Type{"USHORT", 16, true},
    Type{"BYTE", 8, true},
    Type{"UCHAR", 8, true},
    Type{"u_long", 32, true},
    Type{"u_int", 32, true},
    Type{"u_short", 16, true},
    Type{"u_char", 8, true},
    Type{"DWORD32", 32, true},
    Type{"LONG32", 32, false},
    Type{"ULONG32", 32, true},
    Type{"__LONG32", 32, false},
    Type{"int32_t", 32, false},
    Type{"uint32_t", 32, true},
    Type{"int16_t", 16, false},
    Type{"uint16_t", 16, true},
    Type{"int8_t", 8, false},
    Type{"uint8_t", 8, true},
    Type{"int64_t", 64, false},
    Type{"uint64_t", 64, true},
    Type{"LONGLONG", 64, false},
    Type{"ULONGLONG", 64, true},
    Type{"DWORD64", 64, true},
    Type{"__int64", 64, false},
    Type{"HRESULT", 32, false, kHresult},
    Type{"SCODE", 32, false, kHresult},
    Type{"NTSTATUS", 32, false, kNtstatus},
};

std::string_view take_type_word(std::string_view& text) {
  const auto is_part = [](char c) { return base::is_name_char(c); };
  text.remove_prefix(static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_part) - text.begin()));
  const auto end = std::find_if_not(text.begin(), text.end(), is_part);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  return word;
}

const Type* find_type(std::string_view word) {
  const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) { return type.name == word; });
  return found == kTypes.end() ? nullptr : found;
}

// Several words are one type: "unsigned long long int".
std::optional<Type> parse_type(std::string_view text) {
  std::optional<Type> type;
  int longs = 0;
  for (std::string_view word = take_type_word(text); !word.empty(); word = take_type_word(text)) {
    const Type* found = find_type(word);
    if (found == nullptr) continue;
    longs += word == "long" ? 1 : 0;
    if (!type) {
      type = *found;
      continue;
    }
    type->is_unsigned = type->is_unsigned || found->is_unsigned;
    if (found->bits != 32) type->bits = found->bits;
    if (found->family != kNoFamily) type->family = found->family;
  }
  if (type && longs > 1) type->bits = 64;
  return type;
}

}  // namespace

Number parse_c_literal(std::string_view text) {
  std::string digits;
  if (text.find('\'') != std::string_view::npos) {
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != '\''; });
    text = digits;
  }
  const int base = take_base(text);
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, base);
  if (error != std::errc{}) return std::nullopt;
  const auto suffix = parse_suffix({stop, static_cast<std::size_t>(end - stop)});
  if (!suffix) return std::nullopt;
  const bool wide_suffix = suffix->longs == 2;
  const std::uint64_t max = std::numeric_limits<std::int32_t>::max();
  if (value <= max && !wide_suffix) return in_range(value, false, suffix->is_unsigned);
  const bool can_be_unsigned = suffix->is_unsigned || base != 10;
  if (value <= std::numeric_limits<std::uint32_t>::max() && !wide_suffix && can_be_unsigned) {
    return in_range(value, false, true);
  }
  if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return in_range(value, true, suffix->is_unsigned);
  }
  return can_be_unsigned ? Number(in_range(value, true, true)) : std::nullopt;
}

Number parse_c_character(std::string_view text) {
  if (text.size() < 3 || text.front() != '\'' || text.back() != '\'') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  if (text.size() == 1 && text[0] != '\\') return in_range(static_cast<std::uint64_t>(text[0]), false, false);
  if (text.size() != 2 || text[0] != '\\') return std::nullopt;
  constexpr std::string_view kLetters = "0abtnvfr\\'\"?";
  constexpr std::string_view kValues("\0\a\b\t\n\v\f\r\\'\"?", 12);
  const std::size_t at = kLetters.find(text[1]);
  if (at == std::string_view::npos) return std::nullopt;
  return in_range(static_cast<std::uint64_t>(kValues[at]), false, false);
}

Number apply_binary(std::string_view operation, const CNumber& a, const CNumber& b) {
  if (operation == "<<" || operation == ">>") return shift(operation == "<<", a, b);
  if (operation == "&&") return truth(a.value != 0 && b.value != 0);
  if (operation == "||") return truth(a.value != 0 || b.value != 0);
  const CNumber type = common(a, b);
  const CNumber x = in_range(bits(a), type.wide, type.is_unsigned);
  const CNumber y = in_range(bits(b), type.wide, type.is_unsigned);
  const auto result = [&](std::uint64_t value, FamilyId family) {
    return in_range(value, type.wide, type.is_unsigned, family);
  };
  if (operation == "|") return result(bits(x) | bits(y), type.family);
  if (operation == "+") return result(bits(x) + bits(y), type.family);
  if (operation == "-") return result(bits(x) - bits(y), type.family);
  if (operation == "&") return result(bits(x) & bits(y), kNoFamily);
  if (operation == "^") return result(bits(x) ^ bits(y), kNoFamily);
  if (operation == "*") return result(bits(x) * bits(y), kNoFamily);
  if (operation == "/" || operation == "%") return divide(operation, type, x, y);
  return compare(operation, type.is_unsigned && type.wide, x, y);
}

Number apply_unary(std::string_view operation, const CNumber& a) {
  if (operation == "+") return a;
  if (operation == "-") return in_range(0 - bits(a), a.wide, a.is_unsigned);
  if (operation == "~") return in_range(~bits(a), a.wide, a.is_unsigned);
  if (operation == "!") return truth(a.value == 0);
  return std::nullopt;
}

CNumber cast(const CNumber& number, std::string_view name) {
  const auto type = parse_type(name);
  if (!type) return number;
  const FamilyId family = type->family != kNoFamily ? type->family : number.family;
  if (type->bits >= 32) return in_range(bits(number), type->bits == 64, type->is_unsigned, family);
  // Narrow types become int at once.
  const std::uint64_t mask = (std::uint64_t{1} << type->bits) - 1;
  const std::uint64_t low = bits(number) & mask;
  const bool negative = !type->is_unsigned && (low >> (type->bits - 1)) != 0;
  return in_range(negative ? low | ~mask : low, false, false, family);
}

std::optional<int> type_bits(std::string_view name) {
  const auto type = parse_type(name);
  return type ? std::optional(type->bits) : std::nullopt;
}

}  // namespace errpress::corpus
