// The published test suite of Mustache, which is not part of this repository.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "escape/escapers.h"
#include "workbench.h"

namespace {

using nlohmann::ordered_json;

constexpr int kCases = 136;

const std::filesystem::path kSpec = std::filesystem::path(ERRPRESS_SHARED_DIR) / "mustache-spec";

TEST_CASE("mustache-spec: all 136 cases in lenient mode") {
  if (!std::filesystem::is_directory(kSpec)) {
    std::cout << "SKIPPED mustache-spec: there is no folder " << kSpec.string() << "\n";
    return;
  }
  int cases = 0;
  for (const char* file : {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"}) {
    std::ifstream stream(kSpec / (std::string(file) + ".json"));
    const ordered_json suite = ordered_json::parse(stream);
    for (const ordered_json& test : suite.at("tests")) {
      const std::string name = std::string(file) + ": " + test.at("name").get<std::string>();
      CAPTURE(name);
      errpress::tests::Workbench bench{.mode = errpress::mustache::TemplateMode::lenient};
      bench.escaper = errpress::escape::find_escaper("html");
      REQUIRE(bench.escaper != nullptr);
      if (test.contains("partials")) {
        for (const auto& [partial, text] : test.at("partials").items()) bench.partials[partial] = text;
      }
      CHECK(bench.render(test.at("template"), test.at("data")) == test.at("expected").get<std::string>());
      ++cases;
    }
  }
  CHECK(cases == kCases);
}

}  // namespace
