#include "report/source_cache.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "report/report_fixture.h"

namespace errpress::report {
namespace {

TEST_CASE("positions are those of the line table, in short lines and long ones") {
  std::string text = "one\ntw•o\r\n\rfour \xFF\x80\n\n";
  for (int i = 0; i < 12000; ++i) text += i % 7 == 0 ? "漢" : i % 11 == 0 ? "\x80\x80\x80\x80\x80" : "ab";
  text += "\nlast";
  Source source{SourceBytes(std::string_view(text))};
  const base::LineTable lines(text);
  // Backwards first, so that nothing depends on the order of questions.
  for (auto at = static_cast<std::uint32_t>(text.size() + 2); at > 0;) {
    at -= std::min(at, at > 30 ? 7U : 1U);
    const base::Position expected = lines.position(at);
    const base::Position position = source.position(at);
    REQUIRE(position.line == expected.line);
    REQUIRE(position.column == expected.column);
  }
  for (std::uint32_t at = 0; at < text.size(); at += 977)
    CHECK(source.position(at).column == lines.position(at).column);
}

TEST_CASE("a place is nothing where the file is missing or too short") {
  ReportFixture f;
  const auto file = f.add("a.txt", "one\ntwo\n");
  const auto missing = f.files.add({"gone.txt", "gone.txt"});
  SourceCache sources(f.files, f.loader());
  const auto place = sources.place({file, {4, 7}});
  REQUIRE(place.has_value());
  CHECK(place->begin.line == 2);
  CHECK(place->begin.column == 1);
  CHECK(place->end.column == 4);
  CHECK(sources.place({file, {8, 8}}).has_value());
  CHECK_FALSE(sources.place({file, {4, 9}}).has_value());
  CHECK_FALSE(sources.place({file, {7, 4}}).has_value());
  CHECK_FALSE(sources.place({missing, {0, 0}}).has_value());
}

TEST_CASE("a file is read once, also where it cannot be read") {
  ReportFixture f;
  const auto file = f.add("a.txt", "one");
  const auto missing = f.files.add({"gone.txt", "gone.txt"});
  SourceCache sources(f.files, f.loader());
  for (int i = 0; i < 3; ++i) {
    CHECK(sources.get(file) != nullptr);
    CHECK(sources.get(missing) == nullptr);
  }
  CHECK(f.loads == 2);
}

TEST_CASE("the cache drops what was not asked for longest, and keeps the two last whatever their size") {
  ReportFixture f;
  const auto a = f.add("a.txt", std::string(1000, 'a'));
  const auto b = f.add("b.txt", std::string(1000, 'b'));
  const auto c = f.add("c.txt", std::string(1000, 'c'));
  SUBCASE("room for two") {
    SourceCache sources(f.files, f.loader(), 3000);
    sources.get(a);
    sources.get(b);
    sources.get(a);
    CHECK(f.loads == 2);
    sources.get(c);  // drops b
    sources.get(a);
    CHECK(f.loads == 3);
    sources.get(b);
    CHECK(f.loads == 4);
  }
  SUBCASE("room for none") {
    SourceCache sources(f.files, f.loader(), 0);
    for (int i = 0; i < 3; ++i) {
      sources.get(a);
      sources.get(b);
    }
    CHECK(f.loads == 2);
    const std::shared_ptr<Source> held = sources.get(a);
    sources.get(b);
    sources.get(c);
    CHECK(held->bytes() == f.texts["a.txt"]);  // what is held stays, dropped or not
    sources.get(a);
    CHECK(f.loads == 4);
  }
}

}  // namespace
}  // namespace errpress::report
