#include "article/labels.h"

#include "base/name.h"

namespace errpress::article {

std::optional<std::size_t> find_label_colon(std::string_view item, std::size_t max_size) {
  const std::string_view head = item.substr(0, max_size + 1);
  const std::size_t colon = head.find(':');
  if (colon != std::string_view::npos) return colon;
  if (head.size() <= max_size || !base::is_blank(head.back())) return std::nullopt;
  const std::size_t next = item.find_first_not_of(" \t", max_size);
  return next != std::string_view::npos && item[next] == ':' ? std::optional(next) : std::nullopt;
}

}  // namespace errpress::article
