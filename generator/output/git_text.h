// Recognises what git does to text files on checkout and merge: line ends become CRLF, and conflicting versions are
// enclosed in conflict markers. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace errpress::output {

// The text with LF in place of every CRLF; nullopt if it has no CRLF.
std::optional<std::string> without_crlf(std::string_view text);

// Whether two texts are equal if CRLF counts as LF in both.
bool equal_but_for_crlf(std::string_view a, std::string_view b);

// The lines that delimit the versions of a conflict: "<<<<<<< ours", "||||||| base" (with diff3), "=======", ">>>>>>>
// theirs".
enum class ConflictMarker : std::uint8_t { none, ours, base, theirs, end };

// `line` is without its line end.
ConflictMarker conflict_marker(std::string_view line);

// The two texts that git merged: the lines outside conflicts, and those of one side of each conflict.
struct ConflictSides {
  std::string ours;
  std::string theirs;
};

// nullopt if the text has no conflict, or one without an end. Lines that look like markers but are not at their place
// in a conflict ("=======" below a heading) are text.
std::optional<ConflictSides> conflict_sides(std::string_view text);

}  // namespace errpress::output
