// Findings at one place, put together as the text report shows them: one excerpt, each heading, label and note once.
// Pure, thread-safe but for the source cache.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"
#include "lint/diagnostic.h"
#include "report/excerpt.h"
#include "report/source_cache.h"

namespace errpress::report {

struct BlockNote {
  std::string_view kind;  // "note" or "help"
  std::string message;    // printable
  std::optional<corpus::Location> location;
  std::string_view rule = {};  // whose note it is, where the block has several headings and only one of them has it
};

struct Block {
  std::vector<const lint::Diagnostic*> headings;  // the most severe first; what reads the same once
  std::shared_ptr<Source> source;                 // null where there is nothing to excerpt
  std::vector<Mark> marks;
  std::vector<BlockNote> notes;  // notes in the headings' order, then help
};

// How many of the first of `diagnostics` (sorted, not empty) belong to one place: they begin in one line, near enough
// to each other for one window, or within each other. At most 16, so a block's work is bounded.
std::size_t block_size(std::span<const lint::Diagnostic> diagnostics, SourceCache& sources);

// `diagnostics` are those of one place.
Block make_block(std::span<const lint::Diagnostic> diagnostics, SourceCache& sources);

}  // namespace errpress::report
