// A file that the run reads is neither removed nor replaced, whatever the manifest says.
#include "output/input_files.h"

#include <doctest/doctest.h>

#include "disk/files.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

// `inputs` are paths of files that the run reads.
std::string run_reading(const std::vector<std::string>& inputs, const std::string& folder, const Files& wanted,
                        const RunOptions& options) {
  Request request(paths_of(wanted));
  for (const std::string& path : inputs) request.inputs.push_back(disk::stamp_file(path).value());
  return finish_run(OutputFolder::open(folder, options, std::move(request)), wanted);
}

RunOptions taking_over() {
  RunOptions options = Mode::write;
  options.take_over = true;
  return options;
}

TEST_CASE("a file that the run reads is not removed, although the manifest lists it") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, {{"page", "1"}, {"corpus/a", "article"}, {"corpus/b", "old page"}});
  fs::create_directory_symlink(out + "/corpus", temporary.path() + "/link");
  std::string path;
  SUBCASE("as it is") { path = out + "/corpus/a"; }
  SUBCASE("with ..") { path = out + "/corpus/../corpus/a"; }
  SUBCASE("through a link") { path = temporary.path() + "/link/a"; }
  CHECK(run_reading({path}, out, {{"page", "1"}}, Mode::check) ==
        "unchanged page; removed corpus/b; inputs corpus/a; manifest");
  CHECK(run_reading({path}, out, {{"page", "1"}}, Mode::write) ==
        "unchanged page; removed corpus/b; inputs corpus/a; manifest");
  CHECK(files_in(out) == Files{{"page", "1"}, {"corpus/a", "article"}});
  CHECK(run_reading({path}, out, {{"page", "1"}}, Mode::write) == "unchanged page");
}

TEST_CASE("a file that the run reads is not replaced, whatever the options") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  const std::string large(std::size_t{3} << 20, 'x');
  run(out, {{"a", "1"}, {"b", "2"}});
  for (const bool listed : {true, false}) {
    CAPTURE(listed);
    if (!listed) fs::remove(out + "/.errpress/manifest");
    CHECK(run_reading({out + "/a"}, out, {{"a", "new"}, {"b", "new"}}, taking_over()) ==
          "error: " + out +
              ": cannot write over files that this run reads: a; choose another output folder, or another path in "
              "target.yaml");
    CHECK(files_in(out) == Files{{"a", "1"}, {"b", "2"}});
  }
  CHECK(run_reading({out + "/a"}, out, {{"a", "1"}, {"b", "2"}}, taking_over()) == "unchanged a b; manifest");
}

TEST_CASE("a large output does not replace a file that the run reads") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  const std::string large(std::size_t{3} << 20, 'x');
  run(out, {{"a", "1"}});
  Request request({"a"});
  request.inputs.push_back(disk::stamp_file(out + "/a").value());
  auto folder = OutputFolder::open(out, taking_over(), std::move(request));
  REQUIRE(folder);
  REQUIRE((*folder)->put_pieces(0, [&](const OutputFolder::PieceSink& sink) {
    sink(large);
    return base::Status(base::Done{});
  }));
  CHECK_FALSE((*folder)->finish());
  CHECK(files_in(out) == Files{{"a", "1"}});
}

TEST_CASE("a file that is needed as a folder is not removed if the run reads it") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, {{"a", "1"}});
  CHECK(run_reading({out + "/a"}, out, {{"a/b", "1"}}, Mode::write) ==
        "error: " + out + "/a: is read by this run, and a folder of this name is needed; choose another output folder");
  CHECK(files_in(out) == Files{{"a", "1"}});
}

}  // namespace
}  // namespace errpress::output
