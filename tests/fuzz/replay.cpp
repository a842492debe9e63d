// Runs a fuzz target once over the files of the folders that are named: a fuzz target as an ordinary test.
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "support/article_samples.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: replay FOLDER...\n", stderr);
    return 2;
  }
  for (int i = 1; i < argc; ++i) {
    const auto samples = errpress::tests::read_folder(argv[i], "");
    if (samples.empty()) {
      std::fprintf(stderr, "%s: no files to run\n", argv[i]);
      return 1;
    }
    for (const auto& sample : samples) {
      std::fprintf(stderr, "%s\n", sample.path.c_str());  // the last one named is the one that failed
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(sample.text.data()), sample.text.size());
    }
  }
  return 0;
}
