#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "corpus/registry_header.h"
#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

// "NAME 0xCODE" for each entry.
Lines dump(std::string_view bytes) {
  const std::vector<HeaderContent> contents = read_headers({{bytes, 0}});
  Lines lines;
  for (const RegistryEntry& entry : contents.front().entries) {
    lines.push_back(fmt::format("{} 0x{:X}", entry.name, entry.code));
  }
  return lines;
}

TEST_CASE("header: macros with arguments are expanded as C does") {
  struct Case {
    std::string what;
    std::string bytes;
    Lines entries;
  };
  const std::vector<Case> cases = {
      {"one", "#define F(x) (x | 0x100)\n#define A F(5)\n", {"A 0x105"}},
      {"through others",
       "#define FACILITY_DRAW 0x876\n"
       "#define WITH_SEVERITY(s, f, n) ((int)((unsigned)(s) << 31 | (unsigned)(f) << 16 | (unsigned)(n)))\n"
       "#define DRAW_FAILURE(n) WITH_SEVERITY(1, FACILITY_DRAW, n)\n#define A DRAW_FAILURE(5)\n",
       {"A 0x88760005"}},
      {"arguments are texts", "#define F(x) x * 2\n#define A F(1 + 2)\n#define B 1 + F(2)\n", {"A 0x5", "B 0x5"}},
      {"and so are macros", "#define A 1 + 2\n#define B A * 2\n#define C (A) * 2\n", {"A 0x3", "B 0x5", "C 0x6"}},
      {"brackets in an argument",
       "#define F(x, y) (x + y)\n#define A F((1, 2), 3)\n#define B F((1), (2))\n",
       {"B 0x3"}},
      {"a macro as argument", "#define F(x) (x)\n#define A F(F(F(5)))\n", {"A 0x5"}},
      {"a parameter named as a macro", "#define x 7\n#define F(x) (x)\n#define A F(5)\n", {"x 0x7", "A 0x5"}},
      {"an argument named as a parameter",
       "#define y 7\n#define F(x, y) (x - y)\n#define A F(y, 2)\n",
       {"y 0x7", "A 0x5"}},
      {"a name for it", "#define F(x) (x)\n#define G F\n#define A G(5)\n", {"A 0x5"}},
      {"a blank before the bracket", "#define F(x) (x)\n#define A F (5)\n", {"A 0x5"}},
      {"no parameter", "#define F() 5\n#define A F()\n#define B F(6)\n", {"A 0x5"}},
      {"any number of arguments",
       "#define F(...) G(__VA_ARGS__)\n#define G(x, y) (x + y)\n#define A F(5, 6)\n",
       {"A 0xB"}},
      {"too few and too many",
       "#define F(x, y) (x)\n#define A F(5)\n#define B F(5, 6, 7)\n#define C F(5, 6)\n",
       {"C 0x5"}},
      {"tokens joined",
       "#define F(x) x ## L\n#define A F(5)\n#define G(n) ERROR_##n\n#define ERROR_X 6\n#define B G(X)\n",
       {"A 0x5", "ERROR_X 0x6", "B 0x6"}},
      {"joined through another macro", "#define C2(a, b) a ## b\n#define F(x) C2(x, 1)\n#define A F(2)\n", {"A 0x15"}},
      {"not expanded before they are joined",
       "#define N 5\n#define F(x) 0x ## x\n#define A F(1)\n#define B F(N)\n",
       {"N 0x5", "A 0x1"}},
      {"a text of a parameter", "#define F(x) #x\n#define A F(5)\n", {}},
      {"within itself", "#define F(x) (F(x))\n#define A F(5)\n", {}},
      {"a part of a type",
       "#define LONG32 long\n#define A ((unsigned LONG32)5)\n#define B ((LONG32)6)\n",
       {"A 0x5", "B 0x6"}},
      {"a cast as a macro", "#define CAST (HRESULT)\n#define A CAST 5\n#define B CAST(6)\n", {"A 0x5", "B 0x6"}},
      {"undefined as a function", "#define F(x) (x)\n#undef F\n#define A F(5)\n", {}},
      {"wrappers, however they are defined",
       "#define _HRESULT_TYPEDEF_(_sc) (_sc + 1)\n#define A _HRESULT_TYPEDEF_(5)\n",
       {"A 0x5"}},
      {"a function of its own before a known one",
       "#define MAKE_HRESULT(f, c) (f * 100 + c)\n#define A MAKE_HRESULT(2, 5)\n",
       {"A 0xCD"}},
      {"winerror.h's",
       "#define FACILITY_WIN32 7\n#define __HRESULT_FROM_WIN32(x) ((HRESULT)(x) <= 0 ? ((HRESULT)(x)) : ((HRESULT) "
       "(((x) & 0x0000FFFF) | (FACILITY_WIN32 << 16) | 0x80000000)))\n#define HRESULT_FROM_WIN32(x) "
       "__HRESULT_FROM_WIN32(x)\n#define A HRESULT_FROM_WIN32(122)\n#define B HRESULT_FROM_WIN32(0)\n"
       "#define C HRESULT_FROM_WIN32(A)\n",
       {"A 0x8007007A", "B 0x0", "C 0x8007007A"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(dump(c.bytes) == c.entries);
  }
}

TEST_CASE("header: enumerators and constants") {
  struct Case {
    std::string what;
    std::string bytes;
    Lines entries;
  };
  const std::vector<Case> cases = {
      {"values and none", "enum { A, B = 5, C };\n", {"A 0x0", "B 0x5", "C 0x6"}},
      {"over lines, with a last comma",
       "enum Codes {\n  A = -1,\n  B,  // b\n  C,\n};\n",
       {"A 0xFFFFFFFF", "B 0x0", "C 0x1"}},
      {"scoped", "enum class error : std::uint32_t { not_found = 2, denied = 5 };\n", {"not_found 0x2", "denied 0x5"}},
      {"typedef", "typedef enum _E { A = 1, B = A + 10, C = (B | 0x100) } E;\n", {"A 0x1", "B 0xB", "C 0x10B"}},
      {"made by macros",
       "#define F(x) (0x100 + (x))\nenum { A = F(1), B, C = F(2) };\n#define D C\n",
       {"A 0x101", "B 0x102", "C 0x102", "D 0x102"}},
      {"attributes",
       "enum [[nodiscard]] E { A [[deprecated]] = 5, B __attribute__((deprecated)), C OLD };\n",
       {"A 0x5", "B 0x6", "C 0x7"}},
      {"no value that can be read", "enum { A = f(5), B, C = 7 };\n", {"C 0x7"}},
      {"only a use", "enum E x = {5};\nenum E f(int A);\nenum class E;\nvoid g(enum E a, int B);\n", {}},
      {"left out", "#if 0\nenum { A };\n#endif\nenum {\n  B,\n#if 0\n  C,\n#endif\n  D\n};\n", {"B 0x0", "D 0x1"}},
      {"a macro in between", "enum { A\n#define B 5\n, C };\n", {"A 0x0", "B 0x5", "C 0x1"}},
      {"#undef leaves them", "enum { A };\n#undef A\n", {"A 0x0"}},
      {"constants",
       "constexpr int A_ONE = 5;\nstatic const unsigned long A_TWO = A_ONE + 1, A_X = 9;\ninline constexpr "
       "std::uint32_t kAThree{7};\nconst HRESULT A_FOUR = 0x80004005L;\n#define A_FIVE A_FOUR\n",
       {"A_ONE 0x5", "A_TWO 0x6", "kAThree 0x7", "A_FOUR 0x80004005", "A_FIVE 0x80004005"}},
      {"constants of another kind",
       "const char* A = \"5\";\nconst int size = 5;\nvoid f(const int B = 5);\nconstexpr int g() { return 5; }\nconst "
       "double C = 5.0;\n",
       {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(dump(c.bytes) == c.entries);
  }
}

}  // namespace

}  // namespace errpress::corpus
