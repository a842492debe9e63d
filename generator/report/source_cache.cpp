#include "report/source_cache.h"

#include <algorithm>
#include <utility>

#include "disk/files.h"

namespace errpress::report {
namespace {

constexpr std::uint32_t kMilestoneStep = 512;
constexpr std::size_t kEntryCost = 256;  // bytes of overhead per cached file
constexpr std::size_t kAlwaysKept = 2;

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The last code point boundary at or before `at`; a sequence has at most three continuation bytes.
std::uint32_t code_point_start(std::string_view bytes, std::uint32_t at) {
  for (std::uint32_t back = 0; back < 4 && back <= at; ++back) {
    if (!is_continuation(bytes[at - back])) return at - back;
  }
  return at;
}

}  // namespace

base::Position Source::position(std::uint32_t offset) {
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
      const std::uint32_t next = code_point_start(bytes(), from.offset + kMilestoneStep - 1);
      known.push_back({next, from.column + base::columns_between(bytes(), from.offset, next)});
    }
    const auto after = std::upper_bound(known.begin(), known.end(), offset,
                                        [](std::uint32_t at, const Milestone& m) { return at < m.offset; });
    from = *std::prev(after);
  }
  return from.column + base::columns_between(bytes(), from.offset, offset);
}

SourceCache::SourceCache(const corpus::FileTable& files, Loader loader, std::size_t budget)
    : files_(files), loader_(std::move(loader)), budget_(budget) {}

base::Result<SourceBytes> SourceCache::read_from_disk(const std::string& path) {
  std::string bytes;
  base::Status status = disk::read_file(path, bytes);
  if (!status) return std::move(status).error();
  return SourceBytes(std::move(bytes));
}

std::shared_ptr<Source> SourceCache::get(corpus::FileId file) {
  if (const auto found = by_file_.find(file); found != by_file_.end()) {
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->source;
  }
  std::shared_ptr<Source> source;
  if (base::Result<SourceBytes> bytes = loader_(file); bytes.ok() && bytes->view().size() < UINT32_MAX) {
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

std::shared_ptr<Source> SourceCache::source_of(const corpus::Location& location) {
  std::shared_ptr<Source> source = get(location.file);
  return source && source->contains(location.span) ? source : nullptr;
}

std::optional<Place> SourceCache::place(const corpus::Location& location) {
  const std::shared_ptr<Source> source = source_of(location);
  if (!source) return std::nullopt;
  return Place{source->position(location.span.begin), source->position(location.span.end)};
}

std::optional<base::Position> SourceCache::begin(const corpus::Location& location) {
  const std::shared_ptr<Source> source = source_of(location);
  return source ? std::optional(source->position(location.span.begin)) : std::nullopt;
}

std::optional<std::uint32_t> SourceCache::line(const corpus::Location& location) {
  const std::shared_ptr<Source> source = source_of(location);
  return source ? std::optional(source->line_of(location.span.begin)) : std::nullopt;
}

}  // namespace errpress::report
