#include "output/git_text.h"

#include <algorithm>

namespace errpress::output {
namespace {

constexpr std::size_t kMarkerSize = 7;

ConflictMarker marker_of(char c) {
  switch (c) {
    case '<':
      return ConflictMarker::ours;
    case '|':
      return ConflictMarker::base;
    case '=':
      return ConflictMarker::theirs;
    case '>':
      return ConflictMarker::end;
    default:
      return ConflictMarker::none;
  }
}

}  // namespace

std::optional<std::string> without_crlf(std::string_view text) {
  std::size_t at = text.find("\r\n");
  if (at == std::string_view::npos) return std::nullopt;
  std::string result;
  result.reserve(text.size());
  for (; at != std::string_view::npos; at = text.find("\r\n")) {
    result += text.substr(0, at);
    result += '\n';
    text.remove_prefix(at + 2);
  }
  result += text;
  return result;
}

bool equal_but_for_crlf(std::string_view a, std::string_view b) {
  const auto plain_a = without_crlf(a);
  const auto plain_b = without_crlf(b);
  return (plain_a ? std::string_view(*plain_a) : a) == (plain_b ? std::string_view(*plain_b) : b);
}

ConflictMarker conflict_marker(std::string_view line) {
  if (line.empty() || marker_of(line.front()) == ConflictMarker::none) return ConflictMarker::none;
  if (line.size() < kMarkerSize || (line.size() > kMarkerSize && line[kMarkerSize] != ' ')) return ConflictMarker::none;
  const bool same = line.substr(0, kMarkerSize).find_first_not_of(line.front()) == std::string_view::npos;
  return same ? marker_of(line.front()) : ConflictMarker::none;
}

std::optional<ConflictSides> conflict_sides(std::string_view text) {
  enum class Part : std::uint8_t { both, ours, base, theirs };
  ConflictSides sides;
  Part part = Part::both;
  bool found = false;
  while (!text.empty()) {
    const std::string_view whole = text.substr(0, text.find('\n'));
    const std::string_view line = text.substr(0, std::min(whole.size() + 1, text.size()));
    text.remove_prefix(line.size());
    const ConflictMarker marker = conflict_marker(whole.ends_with('\r') ? whole.substr(0, whole.size() - 1) : whole);
    if (part == Part::both && marker == ConflictMarker::ours) {
      part = Part::ours;
    } else if (part == Part::ours && marker == ConflictMarker::base) {
      part = Part::base;
    } else if ((part == Part::ours || part == Part::base) && marker == ConflictMarker::theirs) {
      part = Part::theirs;
    } else if (part == Part::theirs && marker == ConflictMarker::end) {
      part = Part::both;
      found = true;
    } else {
      if (part == Part::both || part == Part::ours) sides.ours += line;
      if (part == Part::both || part == Part::theirs) sides.theirs += line;
    }
  }
  if (!found || part != Part::both) return std::nullopt;
  return sides;
}

}  // namespace errpress::output
