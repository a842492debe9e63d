// "Label: text" in a list item: what is read must not depend on how many blanks stand before the colon, since an
// article that is printed has none there.
#include <string>

#include "sound.h"

using namespace errpress::tests;

namespace {

std::string item(const std::string& text) { return std::string(kHead) + "Error Details\n- " + text + "\n"; }

std::string dump_of(const std::string& source) { return dump(parsed(source), source, shipped_dialect()); }

}  // namespace

TEST_CASE("a field is read whatever blanks stand before its colon") {
  for (const std::size_t count : {1U, 2U, 9U, 10U, 47U, 48U, 49U, 60U, 61U, 1000U}) {
    for (const char blank : {' ', '\t'}) {
      for (const std::string value : {" 7", "\t0x7", " `7 (0x7)`.", ""}) {
        CAPTURE(count);
        CAPTURE(value);
        const std::string source = item("Numeric Code" + std::string(count, blank) + ":" + value);
        sound(source);
        CHECK(dump_of(source) == dump_of(item("Numeric Code:" + value)));
        sound(item("**Numeric Code**" + std::string(count, blank) + ":" + value));
      }
    }
  }
}

TEST_CASE("other blanks are part of the label") {
  for (const std::string blank : {"\u00A0", "\u202F", "\u3000", "\v", "\f"}) {
    for (const std::size_t count : {1U, 10U, 60U}) {
      std::string text = "Numeric Code";
      for (std::size_t i = 0; i < count; ++i) text += blank;
      CAPTURE(blank);
      CAPTURE(count);
      sound(item(text + ": 7"));
      sound(item(text + std::string(60, '\t') + ": 7"));
    }
  }
}

TEST_CASE("labels at and past the longest keep the properties, with and without blanks behind them") {
  for (const std::size_t size : {1U, 11U, 12U, 13U, 20U, 59U, 60U, 61U, 62U, 200U}) {
    for (const std::size_t count : {0U, 1U, 10U, 100U}) {
      CAPTURE(size);
      CAPTURE(count);
      const std::string blanks(count, '\t');
      sound(item("L" + std::string(size - 1, 'a') + blanks + ": 7"));
      sound(item("Numeric " + blanks + "Code" + std::string(size, ' ') + blanks + ": 7"));
      sound(item("Numeric Code" + std::string(size, ' ') + "x" + blanks + ": 7"));
      sound(item("Numeric Code" + std::string(size, ' ') + blanks + "7"));
    }
  }
  const std::string label(60, 'L');
  CHECK(dump_of(item(label + "\t\t: 7")) == dump_of(item(label + ": 7")));
  CHECK(dump_of(item(label + "L: 7")) != dump_of(item(label + ": 7")));
  CHECK(parsed(item(label + "L\t: 7")).items[0].label.empty());
}
