// The views of all articles as one JSON document: the output of `errpress view` and of `format: json`.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "mustache/value.h"
#include "render/corpus_view.h"

namespace errpress::render {

// The view of a published article, valid until the next call.
using ReadView = std::function<base::Result<mustache::Value>(const PublishedArticles::Entry&)>;

// Sends {"view_version": 2, "articles": [...]} to `sink` in chunks, with one article at a time in memory. Stops at the
// first view that cannot be read, and returns its error.
base::Status write_views(const PublishedArticles& published, const ReadView& read,
                         const std::function<void(std::string_view)>& sink);

}  // namespace errpress::render
