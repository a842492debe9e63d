// The list of files that errpress owns in an output folder: `.errpress/manifest`, a text file that should be committed.
//
//   errpress manifest 2
//   0123456789abcdef cpp  include/errors.hpp
//
// One line for every content that the file at a path may hold: its XXH3 hash (content.h), a space, the target that
// renders it, two spaces, the path. Lines are sorted by path and hash. There is normally one line per path; there may
// be several while a run replaces files, after such a run was killed, and after a merge. Lines without a target have
// nothing between the hash and the two spaces; version 1 had only such lines. "----------------" stands for any
// content; such lines exist only for temporary files outside .errpress (private_folder.h).
//
// The manifest is untrusted input: a file is not owned because its path is listed, only if it also holds the listed
// content (ownership.h). Value types; const use is thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace errpress::output {

struct ManifestLine {
  std::string_view path;
  std::uint64_t hash = 0;
  bool any = false;              // matches any content
  std::string_view target = {};  // "" if unknown

  bool matches(std::uint64_t content_hash) const { return any || hash == content_hash; }
  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
  friend bool operator<(const ManifestLine& a, const ManifestLine& b);
};

class Manifest {
 public:
  // An empty manifest: nothing is owned.
  Manifest() = default;

  // Also accepts what git may have done to the file: CRLF line ends, unsorted or duplicate lines, and conflict markers;
  // in a conflict the lines of both sides count and those of the common ancestor do not. A damaged text, or one of a
  // later version, is an Error with its line; `shown_path` is the name of the file in it.
  static base::Result<Manifest> parse(std::string text, const std::string& shown_path);

  // Whether the text is a manifest of a later version than this errpress supports.
  static bool is_of_later_version(std::string_view text);

  // Views into the manifest's own text, sorted.
  const std::vector<ManifestLine>& lines() const { return lines_; }
  std::string_view text() const { return text_ ? std::string_view(*text_) : std::string_view(); }

 private:
  std::unique_ptr<const std::string> text_;  // on the heap, so that the views outlive a move
  std::vector<ManifestLine> lines_;
};

// How many leading lines have the same path. `lines` must be sorted; 0 if it is empty.
std::size_t lines_of_first_path(std::span<const ManifestLine> lines);

// `lines` must be sorted; duplicate lines are left out.
std::string format_manifest(const std::vector<ManifestLine>& lines);

}  // namespace errpress::output
