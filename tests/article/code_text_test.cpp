#include "article/code_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

using errpress::article::CodeText;
using errpress::article::CodeTextKind;
using errpress::article::NumberToken;
using errpress::article::read_code_text;
using errpress::article::read_number;

namespace {

std::string dump_code_text(std::string_view text) {
  // The digits on both sides are outside the span and must be ignored.
  const std::string source = fmt::format("7{}7", text);
  const CodeText read = read_code_text(source, {1, static_cast<std::uint32_t>(source.size() - 1)});
  switch (read.kind) {
    case CodeTextKind::empty:
      return "empty";
    case CodeTextKind::words:
      return "words";
    case CodeTextKind::bad:
      return "bad";
    case CodeTextKind::code:
      break;
  }
  std::string out = "code";
  const auto& [decimal, hex] = read.code;
  if (decimal.written()) out += fmt::format(" dec {} '{}'", decimal.value, decimal.span.of(source));
  if (hex.written()) out += fmt::format(" hex {:#x} '{}'", hex.value, hex.span.of(source));
  return out;
}

struct CodeTextCase {
  std::string_view text;
  std::string_view dump;
};

}  // namespace

TEST_CASE("codes in brackets and fields") {
  constexpr CodeTextCase kCases[] = {
      {"13002", "code dec 13002 '13002'"},
      {"0x32CA", "code hex 0x32ca '0x32CA'"},
      {"0X32ca", "code hex 0x32ca '0X32ca'"},
      {"13002, 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"0x32CA, 13002", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002,0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002 (0x32CA)", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002 - 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002-0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002 / 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"6609 or 0x19D1", "code dec 6609 '6609' hex 0x19d1 '0x19D1'"},
      {"decimal 6609, hex 0x19D1", "code dec 6609 '6609' hex 0x19d1 '0x19D1'"},
      {"HRESULT 0x80070005", "code hex 0x80070005 '0x80070005'"},
      {"-2147024891, 0x80070005", "code dec 2147942405 '-2147024891' hex 0x80070005 '0x80070005'"},
      {"-5", "code dec 4294967291 '-5'"},
      {"0", "code dec 0 '0'"},
      {"4294967295", "code dec 4294967295 '4294967295'"},
      {"0xFFFFFFFF", "code hex 0xffffffff '0xFFFFFFFF'"},
      {"\t13002 ", "code dec 13002 '13002'"},
      // If the numbers differ, both are kept: neither is assumed to be right.
      {"13002, 0x32C9", "code dec 13002 '13002' hex 0x32c9 '0x32C9'"},
  };
  for (const CodeTextCase& example : kCases) {
    CAPTURE(example.text);
    CHECK(dump_code_text(example.text) == example.dump);
  }
}

TEST_CASE("brackets and fields without a code") {
  constexpr CodeTextCase kCases[] = {
      {"", "empty"},         {" ", "words"},         {"some words", "words"}, {"error code", "words"},
      {"see 5", "words"},    {"5 of 10", "words"},   {"5\u2013", "words"},    {"-", "words"},
      {"4294967296", "bad"}, {"-2147483649", "bad"}, {"0x123456789", "bad"},  {"0x", "bad"},
      {"0xZZ", "bad"},       {"20D8", "bad"},        {"-0x5", "bad"},         {"1,234", "bad"},
      {"5 or 6", "bad"},     {"0x5, 0x6", "bad"},    {"1 0x1 2", "bad"},      {"5_", "bad"},
  };
  for (const CodeTextCase& example : kCases) {
    CAPTURE(example.text);
    CHECK(dump_code_text(example.text) == example.dump);
  }
}

TEST_CASE("a number goes up to the first character that cannot be in a name") {
  const auto read = [](std::string_view source, std::uint32_t at, std::uint32_t end) {
    const NumberToken token = read_number(source, at, end);
    const char* kind = token.is_number ? (token.hex ? "hex" : "dec") : (token.hex ? "no hex" : "no number");
    return fmt::format("{} '{}' {}", kind, token.number.span.of(source), token.number.value);
  };
  CHECK(read("a 12) b", 2, 7) == "dec '12' 12");
  CHECK(read("12", 0, 1) == "dec '1' 1");
  CHECK(read("-12-3", 0, 5) == "dec '-12' 4294967284");
  CHECK(read("0x1F.", 0, 5) == "hex '0x1F' 31");
  CHECK(read("0x", 0, 2) == "no hex '0x' 0");
  CHECK(read("0X1G", 0, 4) == "no hex '0X1G' 0");
  CHECK(read("20D8", 0, 4) == "no number '20D8' 0");
  CHECK(read("12ab_c)", 0, 7) == "no number '12ab_c' 0");
  CHECK(read("-", 0, 1) == "no number '-' 0");
}
