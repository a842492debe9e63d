// The collector that rules put their findings into: what it keeps, and what it only counts.
#include "lint/findings.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/rules.h"

using namespace errpress::lint;
using errpress::corpus::FileId;
using errpress::corpus::Location;

namespace {

constexpr auto kMost = static_cast<std::uint32_t>(Findings::kMost);

constexpr auto kNoWords = [](Diagnostic&) {};

// `count` findings of the current rule in a file, at 0, 1, 2 ...
void add(Findings& findings, FileId file, std::uint32_t count) {
  for (std::uint32_t at = 0; at < count; ++at) findings.add({file, {at, at + 1}}, kNoWords);
}

}  // namespace

TEST_CASE("a finding has its rule, severity and place before its words are asked for") {
  Findings findings;
  findings.begin_rule(kUnreadableFile, Severity::warning);
  findings.add({3, {5, 9}}, [](Diagnostic& finding) {
    CHECK(finding.rule == "unreadable-file");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.blocks_output);
    CHECK(finding.location == Location{3, {5, 9}});
    finding.message = "words";
  });
  findings.begin_rule(kHexMismatch, Severity::error);
  findings.add({3, {1, 2}}, kNoWords);
  const auto found = findings.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].message == "words");
  CHECK(found[1].rule == "hex-mismatch");
  CHECK_FALSE(found[1].blocks_output);
  CHECK(findings.take().empty());
}

TEST_CASE("words are made for the findings that are kept, and for no other") {
  for (const Rule* rule : {&kEmptySection, &kWrongCode}) {
    Findings findings;
    findings.begin_rule(*rule, Severity::error);
    int worded = 0;
    for (int i = 0; i < 1000; ++i) findings.add({0, {}}, [&](Diagnostic&) { ++worded; });
    CHECK(worded == 20);
    const auto found = findings.take();
    REQUIRE(found.size() == 20);
    CHECK(found[19].notes.size() == 1);
    CHECK(found[19].notes[0].message == "980 more like it in this file are not listed");
  }
}

TEST_CASE("findings are counted for each file and rule by itself") {
  Findings findings;
  for (const Rule* rule : {&kWrongCode, &kTakenCode}) {
    findings.begin_rule(*rule, Severity::error);
    add(findings, 0, kMost);
    add(findings, 1, kMost + 1);
    add(findings, 2, 1);
  }
  const auto found = findings.take();
  REQUIRE(found.size() == 2 * (2 * kMost + 1));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool last_of_many = i == 39 || i == 80;
    CHECK(found[i].notes.size() == (last_of_many ? 1 : 0));
    CHECK(found[i].unlisted.size() == (last_of_many ? 1 : 0));
  }
  CHECK(found[39].notes[0].message == "1 more like it in this file is not listed");
}

TEST_CASE("what a finding disputes elsewhere is kept with it, or past the most with the last one that is kept") {
  const Location elsewhere{7, {1, 2}};
  Findings findings;
  findings.begin_rule(kConflictingCode, Severity::error);
  findings.add({0, {0, 1}}, {elsewhere}, kNoWords);
  add(findings, 0, kMost);
  findings.add({0, {90, 91}}, {elsewhere, elsewhere}, kNoWords);
  add(findings, 1, 1);
  const auto found = findings.take();
  REQUIRE(found.size() == kMost + 1);
  CHECK(found[0].disputed == std::vector<DisputedPlace>{elsewhere});
  CHECK(found[0].unlisted.empty());
  CHECK(found[19].disputed.empty());
  CHECK(found[19].unlisted == std::vector<DisputedPlace>{{0, {19, 20}}, {0, {90, 91}}, elsewhere, elsewhere});
  CHECK(found[20].unlisted.empty());
}

TEST_CASE("a rule that disputes nothing keeps no places past the most") {
  Findings findings;
  findings.begin_rule(kEmptySection, Severity::warning);
  add(findings, 0, kMost + 5);
  CHECK(findings.take().back().unlisted.empty());
}
