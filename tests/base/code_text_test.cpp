#include "base/code_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

using errpress::base::CodeText;
using errpress::base::CodeTextKind;
using errpress::base::describe;
using errpress::base::Expected;
using errpress::base::id_of;
using errpress::base::NumberToken;
using errpress::base::read_code_text;
using errpress::base::read_number;
using errpress::base::StatedFamily;

namespace {

std::string dump_code_text(std::string_view text, Expected expected = Expected::any) {
  // The digits on both sides are outside the span and must be ignored.
  const std::string source = fmt::format("7{}7", text);
  const CodeText read = read_code_text(source, {1, static_cast<std::uint32_t>(source.size() - 1)}, expected);
  switch (read.kind) {
    case CodeTextKind::empty:
      return "empty";
    case CodeTextKind::words:
      return "words";
    case CodeTextKind::bad:
      return fmt::format("bad '{}' {}", read.at.of(source), describe(read.fault, read.digits));
    case CodeTextKind::code:
      break;
  }
  std::string out = "code";
  const auto& [decimal, hex] = read.code;
  if (decimal.written()) out += fmt::format(" dec {} '{}'", decimal.value, decimal.span.of(source));
  if (hex.written()) out += fmt::format(" hex {:#x} '{}'", hex.value, hex.span.of(source));
  if (read.family != StatedFamily::none) out += fmt::format(" {}", id_of(read.family));
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
      {"HRESULT 0x80070005", "code hex 0x80070005 '0x80070005' hresult"},
      {"0x80070005 as an HRESULT", "code hex 0x80070005 '0x80070005' hresult"},
      {"NTSTATUS: 0xC0000005", "code hex 0xc0000005 '0xC0000005' ntstatus"},
      {"Win32 error 5", "code dec 5 '5' win32"},
      {"stop code 0x50", "code hex 0x50 '0x50' bugcheck"},
      {"bug check 0x50", "code hex 0x50 '0x50' bugcheck"},
      {"errno 13", "code dec 13 '13' errno"},
      {"13002 | 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002 = 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002; 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002 [0x32CA]", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002\uFF080x32CA\uFF09", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002\u00A0\u2013\u00A00x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002, which is 0x32CA", "code dec 13002 '13002' hex 0x32ca '0x32CA'"},
      {"13002, hex 32CA", "code dec 13002 '13002' hex 0x32ca '32CA'"},
      {"13002 (32CA)", "code dec 13002 '13002' hex 0x32ca '32CA'"},
      {"hex 2000, decimal 8192", "code dec 8192 '8192' hex 0x2000 '2000'"},
      {"8192 (2000 hex)", "code dec 8192 '8192' hex 0x2000 '2000'"},
      {"hex F35", "code hex 0xf35 'F35'"},
      {"C0000022", "code hex 0xc0000022 'C0000022'"},
      {"80070005", "code dec 80070005 '80070005'"},
      {"171L", "code dec 171 '171'"},
      {"0x8007000EL", "code hex 0x8007000e '0x8007000E'"},
      {"171UL, 0xabu", "code dec 171 '171' hex 0xab '0xab'"},
      {"02147750020", "code dec 2147750020 '02147750020'"},
      {"0x00000005", "code hex 0x5 '0x00000005'"},
      {"\u22125", "code dec 4294967291 '\u22125'"},
      {"\u20135", "code dec 4294967291 '\u20135'"},
      {"5, in use", "code dec 5 '5'"},
      {"5: the device is in use", "code dec 5 '5'"},
      {"171 (0xAB), see 5", "code dec 171 '171' hex 0xab '0xAB'"},
      {"`171`", "code dec 171 '171'"},
      {"5.", "code dec 5 '5'"},
      {"5\u2013", "code dec 5 '5'"},
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
      {"", "empty"},
      {" ", "words"},
      {"some words", "words"},
      {"error code", "words"},
      {"see 5", "words"},
      {"formerly 5", "words"},
      {"5 times", "words"},
      {"5%", "words"},
      {"10.0", "words"},
      {"-", "words"},
      {"4294967296", "bad '4294967296' a code has 32 bits, from -2147483648 to 4294967295"},
      {"-2147483649", "bad '-2147483649' a code has 32 bits, from -2147483648 to 4294967295"},
      {"0x123456789", "bad '0x123456789' 9 hex digits, a code has at most 8"},
      {"0x", "bad '0x' no digits behind 0x"},
      {"0xZZ", "bad '0xZZ' neither decimal nor hexadecimal"},
      {"20D8", "bad '20D8' neither decimal nor hexadecimal"},
      {"5_", "bad '5_' neither decimal nor hexadecimal"},
      {"-0x5", "bad '-0x5' neither decimal nor hexadecimal"},
      {"1,234", "bad '234' more than one code"},
      {"5 of 10", "bad '10' more than one code"},
      {"5 or 6", "bad '6' more than one code"},
      {"0x5, 0x6", "bad '0x6' more than one code"},
      {"1 0x1 2", "bad '2' more than one code"},
  };
  for (const CodeTextCase& example : kCases) {
    CAPTURE(example.text);
    CHECK(dump_code_text(example.text) == example.dump);
  }
}

TEST_CASE("a label that says hex makes digits hexadecimal") {
  constexpr CodeTextCase kCases[] = {
      {"14", "code hex 0x14 '14'"},
      {"F35", "code hex 0xf35 'F35'"},
      {"0x14", "code hex 0x14 '0x14'"},
      {"C0000022", "code hex 0xc0000022 'C0000022'"},
      {"32cc", "code hex 0x32cc '32cc'"},
      {"0x14 (20)", "code dec 20 '20' hex 0x14 '0x14'"},
      {"14 (20)", "code dec 20 '20' hex 0x14 '14'"},
      {"unknown", "words"},
  };
  for (const CodeTextCase& example : kCases) {
    CAPTURE(example.text);
    CHECK(dump_code_text(example.text, Expected::hex) == example.dump);
  }
}

TEST_CASE("a number is quoted as it was written") {
  for (const std::string_view text : {"5", "-5", "\u22125", "02147750020", "-2147024891", "4294967295", "0"}) {
    const NumberToken token = read_number(text, 0, static_cast<std::uint32_t>(text.size()));
    REQUIRE(token.is_number);
    CHECK(errpress::base::quote_decimal(token.number) == text);
  }
  for (const std::string_view text : {"0x5", "0x00000005", "0xAB", "0xab", "0x80070005"}) {
    const NumberToken token = read_number(text, 0, static_cast<std::uint32_t>(text.size()));
    REQUIRE(token.is_number);
    CHECK(errpress::base::quote_hex(token.number) == text);
  }
  for (const std::string_view text : {"F35", "f35", "0014", "C0000022"}) {
    const NumberToken token = errpress::base::read_bare_hex(text, {0, static_cast<std::uint32_t>(text.size())});
    REQUIRE(token.is_number);
    CHECK(errpress::base::quote_hex(token.number) == text);
  }
  CHECK(errpress::base::quote_hex({0xAB, {}, {}}) == "0xAB");
  CHECK(errpress::base::quote_decimal({171, {}, {}}) == "171");
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
