// What a rule is: its documentation, its default severity, what it needs, and its check. One Rule value says it all;
// `errpress rule ID`, the README's table and every report read it from there (rules.h lists them).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "base/utf8.h"
#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "lint/close_names.h"
#include "lint/diagnostic.h"

namespace errpress::lint {

struct Rule;

// Collects what rules find, at most kMost of one rule in one file: an article of a million odd lines must not become a
// million findings. Not thread-safe: each thread has its own.
class Findings {
 public:
  static constexpr std::size_t kMost = 20;

  // Starts a finding of the current rule, to be filled in; valid until the next call. Past kMost findings are counted,
  // and the last one kept says in a note how many more there are: the places of those that dispute something are kept,
  // and nullptr is returned for the others. Go on after it, so that the rest is counted, too.
  Diagnostic* add(corpus::Location location);

  void begin_rule(const Rule& rule, Severity severity);
  std::vector<Diagnostic> take();

 private:
  // How often the current rule fired in a file, and which finding was the last kept.
  struct Tally {
    std::size_t count = 0;
    std::size_t last = 0;
  };

  std::vector<Diagnostic> diagnostics_;
  std::unordered_map<corpus::FileId, Tally> tallies_;
  const Rule* rule_ = nullptr;
  Severity severity_ = Severity::error;
  Diagnostic spare_;                        // past kMost: filled in, but only its places are kept
  std::optional<std::size_t> spare_owner_;  // the finding that keeps them

  void keep_places();
  void end_rule();
};

// One article with its text, while it is in memory.
struct ArticleInput {
  std::string_view source;
  const article::Article& article;
  const article::Dialect& dialect;
  const base::EncodingIssues& encoding_issues;
  corpus::FileId file;
};

// Declared in the configuration: sets of names that share a code.
class Aliases {
 public:
  void add(std::vector<std::string> names) { sets_.push_back(std::move(names)); }
  bool are_aliases(std::string_view a, std::string_view b) const;
  const std::vector<std::vector<std::string>>& sets() const { return sets_; }

 private:
  std::vector<std::vector<std::string>> sets_;
};

// The corpus once all of it is indexed. `registry` may be empty. Const use is thread-safe.
struct CorpusInput {
  const corpus::CorpusIndex& index;
  const corpus::Registry& registry;
  const corpus::FileTable& files;
  const Aliases& aliases;
  // Made from the above when a finding first asks for it.
  CloseNames close_names{index, registry};
};

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
  void (*check_summary)(const CorpusInput&, const corpus::ArticleSummary&, Findings&) = nullptr;
  // Called once.
  void (*check_corpus)(const CorpusInput&, Findings&) = nullptr;
};

}  // namespace errpress::lint
