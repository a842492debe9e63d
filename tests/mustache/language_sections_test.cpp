// The Mustache language: sections, inverted sections, and lists.
#include "language.h"

using errpress::tests::check_language;
using errpress::tests::LanguageCase;

TEST_CASE("mustache language: sections") {
  const LanguageCase cases[] = {
      {"of true", R"({"on": true})", "<{{#on}}shown{{/on}}>", "<shown>"},
      {"of false", R"({"on": false})", "<{{#on}}hidden{{/on}}>", "<>"},
      {"of null", R"({"on": null})", "<{{#on}}hidden{{/on}}>", "<>"},
      {"of a name that nobody has", "{}", "<{{#on}}hidden{{/on}}>", "<>"},
      {"of an empty list", R"({"on": []})", "<{{#on}}hidden{{/on}}>", "<>"},
      {"of a text and of a number", R"({"t": "x", "n": 5})", "{{#t}}T{{/t}}{{#n}}N{{/n}}", "TN"},
      {"of an empty object", R"({"on": {}})", "<{{#on}}shown{{/on}}>", "<shown>"},
      {"one name twice", R"({"on": true, "b": "middle"})",
       "{{#on}}\n1 first\n{{/on}}\n2 {{b}}\n{{#on}}\n3 last\n{{/on}}\n", "1 first\n2 middle\n3 last\n"},
      {"true within true", R"({"on": true})", "<{{#on}}a{{#on}}b{{/on}}c{{/on}}>", "<abc>"},
      {"false within false", R"({"on": false})", "<{{#on}}a{{#on}}b{{/on}}c{{/on}}>", "<>"},
      {"false within true", R"({"on": true, "off": false})", "<{{#on}}a{{#off}}b{{/off}}c{{/on}}>", "<ac>"},
      {"blanks around and within stay", R"({"on": true})", " <\t{{#on}} . {{/on}}\t> \n", " <\t . \t> \n"},
      {"blanks and comments within stay and go", R"({"on": true})", "<{{#on}} {{! gone }}\n\t{{/on}} >\n",
       "< \n\t >\n"},
      {"on a line with text each", R"({"on": true})", " {{#on}}one{{/on}}\n  {{#on}}two{{/on}}\n", " one\n  two\n"},
      {"two tags on one line are no standalone tags", R"({"on": true})", "a\n {{#on}}{{/on}} \nb", "a\n  \nb"},
      {"blanks in their tags do not count", R"({"on": true})", "<{{# on }}x{{/ on }}|{{#\ton\n}}y{{/\n on}}>", "<x|y>"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: lists") {
  const LanguageCase cases[] = {
      {"once for each item", R"({"rows": [{"no": 4}, {"no": 5}, {"no": 6}]})", "<{{#rows}}{{no}},{{/rows}}>",
       "<4,5,6,>"},
      {"an item of one", R"({"rows": [{"no": 4}]})", "{{#rows}}{{no}}{{/rows}}", "4"},
      {"items that are texts", R"({"rows": ["p", "q", "r"]})", "{{#rows}}[{{.}}]{{/rows}}", "[p][q][r]"},
      {"items that are whole numbers", R"({"rows": [10, -20, 30]})", "{{#rows}}[{{.}}]{{/rows}}", "[10][-20][30]"},
      {"items that are fractions", R"({"rows": [0.5, 2.25]})", "{{#rows}}[{{.}}]{{/rows}}", "[0.5][2.25]"},
      {"items are escaped, or raw", R"({"rows": ["<", "\"", "&"]})",
       "{{#rows}}{{.}} {{/rows}}{{#rows}}{{{.}}} {{/rows}}{{#rows}}{{&.}} {{/rows}}",
       "&lt; &quot; &amp; < \" & < \" & "},
      {"lists in lists", R"({"rows": [[1, 2], ["p", "q"], []]})", "{{#rows}}<{{#.}}{{.}}{{/.}}>{{/rows}}",
       "<12><pq><>"},
      {"a list at the root", R"([{"no": "x"}, {"no": "y"}])", "{{#.}}<{{no}}>{{/.}}", "<x><y>"},
      {"falsehood within an item does not end the list", R"({"rows": [{"on": true}, {"on": false}, {"on": true}]})",
       "{{#rows}}{{#on}}1{{/on}}{{^on}}0{{/on}}{{/rows}}", "101"},
      {"each item is looked in by itself", R"({"a": "up", "rows": [{"a": "x"}, {}, {"b": 1, "a": "z"}]})",
       "{{#rows}}{{a}} {{/rows}}", "x up z "},
      {"a list twice", R"({"rows": [1, 2]})", "{{#rows}}{{.}}{{#rows}}<{{.}}>{{/rows}}{{/rows}}", "1<1><2>2<1><2>"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: inverted sections") {
  const LanguageCase cases[] = {
      {"of false", R"({"on": false})", "<{{^on}}shown{{/on}}>", "<shown>"},
      {"of true", R"({"on": true})", "<{{^on}}hidden{{/on}}>", "<>"},
      {"of null", R"({"on": null})", "<{{^on}}shown{{/on}}>", "<shown>"},
      {"of a name that nobody has", "{}", "<{{^on}}shown{{/on}}>", "<shown>"},
      {"of an empty list", R"({"on": []})", "<{{^on}}shown{{/on}}>", "<shown>"},
      {"of a list", R"({"on": [{"no": 1}, {"no": 2}]})", "<{{^on}}{{no}}{{/on}}>", "<>"},
      {"of an object", R"({"on": {"no": 1}})", "<{{^on}}hidden {{no}}{{/on}}>", "<>"},
      {"one name twice", R"({"off": false, "b": "middle"})",
       "{{^off}}\n1 first\n{{/off}}\n2 {{b}}\n{{^off}}\n3 last\n{{/off}}\n", "1 first\n2 middle\n3 last\n"},
      {"false within false", R"({"off": false})", "<{{^off}}a{{^off}}b{{/off}}c{{/off}}>", "<abc>"},
      {"true within true", R"({"on": true})", "<{{^on}}a{{^on}}b{{/on}}c{{/on}}>", "<>"},
      {"a section within one", R"({"on": true})", "<{{^off}}a{{#on}}b{{/on}}c{{/off}}{{#on}}{{^on}}d{{/on}}e{{/on}}>",
       "<abce>"},
      {"blanks around and within stay", R"({"off": false})", " <\t{{^off}} . {{/off}}\t> \n", " <\t . \t> \n"},
      {"blanks and comments within stay and go", R"({"off": false})", "<{{^off}} {{! gone }}\n\t{{/off}} >\n",
       "< \n\t >\n"},
      {"on a line with text each", R"({"off": false})", " {{^off}}one{{/off}}\n  {{^off}}two{{/off}}\n",
       " one\n  two\n"},
      {"blanks in their tags do not count", R"({"off": false})", "<{{^ off }}x{{/ off }}>", "<x>"},
  };
  check_language(cases);
}
