#include "commands/analysis.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "article/parser.h"
#include "commands/progress.h"
#include "corpus/find.h"
#include "render/built_in_files.h"
#include "text/hash.h"
#include "text/parallel.h"
#include "text/utf8.h"

namespace errpress::commands {

namespace {

constexpr std::size_t kChunk = 32;

text::Status load_registries(const AnalysisInput& input, Sources& sources) {
  for (const std::string& path : input.registries) {
    std::string bytes;
    if (auto status = text::read_file(path, bytes); !status) return status;
    sources.fingerprint = text::hash_of(bytes, sources.fingerprint);
    const corpus::FileId file = sources.files.add({path, std::filesystem::path(path).filename().generic_string()});
    if (auto status = sources.registry.add(std::move(bytes), path, file); !status) return status;
  }
  return text::Done{};
}

text::Status load_dialect(const AnalysisInput& input, Sources& sources) {
  std::string yaml(render::built_in_dialect());
  std::string path = "built-in dialect.yaml";
  if (!input.dialect.empty()) {
    path = input.dialect;
    if (auto status = text::read_file(path, yaml); !status) return status;
  }
  sources.fingerprint = text::hash_of(yaml, sources.fingerprint);
  auto dialect = article::Dialect::parse(yaml, path);
  if (!dialect) return dialect.error();
  sources.dialect = std::move(*dialect);
  return text::Done{};
}

// Articles and what only looks like one, in one order.
text::Status find_files(const AnalysisInput& input, Sources& sources) {
  auto found = corpus::find_articles(input.roots, input.excluded);
  if (!found) return found.error();
  std::vector<std::pair<corpus::File, std::string>> all;
  for (corpus::File& file : found->articles) all.emplace_back(std::move(file), std::string());
  for (corpus::Unreadable& file : found->unreadable) all.emplace_back(std::move(file.file), std::move(file.reason));
  if (!found->unreadable.empty()) {
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.path < b.first.path; });
  }
  sources.first_article = static_cast<corpus::FileId>(sources.files.size());
  for (auto& [file, reason] : all) {
    sources.files.add(std::move(file));
    sources.unusable.push_back(std::move(reason));
  }
  return text::Done{};
}

// What the index pass makes of one file.
struct Indexed {
  corpus::Facts facts;
  text::FileStamp stamp;
  std::uint64_t content = 0;
  std::unique_ptr<const KeptText> text;
  std::vector<lint::Diagnostic> diagnostics;
};

// Room for texts, which all threads take from.
class TextRoom {
 public:
  explicit TextRoom(std::size_t bytes) : bytes_(bytes) {}
  // False where there is no room for so many bytes.
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
  Indexer(const Sources& sources, const AnalysisInput& input, TextRoom& room)
      : sources_(sources), input_(input), room_(room) {}

  void index(corpus::FileId file, std::string_view unusable, Indexed& result) {
    result.facts.file = file;
    if (!unusable.empty()) return report_unreadable(file, unusable, result);
    if (auto status = text::read_file(sources_.files[file].path, bytes_, &result.stamp); !status) {
      return report_unreadable(file, status.error().message, result);
    }
    article::parse(bytes_, sources_.dialect, article_);
    result.facts = corpus::collect_facts(article_, bytes_, file);
    if (input_.hash_content) result.content = text::hash_of(bytes_);
    const text::Oddities oddities = text::find_oddities(bytes_);
    result.diagnostics = lint::lint_article({bytes_, article_, sources_.dialect, oddities, file}, input_.lint);
    article_.mentions.clear();  // facts now, which nothing that prints an article asks for
    result.text = keep();
  }

 private:
  // Null where there is no room.
  std::unique_ptr<const KeptText> keep() const {
    if (!room_.take(bytes_.size() + (input_.keep_parses ? article_.memory() : 0))) return nullptr;
    auto text = std::make_unique<KeptText>(KeptText{bytes_, std::nullopt});
    if (input_.keep_parses) text->article = article_;
    return text;
  }

  void report_unreadable(corpus::FileId file, std::string_view reason, Indexed& result) const {
    if (auto finding = lint::unreadable_file(file, reason, input_.lint))
      result.diagnostics.push_back(std::move(*finding));
  }

  const Sources& sources_;
  const AnalysisInput& input_;
  TextRoom& room_;
  std::string bytes_;
  article::Article article_;
};

std::vector<Indexed> index_all(const Sources& sources, const AnalysisInput& input) {
  std::vector<Indexed> indexed(sources.unusable.size());
  TextRoom room(input.text_limit);
  std::vector<Indexer> indexers(input.threads, Indexer(sources, input, room));
  Progress progress("reading", indexed.size());
  text::parallel_chunks(indexed.size(), input.threads, kChunk,
                        [&](unsigned thread, std::size_t begin, std::size_t end) {
                          for (std::size_t i = begin; i < end; ++i) {
                            indexers[thread].index(sources.first_article + static_cast<corpus::FileId>(i),
                                                   sources.unusable[i], indexed[i]);
                          }
                          progress.add(end - begin);
                        });
  return indexed;
}

void append(std::vector<lint::Diagnostic>& all, std::vector<lint::Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// A name in prose is an error's if it begins like one, or a registry or an article has it.
void forget_other_names(const Sources& sources, std::vector<corpus::Facts>& facts) {
  std::optional<std::unordered_set<std::string_view>> titles;
  const auto is_title = [&](std::string_view name) {
    if (!titles) {
      titles.emplace();
      for (const corpus::Facts& article : facts) titles->insert(article.name());
    }
    return titles->contains(name);
  };
  const auto is_error = [&](std::string_view name) {
    return sources.dialect.has_prefix(name) || sources.registry.knows_name(name) || is_title(name);
  };
  for (corpus::Facts& article : facts) corpus::forget_other_names(article, is_error);
}

void lint_all(const Sources& sources, const AnalysisInput& input, Analysis& analysis) {
  const lint::CorpusInput corpus{analysis.index, sources.registry, sources.files, input.aliases};
  const auto articles = analysis.index.articles();
  std::vector<std::vector<lint::Diagnostic>> found((articles.size() + kChunk - 1) / kChunk);
  text::parallel_chunks(articles.size(), input.threads, kChunk, [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      append(found[begin / kChunk], lint::lint_facts(corpus, articles[i], input.lint));
  });
  for (auto& diagnostics : found) append(analysis.diagnostics, std::move(diagnostics));
  append(analysis.diagnostics, lint::lint_corpus(corpus, input.lint));
}

}  // namespace

text::Result<Sources> find_sources(const AnalysisInput& input) {
  Sources sources;
  if (auto status = load_registries(input, sources); !status) return status.error();
  if (auto status = load_dialect(input, sources); !status) return status.error();
  if (auto status = find_files(input, sources); !status) return status.error();
  return sources;
}

Analysis analyse(const Sources& sources, const AnalysisInput& input) {
  std::vector<Indexed> indexed = index_all(sources, input);
  std::vector<corpus::Facts> facts;
  facts.reserve(indexed.size());
  for (Indexed& one : indexed) facts.push_back(std::move(one.facts));
  forget_other_names(sources, facts);
  Analysis analysis(std::move(facts));
  for (Indexed& one : indexed) {
    analysis.stamps.push_back(one.stamp);
    analysis.content.push_back(one.content);
    analysis.texts.push_back(std::move(one.text));
    append(analysis.diagnostics, std::move(one.diagnostics));
  }
  lint_all(sources, input, analysis);
  lint::sort(analysis.diagnostics);
  analysis.counts = lint::count(analysis.diagnostics);
  return analysis;
}

}  // namespace errpress::commands
