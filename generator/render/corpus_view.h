// The view of a whole corpus, as templates with `for: corpus` get it: one entry for each article, without its sections,
// so that its size grows with the number of articles and not with their text. templates/README.md describes every key.
// It points into the index, the published articles and the arena, and is valid as long as these. Thread-safe for
// different arenas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus_index.h"
#include "corpus/file_table.h"
#include "mustache/value.h"
#include "render/findings_index.h"

namespace errpress::render {

// The articles that are printed, in order of their names, with the identifier of each. Articles without a well-formed
// title are not among them. Points into the index.
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

// The view points into `input` and `arena`. Where several articles share a code, the first by name is the one that
// by_code lists; the others are its aliases.
mustache::Value make_corpus_view(const CorpusViewInput& input, mustache::ViewArena& arena);

}  // namespace errpress::render
