#include "escape/quoted.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "base/clean_text.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using namespace std::string_view_literals;

constexpr std::array kYamlCases = {
    EscapeCase{"a \"b\" c", "a \\\"b\\\" c"},
    EscapeCase{"back\\slash", "back\\\\slash"},
    EscapeCase{"key: value # no comment", "key: value # no comment"},
    EscapeCase{"- [a, {b: c}] !!x &y *z", "- [a, {b: c}] !!x &y *z"},
    EscapeCase{"\u2019 \u00e9 \u00A0", "\\u2019 \\u00E9 \\u00A0"},
    EscapeCase{"\U0001F600", "\\U0001F600"},
    EscapeCase{"\uFEFF\uFFFE\u202E", "\\uFEFF\\uFFFE\\u202E"},
    EscapeCase{"a\nb\0c"sv, "a b\\uFFFDc"},
    EscapeCase{"---", "---"},
    EscapeCase{"%YAML", "%YAML"},
};

constexpr std::array kJsonCases = {
    EscapeCase{"a \"b\" c", "a \\\"b\\\" c"},
    EscapeCase{"back\\slash", "back\\\\slash"},
    EscapeCase{"</script><!--", "\\u003c/script>\\u003c!--"},
    EscapeCase{"a\nb\0c"sv, "a b\uFFFDc"},
    EscapeCase{"a\u2028b", "a b"},
    EscapeCase{"\u2019 \U0001F600", "\u2019 \U0001F600"},
    EscapeCase{"\\u0041", "\\\\u0041"},
};

std::string clean(std::string_view text) {
  base::TextBuffer out;
  base::append_clean(out, text);
  return std::string(out.view());
}

}  // namespace

TEST_CASE("yaml: quotes, backslashes and all that is not ASCII") { testing::check_cases("yaml", kYamlCases); }

TEST_CASE("json: quotes, backslashes and what a script element would see") { testing::check_cases("json", kJsonCases); }

TEST_CASE("yaml: printable ASCII only, and yaml-cpp reads the cleaned text back, in a block and in a flow") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = testing::escaped("yaml", text);
    CHECK(std::all_of(out.begin(), out.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
    const YAML::Node node = YAML::Load("key: \"" + out + "\"\nlist: [\"" + out + "\", after]\n");
    CHECK(node.size() == 2);
    CHECK(node["key"].as<std::string>() == clean(text));
    CHECK(node["list"].size() == 2);
    CHECK(node["list"][0].as<std::string>() == clean(text));
  }
}

TEST_CASE("json: nlohmann's parser reads the cleaned text back, and no script element would end") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = testing::escaped("json", text);
    CHECK(out.find('<') == std::string::npos);
    CHECK(nlohmann::json::parse("[\"" + out + "\"]")[0].get<std::string>() == clean(text));
  }
}

}  // namespace errpress::escape
