// The manifest on disk during one run: read at the start, rewritten when its content changes. Not thread-safe.
#pragma once

#include <string>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"

namespace errpress::output {

class ManifestFile {
 public:
  // `shown` is the name of the output folder in error messages.
  explicit ManifestFile(const std::string& shown);

  // Reads the manifest; it may be missing. Fails if it cannot be read, or if it is damaged and `damaged_is_none` is
  // false. A manifest of a later version does not count as damaged: it always fails.
  base::Status load(const disk::Disk& disk, bool damaged_is_none);

  // The manifest as it was read.
  const Manifest& old() const { return old_; }
  // What the file holds now; "" if there is no file.
  const std::string& text() const { return text_; }
  const Content& content() const { return content_; }
  const std::string& shown_path() const { return shown_path_; }

  // Writes `lines`, which must be sorted, unless the file already holds them, and the files for git beside it if
  // they are missing. No manifest is created for no lines.
  base::Status write(disk::Disk& disk, const std::vector<ManifestLine>& lines);
  // Adds lines to those that the file holds now.
  base::Status add(disk::Disk& disk, const std::vector<ManifestLine>& lines);
  // Whether write would change the file.
  bool differs(const std::vector<ManifestLine>& lines) const;
  // Whether it was changed since it was read.
  bool changed() const { return changed_; }
  // Whether it was damaged when it was read.
  bool damaged() const { return damaged_; }

 private:
  bool would_change(const std::string& text, bool no_lines) const {
    return text != text_ && !(text_.empty() && no_lines);
  }

  std::string shown_path_;
  Manifest old_;
  std::string text_;
  Content content_;
  bool changed_ = false;
  bool damaged_ = false;
};

}  // namespace errpress::output
