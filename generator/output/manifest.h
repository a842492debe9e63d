// The list of files that errpress owns in an output folder: `.errpress/manifest`, text, meant to be committed.
//
//   errpress manifest 2
//   0123456789abcdef cpp  include/errors.hpp
//
// One line for every content that the file at a path may hold: its XXH3 hash (content.h), a space, the target that
// prints it, two spaces, the path. Lines are in the order of path and hash. There is one line a path, but while a run
// replaces files, after it was killed doing so, and after a merge: then there may be several. Lines without a target
// have nothing between the hash and the two spaces; version 1 had no others. "----------------" stands for any content;
// such a line is only ever there for a temporary file outside .errpress (private_folder.h).
//
// The lines are a claim that anybody may have written: a path is never taken for ours because it is listed, only
// because the listed content is there (ownership.h). Values; const use is thread-safe.
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
  bool any = false;              // whatever the content
  std::string_view target = {};  // "" where it is not known

  bool matches(std::uint64_t content_hash) const { return any || hash == content_hash; }
  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
  friend bool operator<(const ManifestLine& a, const ManifestLine& b);
};

class Manifest {
 public:
  // An empty one: nothing is owned.
  Manifest() = default;

  // Reads what git may have done to it, too: CRLF line ends, lines out of order or twice, and conflict markers, where
  // the lines of both sides count and those of their common ancestor do not. A damaged text, or one of a later version,
  // is an Error with its line; `shown_path` names the file in it.
  static base::Result<Manifest> parse(std::string text, const std::string& shown_path);

  // Whether the text is a manifest of a version that this errpress does not know.
  static bool is_of_later_version(std::string_view text);

  // Views into the manifest's own text, in order.
  const std::vector<ManifestLine>& lines() const { return lines_; }
  std::string_view text() const { return text_ ? std::string_view(*text_) : std::string_view(); }

 private:
  std::unique_ptr<const std::string> text_;  // on the heap, so that the views outlive a move
  std::vector<ManifestLine> lines_;
};

// How many of the lines, which are in order, have the path of the first one; 0 where there are none.
std::size_t lines_of_first_path(std::span<const ManifestLine> lines);

// `lines` must be in order; a line equal to the one before it is left out.
std::string format_manifest(const std::vector<ManifestLine>& lines);

}  // namespace errpress::output
