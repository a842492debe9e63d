// The index pass, which every command starts with: find the articles, read and parse each one once, keep its summary,
// drop its text (or cache it for later passes, up to a limit), and run the rules over all of it.
// find_sources and analyse use threads of their own; their results are const from then on, and thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "base/result.h"
#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "disk/files.h"
#include "driver/progress.h"
#include "lint/linter.h"

namespace errpress::driver {

struct AnalysisInput {
  std::vector<std::string> roots;       // folders and files
  std::vector<std::string> registries;  // files
  std::string dialect;                  // a file; empty for the built-in one
  std::string excluded;                 // a folder that is not searched, or empty
  lint::LintConfig lint;
  lint::Aliases aliases;
  unsigned threads = 1;
  bool hash_content = false;       // whether to fill Analysis::content
  bool cache_parsed = false;       // whether CachedArticle::article is kept beside its bytes
  bool allow_empty = false;        // whether a root, or all of them, may have no article that can be read
  ProgressCallback progress = {};  // may be empty
  // Where it becomes true, every pass ends early; what it returns then is incomplete. Null where nothing cancels.
  const std::atomic<bool>* cancelled = nullptr;
  bool is_cancelled() const { return cancelled != nullptr && cancelled->load(std::memory_order_relaxed); }
  // Bytes that Analysis::cached may take in all. At 64 MiB, a corpus of some 10,000 articles is read only once.
  std::size_t cache_limit = std::size_t{64} << 20;
};

// What is known before any article is read. Articles come first in the table of files: the FileId of an article is its
// index in everything that has one element an article. Registries follow.
struct Sources {
  corpus::FileTable files;
  std::size_t article_count = 0;
  std::vector<std::string> unusable;  // for each article: why it cannot be read, or empty
  corpus::Registry registry;
  article::Dialect dialect;
  std::uint64_t fingerprint = 0;  // of the bytes of registries and dialect
};

// Fails where a registry or the dialect cannot be read or holds mistakes, where a root does not exist, and, unless
// `allow_empty`, where a root holds no articles.
base::Result<Sources> find_sources(const AnalysisInput& input);

// An article as the index pass read it.
struct CachedArticle {
  std::string bytes;
  std::optional<article::Article> article;
};

// Every vector has one element an article, by FileId.
struct Analysis {
  explicit Analysis(std::vector<corpus::ArticleSummary> summaries) : index(std::move(summaries)) {}

  corpus::CorpusIndex index;
  std::vector<disk::FileStamp> stamps;                       // as the articles were read
  std::vector<std::uint64_t> content;                        // XXH3 hash of the bytes; 0 where not wanted
  std::vector<std::unique_ptr<const CachedArticle>> cached;  // null past AnalysisInput::cache_limit
  std::vector<lint::Diagnostic> diagnostics;                 // in the order of reports
  lint::Counts counts;
  std::size_t unreadable = 0;  // articles that could not be read
};

// What cannot be read is a diagnostic. The analysis points into nothing; views and indexes made from it point into it.
Analysis analyse(const Sources& sources, const AnalysisInput& input);

// Fails where not one article could be read and that is not allowed: then nothing was checked, whatever the findings.
base::Status check_readable(const Analysis& analysis, const AnalysisInput& input);

}  // namespace errpress::driver
