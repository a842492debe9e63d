// Every error of strict templates, with its whole text; and next to it what is right and must stay silent.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "workbench.h"

namespace {

using errpress::tests::kTestEscapers;
using errpress::tests::Workbench;
using nlohmann::ordered_json;

struct Case {
  std::string text;
  std::string error;
};

TEST_CASE("template errors: found when a template is compiled") {
  Workbench bench{.partials = {{"title", "{{name}}"},
                               {"broken", "fine\n  {{nmae}}\n"},
                               {"loop", "{{>ring}}"},
                               {"ring", "\n  {{>loop}}"},
                               {"self", "{{>self}}"}},
                  .more_keys = {"house_style"}};
  for (const Case& c : {
           // Names.
           Case{"{{mesage}}", "page.mustache:1:1: unknown name `mesage`; did you mean `message`?"},
           Case{"{{{house_stile}}}", "page.mustache:1:1: unknown name `house_stile`; did you mean `house_style`?"},
           Case{"{{quite_unheard_of}}", "page.mustache:1:1: unknown name `quite_unheard_of`"},
           Case{"• ’\n\t• {{#sectoins}}{{/sectoins}}",
                "page.mustache:2:4: unknown name `sectoins`; did you mean `sections`?"},
           Case{"a\r\nb {{^nam}}{{/nam}}", "page.mustache:2:3: unknown name `nam`; did you mean `name`?"},
           Case{"{{code.vlaue}}", "page.mustache:1:1: unknown name `vlaue` in `code.vlaue`; did you mean `value`?"},
           Case{"{{cod.value}}", "page.mustache:1:1: unknown name `cod` in `cod.value`; did you mean `code`?"},
           Case{"{{code..value}}", "page.mustache:1:1: `code..value` is not a name: a dot must separate two names"},
           Case{"{{.name}}", "page.mustache:1:1: `.name` is not a name: a dot must separate two names"},
           Case{"{{name.}}", "page.mustache:1:1: `name.` is not a name: a dot must separate two names"},
           Case{"{{name code}}", "page.mustache:1:1: `name code` is not a name: names cannot contain white space"},
           Case{"a {{}}", "page.mustache:1:3: a name is missing in this tag"},
           Case{"a {{# }}", "page.mustache:1:3: a name is missing in this tag"},
           // Tags.
           Case{"a\n {{name", "page.mustache:2:2: this tag is never closed; `}}` would close it"},
           Case{"{{name\n{{code}}", "page.mustache:1:1: this tag is never closed; `}}` would close it"},
           Case{"{{{name}} x", "page.mustache:1:1: this tag is never closed; `}}}` would close it"},
           Case{"{{! note", "page.mustache:1:1: this tag is never closed; `}}` would close it"},
           Case{"{{", "page.mustache:1:1: this tag is never closed; `}}` would close it"},
           Case{"{{=<% %>=}}<%name", "page.mustache:1:12: this tag is never closed; `%>` would close it"},
           Case{"{{=<% %>}} x", "page.mustache:1:1: this tag is never closed; `=}}` would close it"},
           Case{"{{=<%=}}", "page.mustache:1:1: delimiters must be two words without `=`, as in {{=<% %>=}}"},
           Case{"{{=a b c=}}", "page.mustache:1:1: delimiters must be two words without `=`, as in {{=<% %>=}}"},
           Case{"{{=a= b=}}", "page.mustache:1:1: delimiters must be two words without `=`, as in {{=<% %>=}}"},
           Case{"{{=}}", "page.mustache:1:1: this tag is never closed; `=}}` would close it"},
           Case{"{{=< >=}}<#>", "page.mustache:1:10: a name is missing in this tag"},
           Case{"{{=< >=}}<>", "page.mustache:1:10: this tag is never closed; `>` would close it"},
           // Sections.
           Case{"a\n  {{#name}}\nb", "page.mustache:2:3: section `name` is never closed; {{/name}} would close it"},
           Case{"{{#name}}{{^code}}{{/code}}",
                "page.mustache:1:1: section `name` is never closed; {{/name}} would close it"},
           Case{"{{#name}}\n{{#code}}\n{{/name}}\n{{/code}}",
                "page.mustache:3:1: found {{/name}} where {{/code}} was expected, for the section opened on line 2"},
           Case{"x{{/name}}", "page.mustache:1:2: {{/name}} closes no section"},
           // Partials.
           Case{"a {{>titel}}", "page.mustache:1:3: there is no partial `titel`; did you mean `title`?"},
           Case{"a {{>unrelated}}", "page.mustache:1:3: there is no partial `unrelated`"},
           Case{" {{>broken}}", "broken.mustache:2:3: unknown name `nmae`; did you mean `name`?"},
           Case{"{{>self}}", "self.mustache:1:1: partial `self` includes itself: self > self"},
           Case{"{{>title}}{{>loop}}", "ring.mustache:2:3: partial `loop` includes itself: loop > ring > loop"},
           // Escapers.
           Case{"{{#escape.qouted}}{{/escape.qouted}}",
                "page.mustache:1:1: unknown escaper `qouted`; did you mean `quoted`?"},
           Case{"{{#escape.nothing_like}}{{/escape.nothing_like}}",
                "page.mustache:1:1: unknown escaper `nothing_like`"},
           Case{"{{^escape.quoted}}{{/escape.quoted}}",
                "page.mustache:1:1: `escape.quoted` is not a value; it selects an escaper in "
                "{{#escape.quoted}}…{{/escape.quoted}}"},
           Case{"{{escape.angled}}",
                "page.mustache:1:1: `escape.angled` is not a value; it selects an escaper in "
                "{{#escape.angled}}…{{/escape.angled}}"},
           Case{"{{#escape.quoted}}{{name}}",
                "page.mustache:1:1: section `escape.quoted` is never closed; {{/escape.quoted}} would close it"},
       }) {
    CAPTURE(c.text);
    CHECK(bench.render(c.text, {{"name", "x"}}) == "error: " + c.error);
  }
}

TEST_CASE("template errors: found when a page is printed") {
  const Workbench bench{.partials = {{"inner", "x\n{{message}}"}}};
  const ordered_json data = {{"name", "ERROR_X"},
                             {"message", nullptr},
                             {"code", {{"value", 13003}, {"hex", "0x32CB"}}},
                             {"sections", {{{"heading", "FAQ"}, {"items", {nullptr}}}}},
                             {"name_at", ordered_json::object()}};
  for (const Case& c : {
           // Null.
           Case{"a\n• {{message}}",
                "page.mustache:2:3: `message` is null here; put it inside {{#message}}…{{/message}}"},
           Case{"{{{message}}}", "page.mustache:1:1: `message` is null here; put it inside {{#message}}…{{/message}}"},
           Case{"{{message.text}}",
                "page.mustache:1:1: `message` is null here; put it inside {{#message}}…{{/message}}"},
           Case{"{{#message.text}}{{/message.text}}",
                "page.mustache:1:1: `message` is null here; put it inside {{#message}}…{{/message}}"},
           Case{"{{^message.text}}{{/message.text}}",
                "page.mustache:1:1: `message` is null here; put it inside {{#message}}…{{/message}}"},
           Case{"{{#sections}}{{#items}}{{.}}{{/items}}{{/sections}}",
                "page.mustache:1:24: `.` is null here; put it inside {{#.}}…{{/.}}"},
           Case{"  {{>inner}}\n",
                "inner.mustache:2:1: `message` is null here; put it inside {{#message}}…{{/message}}"},
           // Lists and objects.
           Case{"{{sections}}",
                "page.mustache:1:1: `sections` is a list here; render its items inside {{#sections}}…{{/sections}}"},
           Case{"{{code}}",
                "page.mustache:1:1: `code` is an object here, which cannot be rendered; it has `value` and `hex`"},
           Case{"{{name_at}}", "page.mustache:1:1: `name_at` is an object here, which cannot be rendered"},
           Case{"{{.}}",
                "page.mustache:1:1: `.` is an object here, which cannot be rendered; it has `name`, `message`, `code`, "
                "`sections` and "
                "`name_at`"},
           Case{"{{sections.heading}}", "page.mustache:1:1: `sections` is a list here, which has no field `heading`"},
           Case{"{{name.text}}", "page.mustache:1:1: `name` is text here, which has no field `text`"},
           Case{"{{code.value.hex}}", "page.mustache:1:1: `code.value` is a number here, which has no field `hex`"},
           // Scope.
           Case{"{{hex}}", "page.mustache:1:1: `hex` is not in scope here; did you mean `code.hex`?"},
           Case{"{{section}}{{!}}", "page.mustache:1:1: unknown name `section`; did you mean `sections`?"},
           Case{"{{#code}}{{decimal}}{{/code}}",
                "page.mustache:1:10: `decimal` is not in scope here; in scope are `value`, `hex`, `name`, `message`, "
                "`code`, "
                "`sections` and `name_at`"},
           Case{"{{#faq}}{{/faq}}",
                "page.mustache:1:1: `faq` is not in scope here; in scope are `name`, `message`, `code`, `sections` and "
                "`name_at`"},
           Case{"{{^faq}}{{/faq}}",
                "page.mustache:1:1: `faq` is not in scope here; in scope are `name`, `message`, `code`, `sections` and "
                "`name_at`"},
           Case{"{{code.decimal}}", "page.mustache:1:1: `code` has no field `decimal`; it has `value` and `hex`"},
           Case{"{{name_at.name}}", "page.mustache:1:1: `name_at` has no field `name`"},
       }) {
    CAPTURE(c.text);
    CHECK(bench.render(c.text, data) == "error: " + c.error);
  }
}

TEST_CASE("template errors: the nearest name in scope, and long lists of names are cut") {
  const Workbench bench;
  CHECK(bench.render("{{text}}", {{"texts", "x"}}) ==
        "error: page.mustache:1:1: `text` is not in scope here; did you mean `texts`?");
  CHECK(bench.render("{{name}}", ordered_json::object()) ==
        "error: page.mustache:1:1: `name` is not in scope here; no name is in scope");
  ordered_json data;
  for (const char* key : {"aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll"}) data[key] = 1;
  CHECK(bench.render("{{message}}", data) ==
        "error: page.mustache:1:1: `message` is not in scope here; in scope are `aa`, `bb`, `cc`, `dd`, `ee`, `ff`, "
        "`gg`, `hh`, `ii`, `jj` and 2 more");
}

TEST_CASE("template errors: none where a null is asked for first, or a section is false") {
  const Workbench bench{.partials = {{"title", "{{name}}"}}, .escaper = &kTestEscapers[0]};
  const ordered_json data = {
      {"name", "x"}, {"message", nullptr}, {"code", {{"value", 1}}}, {"faq", ordered_json::array()}};
  CHECK(bench.render("{{#message}}{{.}}{{message.text}}{{/message}}{{^message}}none{{/message}}", data) == "none");
  CHECK(bench.render("{{#faq}}{{question}}{{/faq}}{{^faq}}no questions{{/faq}}", data) == "no questions");
  CHECK(bench.render("{{#code.value}}{{.}}{{/code.value}}{{>title}}{{>title}}", data) == "<1><x><x>");
}

TEST_CASE("template errors: a template that is broken is an error in lenient mode too") {
  const Workbench bench{.mode = errpress::mustache::TemplateMode::lenient};
  for (const char* text :
       {"{{name", "{{#name}}", "{{/name}}", "{{#name}}{{/code}}", "{{=x=}}", "{{}}", "{{a b}}", "{{a..b}}"}) {
    CAPTURE(text);
    CHECK(bench.render(text, {{"name", "x"}}).starts_with("error: page.mustache:1:"));
  }
}

}  // namespace
