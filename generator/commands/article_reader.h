// The render pass's share of one thread: makes an article's view, from what the index pass kept or from the file, read
// and parsed again. Not thread-safe: each thread has its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "commands/analysis.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"
#include "render/template/view.h"
#include "text/result.h"

namespace errpress::commands {

class ArticleReader {
 public:
  ArticleReader(const Sources& sources, const Analysis& analysis, const render::FindingsIndex& findings)
      : sources_(sources), analysis_(analysis), findings_(findings) {}

  // The view of a catalogue's entry, valid until the next call. Fails where the file has to be read again and cannot be
  // read any more, or has changed since it was indexed.
  text::Result<render::Value> read(const render::Catalogue::Entry& entry);

 private:
  // Into bytes_.
  text::Status read_again(std::uint32_t article);
  render::Value make_view(const render::Catalogue::Entry& entry, std::string_view bytes,
                          const article::Article& article);

  const Sources& sources_;
  const Analysis& analysis_;
  const render::FindingsIndex& findings_;
  std::string bytes_;
  article::Article article_;
  std::unique_ptr<render::ViewArena> arena_ = std::make_unique<render::ViewArena>();
};

// Sends {"view_version": 1, "articles": [...]} piece by piece: the views of all articles of the catalogue, by name.
text::Status print_views(const render::Catalogue& catalogue, ArticleReader& reader,
                         const std::function<void(std::string_view)>& sink);

}  // namespace errpress::commands
