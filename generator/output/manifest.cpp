#include "output/manifest.h"

#include <fmt/format.h>

#include <array>

#include "base/name.h"
#include "output/plan.h"

namespace errpress::output {
namespace {

constexpr std::string_view kTitle = "errpress manifest ";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kAnyContent = "----------------";
constexpr std::size_t kHashSize = 16;
constexpr std::size_t kPathColumn = kHashSize + 2;
constexpr const char* kAdvice =
    "restore the file from version control, or delete it: then errpress takes over only files that already hold what "
    "it would write";

bool parse_hash(std::string_view digits, std::uint64_t& hash) {
  hash = 0;
  for (const char c : digits) {
    if (!base::is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
    hash = hash << 4 | static_cast<std::uint64_t>(base::is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return true;
}

bool parse_line(std::string_view text, ManifestLine& line) {
  if (text.size() <= kPathColumn || text.substr(kHashSize, 2) != "  ") return false;
  line.path = text.substr(kPathColumn);
  line.any = text.substr(0, kHashSize) == kAnyContent;
  line.hash = 0;
  return (line.any || parse_hash(text.substr(0, kHashSize), line.hash)) && path_fault(line.path) == nullptr;
}

std::string title_fault(std::string_view title) {
  if (!title.starts_with(kTitle)) return fmt::format("this is not a manifest of errpress; {}", kAdvice);
  const std::string_view version = title.substr(kTitle.size());
  if (version == kVersion) return {};
  return fmt::format("this manifest has version {}, and this errpress knows version {}; use the errpress that wrote it",
                     version.substr(0, 20), kVersion);
}

void append_hash(std::string& out, std::uint64_t hash) {
  std::array<char, kHashSize> digits;
  for (std::size_t i = kHashSize; i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  out.append(digits.data(), digits.size());
}

}  // namespace

bool operator<(const ManifestLine& a, const ManifestLine& b) {
  if (const int order = a.path.compare(b.path); order != 0) return order < 0;
  return a.any != b.any ? a.any : a.hash < b.hash;
}

base::Result<Manifest> Manifest::parse(std::string text, const std::string& shown_path) {
  Manifest manifest;
  manifest.text_ = std::make_unique<const std::string>(std::move(text));
  std::string_view rest = *manifest.text_;
  const auto fault = [&](std::uint32_t number, std::string message) {
    return base::Error{std::move(message), shown_path, number};
  };
  for (std::uint32_t number = 1; number == 1 || !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line_text = rest.substr(0, end);
    if (number == 1) {
      if (auto message = title_fault(line_text); !message.empty()) return fault(number, std::move(message));
    }
    if (end == std::string_view::npos) return fault(number, fmt::format("the manifest is cut off here; {}", kAdvice));
    rest.remove_prefix(end + 1);
    if (number == 1) continue;
    ManifestLine line;
    if (!parse_line(line_text, line)) {
      return fault(number,
                   fmt::format("the manifest is damaged: this is not a hash, two spaces and a path; {}", kAdvice));
    }
    if (!manifest.lines_.empty() && !(manifest.lines_.back() < line)) {
      return fault(number, fmt::format("the manifest is damaged: this line is out of order; {}", kAdvice));
    }
    manifest.lines_.push_back(line);
  }
  return manifest;
}

std::string format_manifest(const std::vector<ManifestLine>& lines) {
  std::string out;
  std::size_t size = kTitle.size() + kVersion.size() + 1;
  for (const ManifestLine& line : lines) size += kPathColumn + line.path.size() + 1;
  out.reserve(size);
  out.append(kTitle).append(kVersion) += '\n';
  const ManifestLine* last = nullptr;
  for (const ManifestLine& line : lines) {
    if (last != nullptr && *last == line) continue;
    line.any ? out.append(kAnyContent) : (append_hash(out, line.hash), out);
    out.append("  ").append(line.path) += '\n';
    last = &line;
  }
  return out;
}

}  // namespace errpress::output
