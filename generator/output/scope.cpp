#include "output/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/name.h"
#include "output/private_folder.h"

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

Scope::Scope(const std::vector<std::string>& targets, bool all_targets) : all_(all_targets) {
  for (const std::string& target : targets) targets_.push_back(manifest_word(target));
}

Scope::Scope(const Request& request, bool all_targets) : Scope(request.targets, all_targets) {
  target_of_ = request.target_of;
}

bool Scope::covers(std::span<const ManifestLine> lines) const {
  return all_ || std::all_of(lines.begin(), lines.end(),
                             [&](const ManifestLine& line) { return line.any || is_of_run(line.target); });
}

bool Scope::is_of_others(std::span<const ManifestLine> lines) const {
  return !all_ && !lines.empty() && std::none_of(lines.begin(), lines.end(), [&](const ManifestLine& line) {
    return line.target.empty() || is_of_run(line.target);
  });
}

bool Scope::is_of_run(std::string_view target) const {
  return std::find(targets_.begin(), targets_.end(), target) != targets_.end();
}

std::string_view Scope::target_of(std::size_t id) const {
  return target_of_.empty() ? std::string_view() : std::string_view(targets_[target_of_[id]]);
}

std::optional<std::uint64_t> Scope::hash_of_own(std::string_view manifest) const {
  const auto parsed = Manifest::parse(std::string(manifest), {});
  if (!parsed || format_manifest(parsed->lines()) != manifest) return std::nullopt;
  std::vector<ManifestLine> own;
  const std::span<const ManifestLine> lines = parsed->lines();
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(own), [&](const ManifestLine& line) {
    return covers({&line, 1});
  });
  return base::hash_of(format_manifest(own));
}

std::string Scope::cache_path() const {
  std::string path(kCachePath);
  if (all_) return path;
  std::uint64_t hash = 0;
  for (const std::string& target : targets_) hash = base::hash_of(target, hash);
  return path + fmt::format("-{:016x}", hash);
}

}  // namespace errpress::output
