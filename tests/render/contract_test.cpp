// templates/README.md is the contract of the view: it has every key, and every key is used.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "render/view_keys.h"

using namespace errpress;

TEST_CASE("every key of the view is described in templates/README.md") {
  std::ifstream file(std::string(ERRPRESS_SOURCE_DIR) + "/templates/README.md");
  REQUIRE(file);
  std::stringstream buffer;
  buffer << file.rdbuf();
  const std::string contract = buffer.str();
  for (const std::string_view name : render::kViewKeyNames) {
    CAPTURE(name);
    // Flags of block kinds are described together, as `is_paragraph` ... `is_references`.
    if (name.starts_with("is_")) continue;
    CHECK(contract.find('`' + std::string(name) + '`') != std::string::npos);
  }
}
