// Targets: read from target.yaml and templates, built in or overridden file by file, with options that are checked.
#include "render/target.h"

#include <doctest/doctest.h>

#include <array>

#include "render/built_in_files.h"
#include "render/view_keys.h"
#include "support/test_folder.h"

using namespace errpress;
using namespace errpress::render;

namespace {

constexpr std::string_view kManifest =
    "summary: pages\n"
    "escape: text\n"
    "options:\n"
    "  title: All errors\n"
    "  scope: {default: acme, is: namespace}\n"
    "outputs:\n"
    "  - {template: page.mustache, for: article, path: \"pages/{{name}}.txt\"}\n"
    "  - {format: json, for: corpus, path: all.json}\n";

constexpr std::array kFiles = {
    BuiltInFile{"pages/page.mustache", "{{title}}: {{> line}}\n"},
    BuiltInFile{"pages/line.mustache", "{{name}} in {{scope}}"},
    BuiltInFile{"pages/target.yaml", kManifest},
};

std::string error_of(const base::Error& error) {
  std::string place = error.path;
  if (error.line != 0) place += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  return place.empty() ? error.message : place + ": " + error.message;
}

// What goes wrong when a target is loaded whose target.yaml is `manifest`.
std::string manifest_error(std::string_view manifest, const std::vector<OptionValue>& options = {}) {
  std::array files = kFiles;
  files[2].bytes = manifest;
  const auto target = Target::load("pages", TargetFiles(files, ""), options);
  return target ? "" : error_of(target.error());
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string manifest_with(std::string_view from, std::string_view to) {
  return manifest_error(with(std::string(kManifest), from, to));
}

mustache::Value article(std::string_view name, mustache::ViewArena& arena) {
  return mustache::Value::object(arena.copy({mustache::Field{key("name"), mustache::Value::text(name)}}));
}

std::string rendered(const Target& target) {
  mustache::ViewArena arena;
  base::TextBuffer out;
  REQUIRE(target.render(target.outputs()[0], article("ERROR_A", arena), out).ok());
  return std::string(out.view());
}

}  // namespace

TEST_CASE("a target renders with its templates and options, to its paths") {
  const auto target = Target::load("pages", TargetFiles(kFiles, ""), {});
  REQUIRE(target.ok());
  CHECK(target->name() == "pages");
  CHECK(target->summary() == "pages");
  REQUIRE(target->outputs().size() == 2);
  CHECK(target->outputs()[0].scope == Scope::article);
  CHECK(target->outputs()[1].scope == Scope::corpus);
  CHECK_FALSE(target->outputs()[1].body.has_value());
  CHECK(rendered(*target) == "All errors: ERROR_A in acme\n");
  mustache::ViewArena arena;
  CHECK(target->path(target->outputs()[0], article("ERROR_A", arena)).value() == "pages/ERROR_A.txt");
  CHECK(target->path(target->outputs()[1], mustache::Value::object({})).value() == "all.json");
}

TEST_CASE("options take other values, which have to pass their check") {
  const TargetFiles files(kFiles, "");
  const base::Error place{{}, "errpress.yaml", 4, 9};
  const auto target = Target::load("pages", files, {{"title", "Mine", place}, {"scope", "acme::net", place}});
  REQUIRE(target.ok());
  CHECK(rendered(*target) == "Mine: ERROR_A in acme::net\n");

  const auto unknown = Target::load("pages", files, {{"titel", "Mine", place}});
  REQUIRE_FALSE(unknown.ok());
  CHECK(error_of(unknown.error()) == "errpress.yaml:4:9: target `pages` has no option `titel`; did you mean `title`?");
  for (const std::string value :
       {"", "9lives", "a b", "a::", "::a", "a:b", "class", "near", "a__b", "std", "std::a", "A;"}) {
    CAPTURE(value);
    const auto unfit = Target::load("pages", files, {{"scope", value, place}});
    REQUIRE_FALSE(unfit.ok());
    CHECK(error_of(unfit.error()) ==
          "errpress.yaml:4:9: option `scope` of target `pages` must be a C++ namespace such as "
          "errors or acme::errors, no keyword and no common macro; `" +
              value + "` is not");
  }
  for (const std::string value : {"a", "acme", "value", "a1::b_2::C", "standard"})
    CHECK(Target::load("pages", files, {{"scope", value, place}}).ok());
}

TEST_CASE("what is wrong in target.yaml is said with its place and what would be right") {
  const std::string at = "built-in pages/target.yaml:";
  CHECK(manifest_with("escape: text", "escape: txt") == at + "2:9: no escaper is called `txt`; did you mean `text`?");
  CHECK(manifest_with("  title: All errors", "  name: x") ==
        at + "4:3: `name` is a key of the view and cannot be an option");
  CHECK(manifest_with("is: namespace", "is: namespaces") ==
        at + "5:30: no check is called `namespaces`; did you mean `namespace`?");
  CHECK(manifest_with("default: acme", "default: 9") ==
        at +
            "5:20: option `scope` of target `pages` must be a C++ namespace such as errors or acme::errors, no keyword "
            "and no common macro; `9` is not");
  CHECK(manifest_with("{default: acme, is: namespace}", "{default: acme}") == at + "5:10: `is` is missing");
  CHECK(manifest_with("page.mustache", "pag.mustache") ==
        at + "7:16: there is no template `pag.mustache`; did you mean `page.mustache`?");
  CHECK(manifest_with("for: corpus, ", "") == at + "8:5: `for` is missing");
  CHECK(manifest_with("format: json", "format: json, template: page.mustache").find("either a template or a format") !=
        std::string::npos);
  CHECK(manifest_error("summary: x\nescape: text\noutputs: []\n")
            .find("a target needs at least one entry under `outputs`") != std::string::npos);
  CHECK(manifest_error(kManifest).empty());
}

TEST_CASE("what is wrong in a template is said with the template's place") {
  std::array files = kFiles;
  files[1].bytes = "{{name}} in\n{{scop}}";
  const auto target = Target::load("pages", TargetFiles(files, ""), {});
  REQUIRE_FALSE(target.ok());
  CHECK(error_of(target.error()) == "built-in pages/line.mustache:2:1: unknown name `scop`; did you mean `scope`?");
}

TEST_CASE("a path has plain parts only") {
  for (const std::string path :
       {"{{name}}/../x", "/{{name}}", "{{name}}/.hidden", "a//{{name}}", "{{name}}/", "{{name}} x"}) {
    std::array files = kFiles;
    const std::string manifest = with(std::string(kManifest), "pages/{{name}}.txt", path);
    files[2].bytes = manifest;
    const auto target = Target::load("pages", TargetFiles(files, ""), {});
    REQUIRE(target.ok());
    mustache::ViewArena arena;
    CAPTURE(path);
    CHECK_FALSE(target->path(target->outputs()[0], article("ERROR_A", arena)).ok());
  }
}

TEST_CASE("what a target names stays inside its folder") {
  for (const char* path : {"page.mustache", "sub/page.mustache", "..page", ".page", "a b", "\u00E4/...", "~"}) {
    CAPTURE(path);
    CHECK(is_inside_path(path));
  }
  using namespace std::string_view_literals;
  for (const std::string_view path : {""sv, "."sv, ".."sv, "/etc/passwd"sv, "../x"sv, "a/../x"sv, "a/./x"sv, "a//x"sv,
                                      "a/"sv, "a/.."sv, "..\\x"sv, "C:x"sv, "x:stream"sv, "a\0b"sv}) {
    CAPTURE(path);
    CHECK_FALSE(is_inside_path(path));
  }
}

TEST_CASE("templates, partials and targets outside of their folder are errors with their place") {
  const tests::TestFolder folder;
  folder.file("secret.mustache", "secret");
  folder.file("mine/other/secret.mustache", "secret");
  folder.file("mine/other/target.yaml",
              "summary: x\nescape: text\noutputs:\n  - {format: json, for: corpus, path: x.json}\n");
  folder.file("outside/target.yaml",
              "summary: x\nescape: text\noutputs:\n  - {format: json, for: corpus, path: x.json}\n");
  const TargetFiles files(kFiles, "mine");
  for (const std::string& path : {std::string("../../secret.mustache"), std::string("../other/secret.mustache"),
                                  folder.path() + "/secret.mustache", std::string("./page.mustache"),
                                  std::string("sub/../page.mustache"), std::string("../pages/page.mustache")}) {
    CAPTURE(path);
    folder.file("mine/pages/target.yaml", with(std::string(kManifest), "page.mustache", "\"" + path + "\""));
    const auto target = Target::load("pages", files, {});
    REQUIRE_FALSE(target.ok());
    CHECK(error_of(target.error()) ==
          "mine/pages/target.yaml:7:16: `" + path + "` is not inside the folder of target `pages`");
  }
  folder.file("mine/pages/target.yaml", kManifest);
  for (const std::string name : {"../../secret", "../other/secret", "./line", "../pages/line"}) {
    CAPTURE(name);
    folder.file("mine/pages/page.mustache", "text\n{{> " + name + "}}");
    const auto target = Target::load("pages", files, {});
    REQUIRE_FALSE(target.ok());
    CHECK(error_of(target.error()).starts_with("mine/pages/page.mustache:2:1: there is no partial `" + name + "`"));
  }
  for (const std::string name : {"../outside", ".", "..", "other/../other", "/other", "other/", ""}) {
    CAPTURE(name);
    const auto target = Target::load(name, files, {});
    REQUIRE_FALSE(target.ok());
    CHECK(error_of(target.error()) == "`" + name + "` is not a target name: it must name a single folder");
  }
  CHECK(Target::load("other", files, {}).ok());
}

TEST_CASE("templates in folders of a target and behind links are its own") {
  const tests::TestFolder folder;
  folder.file("shared/line.mustache", "{{name}}, shared");
  folder.file("mine/pages/sub/page.mustache", "{{> line}}; {{> sub/rest}}");
  folder.file("mine/pages/sub/rest.mustache", "rest");
  folder.link("mine/pages/line.mustache", "../../shared/line.mustache");
  folder.file("mine/pages/target.yaml", with(std::string(kManifest), "page.mustache", "sub/page.mustache"));
  const auto target = Target::load("pages", TargetFiles(kFiles, "mine"), {});
  REQUIRE_MESSAGE(target.ok(), error_of(target.error()));
  CHECK(rendered(*target) == "ERROR_A, shared; rest");
}

TEST_CASE("a folder replaces a target's files one by one, and adds targets") {
  const tests::TestFolder folder;
  folder.file("mine/pages/line.mustache", "{{name}}, mine");
  folder.file("mine/extra/target.yaml",
              "summary: x\nescape: text\noutputs:\n  - {format: json, for: corpus, path: x.json}\n");
  const TargetFiles files(kFiles, "mine");
  CHECK(files.target_names() == std::vector<std::string>{"extra", "pages"});
  CHECK(files.template_names("pages") == std::vector<std::string>{"line", "page"});
  const auto target = Target::load("pages", files, {});
  REQUIRE(target.ok());
  CHECK(rendered(*target) == "All errors: ERROR_A, mine\n");
  CHECK(Target::load("extra", files, {}).ok());
  const auto missing = Target::load("page", files, {});
  REQUIRE_FALSE(missing.ok());
  CHECK(error_of(missing.error()) == "there is no target `page`; did you mean `pages`?");
}

TEST_CASE("a target's fingerprint changes with whatever changes the output") {
  const auto fingerprint = [](const auto& files, const std::vector<OptionValue>& options) {
    const auto target = Target::load("pages", TargetFiles(files, ""), options);
    REQUIRE(target.ok());
    return target->fingerprint();
  };
  const std::uint64_t before = fingerprint(kFiles, {});
  CHECK(fingerprint(kFiles, {}) == before);
  CHECK(fingerprint(kFiles, {{"title", "Other", {}}}) != before);
  std::array files = kFiles;
  files[1].bytes = "{{name}} in {{scope}}.";
  CHECK(fingerprint(files, {}) != before);
}

TEST_CASE("all shipped targets load") {
  const TargetFiles files(built_in_files(), "");
  const std::vector<std::string> names = files.target_names();
  CHECK(names == std::vector<std::string>{"cpp", "json", "man", "markdown"});
  for (const std::string& name : names) {
    const auto target = Target::load(name, files, {});
    CAPTURE(name);
    CHECK_MESSAGE(target.ok(), (target ? "" : error_of(target.error())));
  }
}
