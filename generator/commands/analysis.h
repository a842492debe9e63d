// The index pass, which every command starts with: find the articles, read and parse each one once, keep its facts,
// drop its text (or keep it for those who come after, up to a limit), and run the rules over all of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "lint/linter.h"
#include "text/files.h"
#include "text/result.h"

namespace errpress::commands {

struct AnalysisInput {
  std::vector<std::string> roots;       // folders and files
  std::vector<std::string> registries;  // files
  std::string dialect;                  // a file; empty for the built-in one
  std::string excluded;                 // a folder that is not searched, or empty
  lint::LintConfig lint;
  lint::Aliases aliases;
  unsigned threads = 1;
  bool hash_content = false;  // whether Analysis::content is wanted
  // Bytes that Analysis::texts may take: enough for corpora of some 10,000 articles to be read only once, little enough
  // for any machine that builds.
  std::size_t text_limit = std::size_t{64} << 20;
  bool keep_parses = false;  // whether what they were parsed to is kept with them
};

// What is known before any article is read.
struct Sources {
  corpus::FileTable files;  // registries, then articles in the order of their paths
  corpus::Registry registry;
  std::uint64_t fingerprint = 0;  // of everything read for it: registries and dialect
  article::Dialect dialect;
  corpus::FileId first_article = 0;
  std::vector<std::string> unusable;  // for each article from first_article on: why it cannot be read, or empty
};

// Fails where a registry or the dialect cannot be read or holds mistakes, and where a root is not there.
text::Result<Sources> find_sources(const AnalysisInput& input);

// An article as the index pass read it, for those who come after.
struct KeptText {
  std::string bytes;
  std::optional<article::Article> article;
};

struct Analysis {
  explicit Analysis(std::vector<corpus::Facts> facts) : index(std::move(facts)) {}

  corpus::CorpusIndex index;            // one article for each file from first_article on, in order
  std::vector<text::FileStamp> stamps;  // for each of them, as it was read
  std::vector<std::uint64_t> content;   // for each of them, the XXH3 hash of its bytes; 0 where not wanted
  // For each of them; null for those that AnalysisInput::text_limit had no room for.
  std::vector<std::unique_ptr<const KeptText>> texts;
  std::vector<lint::Diagnostic> diagnostics;  // in the order of reports
  lint::Counts counts;
};

// Reads on `input.threads` threads. What cannot be read is a diagnostic. The analysis points into nothing; views and
// indexes made from it point into it.
Analysis analyse(const Sources& sources, const AnalysisInput& input);

}  // namespace errpress::commands
