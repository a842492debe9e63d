#include "driver/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

#include "article/markdown.h"
#include "article/parser.h"
#include "base/hash.h"
#include "base/name.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "claims/names.h"
#include "corpus/error_names.h"
#include "corpus/find.h"
#include "driver/progress.h"
#include "driver/source_spans.h"
#include "render/built_in_files.h"

namespace errpress::driver {

namespace {

constexpr std::size_t kChunk = 32;

base::Status load_registries(const AnalysisInput& input, Sources& sources) {
  std::vector<corpus::RegistryFile> files;
  for (const auto& [path, family] : input.registries) {
    corpus::RegistryFile& file = files.emplace_back();
    if (auto status = disk::read_file(path, file.bytes); !status) return status;
    sources.fingerprint = base::hash_of(file.bytes, sources.fingerprint);
    file.file = sources.files.add({path, std::filesystem::path(path).filename().generic_string()});
    file.path = path;
    file.family = family;
  }
  return sources.registry.add_all(std::move(files));
}

void name_families(const AnalysisInput& input, Sources& sources) {
  corpus::Families& families = sources.registry.families();
  for (const auto& [path, family] : input.families.folders) {
    sources.families.folders.push_back({path, families.add(family)});
  }
  for (const auto& [pattern, family] : input.families.patterns) {
    sources.families.names.push_back({pattern, families.add(family)});
  }
}

base::Status load_dialect(const AnalysisInput& input, Sources& sources) {
  const std::string_view built_in = render::built_in_dialect();
  std::string yaml(built_in);
  std::string path = "built-in dialect.yaml";
  if (!input.dialect.empty()) {
    path = input.dialect;
    if (auto status = disk::read_file(path, yaml); !status) return status;
  }
  sources.fingerprint = base::hash_of(yaml, base::hash_of(built_in, sources.fingerprint));
  auto dialect = article::Dialect::parse(yaml, path, built_in);
  if (!dialect) return dialect.error();
  sources.dialect = std::move(*dialect);
  return base::Done{};
}

// Lists articles and unreadable files together, sorted by path.
base::Status find_files(const AnalysisInput& input, Sources& sources) {
  auto found = corpus::find_articles(input.roots, input.excluded, input.files);
  if (!found) return found.error();
  if (!input.allow_empty && !found->empty_roots.empty()) return corpus::no_articles(found->empty_roots.front());
  std::vector<std::pair<corpus::File, std::string>> all;
  for (corpus::File& file : found->articles) all.emplace_back(std::move(file), std::string());
  for (corpus::Unreadable& file : found->unreadable) all.emplace_back(std::move(file.file), std::move(file.reason));
  if (!found->unreadable.empty()) {
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.path < b.first.path; });
  }
  sources.article_count = all.size();
  for (auto& [file, reason] : all) {
    sources.files.add(std::move(file));
    sources.unusable.push_back(std::move(reason));
  }
  return base::Done{};
}

// One article after reading, parsing and the rules for single articles.
struct Indexed {
  corpus::ArticleSummary summary;
  disk::FileStamp stamp;
  std::uint64_t content = 0;
  std::string unreadable;  // why the article cannot be read; empty if it can
  std::unique_ptr<const CachedArticle> cached;
  std::vector<lint::Diagnostic> diagnostics;
};

// A limit on bytes of memory, shared by all threads.
class MemoryBudget {
 public:
  explicit MemoryBudget(std::size_t bytes) : bytes_(bytes) {}
  // Returns false and takes nothing if fewer bytes are left.
  bool take(std::size_t bytes) {
    if (taken_.fetch_add(bytes, std::memory_order_relaxed) + bytes <= bytes_) return true;
    taken_.fetch_sub(bytes, std::memory_order_relaxed);
    return false;
  }

 private:
  std::size_t bytes_;
  std::atomic<std::size_t> taken_ = 0;
};

class Indexer {
 public:
  Indexer(const Sources& sources, const AnalysisInput& input, MemoryBudget& budget)
      : sources_(sources),
        input_(input),
        budget_(budget),
        known_([&sources](std::string_view name) { return sources.registry.knows_name(name); }) {}

  void index(corpus::FileId file, std::string_view unusable, Indexed& result) {
    result.summary.file = file;
    if (!unusable.empty()) return report_unreadable(file, unusable, result);
    if (auto status = disk::read_file(sources_.files[file].path, bytes_, &result.stamp); !status) {
      return report_unreadable(file, status.error().message, result);
    }
    if (input_.hash_content) result.content = base::hash_of(bytes_);
    const base::EncodingIssues encoding_issues = base::find_encoding_issues(bytes_);
    if (!encoding_issues.is_text() || !article::is_markdown(sources_.files[file].path)) {
      check(bytes_, encoding_issues, file, result);
    } else {
      const article::PlainText plain = article::read_markdown(bytes_);
      check(plain.text(), base::find_encoding_issues(plain.text()), file, result);
      map_to_source(plain, result.summary);
      map_to_source(plain, result.diagnostics);
    }
    result.cached = cache();
  }

 private:
  // Parses, summarises and lints a text. One that is not text is an article without content.
  void check(std::string_view text, const base::EncodingIssues& encoding_issues, corpus::FileId file, Indexed& result) {
    article_.clear();
    if (encoding_issues.is_text()) article::parse(text, sources_.dialect, article_);
    result.summary = corpus::summarise(article_, text, sources_.dialect, known_, file);
    result.diagnostics = lint::lint_article({text, article_, sources_.dialect, encoding_issues, file}, input_.lint);
  }

  // Null if the budget is used up.
  std::unique_ptr<const CachedArticle> cache() const {
    if (!budget_.take(bytes_.size() + (input_.cache_parsed ? article_.memory() : 0))) return nullptr;
    auto cached = std::make_unique<CachedArticle>(CachedArticle{bytes_, std::nullopt});
    if (input_.cache_parsed) cached->article = article_;
    return cached;
  }

  void report_unreadable(corpus::FileId file, std::string_view reason, Indexed& result) const {
    result.unreadable = reason;
    if (auto finding = lint::unreadable_file(file, reason, input_.lint))
      result.diagnostics.push_back(std::move(*finding));
  }

  const Sources& sources_;
  const AnalysisInput& input_;
  MemoryBudget& budget_;
  claims::KnownNames known_;
  std::string bytes_;
  article::Article article_;
};

std::vector<Indexed> index_all(const Sources& sources, const AnalysisInput& input) {
  std::vector<Indexed> indexed(sources.unusable.size());
  MemoryBudget budget(input.cache_limit);
  std::vector<Indexer> indexers(input.threads, Indexer(sources, input, budget));
  ProgressCounter progress(input.progress, "reading", indexed.size());
  base::parallel_chunks(indexed.size(), input.threads, kChunk,
                        [&](unsigned thread, std::size_t begin, std::size_t end) {
                          if (input.is_cancelled()) return;
                          for (std::size_t i = begin; i < end; ++i) {
                            indexers[thread].index(static_cast<corpus::FileId>(i), sources.unusable[i], indexed[i]);
                          }
                          progress.add(end - begin);
                        });
  return indexed;
}

void append(std::vector<lint::Diagnostic>& all, std::vector<lint::Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void lint_all(const Sources& sources, const AnalysisInput& input, const corpus::NameFamilies& families,
              Analysis& analysis) {
  const lint::CorpusInput corpus{analysis.index, sources.registry, sources.files, input.aliases, families};
  const auto articles = analysis.index.articles();
  std::vector<std::vector<lint::Diagnostic>> found((articles.size() + kChunk - 1) / kChunk);
  base::parallel_chunks(articles.size(), input.threads, kChunk, [&](unsigned, std::size_t begin, std::size_t end) {
    if (input.is_cancelled()) return;
    for (std::size_t i = begin; i < end; ++i)
      append(found[begin / kChunk], lint::lint_claims(corpus, articles[i], input.lint));
  });
  for (auto& diagnostics : found) append(analysis.diagnostics, std::move(diagnostics));
  append(analysis.diagnostics, lint::lint_corpus(corpus, input.lint));
}

}  // namespace

base::Result<Sources> find_sources(const AnalysisInput& input) {
  Sources sources;
  if (auto status = find_files(input, sources); !status) return status.error();
  if (auto status = load_registries(input, sources); !status) return status.error();
  if (auto status = load_dialect(input, sources); !status) return status.error();
  name_families(input, sources);
  return sources;
}

Analysis analyse(const Sources& sources, const AnalysisInput& input) {
  std::vector<Indexed> indexed = index_all(sources, input);
  std::vector<corpus::ArticleSummary> summaries;
  summaries.reserve(indexed.size());
  for (Indexed& one : indexed) summaries.push_back(std::move(one.summary));
  corpus::ErrorNames names(sources.registry, sources.dialect, summaries);
  for (corpus::ArticleSummary& article : summaries) corpus::drop_other_names(article, names);
  const corpus::NameFamilies families(sources.registry, sources.families);
  corpus::assign_families(summaries, sources.files, families, sources.families);
  Analysis analysis(std::move(summaries));
  for (corpus::FileId file = 0; file < indexed.size(); ++file) {
    Indexed& one = indexed[file];
    analysis.stamps.push_back(one.stamp);
    analysis.content.push_back(one.content);
    if (!one.unreadable.empty()) analysis.unreadable.push_back({file, std::move(one.unreadable)});
    analysis.cached.push_back(std::move(one.cached));
    append(analysis.diagnostics, std::move(one.diagnostics));
  }
  if (input.is_cancelled()) return analysis;
  lint_all(sources, input, families, analysis);
  lint::sort(analysis.diagnostics);
  analysis.counts = lint::count(analysis.diagnostics);
  return analysis;
}

base::Status check_readable(const Analysis& analysis, const AnalysisInput& input) {
  const std::size_t count = analysis.stamps.size();
  if (input.allow_empty || analysis.unreadable.size() < count) return base::Done{};
  if (count == 0) return base::Error{"there are no articles"};
  return base::Error{count == 1 ? std::string("the only article cannot be read")
                                : fmt::format("none of the {} articles can be read", count)};
}

}  // namespace errpress::driver
