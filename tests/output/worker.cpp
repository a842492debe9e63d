// A small build over made-up files, for tests that kill it, count its system calls or fill its disk.
//
//   worker run OUT GENERATION COUNT       one run; prints the summary's counts, or the error and ends with 1
//   worker loop OUT GENERATION COUNT      runs of this and the following generations until it is killed
//   worker check OUT GENERATION COUNT     ends with 1 if OUT is not up to date
//   worker remember OUT CORPUS COUNT      a run of generation 1, whose cache has the COUNT files CORPUS/<number> as
//   sources worker again OUT CORPUS               ends with 1 if that cache finds anything to do
//
// File n of a generation stands at path_of and holds content_of_file; crash_test.py knows the same rules.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "output/build_cache.h"
#include "output/output_folder.h"

namespace errpress::output {
namespace {

// Every fifth file moves to a new folder with every generation; the others stay.
std::string path_of(unsigned n, unsigned generation) {
  if (n % 5 == 0) return fmt::format("f{}", n);
  return n % 5 == 4 ? fmt::format("era{}/x/f{}", generation, n) : fmt::format("d{}/e/f{}", n % 5, n);
}

// Every third file changes with every generation, every third never, every third with every other one.
unsigned version_of(unsigned n, unsigned generation) {
  if (n % 5 == 4 || n % 3 == 0) return generation;
  return n % 3 == 1 ? 0 : generation / 2;
}

std::string content_of_file(unsigned n, unsigned generation) {
  const std::string line = fmt::format("file {} version {}\n", n, version_of(n, generation));
  std::string bytes;
  for (unsigned i = 0; i < 1 + n % 50; ++i) bytes += line;
  return bytes;
}

bool fail(const base::Error& error) {
  std::fprintf(stderr, "%s\n", to_string(error).c_str());
  return false;
}

std::vector<std::string> paths(unsigned generation, unsigned count) {
  std::vector<std::string> all;
  for (unsigned n = 0; n < count; ++n) all.push_back(path_of(n, generation));
  return all;
}

bool put_all(OutputFolder& folder, unsigned generation, unsigned count) {
  for (unsigned n = 0; n < count; ++n) {
    if (const auto status = folder.put(n, content_of_file(n, generation)); !status) return fail(status.error());
  }
  return true;
}

bool run(const std::string& out, Mode mode, unsigned generation, unsigned count) {
  auto folder = OutputFolder::open(out, mode, paths(generation, count));
  if (!folder) return fail(folder.error());
  if (!put_all(**folder, generation, count)) return false;
  const auto summary = (*folder)->finish();
  if (!summary) return fail(summary.error());
  return mode == Mode::write || summary.value().up_to_date();
}

bool remember(const std::string& out, const std::string& corpus, unsigned count) {
  auto folder = OutputFolder::open(out, Mode::write, paths(1, count));
  auto disk = disk::open_disk(corpus);
  if (!folder) return fail(folder.error());
  if (!disk) return fail(disk.error());
  if (!put_all(**folder, 1, count)) return false;
  const auto summary = (*folder)->finish();
  if (!summary) return fail(summary.error());
  const std::vector<std::string> outputs = paths(1, count);
  std::vector<std::string> sources;
  for (unsigned n = 0; n < count; ++n) sources.push_back(std::to_string(n));
  CacheContents contents;
  contents.started = disk::file_clock_now();
  contents.manifest = (*folder)->manifest();
  for (unsigned n = 0; n < count; ++n) {
    disk::FileInfo seen;
    if ((*disk)->look(sources[n], seen, disk::Links::follow) || seen.kind != disk::Kind::file) return false;
    contents.sources.push_back({sources[n], seen.stamp, 0});
    contents.outputs.push_back({outputs[n], (*folder)->content(n), n});
  }
  const auto saved = BuildCache::save(out, contents);
  return saved || fail(saved.error());
}

bool again(const std::string& out, const std::string& corpus) {
  const auto cache = BuildCache::load(out);
  return cache && cache->sources_unchanged(corpus) && cache->outputs_untouched(out);
}

int work(const std::vector<std::string>& arguments) {
  const auto number = [&](std::size_t i) {
    return static_cast<unsigned>(std::strtoul(arguments[i].c_str(), nullptr, 10));
  };
  const std::string command = arguments.size() > 2 ? arguments[0] : "";
  const bool four = arguments.size() == 4;
  if (command == "run" && four) return run(arguments[1], Mode::write, number(2), number(3)) ? 0 : 1;
  if (command == "check" && four) return run(arguments[1], Mode::check, number(2), number(3)) ? 0 : 1;
  if (command == "remember" && four) return remember(arguments[1], arguments[2], number(3)) ? 0 : 1;
  if (command == "again") return again(arguments[1], arguments[2]) ? 0 : 1;
  if (command != "loop" || !four) return 2;
  unsigned generation = number(2);
  while (run(arguments[1], Mode::write, generation, number(3))) ++generation;
  return 1;
}

}  // namespace
}  // namespace errpress::output

int main(int argc, char** argv) { return errpress::output::work(std::vector<std::string>(argv + 1, argv + argc)); }
