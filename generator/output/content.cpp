#include "output/content.h"

#include <string>

#include "base/hash.h"

namespace errpress::output {

namespace {

constexpr std::size_t kPieceSize = std::size_t{1} << 20;

}  // namespace

Content content_of(std::string_view bytes) { return {bytes.size(), base::hash_of(bytes)}; }

std::error_code read_pieces(const disk::Disk& disk, std::string_view path,
                            const std::function<void(std::string_view)>& take) {
  std::string bytes;
  std::uint64_t at = 0;
  do {
    if (const auto error = disk.read_part(path, at, kPieceSize, bytes)) return error;
    if (!bytes.empty()) take(bytes);
    at += bytes.size();
  } while (!bytes.empty());
  return {};
}

std::error_code content_of_file(const disk::Disk& disk, std::string_view path, Content& content) {
  std::string bytes;
  const std::error_code error = disk.read(path, bytes, {.limit = kPieceSize});
  if (!error) content = content_of(bytes);
  if (error != std::errc::file_too_large) return error;
  base::RunningHash hash;
  std::uint64_t size = 0;
  const std::error_code problem = read_pieces(disk, path, [&](std::string_view piece) {
    hash.append(piece);
    size += piece.size();
  });
  content = {size, hash.value()};
  return problem;
}

}  // namespace errpress::output
