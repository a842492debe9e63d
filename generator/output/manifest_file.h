// The manifest on disk during one run: read when it begins, rewritten when what it says changes. For one thread.
#pragma once

#include <string>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"

namespace errpress::output {

class ManifestFile {
 public:
  // `shown` is the output folder as errors name it.
  explicit ManifestFile(const std::string& shown);

  // Reads it; there may be none. Fails where it cannot be read, or is damaged, unless `damaged_is_none`;
  // one of a later version is not damaged.
  base::Status load(const disk::Disk& disk, bool damaged_is_none);

  // What it said when it was read.
  const Manifest& old() const { return old_; }
  // What the file holds now; "" where there is none.
  const std::string& text() const { return text_; }
  const Content& content() const { return content_; }
  const std::string& shown_path() const { return shown_path_; }

  // Makes the file say `lines`, which are in order, if it does not. No manifest is made for no lines.
  base::Status write(disk::Disk& disk, const std::vector<ManifestLine>& lines);
  // Adds lines to what it says now.
  base::Status add(disk::Disk& disk, const std::vector<ManifestLine>& lines);
  // Whether write would change the file.
  bool differs(const std::vector<ManifestLine>& lines) const;
  // Whether it was changed since it was read.
  bool changed() const { return changed_; }

 private:
  bool would_change(const std::string& text, bool no_lines) const {
    return text != text_ && !(text_.empty() && no_lines);
  }

  std::string shown_path_;
  Manifest old_;
  std::string text_;
  Content content_;
  bool changed_ = false;
};

}  // namespace errpress::output
