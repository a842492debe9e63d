#include "output/git_text.h"

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

bool has_conflict(std::string_view text) {
  ConflictMarker last = ConflictMarker::none;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() == text.size() ? line.size() : line.size() + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const ConflictMarker marker = conflict_marker(line);
    if (marker == ConflictMarker::ours || (marker == ConflictMarker::theirs && last == ConflictMarker::ours))
      last = marker;
    if (marker == ConflictMarker::end && last == ConflictMarker::theirs) return true;
  }
  return false;
}

}  // namespace errpress::output
