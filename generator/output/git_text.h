// What git does to text files when it checks them out or merges them: line ends become CRLF, and where two branches
// differ, both versions stand between lines of markers. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace errpress::output {

// The text with LF for every CRLF; nothing where it has no CRLF.
std::optional<std::string> without_crlf(std::string_view text);

// Whether two texts are the same but for CRLF in place of LF, in either.
bool equal_but_for_crlf(std::string_view a, std::string_view b);

// The lines that separate the versions of a conflict: "<<<<<<< ours", "||||||| base" (with diff3), "=======",
// ">>>>>>> theirs".
enum class ConflictMarker : std::uint8_t { none, ours, base, theirs, end };

// `line` is without its line end.
ConflictMarker conflict_marker(std::string_view line);

// Whether there is a whole conflict in the text: the markers of its start, its middle and its end, in this order.
bool has_conflict(std::string_view text);

}  // namespace errpress::output
