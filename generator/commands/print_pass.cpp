#include "commands/print_pass.h"

#include <mutex>
#include <optional>
#include <utility>

#include "commands/article_reader.h"
#include "commands/progress.h"
#include "text/parallel.h"

namespace errpress::commands {

namespace {

// The first failure of several threads: the one that comes first in the order of the work, whoever meets it when.
class FirstError {
 public:
  void set(std::size_t at, text::Error error) {
    const std::lock_guard lock(mutex_);
    if (at < at_) {
      at_ = at;
      error_ = std::move(error);
    }
  }
  // Whether what failed comes before `at`, so that nothing from there on matters any more.
  bool comes_before(std::size_t at) const {
    const std::lock_guard lock(mutex_);
    return at_ < at;
  }
  text::Status status() const { return error_ ? text::Status(*error_) : text::Status(text::Done{}); }

 private:
  mutable std::mutex mutex_;
  std::size_t at_ = static_cast<std::size_t>(-1);
  std::optional<text::Error> error_;
};

// Keeps all files of an entry where the last build printed them from the same; false where any of them has to be
// printed.
bool keep_article(const PrintInput& input, std::size_t entry, output::OutputFolder& folder) {
  const std::uint32_t article = input.catalogue.entries[entry].article;
  const corpus::FileId file = input.analysis.index.articles()[article].file;
  for (std::size_t i = 0; i < input.plan.per_article.size(); ++i) {
    const std::uint32_t number = input.plan.article_file(entry, i);
    const auto content = input.memory.current(input.plan.paths[number], input.sources.files[file].path,
                                              input.analysis.content[article], input.contexts[entry]);
    if (!content || !folder.keep(number, *content)) return false;
  }
  return true;
}

text::Status print_article(const PrintInput& input, std::size_t entry, ArticleReader& reader, render::TextBuffer& bytes,
                           output::OutputFolder& folder) {
  if (keep_article(input, entry, folder)) return text::Done{};
  const auto view = reader.read(input.catalogue.entries[entry]);
  if (!view) return view.error();
  for (std::size_t i = 0; i < input.plan.per_article.size(); ++i) {
    const PlannedOutput& planned = input.plan.per_article[i];
    bytes.clear();
    if (auto status = planned.target->print(*planned.output, *view, bytes); !status) return status;
    if (auto status = folder.put(input.plan.article_file(entry, i), bytes); !status) return status;
  }
  return text::Done{};
}

text::Status print_corpus(const PrintInput& input, output::OutputFolder& folder) {
  render::ViewArena arena;
  std::optional<render::Value> view;
  for (std::size_t i = 0; i < input.plan.per_corpus.size(); ++i) {
    const PlannedOutput& planned = input.plan.per_corpus[i];
    render::TextBuffer bytes;
    if (planned.output->body) {
      if (!view) {
        view = render::make_corpus_view({input.analysis.index, input.sources.files, input.findings, input.catalogue},
                                        arena);
      }
      if (auto status = planned.target->print(*planned.output, *view, bytes); !status) return status;
    } else {
      ArticleReader reader(input.sources, input.analysis, input.findings);
      auto status = print_views(input.catalogue, reader, [&](std::string_view text) { bytes += text; });
      if (!status) return status;
    }
    const auto file = input.plan.corpus_file(i);
    if (auto status = folder.put(file, bytes); !status) return status;
  }
  return text::Done{};
}

// What one thread needs to print articles.
struct Worker {
  ArticleReader reader;
  render::TextBuffer bytes;
};

std::vector<Worker> make_workers(const PrintInput& input) {
  std::vector<Worker> workers;
  for (unsigned i = 0; i < input.threads; ++i) {
    workers.push_back({ArticleReader(input.sources, input.analysis, input.findings), {}});
  }
  return workers;
}

}  // namespace

// What is printed of the whole corpus is one piece of work, and the longest: it comes first, so that the other threads
// have something to do meanwhile.
text::Status print_all(const PrintInput& input, output::OutputFolder& folder) {
  constexpr std::size_t kChunk = 16;
  const std::size_t articles = input.plan.per_article.empty() ? 0 : input.catalogue.entries.size();
  FirstError failure;
  Progress progress("printing", articles);
  std::vector<Worker> workers = make_workers(input);
  text::parallel_chunks(articles + 1, input.threads, kChunk, [&](unsigned thread, std::size_t begin, std::size_t end) {
    if (failure.comes_before(begin)) return;
    for (std::size_t i = begin; i < end; ++i) {
      auto status = i == 0 ? print_corpus(input, folder)
                           : print_article(input, i - 1, workers[thread].reader, workers[thread].bytes, folder);
      if (!status) return failure.set(i, status.error());
    }
    progress.add(end - begin);
  });
  return failure.status();
}

}  // namespace errpress::commands
