#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "corpus/registry_header.h"
#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

// "NAME 0xCODE family" of all entries of headers that are read together, and "? NAME" for what was not understood.
Lines dump_together(const std::vector<std::string>& headers) {
  std::vector<HeaderInput> inputs;
  for (const std::string& header : headers) inputs.push_back({header, static_cast<FileId>(inputs.size())});
  const Families families;
  Lines lines;
  for (const HeaderContent& content : read_headers(inputs)) {
    for (const RegistryEntry& entry : content.entries) {
      CHECK(entry.location.span.of(headers[entry.location.file]) == entry.name);
      lines.push_back(fmt::format("{} 0x{:X} {}", entry.name, entry.code, families.name(entry.family)));
    }
    for (const std::string_view name : content.not_understood) lines.push_back(fmt::format("? {}", name));
  }
  return lines;
}

TEST_CASE("header: several are read together, in any order") {
  const std::string base = "#define EAGAIN 11\n#define F(x) (x + 100)\nenum { LIMIT = 7 };\n";
  const std::string more = "#define EWOULDBLOCK EAGAIN\n#define EOTHER F(LIMIT)\n";
  const Lines of_base = {"EAGAIN 0xB ", "LIMIT 0x7 "};
  const Lines of_more = {"EWOULDBLOCK 0xB ", "EOTHER 0x6B "};
  Lines both = of_base;
  both.insert(both.end(), of_more.begin(), of_more.end());
  CHECK(dump_together({base, more}) == both);
  both = of_more;
  both.insert(both.end(), of_base.begin(), of_base.end());
  CHECK(dump_together({more, base}) == both);
}

TEST_CASE("header: a name stands for the definition in its own file first, also in macros of that file") {
  CHECK(dump_together({"#define BASE 100\n#define F(x) (BASE + x)\n#define A F(1)\n",
                       "#define B F(1)\n#define BASE 200\n#define C BASE\n", "#define D BASE\n"}) ==
        Lines{"BASE 0x64 ", "A 0x65 ", "B 0x65 ", "BASE 0xC8 ", "C 0xC8 ", "D 0x64 "});
}

TEST_CASE("header: wrappers and casts say the family") {
  struct Case {
    std::string value;
    std::string family;
  };
  const std::vector<Case> cases = {
      {"5", ""},
      {"((DWORD)5)", ""},
      {"_HRESULT_TYPEDEF_(5)", "hresult"},
      {"((HRESULT)5)", "hresult"},
      {"HRESULT_FROM_WIN32(5)", "hresult"},
      {"MAKE_HRESULT(1, 4, 5)", "hresult"},
      {"((NTSTATUS)5)", "ntstatus"},
      {"((DWORD)(NTSTATUS)5)", "ntstatus"},
      {"((HRESULT)((NTSTATUS)5))", "hresult"},
      {"(E_BASE + 5)", "hresult"},
      {"(E_BASE & 0xFFFF)", ""},
      {"E_BASE", "hresult"},
      {"_NDIS_ERROR_TYPEDEF_(5)", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    const Lines lines = dump_together({"#define A " + c.value + "\n", "#define E_BASE ((HRESULT)0x80040000)\n"});
    CHECK(lines.front().substr(lines.front().rfind(' ') + 1) == c.family);
  }
}

TEST_CASE("header: macros that look like codes and have no value are told") {
  const std::vector<std::string> told = {"some_function(70002)",
                                         "(sizeof(struct a) + 4)",
                                         "EUNKNOWN",
                                         "ERROR_UNKNOWN",
                                         "HRESULT_FROM_WIN32(ERROR_UNKNOWN)",
                                         "MAKE_SQLSTATE('0', '1')",
                                         "5 @ 6"};
  for (const std::string& value : told) {
    CAPTURE(value);
    const bool is_odd = value == "5 @ 6";  // not C
    CHECK((dump_together({"#define E_ODD " + value + "\n"}) == Lines{"? E_ODD"}) != is_odd);
  }
  const std::vector<std::string> silent = {"",
                                           "\"5\"",
                                           "L\"5\"",
                                           "extern int",
                                           "unsigned long",
                                           "5.0f",
                                           "1e5",
                                           "1, 2, 3",
                                           "{ 5, 6 }",
                                           "struct a",
                                           "LPHANDLE",
                                           "__attribute__((aligned(4)))",
                                           "0x100000000",
                                           "a; b",
                                           "__NAME_AW(NAME_A)",
                                           "f()",
                                           "f(NAME_TYPE)",
                                           "((HANDLE)NULL)"};
  for (const std::string& value : silent) {
    CAPTURE(value);
    CHECK(dump_together({"#define E_ODD " + value + "\n"}).empty());
  }
  // Names that are no names of codes, and functions.
  CHECK(
      dump_together({"#define odd f(5)\n#define FACILITY_X f(5)\n#define _ODD f(5)\n#define E_ODD(x) f(5)\n"}).empty());
}

}  // namespace

}  // namespace errpress::corpus
