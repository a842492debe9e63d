#include "output/scope.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/name.h"

namespace errpress::output {
namespace {

// A target has the name of its folder, which may contain any characters; special characters are encoded as %XX.
std::string manifest_word(std::string_view target) {
  std::string word;
  for (const char c : target) {
    if (base::is_name_char(c) || c == '-' || c == '.')
      word += c;
    else
      word += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return word;
}

}  // namespace

Scope::Scope(const Request& request, bool all_targets) : target_of_(request.target_of), all_(all_targets) {
  for (const std::string& target : request.targets) targets_.push_back(manifest_word(target));
}

bool Scope::covers(std::span<const ManifestLine> lines) const {
  return all_ || std::all_of(lines.begin(), lines.end(), [&](const ManifestLine& line) {
           return line.any || std::find(targets_.begin(), targets_.end(), line.target) != targets_.end();
         });
}

std::string_view Scope::target_of(std::size_t id) const {
  return target_of_.empty() ? std::string_view() : std::string_view(targets_[target_of_[id]]);
}

}  // namespace errpress::output
