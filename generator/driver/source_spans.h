// Maps what was found in the plain text of a Markdown article back to the file. Pure functions.
#pragma once

#include <vector>

#include "article/markdown.h"
#include "corpus/article_summary.h"
#include "lint/diagnostic.h"

namespace errpress::driver {

// Both replace spans of `plain` by spans of the file that it was made from.
void map_to_source(const article::PlainText& plain, corpus::ArticleSummary& summary);
void map_to_source(const article::PlainText& plain, std::vector<lint::Diagnostic>& diagnostics);

}  // namespace errpress::driver
