// Defines a rule: its documentation, default severity, requirements and check. `errpress rule ID`, the table in the
// README and all reports read them from one Rule value (rules.h lists all rules). The file of a rule needs to include
// only rules.h: this header includes the inputs of checks and the type that collects findings.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lint/article_input.h"
#include "lint/corpus_input.h"
#include "lint/diagnostic.h"
#include "lint/findings.h"
#include "lint/judged_claim.h"

namespace errpress::lint {

// What must be loaded before the rule can run.
enum class Needs : std::uint8_t { article, corpus, registry };

// Whether findings of a rule keep `build` from writing files. Diagnostic::blocks_output says it of a single finding.
enum class Blocks : std::uint8_t { never, in_title, always };

struct Rule {
  std::string_view id;           // kebab-case
  std::string_view summary;      // one line, lower case, no full stop
  std::string_view explanation;  // paragraphs of plain text, separated by a blank line
  std::string_view example;      // lines of an article that it fires on
  Severity severity = Severity::error;
  Needs needs = Needs::article;
  Blocks blocks_output = Blocks::never;
  // Whether a finding puts a code or a name in doubt, in which case rendered pages mark it as disputed.
  bool disputes = false;

  // Exactly one of the three groups is set (none if the finding is made while files are read).
  // 1. Checks the text of one article.
  void (*check_article)(const ArticleInput&, Findings&) = nullptr;
  // 2. Judges one claim. Of the rules in claim_rules(), the first that applies to a claim is the claim's only finding:
  // they are in the order of causes. `place` is where its finding points, in the claim's file.
  bool (*applies)(const JudgedClaim&) = nullptr;
  corpus::Location (*place)(const JudgedClaim&) = nullptr;
  // Sets the message, label, notes, help and fix. Called only for findings that are shown.
  void (*word)(const JudgedClaim&, Diagnostic&) = nullptr;
  // Adds the places of other claims that the finding puts in doubt (Diagnostic::disputed). Optional.
  void (*dispute)(const JudgedClaim&, std::vector<DisputedPlace>&) = nullptr;
  // 3. Checks the whole corpus. Called once.
  void (*check_corpus)(const CorpusInput&, Findings&) = nullptr;
};

}  // namespace errpress::lint
