// The view is a contract: templates/README.md and, for articles, generator/render/view.schema.json name the keys of
// each kind of object. Both name exactly those that the views have.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "printed_corpus.h"
#include "view_objects.h"

using namespace errpress;
using errpress::render::testing::Json;
using errpress::render::testing::Keys;
using errpress::render::testing::PrintedCorpus;
using errpress::render::testing::ViewObjects;
using errpress::tests::Lines;

namespace {

using KeysByKind = std::map<std::string, Keys>;

constexpr const char* kReadme = "templates/README.md";
constexpr const char* kSchema = "generator/render/view.schema.json";

// Where a key is, in the words of a fault.
const std::string kPrinted = "printed by a view";
const std::string kInReadme = std::string("in ") + kReadme;
const std::string kInSchema = std::string("in ") + kSchema;
const std::string kRequired = std::string("required by ") + kSchema;

std::string read_source_file(const std::string& path) {
  std::ifstream file(std::string(ERRPRESS_SOURCE_DIR) + "/" + path);
  REQUIRE_MESSAGE(file.is_open(), path);
  std::stringstream buffer;
  buffer << file.rdbuf();
  return buffer.str();
}

// What stands between backquotes.
std::vector<std::string> quoted_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin; (begin = text.find('`')) != std::string_view::npos;) {
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    words.emplace_back(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
  return words;
}

// "block" in "| key of a block | |"; empty in other lines.
std::string kind_of_table(std::string_view line) {
  for (const std::string_view start : {"| key of an ", "| key of a ", "| key of the "}) {
    if (line.starts_with(start))
      return std::string(line.substr(start.size(), line.find(" |", start.size()) - start.size()));
  }
  return {};
}

// The first cells of the tables "key of a KIND". A key that a table has twice, or a kind with two tables, is a fault.
KeysByKind documented_keys(Lines& faults) {
  KeysByKind keys;
  std::istringstream lines(read_source_file(kReadme));
  std::string kind;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) kind.clear();
    if (const std::string begun = kind_of_table(line); !begun.empty()) {
      kind = begun;
      if (!keys.emplace(kind, Keys()).second) faults.push_back("key of " + kind + ": there are two tables");
      continue;
    }
    if (kind.empty()) continue;
    for (const std::string& key : quoted_words(line.substr(0, line.find(" | ")))) {
      if (!keys[kind].insert(key).second) faults.push_back("key of " + kind + ": `" + key + "` is documented twice");
    }
  }
  return keys;
}

// The definition of a kind; null where the schema has none.
Json definition(const Json& schema, std::string kind) {
  if (kind == "document") return schema;
  if (kind == "see_also entry") kind = "see_also";
  return schema["$defs"].value(kind, Json());
}

// The kinds that the schema describes: articles and what is in them.
std::vector<std::string> kinds_in_schema() {
  return {"article", "section", "block", "item", "question", "see_also entry", "reference", "code", "finding"};
}

Keys properties(const Json& definition) {
  Keys keys;
  const Json named = definition.value("properties", Json::object());
  for (const auto& [key, value] : named.items()) keys.insert(key);
  return keys;
}

// Where two lists of the keys of one kind of object differ. `places` say in words where each list is.
void compare(const std::string& kind, const Keys& first, const Keys& second, const std::array<std::string, 2>& places,
             Lines& faults) {
  const auto add_missing = [&](const Keys& from, const std::string& here, const Keys& in, const std::string& there) {
    for (const std::string& key : from) {
      if (!in.contains(key)) faults.push_back("key of " + kind + ": `" + key + "` is " + here + ", but not " + there);
    }
  };
  add_missing(first, places[0], second, places[1]);
  add_missing(second, places[1], first, places[0]);
}

// Articles and findings that bring every kind of object.
const ViewObjects& all_objects() {
  static const ViewObjects objects = [] {
    PrintedCorpus corpus(
        {"ERROR_A - 5 (0x5)\n\nThe message.\n\nUpdated: Feb 21, 2026\n\nBefore any heading.\n\n"
         "Error Details\n\n  • Error Name: ERROR_A\n  • Hex Code: 0x5\n\n"
         "Common Causes\n\n  • Label: item\n  • plain\n\nSub Heading\n\nBelow it.\n\n"
         "How to Resolve\n\n  1. One\n  2. Two\n\n"
         "Related Errors\n\n  • ERROR_B (6): One.\n  • ERROR_C (8, 0x9): Two.\n  • ERROR_D\n\n"
         "FAQ\n\nQ: One?\n\nA: Yes.\n\nQ: Two?\n\nSummary\n\nThe code is 7.\n",
         "ERROR_B - 6 (0x6)\n", "ERROR_C - 5 (0x5)\n"});
    corpus.doubt(0, "5 (0x5)", "5 is another").notes = {{"a note", {}, false}};
    corpus.doubt(0, "is 7", "7 is another");
    corpus.doubt(0, "8, 0x9", "8 is another");
    ViewObjects found;
    for (corpus::FileId file = 0; file < 3; ++file) {
      corpus.with_article(file, [&](const mustache::Value& view) { found.add(view, "article"); });
    }
    corpus.with_corpus([&](const mustache::Value& view) { found.add(view, "corpus"); });
    return found;
  }();
  return objects;
}

}  // namespace

TEST_CASE("objects of one kind have the same keys, and this test sees every kind") {
  CHECK(all_objects().faults() == Lines());
}

TEST_CASE("the tables of templates/README.md have the keys that are printed, of each kind of object") {
  Lines faults;
  KeysByKind documented = documented_keys(faults);
  documented.erase("document");  // compared with the schema
  for (const auto& [kind, printed] : all_objects().keys())
    compare(kind, printed, documented[kind], {kPrinted, kInReadme}, faults);
  for (const auto& [kind, keys] : documented) {
    if (!all_objects().keys().contains(kind)) faults.push_back("key of " + kind + ": no view has such an object");
  }
  CHECK(faults == Lines());
}

TEST_CASE("the schema requires and allows the keys that are printed, of each kind of object in an article") {
  const Json schema = Json::parse(read_source_file(kSchema));
  Lines faults;
  for (const std::string& kind : kinds_in_schema()) {
    const Json described = definition(schema, kind);
    const Keys& printed = all_objects().keys().at(kind);
    compare(kind, printed, properties(described), {kPrinted, kInSchema}, faults);
    compare(kind, printed, described.value("required", Keys()), {kPrinted, kRequired}, faults);
    if (described.value("additionalProperties", true)) faults.push_back("key of " + kind + ": the schema allows any");
  }
  compare("block of a kind", all_objects().block_kinds(),
          schema["$defs"]["block"]["properties"]["kind"]["enum"].get<Keys>(), {"a kind of block", kInSchema}, faults);
  CHECK(faults == Lines());
}

// tests/judges/json_view.py holds what is printed against the schema.
TEST_CASE("templates/README.md and the schema have the same keys of the JSON document") {
  const Json schema = Json::parse(read_source_file(kSchema));
  Lines faults;
  const KeysByKind documented = documented_keys(faults);
  REQUIRE(documented.contains("document"));
  compare("document", documented.at("document"), properties(schema), {kInReadme, kInSchema}, faults);
  compare("document", documented.at("document"), schema["required"].get<Keys>(), {kInReadme, kRequired}, faults);
  CHECK(faults == Lines());
  CHECK(schema["additionalProperties"] == false);
}

TEST_CASE("every key that the view knows is printed somewhere, and has one number") {
  Keys printed;
  for (const auto& [kind, keys] : all_objects().keys()) printed.insert(keys.begin(), keys.end());
  Lines dead;
  for (const std::string_view name : render::kViewKeyNames) {
    if (!printed.contains(name)) dead.push_back("`" + std::string(name) + "` of kViewKeyNames is in no view");
  }
  CHECK(dead == Lines());
  CHECK(printed.size() == render::kViewKeyNames.size());
}
