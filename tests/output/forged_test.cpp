// Whatever a manifest says, a run touches no file that no run has made. 10,000 manifests: random ones, mutated ones,
// those of other folders, and ones with paths that lead elsewhere. ERRPRESS_FORGED_MANIFESTS sets another number.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <random>

#include "output/folder_fixture.h"
#include "output/plan.h"

namespace errpress::output {
namespace {

const Files kEarlier = {
    {"include/x.hpp", "old header"}, {"man/a.7", "page"}, {"man/old.7", "old page"}, {"top", "top"}};
const Files kPlanned = {{"include/x.hpp", "new header"}, {"man/a.7", "page"}, {"man/b.7", "new page"}};
// Foreign files stand at two of these.
const Files kPlannedOverForeign = {{"README.md", "our readme"}, {"man/mine.7", "our page"}, {"man/a.7", "page"}};

const Files kForeign = {{".git/config", "[core]"},       {".git/HEAD", "ref"},
                        {".gitignore", "*.o"},           {".errpress-notes", "notes"},
                        {".errpress-1.tmp.c", "int x;"}, {"Makefile", "all:"},
                        {"README.md", "their readme"},   {"readme.MD", "their other readme"},
                        {"include/.hidden", ""},         {"include/theirs.hpp", "their header"},
                        {"man/mine.7", "their page"},    {"man/A.7", "their other page"},
                        {"src/.errpress-x.tmp", "x"},    {"src/empty", ""},
                        {"src/main.c", "int main;"}};

const std::vector<std::string> kHostilePaths = {"..",
                                                "../theirs",
                                                "../elsewhere/file",
                                                "src/../Makefile",
                                                "./Makefile",
                                                "/etc/hostname",
                                                "C:/x",
                                                "link",
                                                "linked/file",
                                                "LINKED/file",
                                                "src",
                                                "src/",
                                                "src//main.c",
                                                "src\\main.c",
                                                "Makefile/x",
                                                "Makefile\x01",
                                                "Makefile\x1B[2J",
                                                "makefile",
                                                ".GIT/config",
                                                ".git",
                                                ".errpress",
                                                ".errpress/lock",
                                                ".errpress/manifest",
                                                ".ERRPRESS/manifest",
                                                "include",
                                                "man",
                                                ".errpress-0.tmp",
                                                "man/.errpress-1.tmp",
                                                "linked/.errpress-2.tmp",
                                                "README.MD",
                                                "Readme.md",
                                                "\xFF\xFE",
                                                ""};

class Forger {
 public:
  explicit Forger(std::string honest) : honest_(std::move(honest)) {
    for (const auto& [path, bytes] : kForeign) paths_.push_back(path);
    for (const auto& [path, bytes] : kEarlier) paths_.push_back(path);
    for (const auto& [path, bytes] : kPlanned) paths_.push_back(path);
    for (const std::string& path : paths_) {
      if (path_fault(path) == nullptr) plausible_.push_back(path);
    }
    paths_.insert(paths_.end(), kHostilePaths.begin(), kHostilePaths.end());
    // Contents that are there somewhere, but never where a foreign file stands.
    for (const Files& files : {kEarlier, kPlanned, kPlannedOverForeign}) {
      for (const auto& [path, bytes] : files) hashes_.push_back(content_of(bytes).hash);
    }
  }

  std::string manifest() {
    switch (below(8)) {
      case 0:
        return random_bytes();
      case 1:
        return mutated(honest_);
      case 2:
        return mutated(lines(1 + below(8), paths_));
      case 3:
        return lines(1 + below(3), paths_);
      default:
        return lines(1 + below(12), plausible_);
    }
  }

  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  std::string random_bytes() {
    std::string bytes = below(2) == 0 ? "" : "errpress manifest 2\n";
    for (std::size_t i = below(200); i > 0; --i) bytes += static_cast<char>(below(256));
    return bytes;
  }

  std::string line(const std::vector<std::string>& paths) {
    ManifestLine line{paths[below(paths.size())], random_(), below(40) == 0};
    if (below(2) == 0) line.hash = hashes_[below(hashes_.size())];
    if (below(2) == 0) line.target = below(2) == 0 ? "cpp" : "man";
    const std::string text = format_manifest({line});
    return text.substr(text.find('\n') + 1);
  }

  std::string lines(std::size_t count, const std::vector<std::string>& paths) {
    std::string text = below(3) == 0 ? "errpress manifest 1\n" : "errpress manifest 2\n";
    static constexpr std::array kMarkers = {"<<<<<<< a\n", "||||||| b\n", "=======\n", ">>>>>>> c\n"};
    for (std::size_t i = 0; i < count; ++i) {
      text += line(paths);
      if (below(40) == 0) text += kMarkers[below(kMarkers.size())];
    }
    if (below(4) == 0) text += std::string(kMarkers[0]) + line(paths) + kMarkers[2] + line(paths) + kMarkers[3];
    if (below(4) != 0) text += honest_.substr(honest_.find('\n') + 1);
    return text;
  }

  std::string mutated(std::string text) {
    for (std::size_t i = 1 + below(4); i > 0 && !text.empty(); --i) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, 1 + below(20));
          break;
        case 2:
          text.insert(at, text.substr(below(text.size()), 1 + below(30)));
          break;
        default:
          text.insert(at, 1, below(2) == 0 ? '\n' : '\r');
      }
    }
    return text;
  }

  std::mt19937_64 random_{20261126};  // NOLINT: the same manifests every time
  std::string honest_;
  std::vector<std::string> paths_;
  std::vector<std::string> plausible_;  // those of them that an output may have
  std::vector<std::uint64_t> hashes_;
};

// A file that is written again gets another time, one that is removed has none.
std::string state_of(const fs::path& path) {
  std::error_code error;
  const auto changed = fs::last_write_time(path, error);
  return error ? "gone" : std::to_string(changed.time_since_epoch().count());
}

class ForgedFolder {
 public:
  ForgedFolder() {
    for (const auto& [path, bytes] : kForeign) write_foreign(out() + "/" + path, bytes);
    write_foreign(temporary_ / "theirs", "theirs");
    write_foreign(temporary_ / "elsewhere/file", "theirs");
    write_foreign(temporary_ / "elsewhere/.errpress-2.tmp", "theirs");
    fs::create_symlink(temporary_ / "theirs", out() + "/link");
    fs::create_directory_symlink(temporary_ / "elsewhere", out() + "/linked");
  }

  std::string out() const { return temporary_.out(); }

  // As an earlier run left it, but for the manifest.
  void reset(const std::string& manifest) {
    for (const Files& files : {kEarlier, kPlanned}) {
      for (const auto& [path, bytes] : files) fs::remove(out() + "/" + path);
    }
    for (const auto& [path, bytes] : kEarlier) write(out() + "/" + path, bytes);
    write(out() + "/.errpress/manifest", manifest);
  }

  // The first foreign file that was written or removed; "" where there is none.
  std::string touched() const {
    for (const auto& [path, file] : foreign_) {
      if (state_of(path) != file.state) return path;
    }
    return {};
  }

  // The same of its bytes, and of links.
  std::string changed() const {
    for (const auto& [path, file] : foreign_) {
      if (read(path) != file.bytes) return path;
    }
    const bool links = fs::is_symlink(out() + "/link") && fs::is_symlink(out() + "/linked");
    return links ? "" : "a link";
  }

 private:
  struct Foreign {
    std::string state;
    std::string bytes;
  };

  void write_foreign(const std::string& path, const std::string& bytes) {
    write(path, bytes);
    foreign_[path] = {state_of(path), bytes};
  }

  TemporaryFolder temporary_;
  std::map<std::string, Foreign> foreign_;
};

struct Outcomes {
  int refused = 0;
  int finished = 0;
  int removing = 0;
};

std::string run_forged(const std::string& out, const Files& wanted, bool all_targets) {
  Request request(paths_of(wanted));
  request.targets = {"cpp"};
  request.target_of.assign(request.paths.size(), 0);
  RunOptions options = Mode::write;
  options.all_targets = all_targets;
  return finish_run(OutputFolder::open(out, options, std::move(request)), wanted);
}

TEST_CASE("no manifest makes a run touch a file that no run has made") {
  const char* number = std::getenv("ERRPRESS_FORGED_MANIFESTS");
  const int rounds = number != nullptr ? std::atoi(number) : 10000;
  ForgedFolder folder;
  Forger forger(manifest_of(kEarlier));
  Outcomes outcomes;
  for (int round = 0; round < rounds; ++round) {
    const std::string manifest = forger.manifest();
    const Files& wanted = forger.below(4) == 0 ? kPlannedOverForeign : kPlanned;
    folder.reset(manifest);
    const std::string said = run_forged(folder.out(), wanted, forger.below(2) == 0);
    const std::string touched = folder.touched();
    CAPTURE(round);
    CAPTURE(manifest);
    CAPTURE(said);
    REQUIRE(touched == "");
    ++(said.starts_with("error: ") ? outcomes.refused : outcomes.finished);
    outcomes.removing += said.find("removed") != std::string::npos;
  }
  CHECK(folder.changed() == "");
  // Or the manifests do not try what they should.
  CHECK(outcomes.refused > rounds / 10);
  CHECK(outcomes.finished > rounds / 8);
  CHECK(outcomes.removing > rounds / 20);
  MESSAGE(rounds << " manifests: " << outcomes.refused << " refused, " << outcomes.finished
                 << " runs finished, of which " << outcomes.removing << " removed files of their own");
}

}  // namespace
}  // namespace errpress::output
