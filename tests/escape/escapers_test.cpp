#include "escape/escapers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {

TEST_CASE("the table finds each of its escapers, once, by name") {
  std::set<std::string_view> names;
  for (const mustache::Escaper& escaper : escapers()) {
    CHECK(names.insert(escaper.name).second);
    CHECK(find_escaper(escaper.name) == &escaper);
    CHECK((escaper.append != nullptr));
  }
  CHECK(names == std::set<std::string_view>{"text", "markdown", "commonmark", "plain", "yaml", "json", "html", "roff",
                                            "roff_line", "cpp_string", "cpp_comment"});
  CHECK(find_escaper("markup") == nullptr);
  CHECK(find_escaper("") == nullptr);
}

TEST_CASE("no escaper prints invalid UTF-8, a control character or a line end of the text") {
  for (const mustache::Escaper& escaper : escapers()) {
    if (escaper.name == "html") continue;  // keeps white space; see html_test.cpp
    CAPTURE(escaper.name);
    for (const std::string& text : testing::hostile_texts()) {
      CAPTURE(text);
      std::string out = testing::escaped(escaper.name, text);
      if (escaper.name == "roff") std::replace(out.begin(), out.end(), '\n', ' ');  // its own line ends
      CHECK(base::is_clean(out));
    }
  }
}

TEST_CASE("an escaper only appends, but roff may turn a blank before it into a line end") {
  for (const mustache::Escaper& escaper : escapers()) {
    CAPTURE(escaper.name);
    for (const std::string_view before : {"x", "x\n", "x\n- ", "x\n.B ", "`", "]", "*", "/", "1", "a \\&"}) {
      CAPTURE(before);
      for (const std::string& text : testing::hostile_texts()) {
        std::string start = testing::escaped(escaper.name, text, before).substr(0, before.size());
        std::string want(before);
        if (escaper.name == "roff") {
          std::replace(start.begin(), start.end(), '\n', ' ');
          std::replace(want.begin(), want.end(), '\n', ' ');
        }
        CHECK(start == want);
      }
    }
  }
}

TEST_CASE("plain words are left alone by every escaper") {
  for (const mustache::Escaper& escaper : escapers()) {
    CAPTURE(escaper.name);
    for (const std::string_view words :
         {"The specified quick mode policy already exists.", "a", "13002", "Is it (so)"}) {
      CHECK(testing::escaped(escaper.name, words) == words);
    }
    CHECK(testing::escaped(escaper.name, "") == "");
  }
}

TEST_CASE("a value printed in pieces keeps the single spaces between them") {
  for (const mustache::Escaper& escaper : escapers()) {
    CAPTURE(escaper.name);
    base::TextBuffer out(testing::escaped(escaper.name, "see "));
    escaper.append(out, "this and", base::kUnknownTraits);
    escaper.append(out, " that", base::kUnknownTraits);
    CHECK(out.view() == (escaper.name.starts_with("roff") ? "see \\&this and that" : "see this and that"));
  }
}

}  // namespace errpress::escape
