#include "output/ownership.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/hash.h"
#include "output/git_text.h"

namespace errpress::output {
namespace {

bool matches_any(const Content& content, std::span<const ManifestLine> lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const ManifestLine& line) { return line.matches(content.hash); });
}

// Computes the content of a text with LF in place of CRLF, which is appended in pieces.
class PlainContent {
 public:
  void append(std::string_view piece) {
    if (piece.empty()) return;
    if (held_back_ && piece.front() != '\n') add("\r");
    held_back_ = piece.ends_with('\r');
    if (held_back_) piece.remove_suffix(1);
    const auto plain = without_crlf(piece);
    add(plain ? std::string_view(*plain) : piece);
  }
  // To be called once, at the end.
  Content finish() {
    if (held_back_) add("\r");
    return {size_, hash_.value()};
  }

 private:
  void add(std::string_view bytes) {
    hash_.append(bytes);
    size_ += bytes.size();
  }

  base::RunningHash hash_;
  std::uint64_t size_ = 0;
  bool held_back_ = false;  // a CR at the end of a piece
};

Content plain_content_of(std::string_view text) {
  const auto plain = without_crlf(text);
  return content_of(plain ? std::string_view(*plain) : text);
}

Content plain_content_of(const Wanted& wanted) {
  return wanted.bytes.empty() ? wanted.content : plain_content_of(wanted.bytes);
}

std::error_code contents_in_pieces(const disk::Disk& disk, std::string_view path, Content& found, Content& plain) {
  base::RunningHash hash;
  PlainContent plain_text;
  found.size = 0;
  const auto error = read_pieces(disk, path, [&](std::string_view piece) {
    hash.append(piece);
    found.size += piece.size();
    plain_text.append(piece);
  });
  found.hash = hash.value();
  plain = plain_text.finish();
  return error;
}

// What a file with this content holds; nullopt if that depends on what git may have done to it.
std::optional<Holding> judge_exact(const Content& found, std::span<const ManifestLine> lines, const Wanted& wanted) {
  if (found == wanted.content) return Holding::wanted;
  if (matches_any(found, lines)) return Holding::recorded;
  return std::nullopt;
}

// The same, from its content with LF in place of CRLF.
std::optional<Holding> judge_plain(const Content& plain, std::span<const ManifestLine> lines, const Wanted& wanted) {
  if (plain == plain_content_of(wanted)) return Holding::line_ends;
  if (matches_any(plain, lines)) return Holding::recorded;
  return std::nullopt;
}

// Both texts that git merged are recorded in a merged manifest; one is enough, since its lines may be in conflict, too.
bool is_merged(std::string_view text, std::span<const ManifestLine> lines) {
  const auto sides = conflict_sides(text);
  return sides &&
         (matches_any(plain_content_of(sides->ours), lines) || matches_any(plain_content_of(sides->theirs), lines));
}

Holding not_ours(std::span<const ManifestLine> lines) { return lines.empty() ? Holding::foreign : Holding::changed; }

Holding judge_bytes(std::string_view found, std::span<const ManifestLine> lines, const Wanted& wanted) {
  if (const auto holding = judge_exact(content_of(found), lines, wanted)) return *holding;
  if (const auto holding = judge_plain(plain_content_of(found), lines, wanted)) return *holding;
  return is_merged(found, lines) ? Holding::recorded : not_ours(lines);
}

std::error_code judge_large(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                            const Wanted& wanted, Holding& holding, disk::FileStamp& seen) {
  disk::FileInfo there;
  if (const auto error = disk.look(path, there)) return error;
  seen = there.stamp;
  holding = not_ours(lines);
  // CRLF at most doubles the size. Without a record, nothing else can make the file ours.
  if (lines.empty() && seen.size / 2 > wanted.content.size) return {};
  Content found, plain;
  if (const auto error = contents_in_pieces(disk, path, found, plain)) return error;
  if (const auto exact = judge_exact(found, lines, wanted))
    holding = *exact;
  else if (const auto converted = judge_plain(plain, lines, wanted))
    holding = *converted;
  return {};
}

// Whether the error says that the path is not a regular file.
bool is_no_file(std::error_code error) {
  return error == std::errc::too_many_symbolic_link_levels || error == std::errc::not_supported ||
         error == std::errc::is_a_directory;
}

}  // namespace

std::error_code is_recorded(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                            bool& recorded) {
  std::string bytes;
  Content found, plain;
  std::error_code error = disk.read(path, bytes, {.limit = kMostInMemory});
  if (!error) {
    found = content_of(bytes);
    recorded = matches_any(found, lines) || matches_any(plain_content_of(bytes), lines);
    return {};
  }
  if (error == std::errc::file_too_large) error = contents_in_pieces(disk, path, found, plain);
  recorded = !error && (matches_any(found, lines) || matches_any(plain, lines));
  return error;
}

std::error_code judge_file(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                           const Wanted& wanted, Holding& holding, disk::FileStamp& seen) {
  // Usually the file is as recorded. So if the record has another hash than the wanted bytes, the file is read at once
  // instead of being compared with them first.
  if (lines.size() != 1 || lines.front().hash == wanted.content.hash) {
    bool same = false;
    if (const auto error = disk.holds(path, wanted.bytes, same)) return error;
    holding = Holding::wanted;
    if (same) return {};
  }
  return judge_other(disk, path, lines, wanted, holding, seen);
}

std::error_code judge_other(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                            const Wanted& wanted, Holding& holding, disk::FileStamp& seen) {
  std::string found;
  const std::uint64_t useful = lines.empty() ? wanted.content.size * 2 : kMostInMemory;
  std::error_code error = disk.read(path, found, {.limit = std::min(useful, kMostInMemory), .stamp = &seen});
  if (!error) holding = judge_bytes(found, lines, wanted);
  if (error == std::errc::file_too_large) error = judge_large(disk, path, lines, wanted, holding, seen);
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
    holding = Holding::nothing;
  else if (is_no_file(error))
    holding = not_ours(lines);
  else
    return error;
  return {};
}

}  // namespace errpress::output
