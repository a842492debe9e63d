// Hostile templates: an error or a page, never a crash or a hang.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "workbench.h"

namespace {

using errpress::mustache::TemplateMode;
using errpress::tests::Workbench;
using nlohmann::ordered_json;

std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string nested_sections(int depth) { return repeat("{{#name}}", depth) + "{{name}}" + repeat("{{/name}}", depth); }

// partial p0 includes p1, which includes p2 ...
Workbench chain(int length, const std::string& before, TemplateMode mode = TemplateMode::strict) {
  Workbench bench{.mode = mode};
  for (int i = 0; i < length; ++i) bench.partials[fmt::format("p{}", i)] = fmt::format("{}{{{{>p{}}}}}", before, i + 1);
  bench.partials[fmt::format("p{}", length)] = "end";
  return bench;
}

TEST_CASE("template limits: sections nest 100 deep") {
  CHECK(Workbench().render(nested_sections(100), {{"name", "x"}}) == "x");
  CHECK(Workbench().render(nested_sections(101), {{"name", "x"}}) ==
        "error: page.mustache:1:901: sections nest deeper than 100 here");
  CHECK(Workbench().render(nested_sections(100'000), {{"name", "x"}}) ==
        "error: page.mustache:1:901: sections nest deeper than 100 here");
}

TEST_CASE("template limits: partials nest 100 deep") {
  const ordered_json nothing = ordered_json::object();
  CHECK(chain(99, "").render("{{>p0}}", nothing) == "end");
  CHECK(chain(100, "").render("{{>p0}}", nothing) == "error: p99.mustache:1:1: partials nest deeper than 100 here");
  CHECK(chain(100, "").render("{{>p1}}", nothing) == "end");
}

TEST_CASE("template limits: 256 contexts are open at once, across partials") {
  Workbench bench{.partials = {{"a", repeat("{{#name}}", 99) + "{{>b}}" + repeat("{{/name}}", 99)},
                               {"b", repeat("{{#name}}", 99) + "{{>c}}" + repeat("{{/name}}", 99)},
                               {"c", nested_sections(57)}}};
  CHECK(bench.render("{{>a}}", {{"name", "x"}}) == "x");
  bench.partials["c"] = nested_sections(58);
  CHECK(bench.render("{{>a}}", {{"name", "x"}}) == "error: c.mustache:1:514: more than 256 contexts are open here");
}

TEST_CASE("template limits: a lenient partial that includes itself for ever is stopped") {
  Workbench bench{.mode = TemplateMode::lenient, .partials = {{"self", "x{{>self}}"}}};
  CHECK(bench.render("{{>self}}", ordered_json::object()) ==
        "error: self.mustache:1:2: more than 256 partials are open here");
  bench.partials["self"] = "x\n {{>self}}\n";
  CHECK(bench.render("{{>self}}", ordered_json::object()) ==
        "error: self.mustache:2:2: more than 256 partials are open here");
}

TEST_CASE("template limits: partials whose uses multiply are stopped") {
  Workbench bench;
  for (int i = 0; i < 30; ++i) {
    bench.partials[fmt::format("p{}", i)] = fmt::format(" {{{{>p{0}}}}}\n\t{{{{>p{0}}}}}\n", i + 1);
  }
  bench.partials["p30"] = "end\n";
  CHECK(bench.render("{{>p0}}", ordered_json::object())
            .ends_with(": more than 4096 uses of partials that differ in name, indentation or escaper"));
}

TEST_CASE("template limits: many tags on one line take linear time") {
  const std::string text = repeat("{{! }} \t ", 100'000) + repeat("{{name}}", 100'000);
  CHECK(Workbench().render(text, {{"name", "x"}}) == repeat(" \t ", 100'000) + repeat("x", 100'000));
}

TEST_CASE("template limits: any sequence of pieces is an error with a place, or a page") {
  const std::string pieces[] = {"{{",
                                "}}",
                                "{{{",
                                "}}}",
                                "#",
                                "^",
                                "/",
                                ">",
                                "&",
                                "!",
                                "=",
                                ".",
                                "name",
                                "items",
                                "code",
                                " ",
                                "\n",
                                "\r\n",
                                "{{#items}}",
                                "{{/items}}",
                                "{{>p}}",
                                "{{=<% %>=}}",
                                "{{=< >=}}",
                                "<",
                                ">",
                                "<%",
                                "%>",
                                "•",
                                "\xFF",
                                std::string(1, '\0'),
                                "{{#escape.quoted}}",
                                "{{/escape.quoted}}",
                                "{{code.value}}"};
  const ordered_json data = {{"name", "x"}, {"items", {1, "b", nullptr}}, {"code", {{"value", 1}}}};
  std::uint64_t random = 1;
  int pages = 0;
  int errors = 0;
  for (int round = 0; round < 20'000; ++round) {
    Workbench bench{.mode = round % 2 == 0 ? TemplateMode::strict : TemplateMode::lenient};
    std::string texts[2];
    for (int i = 0; i < 16; ++i) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      texts[i % 3 / 2] += pieces[(random >> 33) % std::size(pieces)];
    }
    bench.partials["p"] = texts[1];
    const std::string result = bench.render(texts[0], data);
    CAPTURE(texts[0]);
    const bool error = result.starts_with("error: ");
    if (error) CHECK((result.starts_with("error: page.mustache:") || result.starts_with("error: p.mustache:")));
    ++(error ? errors : pages);
  }
  CHECK(pages > 100);
  CHECK(errors > 100);
}

}  // namespace
