#include "mustache/template.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "workbench.h"

namespace {

using namespace errpress::mustache;
namespace base = errpress::base;
using errpress::tests::kTestEscapers;
using errpress::tests::test_key;
using errpress::tests::test_keys;
using errpress::tests::Workbench;

TEST_CASE("template: lines end in LF or CR LF, and standalone tags take theirs with them") {
  struct Case {
    std::string text, page;
  };
  for (const Case& c :
       {Case{"a\r\n{{#name}}\r\nb\r\n{{/name}}\r\nc\r\n", "a\r\nb\r\nc\r\n"}, Case{"a\n  {{! note }}\t\nb", "a\nb"},
        Case{"  {{#name}}\t\n  b\n  {{/name}}", "  b\n"}, Case{"{{=<% %>=}}\r\n<%name%>\r\n", "x\r\n"},
        Case{"{{! one }}{{! two }}\n", "\n"}, Case{"{{#name}} {{/name}}\n", " \n"}, Case{"{{#name}}{{/name}}", ""},
        Case{"{{! spans\nlines }}\nb", "b"}, Case{"a {{! spans\nlines }}\nb", "a \nb"}, Case{" {{name}} \n", " x \n"},
        Case{"a\r{{! a lone CR ends no line }}\rb", "a\r\rb"}, Case{"{{\n  name\n}}!", "x!"}, Case{"", ""},
        Case{"} {} }} {", "} {} }} {"}}) {
    CAPTURE(c.text);
    CHECK(Workbench().render(c.text, {{"name", "x"}}) == c.page);
  }
}

TEST_CASE("template: values of every kind that prints") {
  const Workbench bench{.escaper = &kTestEscapers[0]};
  CHECK(bench.render("{{name}} {{value}} {{documented}} {{disputed}}",
                     {{"name", "a"}, {"value", -42}, {"documented", true}, {"disputed", false}}) ==
        "<a> <-42> <true> <false>");
  CHECK(bench.render("{{{name}}} {{&name}} {{& name }} {{{ name }}}", {{"name", "a"}}) == "a a a a");
  CHECK(bench.render("{{name}}", {{"name", ""}}) == "<>");
}

TEST_CASE("template: a null, a false, an empty text and an empty list are false") {
  for (const char* value : {"null", "false", R"("")", "[]"}) {
    CAPTURE(value);
    const nlohmann::ordered_json data = {{"name", nlohmann::ordered_json::parse(value)}};
    CHECK(Workbench().render("{{#name}}yes{{/name}}{{^name}}no{{/name}}", data) == "no");
  }
  for (const char* value : {"true", "0", R"("x")", "{}", "[null]"}) {
    CAPTURE(value);
    const nlohmann::ordered_json data = {{"name", nlohmann::ordered_json::parse(value)}};
    CHECK(Workbench().render("{{#name}}yes{{/name}}{{^name}}no{{/name}}", data) == "yes");
  }
}

TEST_CASE("template: names are looked for in the innermost context first") {
  const nlohmann::ordered_json data = {
      {"name", "outer"}, {"text", "page"}, {"code", {{"name", "inner"}, {"value", 1}}}, {"items", {"a", "b"}}};
  CHECK(Workbench().render("{{#code}}{{name}} {{text}}{{/code}}", data) == "inner page");
  CHECK(Workbench().render("{{code.name}} {{#code.value}}{{.}}{{name}}{{/code.value}}", data) == "inner 1outer");
  CHECK(Workbench().render("{{#items}}{{.}}{{name}} {{/items}}", data) == "aouter bouter ");
  CHECK(Workbench().render("{{#items}}{{#code}}{{name}}{{/code}}{{/items}}", data) == "innerinner");
}

TEST_CASE("template: several root contexts, the last one innermost, the page is appended") {
  const KeyTable keys = test_keys();
  const Field options[] = {{test_key("name"), Value::text("option")}, {test_key("size"), Value::number(7)}};
  const Field article[] = {{test_key("name"), Value::text("ERROR_X")}};
  const Value roots[] = {Value::object(options), Value::object(article)};
  const auto compiled = Template::compile({"t", "{{name}} {{size}}"}, {.keys = keys});
  REQUIRE(compiled.ok());
  base::TextBuffer out("before|");
  CHECK(compiled->render(roots, out).ok());
  CHECK(out.view() == "before|ERROR_X 7");
}

TEST_CASE("template: an error leaves the page as it was") {
  const KeyTable keys = test_keys();
  const Field article[] = {{test_key("name"), Value::text("ERROR_X")}, {test_key("message"), Value::null()}};
  const auto compiled = Template::compile({"t", "{{name}} {{message}}"}, {.keys = keys});
  REQUIRE(compiled.ok());
  base::TextBuffer out("before|");
  CHECK_FALSE(compiled->render(Value::object(article), out).ok());
  CHECK(out.view() == "before|");
}

TEST_CASE("template: standalone partials are indented, empty lines and values are not") {
  Workbench bench{.partials = {{"list", "{{#items}}\n- {{.}}\n\n{{/items}}\nend\n"}, {"crlf", "a\r\n\r\nb\r\n"}}};
  CHECK(bench.render("  {{>list}}\n", {{"items", {"a", "b\nc"}}}) == "  - a\n\n  - b\nc\n\n  end\n");
  CHECK(bench.render("\t{{>crlf}}\n", nlohmann::ordered_json::object()) == "\ta\r\n\r\n\tb\r\n");
  CHECK(bench.render("{{>list}}", {{"items", {"a"}}}) == "- a\n\nend\n");
  CHECK(bench.render("| {{>list}}|", {{"items", {"a"}}}) == "| - a\n\nend\n|");
}

TEST_CASE("template: indentations of nested partials add up, and each use has its own") {
  const Workbench bench{.partials = {{"outer", "o\n  {{>inner}}\n"}, {"inner", "i\n"}}};
  CHECK(bench.render("{{>outer}}\n {{>outer}}\n{{>outer}}\n {{>inner}}\n", nlohmann::ordered_json::object()) ==
        "o\n  i\n o\n   i\no\n  i\n i\n");
}

TEST_CASE("template: delimiters end with the text that set them") {
  const Workbench bench{.partials = {{"angles", "{{=<% %>=}}<%name%>{{name}}"}, {"braces", "{{name}}<%name%>"}}};
  const nlohmann::ordered_json data = {{"name", "x"}};
  CHECK(bench.render("{{>angles}}{{name}}<%name%>", data) == "x{{name}}x<%name%>");
  CHECK(bench.render("{{=<% %>=}}<%>braces%><%name%>", data) == "x<%name%>x");
  CHECK(bench.render("{{=<% %>=}}<%{name}%><%&name%><%! no %><%={{ }}=%>{{name}}", data) == "xxx");
  CHECK(bench.render("{{={ }=}}{name}{{name}}", data) == "xx");
}

TEST_CASE("template: {{#escape.NAME}} chooses the escaper, nests, and reaches into partials") {
  const Workbench bench{.partials = {{"name", "{{name}}{{#escape.quoted}}{{name}}{{/escape.quoted}}"}},
                        .escaper = &kTestEscapers[0]};
  const nlohmann::ordered_json data = {{"name", "x"}, {"items", {"a", "b"}}};
  CHECK(bench.render("{{name}}{{#escape.quoted}}{{name}}{{{name}}}{{/escape.quoted}}{{name}}", data) == "<x>\"x\"x<x>");
  CHECK(bench.render("{{#escape.quoted}}{{#escape.angled}}{{name}}{{/escape.angled}}{{name}}{{/escape.quoted}}",
                     data) == "<x>\"x\"");
  CHECK(bench.render("{{#escape.quoted}}{{>name}}{{/escape.quoted}} {{>name}}", data) == "\"x\"\"x\" <x>\"x\"");
  CHECK(bench.render("{{#items}}{{#escape.quoted}}{{.}}{{/escape.quoted}}{{/items}}", data) == "\"a\"\"b\"");
  CHECK(bench.render("{{#escape.quoted}}\n{{name}}\n{{/escape.quoted}}\n", data) == "\"x\"\n");
}

TEST_CASE("template: in lenient mode escape.NAME is a name like any other") {
  const Workbench bench{.mode = TemplateMode::lenient};
  CHECK(bench.render("{{#escape.quoted}}{{name}}{{/escape.quoted}}|", {{"name", "x"}}) == "|");
  CHECK(bench.render("{{#escape.quoted}}{{name}}{{/escape.quoted}}|",
                     {{"name", "x"}, {"escape", {{"quoted", true}}}}) == "x|");
}

TEST_CASE("template: in lenient mode what is not there prints nothing") {
  const Workbench bench{.mode = TemplateMode::lenient};
  CHECK(bench.render("[{{unheard_of}}{{message}}{{code}}{{items}}{{message.text}}{{>missing}}]",
                     {{"message", nullptr}, {"code", {{"value", 1}}}, {"items", {1}}}) == "[]");
}

TEST_CASE("template: in lenient mode a partial may include itself, indented too") {
  const Workbench bench{.mode = TemplateMode::lenient,
                        .partials = {{"node", "{{name}}\n{{#items}}\n  {{>node}}\n{{/items}}\n"}}};
  const auto data = nlohmann::ordered_json::parse(
      R"({"name":"a","items":[{"name":"b","items":[{"name":"c","items":[]}]},{"name":"d","items":[]}]})");
  CHECK(bench.render("{{>node}}", data) == "a\n  b\n    c\n  d\n");
}

TEST_CASE("template: threads share one template") {
  KeyTable keys = test_keys();
  const Workbench bench{.partials = {{"row", "{{name}}={{value}};"}}, .escaper = &kTestEscapers[0]};
  const auto compiled = bench.compile("{{#items}}{{>row}}{{/items}}", keys);
  REQUIRE(compiled.ok());
  std::vector<base::TextBuffer> pages(8);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      threads.emplace_back([&, i] {
        const Field row[] = {{test_key("name"), Value::text("n")},
                             {test_key("value"), Value::number(static_cast<std::int64_t>(i))}};
        const std::vector<Value> rows(200, Value::object(row));
        const Field root[] = {{test_key("items"), Value::list(rows)}};
        for (int round = 0; round < 20; ++round) {
          pages[i].clear();
          if (!compiled->render(Value::object(root), pages[i])) pages[i] += "failed";
        }
      });
    }
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::string expected;
    for (int row = 0; row < 200; ++row) expected += "<n>=<" + std::to_string(i) + ">;";
    CHECK(pages[i].view() == expected);
  }
}

}  // namespace
