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
  CHECK(dialect.find_heading("Summary")->section == dialect.sections().size() - 1);
  REQUIRE(dialect.templates().size() == 4);
  CHECK(dialect.templates()[0].name == "short");
  CHECK(dialect.templates()[0].sections.size() == 7);
  CHECK(dialect.templates()[1].sections.size() == 8);
  CHECK(dialect.templates()[2].sections.size() == 11);
  CHECK(dialect.templates()[3].sections.size() == 11);
  const auto found = dialect.find_heading("Frequently Asked Questions");
  REQUIRE(found);
  const std::optional<std::uint16_t> faq = found->section;
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
  CHECK(dialect.find_heading("The One")->section == 0);
  CHECK(dialect.find_heading("One")->section == 0);
  CHECK(dialect.find_heading("First of All")->section == 0);
  CHECK(dialect.find_heading("Two")->section == 1);
  for (const std::string_view line : {"", "T", "two", "Twos", "First of All and more"}) {
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
      "  - {kind: cause, heading: Why, dash_lists: steps, own_fields: true}\n"
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
        "field claim dec 1\n");
}

TEST_CASE("what is wrong in a dialect is said with its place") {
  const std::string sections = kMinimal;
  const struct {
    std::string yaml;
    std::string_view error;
  } cases[] = {
      {"",
       "dialect.yaml: expected a map with the keys extends, titles, names, code, sections, templates, fields, "
       "prefixes"},
      {"- a\n",
       "dialect.yaml:1:1: expected a map with the keys extends, titles, names, code, sections, templates, fields, "
       "prefixes"},
      {"sections:\n", "dialect.yaml:1:1: a dialect needs at least one entry under `sections`"},
      {"sections: many\n", "dialect.yaml:1:11: `sections` must be a list"},
      {sections + "section: []\n", "dialect.yaml:3:1: unknown key `section`; did you mean `sections`?"},
      {sections + "colour: red\n",
       "dialect.yaml:3:1: unknown key `colour`; expected one of extends, titles, names, code, sections, templates, "
       "fields, prefixes"},
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
      {sections + "titles: []\n", "dialect.yaml:3:9: `titles` is a list of forms such as \"{name} ({hex})\""},
      {sections + "titles: ['{hex}']\n", "dialect.yaml:3:10: a title needs {name}"},
      {sections + "titles: ['{name} {code}']\n",
       "dialect.yaml:3:10: `{code}` is not one of {name}, {decimal}, {hex}, {message}"},
      {sections + "titles: ['{name} {']\n", "dialect.yaml:3:10: `{` is not one of {name}, {decimal}, {hex}, {message}"},
      {sections + "titles: ['{name}{hex}']\n", "dialect.yaml:3:10: nothing divides {hex} from what precedes it"},
      {sections + "titles: ['{name} {name}']\n", "dialect.yaml:3:10: {name} is given twice"},
      {sections + "titles: ['{message}: {name}']\n", "dialect.yaml:3:10: {message} is not at the end"},
      {sections + "titles: ['{name}', '{name}']\n", "dialect.yaml:3:20: form `{name}` is given twice"},
      {sections + "names: ''\n", "dialect.yaml:3:8: expected a word here"},
      {sections + "names: '[A-Z'\n", "dialect.yaml:3:8: `[` without characters and a `]`"},
      {sections + "names: ['[A-Z]+', '[z-a]']\n", "dialect.yaml:3:19: `z-a` is not a range"},
      {sections + "names: 'A/B'\n", "dialect.yaml:3:8: a name cannot contain `/`"},
      {sections + "names: 'A*-B'\n", "dialect.yaml:3:8: a name begins with a letter or a digit"},
      {sections + "names: 'A*B?'\n", "dialect.yaml:3:8: the pattern matches an empty name"},
      {sections + "names: 'A{0}'\n", "dialect.yaml:3:8: expected a count such as {5} or {1,5}"},
      {sections + "names: 'A{40}B{40}'\n", "dialect.yaml:3:8: the pattern is too long"},
      {sections + "code: maybe\n", "dialect.yaml:3:7: `maybe` is not one of required, optional, none"},
      {sections + "extends: other\n", "dialect.yaml:3:10: `other` is not a dialect to extend; only default is"},
      {sections + "extends: default\n", "dialect.yaml:3:10: there is no default dialect here"},
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

TEST_CASE("titles and names have the forms that the dialect lists") {
  const Dialect dialect = dialect_of(std::string(kMinimal) +
                                     "titles: ['{name}: {message}', '{name} ({hex})', '{hex} {name}']\n"
                                     "names: ['[A-Z]+-\\d{5}', '[0-9][0-9A-Z]{4}']\n"
                                     "code: optional\n");
  constexpr Case kCases[] = {
      {"ORA-00942: table or view does not exist\nUpdated: x",
       "title ORA-00942\nmessage \"table or view does not exist\"\nupdated \"x\" (no date)\n"},
      {"42P01 (0x5)\nThe message.", "title 42P01 hex 0x5\nmessage \"The message.\"\n"},
      {"0x5  42P01", "title 42P01 hex 0x5\n"},
      {"ORA-00942 - 942", "odd title \"ORA-00942 - 942\" ORA-00942 dec 942\n"},
      {"ORA-00942", "odd title \"ORA-00942\" ORA-00942\n"},
      {"ORA-0094 (0x5)", "malformed title \"ORA-0094 (0x5)\"\n"},
      {"ORA-009421 (0x5)", "malformed title \"ORA-009421 (0x5)\"\n"},
      {"ORA-00942:", "odd title \"ORA-00942:\" ORA-00942\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(dump_head(sound(example.input, dialect), example.input) == example.dump);
  }
}

TEST_CASE("entries have names of the dialect's shape") {
  const Dialect dialect = dialect_of(
      "sections:\n  - {kind: near, heading: Near, role: references}\n"
      "names: '[A-Z]+-[0-9]+'\n");
  const std::string_view source =
      "ORA-1 - 1 (0x1)\nM\nNear\n- ORA-2 (2): One.ORA-3 (3): Two.\nORA-4\n- ERROR_A (4)\n- ORA-5, ORA-6\n";
  CHECK(dump_references(sound(source, dialect), source) ==
        "reference ORA-2 (2) dec 2: \"One.\"\nreference ORA-3 (3) dec 3: \"Two.\"\nreference ORA-4\n"
        "reference ERROR_A (4) dec 4\nreference ORA-5\nreference ORA-6\n");
}

TEST_CASE("a dialect that extends the default one says what differs") {
  const std::string parent = read_bytes(ERRPRESS_SOURCE_DIR "/corpus/dialect.yaml");
  const auto result = Dialect::parse(
      "extends: default\n"
      "sections:\n"
      "  - {kind: related_errors, heading: Verwandte Fehler, aliases: [Siehe auch]}\n"
      "  - {kind: history, heading: History, own_fields: true}\n"
      "  - {kind: summary, own_fields: true}\n"
      "templates:\n"
      "  - {name: short, sections: [summary]}\n"
      "  - {name: own, sections: [history]}\n"
      "fields: {Code: decimal, Nummer: code}\n"
      "prefixes: [MY_]\n"
      "code: none\n",
      "dialect.yaml", parent);
  REQUIRE_MESSAGE(result.ok(), errpress::base::to_string(result.error()));
  CHECK(result->sections().size() == shipped_dialect().sections().size() + 1);
  const auto related = shipped_dialect().find_heading("Related Errors")->section;
  for (const std::string_view heading : {"Related Errors", "Related Error Codes", "Verwandte Fehler", "Siehe auch"}) {
    CHECK(result->find_heading(heading)->section == related);
  }
  CHECK(result->sections()[related].heading == "Verwandte Fehler");
  CHECK(result->sections()[related].role == SectionRole::references);
  CHECK(result->sections()[result->find_heading("Summary")->section].own_fields);
  CHECK(result->sections().back().kind == "history");
  CHECK(result->templates().size() == shipped_dialect().templates().size() + 1);
  CHECK(result->templates()[0].sections.size() == 1);
  CHECK(result->find_field("Code") == FieldKey::decimal);
  CHECK(result->find_field("Nummer") == FieldKey::code);
  CHECK(result->find_field("Hex Code") == FieldKey::hex);
  CHECK(result->has_prefix("MY_A"));
  CHECK_FALSE(result->has_prefix("ERROR_A"));
  CHECK(result->titles().size() == 1);
  CHECK(result->titles()[0].shown() == "NAME - DECIMAL (0xHEX)");

  const auto twice =
      Dialect::parse("extends: default\nsections:\n  - {kind: faq}\n  - {kind: faq}\n", "dialect.yaml", parent);
  CHECK(errpress::base::to_string(twice.error()) == "dialect.yaml:4:12: section `faq` is given twice");
}
