// The text of the files that findings are about, asked for again for the report: the corpus drops texts once they are
// indexed. The cache keeps the files that were asked for last, so memory is bounded. Not thread-safe: each report has
// its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/file_table.h"
#include "text/line_table.h"
#include "text/result.h"

namespace errpress::report {

// One file's text with its lines.
class Source {
 public:
  explicit Source(std::string bytes) : bytes_(std::move(bytes)), lines_(bytes_) {}
  Source(const Source&) = delete;  // the line table looks into `bytes_`
  Source& operator=(const Source&) = delete;

  std::string_view bytes() const { return bytes_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }
  std::size_t memory() const { return bytes_.size() + lines_.line_count() * sizeof(std::uint32_t); }
  // False where the file is not the one the span was made for.
  bool contains(text::Span span) const { return span.begin <= span.end && span.end <= bytes_.size(); }

  // The number of the line that holds `offset`, which may be the end of the text; logarithmic.
  std::uint32_t line_of(std::uint32_t offset) const;
  text::Span line_span(std::uint32_t line) const { return lines_.line_span(line); }
  // As LineTable::position, but asking about many places of one very long line costs no more than reading it once.
  text::Position position(std::uint32_t offset);

 private:
  // `column` of the code point at `offset`.
  struct Milestone {
    std::uint32_t offset;
    std::uint32_t column;
  };

  std::uint32_t column(std::uint32_t line_begin, std::uint32_t offset);

  std::string bytes_;
  text::LineTable lines_;
  std::unordered_map<std::uint32_t, std::vector<Milestone>> milestones_;  // by the line's begin; long lines only
};

// `begin` and `end` of a span.
struct Place {
  text::Position begin;
  text::Position end;
};

class SourceCache {
 public:
  // Gives the bytes of a file.
  using Loader = std::function<text::Result<std::string>(corpus::FileId file)>;

  static constexpr std::size_t kDefaultBudget = std::size_t{64} << 20;

  // `budget` is in bytes; the two files asked for last stay whatever their size. `files` must outlive the cache.
  SourceCache(const corpus::FileTable& files, Loader loader, std::size_t budget = kDefaultBudget);
  explicit SourceCache(const corpus::FileTable& files);  // loads from the disk

  static text::Result<std::string> read_from_disk(const std::string& path);

  // Null where the file cannot be read (any more). A file is asked for once as long as it stays in the cache.
  std::shared_ptr<Source> get(corpus::FileId file);
  // Nothing where the file cannot be read, or ends before the location: it was changed meanwhile.
  std::optional<Place> place(const corpus::Location& location);

 private:
  struct Entry {
    corpus::FileId file;
    std::size_t memory;
    std::shared_ptr<Source> source;
  };

  void evict();

  const corpus::FileTable& files_;
  Loader loader_;
  std::size_t budget_;
  std::size_t memory_ = 0;
  std::list<Entry> entries_;  // the one asked for last comes first
  std::unordered_map<corpus::FileId, std::list<Entry>::iterator> by_file_;
};

}  // namespace errpress::report
