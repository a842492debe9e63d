// Inputs that differ only in where one part ends and the next begins are different builds.
#include "driver/build_fingerprint.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "driver/targets.h"

namespace errpress::driver {
namespace {

struct Input {
  std::string version = "1";
  bool all_targets = true;
  AnalysisInput analysis;
  Sources sources;
  std::vector<TargetChoice> targets = {{"markdown", {}}};

  std::uint64_t fingerprint() const {
    auto loaded = load_targets(targets, "");
    REQUIRE(loaded);
    return build_fingerprint(version, all_targets, analysis, sources, loaded->targets);
  }
};

using Names = std::vector<std::string>;
using Sets = std::vector<Names>;

Input with_aliases(const Sets& sets) {
  Input input;
  for (const Names& names : sets) input.analysis.aliases.add(names);
  return input;
}

Input with_paths(const Names& roots, const Names& registries) {
  Input input;
  input.analysis.roots = roots;
  for (const std::string& path : registries) input.analysis.registries.push_back({path});
  return input;
}

}  // namespace

TEST_CASE("alias sets that differ only in their boundaries have different fingerprints") {
  const std::vector<Sets> all = {{},
                                 {{}},
                                 {{}, {}},
                                 {{""}},
                                 {{"A", "B", "C"}},
                                 {{"A B", "C"}},
                                 {{"A", "B C"}},
                                 {{"A B C"}},
                                 {{"A\nB C"}},
                                 {{"A", "B"}, {"C"}},
                                 {{"A"}, {"B", "C"}},
                                 {{"A"}, {"B"}, {"C"}},
                                 {{"A", "B", "C"}, {}},
                                 {{}, {"A", "B", "C"}},
                                 {{"ABC"}},
                                 {{"AB", "C"}}};
  std::set<std::uint64_t> found;
  for (const Sets& sets : all) found.insert(with_aliases(sets).fingerprint());
  CHECK(found.size() == all.size());
}

TEST_CASE("roots and registries that differ only in their boundaries have different fingerprints") {
  const std::vector<std::pair<Names, Names>> all = {
      {{"a", "b"}, {"c"}}, {{"a"}, {"b", "c"}}, {{"a", "b", "c"}, {}}, {{}, {"a", "b", "c"}}, {{"a\nb"}, {"c"}},
      {{"a"}, {"b\nc"}},   {{"ab"}, {"c"}},     {{"a"}, {"bc"}},       {{"a", ""}, {"b"}},    {{"a"}, {"", "b"}}};
  std::set<std::uint64_t> found;
  for (const auto& [roots, registries] : all) found.insert(with_paths(roots, registries).fingerprint());
  CHECK(found.size() == all.size());
}

TEST_CASE("a root is not the end of the version, and a set of aliases is not a root") {
  Input one = with_paths({"b", "c"}, {});
  one.version = "1\na";
  CHECK(one.fingerprint() != with_paths({"a", "b", "c"}, {}).fingerprint());
  CHECK(with_aliases({{"a"}}).fingerprint() != with_paths({"a"}, {}).fingerprint());
  CHECK(with_aliases({{"a"}}).fingerprint() != with_paths({}, {"a"}).fingerprint());
}

TEST_CASE("every part of the input changes the fingerprint") {
  const std::vector<std::function<void(Input&)>> changes = {
      [](Input&) {},
      [](Input& input) { input.version = "2"; },
      [](Input& input) { input.all_targets = false; },
      [](Input& input) { input.analysis.allow_empty = true; },
      [](Input& input) { input.sources.fingerprint = 1; },
      [](Input& input) { input.analysis.lint.set_severity("missing-section", lint::Severity::error); },
      [](Input& input) { input.analysis.lint.set_severity("missing-section", lint::Severity::off); },
      [](Input& input) { input.analysis.lint.set_severity("wrong-code", lint::Severity::off); },
      [](Input& input) { input.targets = {}; },
      [](Input& input) {
        input.targets = {{"man", {}}};
      },
      [](Input& input) {
        input.targets = {{"markdown", {}}, {"man", {}}};
      },
      [](Input& input) {
        input.targets = {{"man", {}}, {"markdown", {}}};
      },
  };
  std::set<std::uint64_t> found;
  for (const auto& change : changes) {
    Input input;
    change(input);
    found.insert(input.fingerprint());
  }
  CHECK(found.size() == changes.size());
}

TEST_CASE("what only decides how a build runs does not change the fingerprint") {
  Input input;
  input.analysis.threads = 7;
  input.analysis.cache_limit = 0;
  input.analysis.hash_content = true;
  CHECK(input.fingerprint() == Input().fingerprint());
}

}  // namespace errpress::driver
