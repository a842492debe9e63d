// The text of the files that findings refer to, loaded again for the report because the corpus drops texts once they
// are indexed. A least-recently-used cache with a memory budget. Not thread-safe: each report has its own.
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

#include "base/line_table.h"
#include "base/result.h"
#include "corpus/file_table.h"

namespace errpress::report {

// The bytes of a file, owned or borrowed.
class SourceBytes {
 public:
  explicit SourceBytes(std::string owned) : owned_(std::move(owned)), is_owned_(true) {}
  explicit SourceBytes(std::string_view borrowed) : borrowed_(borrowed) {}

  std::string_view view() const { return is_owned_ ? std::string_view(owned_) : borrowed_; }
  std::size_t memory() const { return owned_.size(); }

 private:
  std::string owned_;
  std::string_view borrowed_;
  bool is_owned_ = false;
};

// One file's text with its lines.
class Source {
 public:
  explicit Source(SourceBytes bytes) : bytes_(std::move(bytes)), lines_(bytes_.view()) {}
  Source(const Source&) = delete;  // the line table points into `bytes_`
  Source& operator=(const Source&) = delete;

  std::string_view bytes() const { return bytes_.view(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes().size()); }
  std::size_t memory() const { return bytes_.memory() + lines_.line_count() * sizeof(std::uint32_t); }
  // False if the span lies outside the file: the file has changed since the span was made.
  bool contains(base::Span span) const { return span.begin <= span.end && span.end <= size(); }

  // The number of the line that contains `offset`, which may be the end of the text. Logarithmic in the number of
  // lines.
  std::uint32_t line_of(std::uint32_t offset) const { return lines_.line_of(offset); }
  base::Span line_span(std::uint32_t line) const { return lines_.line_span(line); }
  // Like LineTable::position, but looking up many places in one very long line costs no more than reading it once.
  base::Position position(std::uint32_t offset);

 private:
  // The column of the code point at `offset`.
  struct Milestone {
    std::uint32_t offset;
    std::uint32_t column;
  };

  std::uint32_t column(std::uint32_t line_begin, std::uint32_t offset);

  SourceBytes bytes_;
  base::LineTable lines_;
  std::unordered_map<std::uint32_t, std::vector<Milestone>>
      milestones_;  // keyed by the start of the line; long lines only
};

// The positions of the begin and end of a span.
struct Place {
  base::Position begin;
  base::Position end;
};

class SourceCache {
 public:
  // Returns the bytes of a file; borrowed bytes must stay valid and unchanged for the lifetime of the cache.
  using Loader = std::function<base::Result<SourceBytes>(corpus::FileId file)>;

  static constexpr std::size_t kDefaultBudget = std::size_t{64} << 20;

  // `budget` is in bytes; the two most recently used files are kept whatever their size. `files` must outlive the
  // cache.
  SourceCache(const corpus::FileTable& files, Loader loader, std::size_t budget = kDefaultBudget);

  // Reads a file from disk; for use by loaders.
  static base::Result<SourceBytes> read_from_disk(const std::string& path);

  // Null if the file cannot be read. A file is loaded once as long as it stays in the cache.
  std::shared_ptr<Source> get(corpus::FileId file);
  // nullopt if the file cannot be read, or ends before the location because it was changed in the meantime.
  std::optional<Place> place(const corpus::Location& location);
  // Where a location begins, or only in which line, which takes less time; nullopt as above.
  std::optional<base::Position> begin(const corpus::Location& location);
  std::optional<std::uint32_t> line(const corpus::Location& location);

 private:
  struct Entry {
    corpus::FileId file;
    std::size_t memory;
    std::shared_ptr<Source> source;
  };

  // Null if the location is not in the file any more.
  std::shared_ptr<Source> source_of(const corpus::Location& location);
  void evict();

  const corpus::FileTable& files_;
  Loader loader_;
  std::size_t budget_;
  std::size_t memory_ = 0;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<corpus::FileId, std::list<Entry>::iterator> by_file_;
};

}  // namespace errpress::report
