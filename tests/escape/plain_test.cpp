#include "escape/plain.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/escape_case.h"
#include "escape/payloads.h"

namespace errpress::escape {
namespace {

using testing::EscapeCase;
using namespace std::string_view_literals;

constexpr std::array kCases = {
    EscapeCase{"C:\\Windows\\x", "C:/Windows/x"},
    EscapeCase{"</script> a < b -> c", "\u2039/script\u203A a \u2039 b -\u203A c"},
    EscapeCase{"{{ x }} ${y}", "(( x )) $(y)"},
    EscapeCase{"say \"hi\", don't", "say 'hi', don't"},
    EscapeCase{"run `x`", "run 'x'"},
    EscapeCase{"\\'+(x)//", "/'+(x)//"},
    EscapeCase{"AT&T: 100% # [x] *y* !z | a_b", "AT&T: 100% # [x] *y* !z | a_b"},
    EscapeCase{"\u2019 \u00e9 \U0001F600 \u202E", "\u2019 \u00e9 \U0001F600 \u202E"},
    EscapeCase{"\uFEFFa\uFFFEb\uFFFFc\uFFFD\uFB01", "\uFFFDa\uFFFDb\uFFFDc\uFFFD\uFB01"},
    EscapeCase{"a\nb\0c"sv, "a b\uFFFDc"},
};

}  // namespace

TEST_CASE("plain: what means something to a script, an element or a template becomes what looks like it") {
  testing::check_cases("plain", kCases);
}

TEST_CASE("plain: nothing that a script, an attribute or a template could end is left, and YAML reads the same text") {
  for (const std::string& text : testing::hostile_texts()) {
    CAPTURE(text);
    const std::string out = testing::escaped("plain", text);
    CHECK(out.find_first_of("\\<>{}\"`") == std::string::npos);
    CHECK(YAML::Load("key: \"" + out + "\"\n")["key"].as<std::string>() == out);
    // No character is lost: what differs are single characters.
    base::TextBuffer clean;
    base::append_clean(clean, text);
    CHECK(base::count_code_points(out) == base::count_code_points(clean.view()));
  }
}

}  // namespace errpress::escape
