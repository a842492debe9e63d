#include "driver/render_pass.h"

#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "driver/article_reader.h"
#include "driver/progress.h"
#include "render/views_json.h"

namespace errpress::driver {

namespace {

// The first failure across threads: the first in the order of the work, independent of timing.
class FirstError {
 public:
  void set(std::size_t at, base::Error error) {
    const std::lock_guard lock(mutex_);
    if (at < at_) {
      at_ = at;
      error_ = std::move(error);
    }
  }
  // Whether the failure comes before `at`, so that work from `at` on can be skipped.
  bool comes_before(std::size_t at) const {
    const std::lock_guard lock(mutex_);
    return at_ < at;
  }
  base::Status status() const { return error_ ? base::Status(*error_) : base::Status(base::Done{}); }

 private:
  mutable std::mutex mutex_;
  std::size_t at_ = static_cast<std::size_t>(-1);
  std::optional<base::Error> error_;
};

// An error once the build is cancelled.
base::Status check_cancelled(const RenderInput& input) {
  if (input.settings.is_cancelled()) return base::Error{"interrupted; nothing was written"};
  return base::Done{};
}

// Keeps all files of an article if the last build rendered them from the same input; false if any of them must be
// rendered.
bool keep_article(const RenderInput& input, std::size_t entry, output::OutputFolder& folder) {
  const corpus::FileId file = input.published.entries[entry].article;
  for (std::size_t i = 0; i < input.plan.per_article.size(); ++i) {
    const std::uint32_t number = input.plan.article_file(entry, i);
    const auto content = input.memory.current(input.plan.paths[number], input.sources.files[file].path,
                                              input.analysis.content[file], input.dependency_hashes[entry]);
    if (!content || !folder.keep(number, *content)) return false;
  }
  return true;
}

base::Status render_article(const RenderInput& input, std::size_t entry, ArticleReader& reader, base::TextBuffer& bytes,
                            output::OutputFolder& folder) {
  if (auto status = check_cancelled(input); !status) return status;
  if (keep_article(input, entry, folder)) return base::Done{};
  const auto view = reader.read(input.published.entries[entry]);
  if (!view) return view.error();
  for (std::size_t i = 0; i < input.plan.per_article.size(); ++i) {
    const PlannedOutput& planned = input.plan.per_article[i];
    bytes.clear();
    if (auto status = planned.target->render(*planned.output, *view, bytes); !status) return status;
    if (auto status = folder.put(input.plan.article_file(entry, i), bytes); !status) return status;
  }
  return base::Done{};
}

// Renders the view of the whole corpus, which can take seconds, as one JSON document.
base::Status put_views(const RenderInput& input, std::uint32_t file, output::OutputFolder& folder) {
  ArticleReader reader(input.sources, input.analysis, input.findings);
  const auto read = [&](const render::PublishedArticles::Entry& entry) -> base::Result<mustache::Value> {
    if (auto status = check_cancelled(input); !status) return status.error();
    return reader.read(entry);
  };
  return folder.put_pieces(file, [&](const output::OutputFolder::PieceSink& sink) {
    return render::write_views(input.published, read, sink);
  });
}

base::Status render_corpus(const RenderInput& input, output::OutputFolder& folder) {
  mustache::ViewArena arena;
  std::optional<mustache::Value> view;
  for (std::size_t i = 0; i < input.plan.per_corpus.size(); ++i) {
    const PlannedOutput& planned = input.plan.per_corpus[i];
    const auto file = input.plan.corpus_file(i);
    base::Status status = check_cancelled(input);
    if (status && planned.output->body) {
      if (!view) {
        view = render::make_corpus_view({input.analysis.index, input.sources.files, input.findings, input.published},
                                        arena);
      }
      base::TextBuffer bytes;
      status = planned.target->render(*planned.output, *view, bytes);
      if (status) status = folder.put(file, bytes);
    } else if (status) {
      status = put_views(input, file, folder);
    }
    if (!status) return status;
  }
  return check_cancelled(input);
}

// The state of one thread that renders articles.
struct Worker {
  ArticleReader reader;
  base::TextBuffer bytes;
};

std::vector<Worker> make_workers(const RenderInput& input) {
  std::vector<Worker> workers;
  for (unsigned i = 0; i < input.settings.threads; ++i) {
    workers.push_back({ArticleReader(input.sources, input.analysis, input.findings), {}});
  }
  return workers;
}

}  // namespace

// The outputs of the whole corpus are one task, the longest one. It comes first, so that the other threads render
// articles in the meantime.
base::Status render_all(const RenderInput& input, output::OutputFolder& folder) {
  constexpr std::size_t kChunk = 16;
  const std::size_t articles = input.plan.per_article.empty() ? 0 : input.published.entries.size();
  FirstError failure;
  ProgressCounter progress(input.settings.progress, "rendering", articles);
  std::vector<Worker> workers = make_workers(input);
  base::parallel_chunks(
      articles + 1, input.settings.threads, kChunk, [&](unsigned thread, std::size_t begin, std::size_t end) {
        if (failure.comes_before(begin)) return;
        for (std::size_t i = begin; i < end; ++i) {
          auto status = i == 0 ? render_corpus(input, folder)
                               : render_article(input, i - 1, workers[thread].reader, workers[thread].bytes, folder);
          if (!status) return failure.set(i, status.error());
        }
        progress.add(end - begin);
      });
  return failure.status();
}

}  // namespace errpress::driver
