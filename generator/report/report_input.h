// The input that all report formats share. A report reads it and sends its text in chunks to a sink.
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
      static_cast<std::size_t>(-1);  // text only: findings at further places are counted but not shown
};

// Everything referred to must outlive the call that receives this.
struct ReportInput {
  std::span<const lint::Diagnostic> diagnostics;  // sorted; none of severity `off`
  const corpus::FileTable& files;                 // all files that the diagnostics refer to
  SourceCache& sources;                           // for lines, columns and excerpts
  std::size_t articles = 0;                       // number of articles checked
  lint::Counts counts = {};                       // of `diagnostics`
  // The name of the article in a file; empty if it has none. May be unset.
  std::function<std::string_view(corpus::FileId)> article_name = {};
  ReportOptions options = {};
};

// Receives the report's bytes in order, in chunks of some tens of kilobytes; a chunk may end anywhere.
using Sink = std::function<void(std::string_view)>;

}  // namespace errpress::report
