// What decides, besides an article's own text, what is rendered of it: everything that article_view.cpp asks of other
// articles. The incremental build renders an article again when this number changes. Pure, thread-safe.
#pragma once

#include <cstdint>

#include "corpus/corpus_index.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"

namespace errpress::render {

// A hash of the article's identifier, of its findings, and of which of its references are documented.
std::uint64_t dependency_hash(const corpus::CorpusIndex& index, const PublishedArticles::Entry& entry,
                              const FindingsIndex& findings);

}  // namespace errpress::render
