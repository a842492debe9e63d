// What reaches a stream, whatever a command passes on: print() is the last line of defence behind everything that makes
// text printable.
#include "commands/console.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace errpress::commands;
using namespace std::string_view_literals;

namespace {

// What a function prints to the stream that it is given.
template <typename Print>
std::string printed(Print print) {
  std::FILE* const stream = std::tmpfile();
  REQUIRE(stream != nullptr);
  print(stream);
  std::string bytes(static_cast<std::size_t>(std::ftell(stream)), '\0');
  std::rewind(stream);
  CHECK(std::fread(bytes.data(), 1, bytes.size(), stream) == bytes.size());
  std::fclose(stream);
  return bytes;
}

struct Case {
  std::string_view text;
  std::string_view shown;
};

}  // namespace

TEST_CASE("lines keep their line ends and lose what is not printable") {
#ifndef _WIN32
  ::setenv("NO_COLOR", "1", 1);
#endif
  constexpr Case kCases[] = {
      {""sv, ""sv},
      {"one\ntwo\n"sv, "one\ntwo\n"sv},
      {"• 漢\n"sv, "• 漢\n"sv},
      {"a\033[31mb\r\n\x7F\0"sv, "a\u241B[31mb\u240D\n\u2421\u2400"sv},
      {"\u009B31m \u202E \xFF\n"sv, "<U+009B>31m <U+202E> \uFFFD\n"sv},
      {"::error::x\n"sv, "<U+003A>:error::x\n"sv},
      {"a ::b\n  ::warning::x\n\n\t::c"sv, "a ::b\n  <U+003A>:warning::x\n\n\t<U+003A>:c"sv},
      {":::: x\n"sv, "<U+003A><U+003A><U+003A>: x\n"sv},
      {": :error\n"sv, ": :error\n"sv},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    std::string shown(c.shown);
    // A tab is shown as four spaces wherever a text is not plain.
    for (std::size_t tab = shown.find('\t'); tab != std::string::npos; tab = shown.find('\t'))
      shown.replace(tab, 1, "    ");
    CHECK(printed([&](std::FILE* stream) { print(stream, c.text); }) == shown);
  }
}

TEST_CASE("one line stays one line") {
  const auto line = [](std::string_view text) { return printed([&](std::FILE* stream) { print_line(stream, text); }); };
  CHECK(line("plain") == "plain\n");
  CHECK(line("a\n::error::b\r\n") == "a\u240A::error::b\u240D\u240A\n");
  CHECK(line("::error::b") == "<U+003A>:error::b\n");
}

TEST_CASE("JSON says the same, and a string may begin with colons") {
  const auto json = [](std::string_view text) { return printed([&](std::FILE* stream) { print_json(stream, text); }); };
  CHECK(json("{\n  \"a\": \"\u009B \u202E 漢\"") == "{\n  \"a\": \"\\u009B \\u202E 漢\"");
  CHECK(json("::x\"\n}\n") == "::x\"\n}\n");
}
