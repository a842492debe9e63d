#include "corpus/registry_header.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

// "NAME 0xCODE" for each entry.
Lines dump(std::string_view bytes) {
  Lines lines;
  const std::vector<HeaderContent> contents = read_headers({{bytes, 3}});
  for (const RegistryEntry& entry : contents.front().entries) {
    CHECK(entry.location.file == 3);
    CHECK(entry.location.span.of(bytes) == entry.name);
    lines.push_back(fmt::format("{} 0x{:X}", entry.name, entry.code));
  }
  return lines;
}

// What `X` is after "#define X VALUE" and two macros to refer to; "none" where that is no code.
std::string value_of(const std::string& value) {
  const Lines lines = dump("#define BASE 10000\n#define SEVERITY 1\n#define X " + value + "\n#define LATER 7\n");
  for (const std::string& line : lines) {
    if (line.starts_with("X ")) return line.substr(2);
  }
  return "none";
}

TEST_CASE("header: values that are codes") {
  struct Case {
    std::string value;
    std::string code;
  };
  const std::vector<Case> cases = {
      {"0", "0x0"},
      {"13000", "0x32C8"},
      {"13000L", "0x32C8"},
      {"0UL", "0x0"},
      {"5u", "0x5"},
      {"0x32C8", "0x32C8"},
      {"0X32c8l", "0x32C8"},
      {"010", "0x8"},  // octal
      {"4294967295", "0xFFFFFFFF"},
      {"-1", "0xFFFFFFFF"},
      {"(-1)", "0xFFFFFFFF"},
      {"(- 2147483648)", "0x80000000"},
      {"__MSABI_LONG(13000)", "0x32C8"},
      {"__MSABI_LONG(0x80040100)", "0x80040100"},
      {"__MSABI_LONG ( -5 )", "0xFFFFFFFB"},
      {"_HRESULT_TYPEDEF_(0x80004001)", "0x80004001"},
      {"_HRESULT_TYPEDEF_(0x80004001L)", "0x80004001"},
      {"_HRESULT_TYPEDEF_(__MSABI_LONG(0x80004001))", "0x80004001"},
      {"_NDIS_ERROR_TYPEDEF_(0x80340001L)", "0x80340001"},
      {"HRESULT_FROM_WIN32(122)", "0x8007007A"},
      {"HRESULT_FROM_WIN32(0)", "0x0"},
      {"((NTSTATUS)0x00000000L)", "0x0"},
      {"((NTSTATUS) 0xC0000001L)", "0xC0000001"},
      {"((DWORD)0x80010001)", "0x80010001"},
      {"(DWORD)5", "0x5"},
      {"((HRESULT)-1)", "0xFFFFFFFF"},
      {"((unsigned long)(5))", "0x5"},
      {"((HRESULT)BASE)", "0x2710"},
      {"BASE", "0x2710"},
      {"LATER", "0x7"},
      {"(BASE + 4)", "0x2714"},
      {"(BASE+1001)", "0x2AF9"},
      {"(BASE)+4", "0x2714"},
      {"(BASE) - 1", "0x270F"},
      {"BASE - 1 - 1", "0x270E"},
      {"(0x80000000 | 1 | LATER)", "0x80000007"},
      {"1 << 4", "0x10"},
      {"(1 << 31)", "0x80000000"},
      {"1 | 1 << 2 + 1", "0x9"},  // C's precedence
      {"5 /* five */", "0x5"},
      {"/* five */ 5 // five", "0x5"},
      {"( 5 \t)  ", "0x5"},
      {"(( ((5)) ))", "0x5"},
      {"'A'", "0x41"},
      {"'\\n'", "0xA"},
      {"2 + 3 * 4", "0xE"},
      {"7 / 2 % 2", "0x1"},
      {"-7 / 2", "0xFFFFFFFD"},
      {"~0", "0xFFFFFFFF"},
      {"~0x0FU", "0xFFFFFFF0"},
      {"0xF0 >> 4", "0xF"},
      {"0x80000000 >> 31", "0x1"},
      {"(int)0x80000000 >> 31", "0xFFFFFFFF"},
      {"0xFF & 0x3C ^ 1", "0x3D"},
      {"0xFFFFFFFF + 2", "0x1"},
      {"1 < 2", "0x1"},
      {"-1 < 1U", "0x0"},  // unsigned
      {"5 == 5 && 2 != 3 || 0", "0x1"},
      {"!5", "0x0"},
      {"0 ? 5 : 6", "0x6"},
      {"1 ? 5 : 0 ? 6 : 7", "0x5"},
      {"sizeof(int)", "0x4"},
      {"(unsigned char)0x1FF", "0xFF"},
      {"(short)0x8000", "0xFFFF8000"},
      {"static_cast<HRESULT>(0x80004005L)", "0x80004005"},
      {"static_cast<std::uint32_t>(5)", "0x5"},
      {"HRESULT(0x80004005)", "0x80004005"},
      {"std::int32_t{5}", "0x5"},
      {"0b101", "0x5"},
      {"1'000", "0x3E8"},
      {"5LL", "0x5"},
      {"(my_status_t)5", "0x5"},
      {"(my_status_t)-5", "0xFFFFFFFB"},
      {"MAKE_HRESULT(1, 0x876, 5)", "0x88760005"},
      {"MAKE_SCODE(SEVERITY, 4, 5)", "0x80040005"},
      {"HRESULT_FROM_NT(0xC0000005)", "0xD0000005"},
      {"INT32_C(5)", "0x5"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CHECK(value_of(c.value) == c.code);
  }
}

TEST_CASE("header: values that are no codes") {
  const std::vector<std::string> values = {
      "",
      "\"5\"",
      "L\"x\"",
      "5.0",
      "1e5",
      "5 5",
      "5;",
      "+",
      "-",
      "(",
      ")",
      "(5",
      "5)",
      "()",
      "5 +",
      "| 5",
      "4294967296",
      "-2147483649",
      "0x100000000",
      "0x",
      "0xG",
      "09",
      "5LX",
      "99999999999999999999999",
      "NOT_DEFINED",
      "(NOT_DEFINED)",
      "(NOT_DEFINED + 1)",
      "(int)",
      "X",
      "(X + 1)",
      "MAKE_IT(5)",
      "MAKE_IT(5, 6)",
      "__MSABI_LONG()",
      "__MSABI_LONG(5",
      "{5}",
      "1 << 32",
      "1 / 0",
      "1 % 0",
      "1 ? 2",
      "1 ? : 3",
      "static_cast<int>",
      "static_cast<int>(5",
      "sizeof(struct a)",
      "sizeof 5",
      "(NOT_DEFINED) + 4",
      "(NOT_DEFINED) - 4",
      "'ab'",
      "'",
      "5.0f",
      "5ull5",
      "MAKE_HRESULT(1, 2)",
      "HRESULT_FROM_WIN32(NOT_DEFINED)",
      "1 << -1",
      "extern int",
      "__attribute__((x))",
      "\xE2\x80\xA2",
      "@",
  };
  for (const std::string& value : values) {
    CAPTURE(value);
    CHECK(value_of(value) == "none");
  }
}

TEST_CASE("header: lines that define something, and lines that do not") {
  struct Case {
    std::string what;
    std::string bytes;
    Lines entries;
  };
  const std::vector<Case> cases = {
      {"nothing", "", {}},
      {"blanks everywhere", "  #\tdefine  A   5  ", {"A 0x5"}},
      {"no blank", "#defineA 5\n", {}},
      {"another directive", "#undef A\n#include <a.h>\n#error A 5\n#pragma define A 5\n", {}},
      {"a function-like macro", "#define A(x) 5\n", {}},
      {"a blank before the bracket makes it a value", "#define A (5)\n", {"A 0x5"}},
      {"only an object-like macro has its name", "#define A(x) 5\n#define B A\n", {}},
      {"CR LF", "#define A 5\r\n#define B 6\r\n", {"A 0x5", "B 0x6"}},
      {"continued", "#define A \\\n  5\n#define \\\r\n B 6\n", {"A 0x5", "B 0x6"}},
      {"a continued comment", "// x \\\n#define A 5\n#define B 6\n", {"B 0x6"}},
      {"commented out", "/*#define A 5*/\n//#define B 6\n/*\n#define C 7\n*/ #define D 8\n", {"D 0x8"}},
      {"a comment over a line end", "#define A /* x\n y */ 5\n", {"A 0x5"}},
      {"a comment that does not end", "#define A 5\n/* #define B 6\n", {"A 0x5"}},
      {"no comment in a string",
       "#define S \"/*\"\n#define A 5\n#define T \"\\\"/*\"\n#define B '\\''\n#define C 6\n",
       {"A 0x5", "B 0x27", "C 0x6"}},
      {"a quote that does not end", "#error don't /* stop\n#define A 5\n", {"A 0x5"}},
      {"both branches", "#ifdef X\n#define A 5\n#else\n#define A 6\n#endif\n", {"A 0x5", "A 0x6"}},
      {"undefined again", "#define A 5\n#define B 6\n#undef A\n", {"B 0x6"}},
      {"undefined and defined anew", "#define A 5\n#undef A\n#define A 6\n#define B A\n", {"A 0x6", "B 0x6"}},
      {"undefined before", "#undef A\n#define A 5\n", {"A 0x5"}},
      {"left out", "#if 0\n#define A 5\n#undef B\n#endif\n#define C 7\n", {"C 0x7"}},
      {"the other branch", "# if 0\n#define A 5\n# else\n#define A 6\n# endif\n", {"A 0x6"}},
      {"never the other branch", "#if 1\n#define A 5\n#elif X\n#define A 6\n#else\n#define A 7\n#endif\n", {"A 0x5"}},
      {"maybe another branch",
       "#if 0\n#define A 5\n#elif X\n#define A 6\n#else\n#define A 7\n#endif\n",
       {"A 0x6", "A 0x7"}},
      {"within what is left out",
       "#if 0\n#ifdef X\n#define A 5\n#else\n#define A 6\n#endif\n#else\n#define B 7\n#endif\n",
       {"B 0x7"}},
      {"more ends than conditions", "#endif\n#else\n#define A 5\n#if 0\n", {"A 0x5"}},
      {"zero, dressed up", "#if (0)\n#define A 5\n#endif\n#if 0L // no\n#define B 6\n#endif\n#define C 7\n", {"C 0x7"}},
      {"a condition of C23", "#if 0\n#define A 5\n#elifdef X\n#define B 6\n#endif\n", {"B 0x6"}},
      {"not plainly 0", "#if 0 || X\n#define A 5\n#endif\n#if 00\n#define B 6\n#endif\n", {"A 0x5", "B 0x6"}},
      {"no codes",
       "#define FACILITY_NULL 0\n#define SEVERITY_ERROR 1\n#define STATUS_SEVERITY_ERROR 3\n#define _GUARD_H "
       "1\n#define A 5\n",
       {"A 0x5"}},
      {"but they have values",
       "#define FACILITY_X 7\n#define _BASE 100\n#define A (_BASE | FACILITY_X << 16)\n",
       {"A 0x70064"}},
      {"a chain", "#define A B\n#define B C\n#define C 5\n#define D A\n", {"A 0x5", "B 0x5", "C 0x5", "D 0x5"}},
      {"cycles", "#define A B\n#define B A\n#define C C\n#define D A\n#define E (1 + E)\n#define F 5\n", {"F 0x5"}},
      {"a name defined twice stands for the first",
       "#define A 5\n#define A 6\n#define B A\n",
       {"A 0x5", "A 0x6", "B 0x5"}},
      {"not all ascii", "#define \xC3\x84 5\n#define A\xFF 5\n#define B 6\n", {"B 0x6"}},
      {"a NUL", std::string("#define A 5\0\n#define B 6\n", 25), {"B 0x6"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(dump(c.bytes) == c.entries);
  }
}

std::string repeat(std::string_view text, int count) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

TEST_CASE("header: what is nested or long beyond reason takes neither the stack nor much time") {
  constexpr int kMany = 200'000;
  std::string chain;
  for (int i = 0; i < kMany; ++i) chain += fmt::format("#define A{} (A{} + A{})\n", i, i + 1, i + 1);
  // Expansions that double at each step.
  std::string doubled;
  std::string called = "#define F0(x) x + x\n";
  std::string joined = "#define J0(x) x ## x\n";
  for (int i = 0; i < 1000; ++i) {
    doubled += fmt::format("#define B{} B{} + B{}\n", i, i + 1, i + 1);
    called += fmt::format("#define F{}(x) F{}(x) + F{}(x + x)\n#define C{} F{}(1)\n", i + 1, i, i, i + 20, i + 20);
    joined += fmt::format("#define J{}(x) J{}(x ## x)\n#define D{} J{}(1)\n", i + 1, i, i + 20, i + 20);
  }
  const std::vector<std::string> sources = {
      "#define A " + repeat("(", kMany) + "5" + repeat(")", kMany),
      "#define A " + repeat("-", kMany) + "5",
      "#define A " + repeat("(int)", kMany) + "5",
      "#define A " + repeat("(a ", kMany),
      "#define A (" + repeat("a ", kMany),
      "#define A " + repeat("__MSABI_LONG(", kMany),
      chain,
      doubled,
      called,
      joined,
      repeat("/*", kMany),
      repeat("\"", kMany),
      repeat("//\\\n", kMany),
      repeat("#define A A\n", kMany),
      repeat("#", kMany),
  };
  for (const std::string& source : sources) {
    CAPTURE(source.substr(0, 40));
    CHECK(dump(source).empty());
  }
  CHECK(dump("#define A " + repeat("1+", kMany) + "1") == Lines{fmt::format("A 0x{:X}", kMany + 1)});
  CHECK(dump("#define A " + std::string(50, '(') + "5" + std::string(50, ')')) == Lines{"A 0x5"});
}

TEST_CASE("header: any bytes give some entries") {
  const std::vector<std::string_view> pieces = {"#define ", "A ",
                                                "B",        "(",
                                                ")",        "5",
                                                "0x",       "-",
                                                "+",        "|",
                                                "<<",       "\n",
                                                "\\\n",     "/*",
                                                "*/",       "//",
                                                "\"",       "'",
                                                "\\",       "\r",
                                                "(int)",    "__MSABI_LONG(",
                                                "\x80",     std::string_view("\0", 1)};
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525 + 1013904223, state >> 16; };
  std::size_t entries = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string source = "#define A ";
    for (std::uint32_t count = next() % 20; count > 0; --count) source += pieces[next() % pieces.size()];
    entries += dump(source).size();
  }
  CHECK(entries > 100);  // or the pieces would not say anything
}

}  // namespace

}  // namespace errpress::corpus
