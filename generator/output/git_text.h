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

// Whether the text contains a complete conflict: its start, middle and end markers, in this order.
bool has_conflict(std::string_view text);

}  // namespace errpress::output
