// The views of all articles as one JSON document: what `errpress view` prints and `format: json` writes.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "mustache/value.h"
#include "render/corpus_view.h"

namespace errpress::render {

// The view of a published article, valid until the next call.
using ReadView = std::function<base::Result<mustache::Value>(const PublishedArticles::Entry&)>;

// Sends {"view_version": 1, "articles": [...]} piece by piece to `sink`: one article at a time is in memory. Stops at
// the first view that cannot be read.
base::Status write_views(const PublishedArticles& published, const ReadView& read,
                         const std::function<void(std::string_view)>& sink);

}  // namespace errpress::render
