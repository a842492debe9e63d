#include "render/views_json.h"

#include <fmt/format.h>

#include "mustache/value_json.h"
#include "render/view_keys.h"
#include "render/view_parts.h"

namespace errpress::render {

base::Status write_views(const PublishedArticles& published, const ReadView& read,
                         const std::function<void(std::string_view)>& sink) {
  const mustache::KeyTable keys = view_key_table();
  sink(fmt::format("{{\n  \"view_version\": {},\n  \"articles\": [", kViewVersion));
  std::string_view separator = "\n    ";
  for (const auto& entry : published.entries) {
    const auto view = read(entry);
    if (!view) return view.error();
    sink(separator);
    mustache::write_json(*view, keys, 2, sink);
    separator = ",\n    ";
  }
  sink(published.entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
  return base::Done{};
}

}  // namespace errpress::render
