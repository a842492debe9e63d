#include "article/dialect.h"

#include "article/parser.h"
#include "base/result.h"
#include "sound.h"

using namespace errpress::tests;
using errpress::article::Dialect;
using errpress::article::FieldKey;
using errpress::article::SectionRole;

namespace {

constexpr const char* kMinimal = "sections:\n  - {kind: summary, heading: Summary}\n";

// The full text of the error, or "ok".
std::string outcome(const std::string& yaml) {
  const auto result = Dialect::parse(yaml, "dialect.yaml");
  return result.ok() ? "ok" : errpress::base::to_string(result.error());
}

Dialect dialect_of(const std::string& yaml) {
  auto result = Dialect::parse(yaml, "dialect.yaml");
  REQUIRE_MESSAGE(result.ok(), outcome(yaml));
  return std::move(result).value();
}

}  // namespace

TEST_CASE("the shipped dialect") {
  const Dialect& dialect = shipped_dialect();
  CHECK(dialect.sections().size() == 15);
  CHECK(dialect.find_heading("Summary") == dialect.sections().size() - 1);
  REQUIRE(dialect.templates().size() == 4);
  CHECK(dialect.templates()[0].name == "short");
  CHECK(dialect.templates()[0].sections.size() == 7);
  CHECK(dialect.templates()[1].sections.size() == 8);
  CHECK(dialect.templates()[2].sections.size() == 11);
  CHECK(dialect.templates()[3].sections.size() == 11);
  const auto faq = dialect.find_heading("Frequently Asked Questions");
  REQUIRE(faq);
  CHECK(dialect.sections()[*faq].kind == "faq");
  CHECK(dialect.sections()[*faq].heading == "FAQ");
  CHECK(dialect.sections()[*faq].role == SectionRole::faq);
  CHECK(dialect.find_field("Error Code") == FieldKey::code);
}

TEST_CASE("headings and fields are found by the whole of their text") {
  const Dialect dialect = dialect_of(
      "sections:\n"
      "  - {kind: one, heading: The One, aliases: [One, First of All]}\n"
      "  - {kind: two, heading: Two, role: references, subheadings: true, dash_lists: steps}\n"
      "fields: {Code Is: code, Name Is: name}\n");
  CHECK(dialect.find_heading("The One") == 0);
  CHECK(dialect.find_heading("One") == 0);
  CHECK(dialect.find_heading("First of All") == 0);
  CHECK(dialect.find_heading("Two") == 1);
  for (const std::string_view line : {"", "T", "two", "Two ", " Two", "Two:", "First of All and more"}) {
    CAPTURE(line);
    CHECK_FALSE(dialect.find_heading(line));
  }
  CHECK_FALSE(dialect.sections()[0].subheadings);
  CHECK_FALSE(dialect.sections()[0].dash_steps);
  CHECK(dialect.sections()[0].role == SectionRole::prose);
  CHECK(dialect.sections()[1].subheadings);
  CHECK(dialect.sections()[1].dash_steps);
  CHECK(dialect.sections()[1].role == SectionRole::references);
  CHECK(dialect.find_field("Code Is") == FieldKey::code);
  CHECK(dialect.find_field("Name Is") == FieldKey::name);
  CHECK_FALSE(dialect.find_field("Code"));
  CHECK(dialect.templates().empty());
}

TEST_CASE("where a second name begins in a word") {
  const Dialect dialect = dialect_of(std::string(kMinimal) + "prefixes: [ERROR_, STATUS_]\n");
  CHECK(dialect.find_glue("ERROR_ONEERROR_TWO") == 9);
  CHECK(dialect.find_glue("ERROR_ONESTATUS_TWO") == 9);
  CHECK(dialect.find_glue("ERROR_ASTATUS_BERROR_C") == 7);
  CHECK(dialect.find_glue("EPERMERROR_TWO") == 5);
  CHECK(dialect.find_glue("ERROR_ERROR_AERROR_B") == 13);
  CHECK_FALSE(dialect.find_glue(""));
  CHECK_FALSE(dialect.find_glue("ERROR_ONE"));
  CHECK_FALSE(dialect.find_glue("ERROR_INTERNAL_ERROR_STATE"));
  CHECK_FALSE(dialect.find_glue("ERROR_INERROR"));
  CHECK_FALSE(dialect_of(kMinimal).find_glue("ERROR_ONEERROR_TWO"));
}

TEST_CASE("a dialect of another house parses its own articles") {
  const Dialect dialect = dialect_of(
      "sections:\n"
      "  - {kind: cause, heading: Why, dash_lists: steps}\n"
      "  - {kind: near, heading: Near, role: references}\n"
      "  - {kind: ask, heading: Ask, role: faq, subheadings: true}\n"
      "fields: {Number: decimal}\n"
      "prefixes: [E]\n");
  const std::string_view source =
      "E_A - 1 (0x1)\nSummary\nWhy\n- One\nNear\n- E_AE_B (2)\nAsk\n\nThe Name\n\nWhat?\nThis.\nSummary\nWhy\n* "
      "Number: 1\n";
  CHECK(dump(sound(source, dialect), source, dialect) ==
        "title E_A dec 1 hex 0x1\n"
        "message \"Summary\"\n"
        "section cause \"Why\"\n"
        "  steps\n"
        "    \"One\"\n"
        "section near \"Near\"\n"
        "  references\n"
        "    reference E_A [glued]\n"
        "    reference E_B (2) dec 2 [glued]\n"
        "section ask \"Ask\"\n"
        "  subheading \"The Name\"\n"
        "  question \"What?\"\n"
        "    \"This.\"\n"
        "    \"Summary\"\n"
        "section cause \"Why\"\n"
        "  fields\n"
        "    \"Number\": \"1\"\n"
        "field mention dec 1\n");
}

TEST_CASE("what is wrong in a dialect is said with its place") {
  const std::string sections = kMinimal;
  const struct {
    std::string yaml;
    std::string_view error;
  } cases[] = {
      {"", "dialect.yaml: expected a map with the keys sections, templates, fields, prefixes"},
      {"- a\n", "dialect.yaml:1:1: expected a map with the keys sections, templates, fields, prefixes"},
      {"sections:\n", "dialect.yaml:1:1: a dialect needs at least one entry under `sections`"},
      {"sections: many\n", "dialect.yaml:1:11: `sections` must be a list"},
      {sections + "section: []\n", "dialect.yaml:3:1: unknown key `section`; did you mean `sections`?"},
      {sections + "colour: red\n",
       "dialect.yaml:3:1: unknown key `colour`; expected one of sections, templates, fields, prefixes"},
      {"sections:\n  - {kind: a}\n", "dialect.yaml:2:5: `heading` is missing"},
      {"sections:\n  - {heading: A}\n", "dialect.yaml:2:5: `kind` is missing"},
      {"sections:\n  - {kind: a, heading: }\n", "dialect.yaml:2:15: `heading` has no value"},
      {"sections:\n  - {kind: a, heading: A, rolle: faq}\n",
       "dialect.yaml:2:27: unknown key `rolle`; did you mean `role`?"},
      {"sections:\n  - {kind: a, heading: A, role: questions}\n",
       "dialect.yaml:2:33: `questions` is not one of prose, references, faq"},
      {"sections:\n  - {kind: a, heading: A, subheadings: maybe}\n",
       "dialect.yaml:2:40: `maybe` is not one of true, false"},
      {"sections:\n  - {kind: a, heading: A, dash_lists: [steps]}\n", "dialect.yaml:2:39: expected a word here"},
      {"sections:\n  - {kind: a, heading: A, aliases: B}\n", "dialect.yaml:2:36: `aliases` must be a list"},
      {"sections:\n  - {kind: a, heading: A}\n  - {kind: a, heading: B}\n",
       "dialect.yaml:3:12: section `a` is given twice"},
      {"sections:\n  - {kind: a, heading: A}\n  - {kind: b, heading: B, aliases: [C, A]}\n",
       "dialect.yaml:3:40: heading `A` is given twice"},
      {"sections:\n  - {kind: a, heading: A, aliases: [A]}\n", "dialect.yaml:2:37: heading `A` is given twice"},
      {sections + "templates:\n  - {name: short, sections: [summary, faq]}\n",
       "dialect.yaml:4:39: no section has the kind `faq`"},
      {sections + "templates:\n  - {sections: [summary]}\n", "dialect.yaml:4:5: `name` is missing"},
      {sections + "prefixes: [ERROR_, '']\n", "dialect.yaml:3:20: expected a word here"},
      {sections + "fields: [Hex Code]\n",
       "dialect.yaml:3:9: `fields` must be a map of labels to kinds (name, code, decimal, hex, message, other)"},
      {sections + "fields: {Hex Code: hexadecimal}\n",
       "dialect.yaml:3:20: `hexadecimal` is not one of name, code, decimal, hex, message, other"},
      {sections + "fields:\n  Hex Code: hex\n  HEX code: hex\n", "dialect.yaml:5:3: field `HEX code` is given twice"},
      {sections + "---\nsections: []\n", "dialect.yaml:4:1: a second document begins here; only one is allowed"},
      {sections + "fields:\n  Hex Code: hex\n  Hex Code: hex\n", "dialect.yaml:5:3: key `Hex Code` is given twice"},
      {"sections: [\n", "dialect.yaml:2:1: end of sequence flow not found"},
      {"sections:\n\t- a\n", "dialect.yaml:2:2: illegal block entry"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.yaml);
    CHECK(outcome(example.yaml) == example.error);
  }
  CHECK(outcome(sections) == "ok");
}
