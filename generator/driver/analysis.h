// The index pass, the first pass of every command that reads a corpus: finds the articles, reads and parses each of
// them once, keeps its summary, drops its text (or caches it for later passes, up to a limit), and runs the rules.
// find_sources and analyse use their own threads; their results are const afterwards, and thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "base/result.h"
#include "corpus/article_family.h"
#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "disk/files.h"
#include "driver/progress.h"
#include "lint/linter.h"

namespace errpress::driver {

// A registry, and the family that the configuration gives to its codes; empty if it says nothing.
struct RegistryChoice {
  std::string path;
  std::string family = {};
};

// corpus::FamilyChoices with names instead of ids: pairs of a folder or a pattern of names, and a family.
struct FamilyNames {
  std::vector<std::pair<std::string, std::string>> folders;
  std::vector<std::pair<std::string, std::string>> patterns;
};

struct AnalysisInput {
  std::vector<std::string> roots;             // folders and files
  std::vector<std::string> files = {".txt"};  // the endings of articles; ".md" files are read as Markdown
  std::vector<RegistryChoice> registries;
  FamilyNames families;
  std::string dialect;   // a file; empty for the built-in one
  std::string excluded;  // a folder not to search, or empty
  lint::LintConfig lint;
  lint::Aliases aliases;
  unsigned threads = 1;
  bool hash_content = false;       // whether to fill Analysis::content
  bool cache_parsed = false;       // whether to keep CachedArticle::article as well as the bytes
  bool allow_empty = false;        // whether one or all roots may have no readable article
  ProgressCallback progress = {};  // may be empty
  // When it becomes true, every pass ends early and returns an incomplete result. Null if the run cannot be cancelled.
  const std::atomic<bool>* cancelled = nullptr;
  bool is_cancelled() const { return cancelled != nullptr && cancelled->load(std::memory_order_relaxed); }
  // Maximum total size of Analysis::cached, in bytes. With 64 MiB, a corpus of about 10,000 articles is read only once.
  std::size_t cache_limit = std::size_t{64} << 20;
};

// Everything known before any article is read. In the file table, articles come first, so the FileId of an article is
// its index in all per-article vectors; registries follow.
struct Sources {
  corpus::FileTable files;
  std::size_t article_count = 0;
  std::vector<std::string> unusable;  // for each article: why it cannot be read, or empty
  corpus::Registry registry;
  corpus::FamilyChoices families;
  article::Dialect dialect;
  std::uint64_t fingerprint = 0;  // of the bytes of registries and dialect
};

// Fails if a registry or the dialect cannot be read or is invalid, if a root does not exist, and, unless `allow_empty`,
// if a root contains no articles.
base::Result<Sources> find_sources(const AnalysisInput& input);

// An article as the index pass read it.
struct CachedArticle {
  std::string bytes;
  std::optional<article::Article> article;
};

// An article that could not be read, and why: the message of the system or the reader.
struct UnreadableArticle {
  corpus::FileId file = 0;
  std::string reason;
};

// Every vector except `diagnostics` and `unreadable` has one element per article, indexed by FileId.
struct Analysis {
  explicit Analysis(std::vector<corpus::ArticleSummary> summaries) : index(std::move(summaries)) {}

  corpus::CorpusIndex index;
  std::vector<disk::FileStamp> stamps;  // taken when the articles were read
  std::vector<std::uint64_t> content;   // XXH3 hash of the bytes; 0 unless AnalysisInput::hash_content
  std::vector<std::unique_ptr<const CachedArticle>> cached;  // null beyond AnalysisInput::cache_limit
  std::vector<lint::Diagnostic> diagnostics;                 // in report order
  lint::Counts counts;
  std::vector<UnreadableArticle> unreadable;  // by FileId; also if the rule unreadable-file is off
};

// Articles that cannot be read are in Analysis::unreadable, and reported as diagnostics unless that rule is off. The
// analysis owns all its data; views and indexes made from it point into it.
Analysis analyse(const Sources& sources, const AnalysisInput& input);

// Fails if no article could be read, unless `allow_empty`: then nothing was checked, whatever the findings.
base::Status check_readable(const Analysis& analysis, const AnalysisInput& input);

}  // namespace errpress::driver
