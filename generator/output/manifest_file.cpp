#include "output/manifest_file.h"

#include <algorithm>
#include <utility>

#include "output/private_folder.h"

namespace errpress::output {

ManifestFile::ManifestFile(const std::string& shown) : shown_path_(shown + '/' + std::string(kManifestPath)) {}

base::Status ManifestFile::load(const disk::Disk& disk, bool damaged_is_none) {
  std::string bytes;
  const auto error = disk.read(kManifestPath, bytes);
  if (error == std::errc::no_such_file_or_directory) return base::Done{};
  if (error) return disk::disk_error("read the manifest", shown_path_, error);
  text_ = bytes;
  content_ = content_of(bytes);
  auto parsed = Manifest::parse(std::move(bytes), shown_path_);
  if (parsed)
    old_ = std::move(*parsed);
  else if (!damaged_is_none || Manifest::is_of_later_version(text_))
    return parsed.error();
  else
    damaged_ = true;
  return base::Done{};
}

bool ManifestFile::differs(const std::vector<ManifestLine>& lines) const {
  return would_change(format_manifest(lines), lines.empty());
}

base::Status ManifestFile::write(disk::Disk& disk, const std::vector<ManifestLine>& lines) {
  std::string text = format_manifest(lines);
  const bool changes = would_change(text, lines.empty());
  if (!changes && text_.empty()) return base::Done{};
  std::error_code error = ensure_git_files(disk);
  if (!error && changes) error = replace_private(disk, kManifestPath, text);
  if (error) return disk::disk_error("write the manifest", shown_path_, error);
  if (!changes) return base::Done{};
  changed_ = true;
  content_ = content_of(text);
  text_ = std::move(text);
  return base::Done{};
}

base::Status ManifestFile::add(disk::Disk& disk, const std::vector<ManifestLine>& lines) {
  const auto known = Manifest::parse(text_, shown_path_);
  if (!known) return known.error();
  std::vector<ManifestLine> all = known->lines();
  all.insert(all.end(), lines.begin(), lines.end());
  std::sort(all.begin(), all.end());
  return write(disk, all);
}

}  // namespace errpress::output
