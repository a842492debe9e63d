// What a rule is: its documentation, its default severity, what it needs, and its check. One Rule value says it all;
// `errpress rule ID`, the README's table and every report read it from there (rules.h lists them). A rule's file needs
// no more than rules.h: this header brings what checks are given and where they put their findings.
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/article_input.h"
#include "lint/corpus_input.h"
#include "lint/diagnostic.h"
#include "lint/findings.h"

namespace errpress::lint {

// What has to be loaded before the rule can judge.
enum class Needs : std::uint8_t { article, corpus, registry };

// Whether findings of a rule stop `build` from writing: what a finding itself says is in Diagnostic::blocks_output.
enum class Blocks : std::uint8_t { never, in_title, always };

struct Rule {
  std::string_view id;           // kebab-case
  std::string_view summary;      // one line, lower case, no full stop
  std::string_view explanation;  // paragraphs of plain text, separated by a blank line
  std::string_view example;      // lines of an article that it fires on
  Severity severity = Severity::error;
  Needs needs = Needs::article;
  Blocks blocks_output = Blocks::never;
  // Whether a code or name stands in doubt where it fires: printed pages then tell their reader.
  bool disputes = false;

  // Exactly one of the three is set (none for a finding made while files are read).
  void (*check_article)(const ArticleInput&, Findings&) = nullptr;
  // Called for each article, in parallel: the claims of one article against the whole corpus and the registry.
  void (*check_claims)(const CorpusInput&, const corpus::ArticleSummary&, Findings&) = nullptr;
  // Called once.
  void (*check_corpus)(const CorpusInput&, Findings&) = nullptr;
};

}  // namespace errpress::lint
