// The least that any generator must do, as a yardstick for bench.py: reads the same files, writes files of the same
// sizes, and does nothing in between.
//
//   null_generator read  THREADS INPUTS           reads every file of a list of paths, one a line
//   null_generator copy  THREADS INPUTS OUTPUTS   and writes every file of a list of "SIZE PATH"; their folders exist
//   null_generator walk  FOLDER...                stats every file under the folders
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t kBufferSize = 1 << 16;

struct Output {
  std::size_t size = 0;
  std::string path;
};

[[noreturn]] void fail(const std::string& path) {
  std::perror(path.c_str());
  std::exit(2);
}

std::vector<std::string> read_inputs(const char* list) {
  std::vector<std::string> paths;
  std::ifstream file(list);
  for (std::string path; std::getline(file, path);) paths.push_back(path);
  return paths;
}

std::vector<Output> read_outputs(const char* list) {
  std::vector<Output> outputs;
  std::ifstream file(list);
  for (Output output; file >> output.size >> std::ws && std::getline(file, output.path);) outputs.push_back(output);
  return outputs;
}

void read_file(const std::string& path, std::vector<char>& buffer) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  while (true) {
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count < 0) fail(path);
    if (static_cast<std::size_t>(count) < buffer.size()) break;
  }
  close(file);
}

void write_file(const Output& output, const std::vector<char>& buffer) {
  const int file = open(output.path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(output.path);
  for (std::size_t left = output.size; left > 0;) {
    const ssize_t count = write(file, buffer.data(), std::min(left, buffer.size()));
    if (count < 0) fail(output.path);
    left -= static_cast<std::size_t>(count);
  }
  close(file);
}

// The part of `size` items that one of several threads takes.
std::size_t part(std::size_t size, std::size_t thread, std::size_t threads) { return size * thread / threads; }

// Reads and writes in turn, as a generator would that keeps nothing.
void copy(const std::vector<std::string>& inputs, const std::vector<Output>& outputs, std::size_t thread,
          std::size_t threads) {
  std::vector<char> buffer(kBufferSize, 'x');
  const std::size_t begin = part(inputs.size(), thread, threads);
  const std::size_t end = part(inputs.size(), thread + 1, threads);
  std::size_t written = part(outputs.size(), thread, threads);
  const std::size_t last = part(outputs.size(), thread + 1, threads);
  for (std::size_t i = begin; i < end; ++i) {
    read_file(inputs[i], buffer);
    const std::size_t due = i + 1 == end ? last : part(outputs.size(), i + 1, inputs.size());
    for (; written < due; ++written) write_file(outputs[written], buffer);
  }
}

void walk(const std::string& folder) {
  DIR* entries = opendir(folder.c_str());
  if (entries == nullptr) fail(folder);
  std::vector<std::string> folders;
  while (const dirent* entry = readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (entry->d_type == DT_DIR) {
      folders.push_back(folder + '/' + entry->d_name);
      continue;
    }
    struct stat status = {};
    if (fstatat(dirfd(entries), entry->d_name, &status, 0) != 0) fail(entry->d_name);
  }
  closedir(entries);
  for (const std::string& inner : folders) walk(inner);
}

int usage() {
  std::fputs("usage: null_generator read THREADS INPUTS | copy THREADS INPUTS OUTPUTS | walk FOLDER...\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) return usage();
  if (arguments[0] == "walk") {
    for (int i = 2; i < argc; ++i) walk(argv[i]);
    return 0;
  }
  if (arguments.size() != (arguments[0] == "read" ? 3U : 4U)) return usage();
  const auto threads = static_cast<std::size_t>(std::max(1, std::atoi(argv[2])));
  const std::vector<std::string> inputs = read_inputs(argv[3]);
  const std::vector<Output> outputs = argc > 4 ? read_outputs(argv[4]) : std::vector<Output>();
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&, i] { copy(inputs, outputs, i, threads); });
  copy(inputs, outputs, 0, threads);
  for (std::thread& other : others) other.join();
  return 0;
}
