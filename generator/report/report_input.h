// What every report format is made from. A report reads it, and sends its text piece by piece to a sink.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "corpus/file_table.h"
#include "lint/diagnostic.h"
#include "report/source_cache.h"

namespace errpress::report {

struct ReportOptions {
  bool colour = false;  // text only
  std::size_t max_places =
      static_cast<std::size_t>(-1);  // text only: findings of further places are counted, not shown
};

// All that is referred to must outlive the call that gets it.
struct ReportInput {
  std::span<const lint::Diagnostic> diagnostics;  // sorted; none of severity `off`
  const corpus::FileTable& files;                 // all files that the diagnostics name
  SourceCache& sources;                           // for lines, columns and excerpts
  std::size_t articles = 0;                       // how many were checked
  lint::Counts counts = {};                       // of `diagnostics`
  // The name of the article in a file; empty where it has none. May be unset.
  std::function<std::string_view(corpus::FileId)> article_name = {};
  ReportOptions options = {};
};

// Gets the report's bytes in order, in pieces of some ten kilobytes; a piece may end anywhere.
using Sink = std::function<void(std::string_view)>;

}  // namespace errpress::report
