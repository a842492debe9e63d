// Tables of cases of the Mustache language as published: a template, its data, and the page. They are rendered in
// lenient mode and escaped for HTML, as the specification has it.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "escape/escapers.h"
#include "workbench.h"

namespace errpress::tests {

struct LanguageCase {
  const char* what;
  const char* data;  // JSON
  const char* text;
  const char* page;
  std::map<std::string, std::string, std::less<>> partials = {};
};

inline void check_language(std::span<const LanguageCase> cases) {
  for (const LanguageCase& test : cases) {
    CAPTURE(test.what);
    CAPTURE(test.text);
    const Workbench bench{
        .mode = mustache::TemplateMode::lenient, .partials = test.partials, .escaper = escape::find_escaper("html")};
    REQUIRE(bench.escaper != nullptr);
    CHECK(bench.render(test.text, nlohmann::ordered_json::parse(test.data)) == test.page);
  }
}

}  // namespace errpress::tests
