#include "support/article_samples.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "article/parser.h"
#include "base/result.h"

namespace errpress::tests {

namespace {

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  std::abort();
}

}  // namespace

std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open()) fail(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Sample> read_folder(const std::string& folder, std::string_view ending) {
  std::vector<Sample> samples;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string path = entry.path().string();
    if (entry.is_regular_file() && path.ends_with(ending)) samples.push_back({path, read_bytes(path)});
  }
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.path < b.path; });
  return samples;
}

const article::Dialect& shipped_dialect() {
  static const article::Dialect dialect = [] {
    const std::string path = ERRPRESS_SOURCE_DIR "/corpus/dialect.yaml";
    auto result = article::Dialect::parse(read_bytes(path), path);
    if (!result.ok()) fail(base::to_string(result.error()));
    return std::move(result).value();
  }();
  return dialect;
}

std::vector<Sample> shipped_articles() { return read_folder(ERRPRESS_SOURCE_DIR "/corpus", ".txt"); }

std::vector<Sample> seeds(std::string_view test_name) {
  std::vector<Sample> samples = read_folder(ERRPRESS_SHARED_DIR "/seeds", ".txt");
  if (samples.empty()) fmt::print("SKIPPED {}: the folder of seeds is missing\n", test_name);
  return samples;
}

article::Article parsed(std::string_view source, const article::Dialect& dialect) {
  article::Article article;
  article::parse(source, dialect, article);
  return article;
}

}  // namespace errpress::tests
