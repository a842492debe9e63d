// Tests of the two renderings of a page, of other line ends, and of whole articles: the shipped ones and the seeds.
#include <algorithm>

#include "article/parser.h"
#include "sound.h"
#include "support/article_printer.h"

using namespace errpress::tests;
using errpress::article::Article;
using errpress::article::BlockKind;

namespace {

constexpr std::string_view kSpaced =
    "ERROR_T - 13000 (0x32C8)\n\nA message.\n\nUpdated: Feb 21, 2026\n\n"
    "Technical Meaning\n\nIt is 13000 (0x32C8).\n\n"
    "Error Details\n\n  \u2022 Error Name: ERROR_T\n  \u2022 Numeric Code: 13000 (0x32C8)\n\n"
    "Common Causes\n\nOne of these:\n\n  \u2022 Cause: One.\n  \u2022 Another.\n\n"
    "How to Resolve\n\n  1. Look: At it.\n  2. Go on.\n\nThat is all.\n\n"
    "Related Errors\n\n  \u2022 ERROR_A (13860, 0x3624): One.\n  \u2022 ERROR_B (13859): Two.\n  \u2022 ERROR_C (1)\n\n"
    "FAQ\n\nQ: Why?\n\nA: Because.\n\nQ: How?\n\nA: So.\n\n"
    "Summary\n\nA sentence.\n";

constexpr std::string_view kCollapsed =
    "ERROR_T - 13000 (0x32C8)\nA message.\nUpdated: Feb 21, 2026\n"
    "Technical Meaning\nIt is 13000 (0x32C8).\n"
    "Error Details\n- Error Name: ERROR_T\n- Numeric Code: 13000 (0x32C8)\n"
    "Common Causes\nOne of these:\n- Cause: One.\n- Another.\n"
    "How to Resolve\n- Look: At it.\n- Go on.\nThat is all.\n"
    "Related Errors\n- ERROR_A(13860, 0x3624): One.ERROR_B(13859): Two.ERROR_C(1)\n"
    "FAQ\nQ: Why?\nA: Because.\nQ: How?\nA: So.\n"
    "Summary\nA sentence.\n";

std::string dump_of(std::string_view source) { return dump(sound(source), source, shipped_dialect()); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::size_t count_blocks(const Article& article, BlockKind kind) {
  return static_cast<std::size_t>(std::count_if(article.blocks.begin(), article.blocks.end(),
                                                [kind](const auto& block) { return block.kind == kind; }));
}

// The kinds of the article's sections, in order, each followed by a space.
std::string kinds_of(std::string_view source) {
  std::string kinds;
  for (const auto& section : parsed(source).sections) {
    kinds += section.dialect_section ? shipped_dialect().sections()[*section.dialect_section].kind : "unknown";
    kinds += ' ';
  }
  return kinds;
}

constexpr std::string_view kShort =
    "technical_meaning error_details usage_context developer_interpretation related_errors faq summary ";
constexpr std::string_view kLong =
    "technical_background error_details common_causes real_world_context criticality how_to_diagnose how_to_resolve "
    "developer_notes related_errors faq summary ";

}  // namespace

TEST_CASE("both renderings of a page are one article") {
  CHECK(dump_of(kSpaced) ==
        "title ERROR_T dec 13000 hex 0x32C8\n"
        "message \"A message.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n"
        "section technical_meaning \"Technical Meaning\"\n"
        "  paragraph \"It is 13000 (0x32C8).\"\n"
        "section error_details \"Error Details\"\n"
        "  fields\n"
        "    \"Error Name\": \"ERROR_T\"\n"
        "    \"Numeric Code\": \"13000 (0x32C8)\"\n"
        "section common_causes \"Common Causes\"\n"
        "  paragraph \"One of these:\"\n"
        "  bullets\n"
        "    \"Cause\": \"One.\"\n"
        "    \"Another.\"\n"
        "section how_to_resolve \"How to Resolve\"\n"
        "  steps\n"
        "    \"Look\": \"At it.\"\n"
        "    \"Go on.\"\n"
        "  paragraph \"That is all.\"\n"
        "section related_errors \"Related Errors\"\n"
        "  references\n"
        "    reference ERROR_A (13860, 0x3624) dec 13860 hex 0x3624: \"One.\"\n"
        "    reference ERROR_B (13859) dec 13859: \"Two.\"\n"
        "    reference ERROR_C (1) dec 1\n"
        "section faq \"FAQ\"\n"
        "  question \"Why?\"\n"
        "    \"Because.\"\n"
        "  question \"How?\"\n"
        "    \"So.\"\n"
        "section summary \"Summary\"\n"
        "  paragraph \"A sentence.\"\n"
        "claim dec 13000 hex 0x32C8\n"
        "field claim dec 13000 hex 0x32C8\n");
  CHECK(dump_of(kCollapsed) == dump_of(kSpaced));
}

TEST_CASE("the printers print the renderings as they are written") {
  CHECK(print_spaced(parsed(kCollapsed), kCollapsed, shipped_dialect()) == kSpaced);
  CHECK(print_collapsed(parsed(kSpaced), kSpaced, shipped_dialect()) == kCollapsed);
}

TEST_CASE("line ends, byte order mark, tabs and the final line end change nothing") {
  const std::string expected = dump_of(kSpaced);
  const std::string source(kSpaced);
  CHECK(dump_of(replaced(source, "\n", "\r\n")) == expected);
  CHECK(dump_of(replaced(source, "\n", "\r")) == expected);
  CHECK(dump_of("\uFEFF" + source) == expected);
  CHECK(dump_of(replaced(source, "  ", "\t")) == expected);
  CHECK(dump_of(replaced(source, "\n", " \t\n\t ")) == expected);
  CHECK(dump_of(source.substr(0, source.size() - 1)) == expected);
  CHECK(dump_of(source + "\n\n") == expected);
}

TEST_CASE("parsing again into the same article leaves nothing of the one before") {
  Article article = parsed(kSpaced);
  errpress::article::parse("", shipped_dialect(), article);
  CHECK(dump(article, "", shipped_dialect()) == "");
  errpress::article::parse(kSpaced, shipped_dialect(), article);
  CHECK(dump(article, kSpaced, shipped_dialect()) == dump_of(kSpaced));
}

TEST_CASE("the shipped articles come out of the spaced printer byte for byte, and collapsed they are the same") {
  const auto articles = shipped_articles();
  REQUIRE(articles.size() == 3);
  for (const Sample& sample : articles) {
    CAPTURE(sample.path);
    const Article article = sound(sample.text);
    CHECK(print_spaced(article, sample.text, shipped_dialect()) == sample.text);
    CHECK(dump_of(print_collapsed(article, sample.text, shipped_dialect())) == dump_of(sample.text));
  }
}

TEST_CASE("the seeds come out of the spaced printer byte for byte, and collapsed they are the same") {
  for (const Sample& sample : seeds("seeds-printed")) {
    CAPTURE(sample.path);
    const std::string& text = sample.text;
    const Article article = sound(text);
    CHECK(print_spaced(article, text, shipped_dialect()) == text + "\n");
    CHECK(dump_of(print_collapsed(article, text, shipped_dialect())) == dump_of(text));
  }
}

TEST_CASE("the structure of the shipped articles") {
  const auto articles = shipped_articles();
  REQUIRE(articles.size() == 3);

  const std::string& first = articles[0].text;
  CHECK(dump_head(sound(first), first) ==
        "title ERROR_IPSEC_IKE_NEGOTIATION_DISABLED dec 13883 hex 0x363B\n"
        "message \"The policy that IKE was given turns negotiation off.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n");
  CHECK(dump_references(sound(first), first) ==
        "reference ERROR_IPSEC_IKE_NEGOTIATION_FAILED (13890, 0x3642) dec 13890 hex 0x3642: "
        "\"Negotiation was tried and did not succeed.\"\n"
        "reference ERROR_IPSEC_POLICY_NOT_FOUND (13875, 0x363B) dec 13875 hex 0x363B: "
        "\"The policy that negotiation needs is missing or was never configured.\"\n");
  CHECK(dump_claims(sound(first), first) ==
        "claim ERROR_IPSEC_IKE_NEGOTIATION_DISABLED dec 13883 hex 0x363B\n"
        "claim ERROR_IPSEC_IKE_NEGOTIATION_DISABLED dec 13883 hex 0x363B\n");

  const std::string& second = articles[1].text;
  CHECK(dump_references(sound(second), second) ==
        "reference ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9) dec 13002 hex 0x32C9: "
        "\"The main mode policy asked for is not in the store.\"\n"
        "reference ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x32CC) dec 13004 hex 0x32CC: "
        "\"The main mode policy given contains mistakes and cannot be used.\"\n");
  CHECK(dump_claims(sound(second), second) == "");

  const std::string& third = articles[2].text;
  const Article long_article = sound(third);
  CHECK(dump_head(long_article, third) ==
        "title ERROR_IPSEC_QM_POLICY_EXISTS dec 13000 hex 0x32C8\n"
        "message \"There already is a quick mode policy like the one given.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n");
  CHECK(long_article.references.size() == 3);
  CHECK(count_blocks(long_article, BlockKind::bullets) == 1);
  CHECK(count_blocks(long_article, BlockKind::steps) == 2);
  CHECK(count_blocks(long_article, BlockKind::question) == 2);
  CHECK(dump_claims(long_article, third) == "claim ERROR_IPSEC_QM_POLICY_EXISTS dec 13000 hex 0x32C8\n");
}

TEST_CASE("the structure of the seeds") {
  const auto articles = seeds("seeds-structure");
  if (articles.empty()) return;
  REQUIRE(articles.size() == 3);

  const std::string& first = articles[0].text;
  CHECK(dump_head(sound(first), first) ==
        "title ERROR_IPSEC_MM_POLICY_EXISTS dec 13003 hex 0x32CB\n"
        "message \"The specified main mode policy already exists.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n");
  CHECK(dump_references(sound(first), first) ==
        "reference ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9) dec 13002 hex 0x32C9: "
        "\"Indicates that a main mode policy does not exist and cannot be found.\"\n"
        "reference ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x32CC) dec 13004 hex 0x32CC: "
        "\"Indicates that the specified main mode policy is invalid or contains errors.\"\n");
  CHECK(dump_claims(sound(first), first) == "");

  const std::string& second = articles[1].text;
  const Article long_article = sound(second);
  CHECK(dump_head(long_article, second) ==
        "title ERROR_IPSEC_QM_POLICY_EXISTS dec 13000 hex 0x32C8\n"
        "message \"The specified quick mode policy already exists.\"\n"
        "updated \"Feb 21, 2026\" 2026-02-21\n");
  CHECK(long_article.references.size() == 3);
  CHECK(count_blocks(long_article, BlockKind::bullets) == 1);
  CHECK(count_blocks(long_article, BlockKind::steps) == 2);
  CHECK(count_blocks(long_article, BlockKind::question) == 2);
  CHECK(dump_claims(long_article, second) == "claim ERROR_IPSEC_QM_POLICY_EXISTS dec 13000 hex 0x32C8\n");

  const std::string& third = articles[2].text;
  CHECK(dump_references(sound(third), third) ==
        "reference ERROR_IPSEC_IKE_NEGOTIATION_FAILED (13890, 0x3642) dec 13890 hex 0x3642: "
        "\"Indicates a failure in the negotiation process after it was attempted.\"\n"
        "reference ERROR_IPSEC_POLICY_NOT_FOUND (13875, 0x363B) dec 13875 hex 0x363B: "
        "\"Suggests that the policy required for negotiation is not present or configured.\"\n");
  CHECK(dump_claims(sound(third), third) ==
        "claim ERROR_IPSEC_IKE_NEGOTIATION_DISABLED dec 13883 hex 0x363B\n"
        "claim ERROR_IPSEC_IKE_NEGOTIATION_DISABLED dec 13883 hex 0x363B\n");
}

TEST_CASE("the shipped articles have the sections of the templates") {
  for (const Sample& sample : shipped_articles()) {
    CAPTURE(sample.path);
    CHECK(kinds_of(sample.text) == (sample.path.find("_QM_") == std::string::npos ? kShort : kLong));
  }
}

TEST_CASE("the seeds have the sections of the templates") {
  const auto articles = seeds("seeds-sections");
  if (articles.empty()) return;
  REQUIRE(articles.size() == 3);
  CHECK(kinds_of(articles[0].text) == kShort);
  CHECK(kinds_of(articles[1].text) == kLong);
  CHECK(kinds_of(articles[2].text) == kShort);
}
