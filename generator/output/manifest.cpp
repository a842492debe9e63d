#include "output/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/name.h"
#include "output/git_text.h"
#include "output/plan.h"
#include "output/private_folder.h"

namespace errpress::output {
namespace {

constexpr std::string_view kTitle = "errpress manifest ";
constexpr std::string_view kVersion = "2";
constexpr std::string_view kFirstVersion = "1";
constexpr std::string_view kAnyContent = "----------------";
constexpr std::size_t kHashSize = 16;
constexpr const char* kAdvice =
    "restore the file from version control, or run `errpress build --take-over`, which replaces the files that it "
    "would write and touches no others";

bool parse_hash(std::string_view digits, std::uint64_t& hash) {
  hash = 0;
  for (const char c : digits) {
    if (!base::is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
    hash = hash << 4 | static_cast<std::uint64_t>(base::is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return true;
}

bool is_target_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return base::is_name_char(c) || c == '-' || c == '.' || c == '%'; });
}

bool parse_line(std::string_view text, ManifestLine& line) {
  if (text.size() <= kHashSize || text[kHashSize] != ' ') return false;
  const std::string_view hash = text.substr(0, kHashSize);
  line.any = hash == kAnyContent;
  if (!line.any && !parse_hash(hash, line.hash)) return false;
  const std::size_t gap = text.find("  ", kHashSize);
  if (gap == std::string_view::npos) return false;
  line.target = gap == kHashSize ? std::string_view() : text.substr(kHashSize + 1, gap - kHashSize - 1);
  line.path = text.substr(gap + 2);
  if (!is_target_word(line.target)) return false;
  return line.any ? is_temporary_path(line.path) : path_fault(line.path) == nullptr;
}

bool is_known_version(std::string_view version) { return version == kVersion || version == kFirstVersion; }

bool is_later_version(std::string_view version) {
  return !version.empty() && version.front() != '0' && std::all_of(version.begin(), version.end(), base::is_digit) &&
         !is_known_version(version);
}

// The versions that a line between conflict markers may belong to.
enum class Side : std::uint8_t { both, ours, base, theirs };

// Switches to the side that `marker` starts; false if the marker is not allowed here.
bool pass_marker(ConflictMarker marker, Side& side) {
  switch (marker) {
    case ConflictMarker::ours:
      return std::exchange(side, Side::ours) == Side::both;
    case ConflictMarker::base:
      return std::exchange(side, Side::base) == Side::ours;
    case ConflictMarker::theirs: {
      const Side before = std::exchange(side, Side::theirs);
      return before == Side::ours || before == Side::base;
    }
    case ConflictMarker::end:
      return std::exchange(side, Side::both) == Side::theirs;
    case ConflictMarker::none:
      break;
  }
  return true;
}

class Parser {
 public:
  explicit Parser(std::vector<ManifestLine>& lines) : lines_(lines) {}

  // Reads the next line, given without its line end. Returns what is wrong with it, or "".
  std::string read(std::string_view text) {
    const ConflictMarker marker = conflict_marker(text);
    if (side_ == Side::base && marker != ConflictMarker::theirs) return {};
    if (marker != ConflictMarker::none) {
      return pass_marker(marker, side_) ? std::string() : damage("this conflict marker has no counterpart");
    }
    if (!titled_ || text.starts_with(kTitle)) return read_title(text);
    ManifestLine line;
    if (!parse_line(text, line)) return damage("this is not a hash, a target and the path of an output");
    lines_.push_back(line);
    return {};
  }

  // Likewise for the end of the text.
  std::string end() const {
    if (side_ != Side::both) return damage("a merge conflict has no end");
    return titled_ ? std::string() : fmt::format("this is not a manifest of errpress; {}", kAdvice);
  }

 private:
  static std::string damage(std::string_view what) {
    return fmt::format("the manifest is damaged: {}; {}", what, kAdvice);
  }

  std::string read_title(std::string_view text) {
    titled_ = true;
    if (!text.starts_with(kTitle)) return fmt::format("this is not a manifest of errpress; {}", kAdvice);
    const std::string_view version = text.substr(kTitle.size());
    if (is_known_version(version)) return {};
    if (!is_later_version(version)) return damage("this is not a version");
    return fmt::format(
        "this manifest has version {}, and this errpress knows versions {} and {}; use the errpress that wrote it",
        version.substr(0, 20), kFirstVersion, kVersion);
  }

  std::vector<ManifestLine>& lines_;
  Side side_ = Side::both;
  bool titled_ = false;
};

// Usually they are already sorted.
void sort_unique(std::vector<ManifestLine>& lines) {
  const auto wrong = [](const ManifestLine& a, const ManifestLine& b) { return !(a < b); };
  if (std::adjacent_find(lines.begin(), lines.end(), wrong) == lines.end()) return;
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

void append_hash(std::string& out, std::uint64_t hash) {
  std::array<char, kHashSize> digits;
  for (std::size_t i = kHashSize; i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  out.append(digits.data(), digits.size());
}

}  // namespace

bool operator<(const ManifestLine& a, const ManifestLine& b) {
  if (const int order = a.path.compare(b.path); order != 0) return order < 0;
  if (a.any != b.any) return a.any;
  return a.hash != b.hash ? a.hash < b.hash : a.target < b.target;
}

base::Result<Manifest> Manifest::parse(std::string text, const std::string& shown_path) {
  Manifest manifest;
  manifest.text_ = std::make_unique<const std::string>(std::move(text));
  Parser parser(manifest.lines_);
  std::string_view rest = *manifest.text_;
  std::uint32_t number = 0;
  while (!rest.empty()) {
    ++number;
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::string fault = parser.read(line);
    const bool cut_off = end == std::string_view::npos;
    if (cut_off && (fault.empty() || number > 1)) fault = fmt::format("the manifest is cut off here; {}", kAdvice);
    if (!fault.empty()) return base::Error{std::move(fault), shown_path, number};
    rest.remove_prefix(end + 1);
  }
  if (auto fault = parser.end(); !fault.empty()) return base::Error{std::move(fault), shown_path, std::max(number, 1U)};
  sort_unique(manifest.lines_);
  return manifest;
}

bool Manifest::is_of_later_version(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (!line.starts_with(kTitle)) return false;
  line.remove_prefix(kTitle.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return is_later_version(line);
}

std::size_t lines_of_first_path(std::span<const ManifestLine> lines) {
  std::size_t count = 0;
  while (count < lines.size() && lines[count].path == lines.front().path) ++count;
  return count;
}

std::string format_manifest(const std::vector<ManifestLine>& lines) {
  std::string out;
  std::size_t size = kTitle.size() + kVersion.size() + 1;
  for (const ManifestLine& line : lines) size += kHashSize + 1 + line.target.size() + 2 + line.path.size() + 1;
  out.reserve(size);
  out.append(kTitle).append(kVersion) += '\n';
  const ManifestLine* last = nullptr;
  for (const ManifestLine& line : lines) {
    if (last != nullptr && *last == line) continue;
    line.any ? out.append(kAnyContent) : (append_hash(out, line.hash), out);
    if (!line.target.empty()) out.append(" ").append(line.target);
    out.append("  ").append(line.path) += '\n';
    last = &line;
  }
  return out;
}

}  // namespace errpress::output
