// Whatever was edited between two builds, the second one ends as a first build would: the same outputs byte for byte,
// the same messages but for those about the files of the folder, and the same exit code.
//     ERRPRESS_TEST_STEPS=100000 ERRPRESS_TEST_SEED=7 test_commands
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "commands/edited_project.h"
#include "support/test_folder.h"

namespace errpress::tests {
namespace {

// Standard error goes to a file as long as this lives.
class CapturedErrors {
 public:
  CapturedErrors()
      : before_(::dup(STDERR_FILENO)), file_(::open("errors", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    ::dup2(file_, STDERR_FILENO);
  }
  CapturedErrors(const CapturedErrors&) = delete;
  CapturedErrors& operator=(const CapturedErrors&) = delete;
  ~CapturedErrors() {
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
    ::close(file_);
  }

 private:
  int before_;
  int file_;
};

struct Built {
  int code = 0;
  std::string errors;
};

// Without the lines about the files of `out`: how many were written, and which had been edited by hand.
std::string without_files(const std::string& errors, const std::string& out) {
  std::istringstream lines(errors);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(out + ": ") && !line.starts_with(out + '/')) kept += line + '\n';
  }
  return kept;
}

Built build(const EditedProject& project, const std::string& out) {
  Built built;
  {
    const CapturedErrors captured;
    built.code = commands::run_build(project.options(out));
  }
  built.errors = read("errors");
  return built;
}

std::string difference(const Files& incremental, const Files& cold) {
  for (const auto& [path, bytes] : cold) {
    const auto found = incremental.find(path);
    if (found == incremental.end()) return path + " is missing";
    if (found->second != bytes) return path + " is\n" + found->second + "\nnot\n" + bytes;
  }
  for (const auto& [path, bytes] : incremental) {
    if (!cold.contains(path)) return path + " is left over";
  }
  return {};
}

// A project with the outputs of its last successful build.
class Trial {
 public:
  Trial() { fault_ = compare(); }

  // What is wrong after the edit and a build, or an empty string.
  std::string step(const Edit& edit) {
    if (!fault_.empty()) return fault_;
    // What was made to an output is made good by the next build that writes; one that does not would let a later build
    // find it.
    const bool on_outputs = edit.kind == EditKind::edit_output || edit.kind == EditKind::remove_output;
    if (on_outputs && last_.code != 0) return {};
    project_.apply(edit, "out");
    if (edit.kind == EditKind::nothing) return second_build();
    return compare();
  }

 private:
  std::string compare() {
    last_ = build(project_, "out");
    fs::remove_all("cold");
    const Built cold = build(project_, "cold");
    if (last_.code != cold.code) return fmt::format("exit code {}, not {}:\n{}", last_.code, cold.code, last_.errors);
    const std::string errors = without_files(last_.errors, "out");
    const std::string wanted = without_files(cold.errors, "cold");
    if (errors != wanted) return "standard error is\n" + errors + "\nnot\n" + wanted;
    Files outputs = files_in("out");
    const std::string fault = last_.code == 0 ? difference(outputs, files_in("cold")) : difference(outputs, outputs_);
    outputs_ = std::move(outputs);
    return fault;
  }

  // After a build that wrote, there is nothing to do.
  std::string second_build() {
    if (last_.code != 0) return {};
    const Built again = build(project_, "out");
    return again.code == 0 && again.errors.ends_with("out: up to date\n") ? "" : "not up to date:\n" + again.errors;
  }

  TestFolder folder_;
  EditedProject project_;
  Built last_;
  Files outputs_;
  std::string fault_;
};

std::string run(const std::vector<Edit>& edits) {
  Trial trial;
  for (const Edit& edit : edits) {
    if (std::string fault = trial.step(edit); !fault.empty()) return fault;
  }
  return {};
}

// Leaves out edits, first many at once, as long as the rest fails.
std::vector<Edit> minimal(std::vector<Edit> edits) {
  for (std::size_t size = edits.size(); size != 0; size /= 2) {
    for (std::size_t at = 0; at < edits.size();) {
      std::vector<Edit> fewer = edits;
      const auto begin = fewer.begin() + static_cast<std::ptrdiff_t>(at);
      fewer.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, edits.size() - at)));
      if (run(fewer).empty())
        at += size;
      else
        edits = std::move(fewer);
    }
  }
  return edits;
}

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

Edit any_edit(std::mt19937& random) {
  const auto kind = static_cast<EditKind>(random() % kEditKinds);
  return {kind, static_cast<std::uint32_t>(random() % 1000), static_cast<std::uint32_t>(random() % 1000)};
}

}  // namespace

TEST_CASE("an incremental build ends as a cold one does, whatever was edited") {
  constexpr std::size_t kRound = 200;  // steps in one project
  const std::uint64_t seed = setting("ERRPRESS_TEST_SEED", 1);
  const std::uint64_t rounds = (setting("ERRPRESS_TEST_STEPS", 2000) + kRound - 1) / kRound;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    std::mt19937 random(static_cast<std::uint32_t>(seed + round));
    std::vector<Edit> edits;
    Trial trial;
    std::string fault;
    while (edits.size() < kRound && fault.empty()) fault = trial.step(edits.emplace_back(any_edit(random)));
    if (fault.empty()) continue;
    edits = minimal(std::move(edits));
    std::ostringstream sequence;
    for (const Edit& edit : edits) sequence << "  " << to_string(edit) << ",\n";
    FAIL("ERRPRESS_TEST_SEED=", seed + round, "\n", run(edits), "\nafter these edits:\n", sequence.str(),
         "first seen as:\n", fault);
  }
}

}  // namespace errpress::tests
