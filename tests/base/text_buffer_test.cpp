#include "base/text_buffer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>

namespace errpress::base {

TEST_CASE("a buffer holds what was appended, at every length") {
  std::string text;
  for (char c = ' '; c < '~'; ++c) text += c;
  TextBuffer buffer;
  std::string want;
  for (std::size_t size = 0; size <= text.size(); ++size) {
    CAPTURE(size);
    buffer.append(text.data(), size);
    want.append(text, 0, size);
    CHECK(buffer.view() == want);
    buffer += '|';
    want += '|';
  }
  CHECK(buffer.size() == want.size());
  CHECK(buffer.back() == '|');
  CHECK(buffer.ends_with("}|"));
  CHECK_FALSE(buffer.ends_with('}'));
}

TEST_CASE("a buffer appends the first of eight bytes") {
  const std::array<char, TextBuffer::kShortSize> bytes{'1', '2', '3', '4', '5', '6', '7', '8'};
  TextBuffer buffer;
  for (int round = 0; round < 100; ++round) {
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
      buffer.append_short(bytes, size);
      REQUIRE(buffer.view().ends_with(std::string_view(bytes.data(), size)));
    }
  }
  CHECK(buffer.size() == 3600);
  CHECK(buffer.view().starts_with("112123"));
}

TEST_CASE("a buffer can be cut, emptied, written in and moved") {
  TextBuffer buffer("abc");
  buffer[1] = 'X';
  buffer.shrink(2);
  CHECK(buffer.view() == "aX");
  buffer.clear();
  CHECK(buffer.empty());
  CHECK_FALSE(buffer.ends_with('a'));
  fmt::format_to(std::back_inserter(buffer), "{}-{}", 12, "z");
  TextBuffer moved = std::move(buffer);
  CHECK(moved.view() == "12-z");
  buffer += "anew";  // NOLINT(bugprone-use-after-move): it is empty then
  CHECK(buffer.view() == "anew");
  buffer = std::move(moved);
  CHECK(buffer.view() == "12-z");
}

}  // namespace errpress::base
