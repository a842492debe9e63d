#include "disk/disk.h"

#include <fmt/format.h>

#include "base/name.h"

namespace errpress::disk {

base::Error disk_error(std::string_view action, std::string path, std::error_code code) {
  std::string reason = code.message();
  // Lowers the first letter: "No space left" becomes "no space left"; an abbreviation such as "RPC" is kept.
  if (reason.size() > 1 && base::is_upper(reason[0]) && !base::is_upper(reason[1])) {
    reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  }
  return {fmt::format("cannot {}: {}", action, reason), std::move(path)};
}

}  // namespace errpress::disk
