// The view of a whole corpus, which templates with `for: corpus` receive: one entry per article, without its sections,
// so that the size of the view grows with the number of articles and not with their text. templates/README.md describes
// every key. It points into the index, the published articles and the arena, and is valid as long as these. Thread-safe
// for different arenas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "mustache/value.h"
#include "render/findings_index.h"

namespace errpress::render {

// The articles that are rendered, ordered by name, each with its identifier. Articles without a well-formed title are
// left out. Points into the index.
struct PublishedArticles {
  struct Entry {
    std::uint32_t article = 0;  // index into CorpusIndex::articles()
    std::string identifier;
  };
  std::vector<Entry> entries;

  PublishedArticles(const corpus::CorpusIndex& index, std::string_view identifier_prefix);
};

struct CorpusViewInput {
  const corpus::CorpusIndex& index;
  const corpus::FileTable& files;
  const FindingsIndex& findings;
  const PublishedArticles& published;
};

// The view points into `input` and `arena`. If several articles share a code, by_code lists the first by name; the
// others are its aliases.
mustache::Value make_corpus_view(const CorpusViewInput& input, mustache::ViewArena& arena);

}  // namespace errpress::render
