#include "corpus/article_summary.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "support/article_samples.h"

using namespace errpress::tests;
using errpress::corpus::ArticleSummary;
using errpress::corpus::Claim;
using errpress::corpus::Origin;

namespace {

constexpr std::string_view kHead = "ERROR_T - 13000 (0x32C8)\nA message.\nUpdated: Feb 21, 2026\n";

std::string_view name_of(Origin origin) {
  switch (origin) {
    case Origin::title:
      return "title";
    case Origin::field:
      return "field";
    case Origin::reference:
      return "reference";
    case Origin::prose:
      return "prose";
  }
  return "?";
}

ArticleSummary summarise(std::string_view source, errpress::corpus::FileId file = 0) {
  return errpress::corpus::summarise(parsed(source), source, shipped_dialect(), {}, file);
}

// "site name code `span` between", one claim a line.
std::string claims_of(const ArticleSummary& summary, std::string_view source) {
  std::string out;
  for (const Claim& claim : summary.claims) {
    out.append(name_of(claim.origin)).append(" ").append(claim.name_size == 0 ? "-" : summary.name_of(claim));
    if (claim.code.decimal.written()) out += fmt::format(" {}", claim.code.decimal.value);
    if (claim.code.hex.written()) out += fmt::format(" {:#x}", claim.code.hex.value);
    out += fmt::format(" `{}`", claim.span.of(source));
    const std::string between(claim.between.begin(), std::find(claim.between.begin(), claim.between.end(), '\0'));
    if (!between.empty()) out += fmt::format(" '{}'", between);
    if (claim.described) out += " described";
    if (claim.flaw != errpress::article::ReferenceFlaw::none) out += " flawed";
    out += "\n";
  }
  return out;
}

std::string claims_of(std::string_view source) { return claims_of(summarise(source), source); }

std::string claims_behind_head(const std::string& body) {
  const std::string source = std::string(kHead) + body;
  const std::string claims = claims_of(source);
  const std::string title = "title ERROR_T 13000 0x32c8 `ERROR_T - 13000 (0x32C8)` ' ('\n";
  REQUIRE(claims.starts_with(title));
  return claims.substr(title.size());
}

}  // namespace

TEST_CASE("the summary of an article's head") {
  const ArticleSummary summary = summarise(kHead, 7);
  CHECK(summary.file == 7);
  CHECK(summary.has_title);
  CHECK(summary.name() == "ERROR_T");
  CHECK(summary.code().value() == 13000);
  CHECK(summary.message == "A message.");
  CHECK(summary.updated == errpress::article::Date{2026, 2, 21});
  REQUIRE(summary.claims.size() == 1);
  CHECK(summary.claims[0].name_span.of(kHead) == "ERROR_T");
}

TEST_CASE("an article without a sound head gives no name") {
  for (const std::string_view source : {"", "ERROR_T", "Summary\nText.\n", "ERROR_T - 5 and more\nUpdated: never\n"}) {
    CAPTURE(source);
    const ArticleSummary summary = summarise(source);
    CHECK_FALSE(summary.has_title);
    CHECK(summary.name() == "");
    CHECK(summary.claims.empty());
    CHECK(summary.message == "");
    CHECK_FALSE(summary.updated);
  }
}

TEST_CASE("claims come in the order of the text, the title first") {
  CHECK(claims_behind_head("Summary\nERROR_A (5, 0x5). The code is 6 (0x7).\n"
                           "Related Errors\n- ERROR_B (7): the code is 8 (0x8).\n- ERROR_C\n"
                           "Error Details\n- Numeric Code: 13000 (0x32C8)\n") ==
        "prose ERROR_A 5 0x5 `ERROR_A (5, 0x5` ', '\n"
        "prose - 6 0x7 `6 (0x7` ' ('\n"
        "reference ERROR_B 7 `ERROR_B (7): the code is 8 (0x8).` described\n"
        "prose - 8 0x8 `8 (0x8` ' ('\n"
        "reference ERROR_C `ERROR_C`\n"
        "field ERROR_T 13000 0x32c8 `13000 (0x32C8)` ' ('\n");
}

TEST_CASE("a reference stands before what its description says at the same place") {
  CHECK(claims_behind_head("Related Errors\n- 13000 (0x5) is one\n") ==
        "reference - `13000 (0x5) is one` described flawed\n"
        "prose - 13000 0x5 `13000 (0x5` ' ('\n");
  CHECK(claims_behind_head("Related Errors\n- 13000 (0x6\n") ==
        "reference - `13000 (0x6` described flawed\n"
        "prose - 13000 0x6 `13000 (0x6` ' ('\n");
  // So many that a sort which does not care about equals would show.
  std::string body = "Related Errors\n";
  std::string claims;
  for (int i = 0; i < 100; ++i) {
    body += "- 13000 (0x5) is one\n";
    claims += "reference - `13000 (0x5) is one` described flawed\nprose - 13000 0x5 `13000 (0x5` ' ('\n";
  }
  CHECK(claims_behind_head(body) == claims);
}

TEST_CASE("fields speak of the article's own error, and a name among them is given the title's code") {
  CHECK(claims_behind_head("Error Details\n- Decimal Code: 5\n") == "field ERROR_T 5 `5`\n");
  CHECK(claims_behind_head("Error Details\n- Decimal Code: 5\n- Error Name: ERROR_OTHER\n") ==
        "field ERROR_T 5 `5`\nfield ERROR_OTHER 13000 0x32c8 `ERROR_OTHER`\n");
  const std::string_view source = "No title\nError Details\n- Decimal Code: 5\n";
  CHECK(claims_of(source) == "field - 5 `5`\n");
}

TEST_CASE("what stands between two numbers is kept where it is short") {
  CHECK(claims_behind_head(
            "Related Errors\n- ERROR_A (5, 0x5)\n- ERROR_B (5 / 0x5)\n- ERROR_C (5 - 0x5)\n- ERROR_D (0x5,5)\n"
            "- ERROR_E (5 or 0x5)\n- ERROR_F (5)\n") ==
        "reference ERROR_A 5 0x5 `ERROR_A (5, 0x5)` ', '\n"
        "reference ERROR_B 5 0x5 `ERROR_B (5 / 0x5)` ' / '\n"
        "reference ERROR_C 5 0x5 `ERROR_C (5 - 0x5)` ' - '\n"
        "reference ERROR_D 5 0x5 `ERROR_D (0x5,5)` ','\n"
        "reference ERROR_E 5 0x5 `ERROR_E (5 or 0x5)`\n"
        "reference ERROR_F 5 `ERROR_F (5)`\n");
}

TEST_CASE("summary outlive the text they were collected from") {
  ArticleSummary summary;
  {
    const std::string source = std::string(kHead) + "Related Errors\n- ERROR_A (5)\n";
    summary = summarise(source);
  }
  CHECK(summary.name() == "ERROR_T");
  CHECK(summary.name_of(summary.claims[1]) == "ERROR_A");
  CHECK(summary.message == "A message.");
}
