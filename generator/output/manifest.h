// The list of files that errpress owns in an output folder: `.errpress/manifest`, text, meant to be committed.
//
//   errpress manifest 1
//   0123456789abcdef  include/errors.hpp
//
// One line for every content that the file at a path may hold: its XXH3 hash (content.h), two spaces, the path; in the
// order of path and hash. There is one line a path, but while a run replaces files, and after it was killed doing so:
// then there may be a line for the old content and one for the new. "----------------" stands for any content; such a
// line is only ever there for a temporary file outside .errpress. Values; const use is thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace errpress::output {

struct ManifestLine {
  std::string_view path;
  std::uint64_t hash = 0;
  bool any = false;  // whatever the content

  bool matches(std::uint64_t content_hash) const { return any || hash == content_hash; }
  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
  friend bool operator<(const ManifestLine& a, const ManifestLine& b);
};

class Manifest {
 public:
  // An empty one: nothing is owned.
  Manifest() = default;

  // A damaged text, or one of another version, is an Error with its line; `shown_path` names the file in it.
  static base::Result<Manifest> parse(std::string text, const std::string& shown_path);

  // Views into the manifest's own text, in order.
  const std::vector<ManifestLine>& lines() const { return lines_; }
  std::string_view text() const { return text_ ? std::string_view(*text_) : std::string_view(); }

 private:
  std::unique_ptr<const std::string> text_;  // on the heap, so that the views outlive a move
  std::vector<ManifestLine> lines_;
};

// `lines` must be in order; a line equal to the one before it is left out.
std::string format_manifest(const std::vector<ManifestLine>& lines);

}  // namespace errpress::output
