// A hash of everything besides an article's own text that its rendered output depends on: all that article_view.cpp
// looks up about other articles. The incremental build renders an article again when its hash changes. Pure,
// thread-safe.
#pragma once

#include <cstdint>

#include "corpus/corpus_index.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"

namespace errpress::render {

// Covers the article's identifier, its findings, and which of its references are documented.
std::uint64_t dependency_hash(const corpus::CorpusIndex& index, const PublishedArticles::Entry& entry,
                              const FindingsIndex& findings);

}  // namespace errpress::render
