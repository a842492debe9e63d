#include "render/identifier.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "render/reserved_words.h"

using errpress::render::is_declared_by_header;
using errpress::render::is_reserved_word;
using errpress::render::make_identifier;
using errpress::render::make_identifiers;

namespace {

std::vector<std::string> identifiers_of(std::vector<std::string_view> names, std::string_view prefix = "ERROR_") {
  return make_identifiers(names, prefix);
}

}  // namespace

TEST_CASE("an identifier is the lower-case name without its prefix") {
  struct Case {
    std::string_view name;
    std::string_view identifier;
  };
  constexpr Case kCases[] = {
      {"ERROR_IPSEC_QM_POLICY_EXISTS", "ipsec_qm_policy_exists"},
      {"STATUS_ACCESS_DENIED", "status_access_denied"},
      {"E_FAIL", "e_fail"},
      {"ERROR_ITERATED_DATA_EXCEEDS_64k", "iterated_data_exceeds_64k"},
      // What would be left must start with a letter.
      {"ERROR_2BIG", "error_2big"},
      {"ERROR_", "error_"},
      {"ERROR__LATE", "error_late"},
      {"ERROR", "error"},
      // Only one underscore in a row.
      {"ERROR_A__B___C", "a_b_c"},
      {"ERROR_END__", "end_"},
      // Keywords, macros, and what the header declares.
      {"ERROR_CONTINUE", "continue_"},
      {"ERROR_NOT", "not_"},
      {"ERROR_INTERFACE", "interface_"},
      {"ERROR_ERRNO", "errno_"},
      {"ERROR_LINUX", "linux_"},
      {"ERROR_VALUE", "value_"},
      {"ERROR_CODE", "code_"},
      {"CLASS", "class_"},
      // Function-like macros are no danger.
      {"ERROR_MIN", "min"},
      {"ERROR_ASSERT", "assert"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    CHECK(make_identifier(c.name, "ERROR_") == c.identifier);
  }
}

TEST_CASE("the prefix is the caller's choice") {
  CHECK(make_identifier("STATUS_TIMEOUT", "STATUS_") == "timeout");
  CHECK(make_identifier("ERROR_TIMEOUT", "") == "error_timeout");
  CHECK(make_identifier("ERROR_TIMEOUT", "WSA") == "error_timeout");
}

TEST_CASE("names whose identifiers would be the same keep their prefix") {
  CHECK(identifiers_of({"ERROR_SAME", "SAME"}) == std::vector<std::string>{"error_same", "same"});
  CHECK(identifiers_of({"ERROR_A", "ERROR_B"}) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("numbers tell apart what is the same even then") {
  CHECK(identifiers_of({"ERROR_ERROR_SAME", "ERROR_SAME", "SAME"}) ==
        std::vector<std::string>{"error_same", "error_same_2", "same"});
  CHECK(identifiers_of({"ERROR_A_B", "ERROR_A__B"}) == std::vector<std::string>{"error_a_b", "error_a_b_2"});
  CHECK(identifiers_of({"CONTINUE", "CONTINUE_"}) == std::vector<std::string>{"continue_", "continue_2"});
  CHECK(identifiers_of({}).empty());
}

TEST_CASE("identifiers of any names all differ, and none is reserved") {
  // All short names over a few pieces that run together in many ways.
  std::vector<std::string> pieces = {"ERROR_", "A", "_", "2", "INT"};
  std::vector<std::string> names = {"A", "INT", "ERROR_"};
  for (std::size_t i = 0; i < names.size() && names.size() < 2000; ++i) {
    for (const std::string& piece : pieces) names.push_back(names[i] + piece);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::vector<std::string> found =
      make_identifiers(std::vector<std::string_view>(names.begin(), names.end()), "ERROR_");
  CHECK(std::set<std::string>(found.begin(), found.end()).size() == names.size());
  for (const std::string& identifier : found) {
    CAPTURE(identifier);
    CHECK_FALSE(is_reserved_word(identifier));
    CHECK_FALSE(is_declared_by_header(identifier));
    CHECK(identifier.find("__") == std::string::npos);
  }
}
