// The findings at one place, merged for the text report: one excerpt, with each heading, label and note shown once.
// Pure functions; thread-safe except for the source cache.
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
  std::string_view rule = {};  // the rule that has the note, if the block has several headings and only one has it
};

struct Block {
  std::vector<const lint::Diagnostic*> headings;  // most severe first, without duplicates
  std::shared_ptr<Source> source;                 // null if there is nothing to excerpt
  std::vector<Mark> marks;
  std::vector<BlockNote> notes;  // notes in the order of the headings, then help
};

// How many of the leading `diagnostics` (sorted, not empty) belong to one place: they begin on the same line, close
// enough for one window, or they overlap. At most 16, which bounds the work for one block.
std::size_t block_size(std::span<const lint::Diagnostic> diagnostics, SourceCache& sources);

// `diagnostics` must all belong to one place.
Block make_block(std::span<const lint::Diagnostic> diagnostics, SourceCache& sources);

}  // namespace errpress::report
