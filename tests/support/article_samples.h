// What the tests of articles read from the disk: the shipped dialect and corpus, and the seeds where they are there.
// A file that has to be there and is not ends the program with a message.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::tests {

struct Sample {
  std::string path;
  std::string text;
};

std::string read_bytes(const std::string& path);

// The files of a folder with this ending, in the order of their names; none where there is no such folder.
std::vector<Sample> read_folder(const std::string& folder, std::string_view ending);

const article::Dialect& shipped_dialect();

std::vector<Sample> shipped_articles();

// The three seeds; empty where they are missing, after saying so for ctest ("SKIPPED name: ...").
std::vector<Sample> seeds(std::string_view test_name);

article::Article parsed(std::string_view source, const article::Dialect& dialect = shipped_dialect());

}  // namespace errpress::tests
