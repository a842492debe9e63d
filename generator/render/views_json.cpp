#include "render/views_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

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
    // JSON text has no line ends inside strings, so every one of them may be followed by the indentation.
    const std::string json = mustache::json_text(*view, keys);
    for (std::string_view rest = json; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      sink(rest.substr(0, end));
      rest.remove_prefix(end);
      if (rest.empty()) break;
      sink("\n    ");
      rest.remove_prefix(1);
    }
    separator = ",\n    ";
  }
  sink(published.entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
  return base::Done{};
}

}  // namespace errpress::render
