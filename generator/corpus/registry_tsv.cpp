#include "corpus/registry_tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/line_table.h"
#include "base/name.h"

namespace errpress::corpus {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// More than any real file has: a file with a text of its own in the third column of each line would give every code a
// family of its own, in which nothing can be wrong.
constexpr std::size_t kMaxKinds = 1000;
constexpr std::string_view kForm = "expected NAME<tab>CODE[<tab>KIND]";

// `text` as quoted in an error: truncated to a part of a line, without control characters that would affect a terminal.
std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string out = "'";
  for (const char c : text.substr(0, kShown)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  return out += text.size() > kShown ? "...'" : "'";
}

std::optional<std::uint32_t> parse_code(std::string_view text) {
  const bool is_hex = text.size() > 1 && (text[1] | 0x20) == 'x';
  return is_hex ? base::parse_hex(text) : base::parse_decimal(text);
}

// The size of the text before the next control character, which is usually a tab or a line end.
std::size_t field_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && static_cast<unsigned char>(text[size]) >= 0x20) ++size;
  return size;
}

std::string too_many_kinds() {
  return fmt::format("more than {} kinds: the third column is a family of codes, such as win32", kMaxKinds);
}

class TsvReader {
 public:
  TsvReader(std::string_view bytes, const std::string& path, FileId file, Families& families)
      : bytes_(bytes),
        rest_(bytes),
        path_(path),
        file_(file),
        families_(families),
        max_families_(families.size() + kMaxKinds) {}

  base::Result<std::vector<RegistryEntry>> read() {
    constexpr std::size_t kUsualLine = 40;
    entries_.reserve(bytes_.size() / kUsualLine);
    take(kByteOrderMark);
    while (!rest_.empty()) {
      const std::size_t name_size = base::name_prefix_size(rest_);
      const bool is_entry = name_size > 0 && rest_.substr(name_size, 1) == "\t";
      if (!(is_entry ? read_entry(name_size) : read_other_line())) return std::move(error_);
    }
    return std::move(entries_);
  }

 private:
  bool read_entry(std::size_t name_size) {
    const std::string_view name = take(name_size);
    take("\t");
    const std::string_view code = take(field_size(rest_));
    const std::optional<std::uint32_t> value = parse_code(code);
    if (!value) return fail(code, fmt::format("{} is not a code: write it as 13003, -1 or 0x32CB", quoted(code)));
    const std::string_view kind = take("\t") ? take(field_size(rest_)) : std::string_view();
    if (!take("\n") && !take("\r\n") && !rest_.empty())
      return fail(rest_, fmt::format("unexpected text after the last field: {}", kForm));
    if (name.size() > base::kMaxNameSize) {
      return fail(name, fmt::format("{} is too long for a name: at most {} bytes", quoted(name), base::kMaxNameSize));
    }
    if (kind != kind_) {
      kind_ = kind;
      family_ = families_.add(kind);
      if (families_.size() > max_families_) return fail(kind, too_many_kinds());
    }
    const auto begin = static_cast<std::uint32_t>(name.data() - bytes_.data());
    entries_.push_back({name, *value, family_, {file_, {begin, begin + static_cast<std::uint32_t>(name.size())}}});
    return true;
  }

  // A line that does not start with a name and a tab.
  bool read_other_line() {
    std::string_view line = take(std::min(rest_.find('\n'), rest_.size()));
    take("\n");
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.find_first_not_of(' ') == std::string_view::npos) return true;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return fail(line, fmt::format("line has no tab: {}", kForm));
    return fail(line, fmt::format("{} is not a name: {}", quoted(line.substr(0, tab)), kForm));
  }

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool fail(std::string_view where, std::string message) {
    const auto offset = static_cast<std::uint32_t>(where.data() - bytes_.data());
    const base::Position position = base::LineTable(bytes_).position(offset);
    error_ = {std::move(message), path_, position.line, position.column};
    return false;
  }

  std::string_view bytes_;
  std::string_view rest_;
  const std::string& path_;
  FileId file_;
  Families& families_;
  std::size_t max_families_;
  std::string_view kind_;  // of the previous line, which is usually that of the next
  FamilyId family_ = kNoFamily;
  std::vector<RegistryEntry> entries_;
  base::Error error_;
};

}  // namespace

base::Result<std::vector<RegistryEntry>> read_tsv(std::string_view bytes, const std::string& path, FileId file,
                                                  Families& families) {
  return TsvReader(bytes, path, file, families).read();
}

}  // namespace errpress::corpus
