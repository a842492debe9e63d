#include "report/source_cache.h"

#include <algorithm>
#include <utility>

#include "text/files.h"
#include "text/utf8.h"

namespace errpress::report {
namespace {

constexpr std::uint32_t kMilestoneStep = 512;
constexpr std::size_t kEntryCost = 256;  // what a cached file costs beside its text
constexpr std::size_t kAlwaysKept = 2;

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The nearest place at or before `at` where no code point is cut: a sequence has three continuation bytes at most.
std::uint32_t code_point_start(std::string_view bytes, std::uint32_t at) {
  for (std::uint32_t back = 0; back < 4 && back <= at; ++back) {
    if (!is_continuation(bytes[at - back])) return at - back;
  }
  return at;
}

// An offset inside of a code point has that code point's column.
std::uint32_t columns_between(std::string_view bytes, std::uint32_t at, std::uint32_t offset) {
  std::uint32_t columns = 0;
  while (at < offset) {
    const bool ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
    at += ascii ? 1 : text::decode(bytes, at).size;
    if (at <= offset) ++columns;
  }
  return columns;
}

}  // namespace

std::uint32_t Source::line_of(std::uint32_t offset) const {
  std::uint32_t first = 1;
  std::uint32_t last = lines_.line_count();
  while (first < last) {
    const std::uint32_t middle = last - (last - first) / 2;
    if (lines_.line_span(middle).begin <= offset) {
      first = middle;
    } else {
      last = middle - 1;
    }
  }
  return first;
}

text::Position Source::position(std::uint32_t offset) {
  offset = std::min(offset, size());
  const std::uint32_t line = line_of(offset);
  return {line, column(line_span(line).begin, offset)};
}

std::uint32_t Source::column(std::uint32_t line_begin, std::uint32_t offset) {
  Milestone from = {line_begin, 1};
  if (offset - line_begin >= kMilestoneStep) {
    std::vector<Milestone>& known = milestones_[line_begin];
    if (known.empty()) known.push_back(from);
    while (offset >= known.back().offset + kMilestoneStep) {
      from = known.back();
      const std::uint32_t next = code_point_start(bytes_, from.offset + kMilestoneStep - 1);
      known.push_back({next, from.column + columns_between(bytes_, from.offset, next)});
    }
    const auto after = std::upper_bound(known.begin(), known.end(), offset,
                                        [](std::uint32_t at, const Milestone& m) { return at < m.offset; });
    from = *std::prev(after);
  }
  return from.column + columns_between(bytes_, from.offset, offset);
}

SourceCache::SourceCache(const corpus::FileTable& files, Loader loader, std::size_t budget)
    : files_(files), loader_(std::move(loader)), budget_(budget) {}

SourceCache::SourceCache(const corpus::FileTable& files)
    : SourceCache(files, [&files](corpus::FileId file) { return read_from_disk(files[file].path); }) {}

text::Result<std::string> SourceCache::read_from_disk(const std::string& path) {
  std::string bytes;
  text::Status status = text::read_file(path, bytes);
  if (!status) return std::move(status).error();
  return bytes;
}

std::shared_ptr<Source> SourceCache::get(corpus::FileId file) {
  if (const auto found = by_file_.find(file); found != by_file_.end()) {
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->source;
  }
  std::shared_ptr<Source> source;
  if (text::Result<std::string> bytes = loader_(file); bytes.ok() && bytes->size() < UINT32_MAX) {
    source = std::make_shared<Source>(std::move(bytes).value());
  }
  const std::size_t memory = kEntryCost + (source ? source->memory() : 0);
  entries_.push_front({file, memory, source});
  by_file_[file] = entries_.begin();
  memory_ += memory;
  evict();
  return source;
}

void SourceCache::evict() {
  while (memory_ > budget_ && entries_.size() > kAlwaysKept) {
    memory_ -= entries_.back().memory;
    by_file_.erase(entries_.back().file);
    entries_.pop_back();
  }
}

std::optional<Place> SourceCache::place(const corpus::Location& location) {
  const std::shared_ptr<Source> source = get(location.file);
  if (!source || !source->contains(location.span)) return std::nullopt;
  return Place{source->position(location.span.begin), source->position(location.span.end)};
}

}  // namespace errpress::report
