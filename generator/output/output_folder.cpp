#include "output/output_folder.h"

#include <chrono>
#include <filesystem>
#include <new>
#include <thread>
#include <utility>

#include "disk/files.h"
#include "output/commit.h"
#include "output/private_folder.h"
#include "output/refusal.h"

namespace errpress::output {
namespace {

constexpr std::chrono::milliseconds kLockInterval{20};  // between two attempts to get the lock

// A run that wrote nothing removes the folders that it made, so they may disappear while this run opens and locks them.
// Every attempt that fails for this reason means that another such run has ended.
constexpr int kMaxAttempts = 1000;

bool is_nothing(const std::string& path) {
  disk::FileInfo info;
  return !disk::working_folder().look(path, info) && info.kind == disk::Kind::none;
}

// Fails if a folder that does not exist cannot be made, because something else is on the way to it.
base::Status check_makeable(const std::string& folder) {
  std::filesystem::path above(folder);
  while (above.has_relative_path()) {
    above = above.parent_path();
    if (above.empty() || is_nothing(above.string())) continue;
    if (disk::is_folder(above.string())) break;
    return disk::disk_error("make the output folder", folder, std::make_error_code(std::errc::not_a_directory));
  }
  return base::Done{};
}

// Those of the folder and of the folders that contain it that do not exist, the innermost first.
std::vector<std::string> missing_folders(const std::string& folder) {
  std::vector<std::string> missing;
  for (std::filesystem::path path(folder); path.has_relative_path() && is_nothing(path.string());
       path = path.parent_path())
    missing.push_back(path.string());
  return missing;
}

// Removes the folders as far as they are empty.
void remove_made(const std::vector<std::string>& folders) {
  std::error_code ignored;
  for (const std::string& folder : folders) std::filesystem::remove(folder, ignored);
}

// Makes the folder if needed and opens it. `made` receives the folders that did not exist.
base::Result<std::unique_ptr<disk::Disk>> make_and_open(const std::string& folder, std::vector<std::string>& made) {
  for (int attempt = 1;; ++attempt) {
    std::error_code error;
    made = missing_folders(folder);
    std::filesystem::create_directories(folder, error);
    // It may exist when it is made, but not any more when the library looks whether it is a folder.
    if (error == std::errc::file_exists && attempt < kMaxAttempts && is_nothing(folder)) continue;
    if (error) {
      remove_made(made);
      return disk::disk_error("make the output folder", folder, error);
    }
    auto disk = disk::open_disk(folder);
    if (disk || attempt == kMaxAttempts || !is_nothing(folder)) return disk;
  }
}

}  // namespace

base::Result<std::unique_ptr<OutputFolder>> OutputFolder::open(const std::string& folder, const RunOptions& options,
                                                               Request request) {
  std::vector<std::string> made;
  std::unique_ptr<disk::Disk> disk;
  if (options.mode == Mode::write || !is_nothing(folder)) {
    auto opened = options.mode == Mode::write ? make_and_open(folder, made) : disk::open_disk(folder);
    if (!opened) return opened.error();
    disk = std::move(*opened);
  } else if (auto status = check_makeable(folder); !status) {
    return status.error();
  }
  return open(std::move(disk), folder, options, std::move(request), Origin{.by_path = true, .made = std::move(made)});
}

base::Result<std::unique_ptr<OutputFolder>> OutputFolder::open(std::unique_ptr<disk::Disk> disk,
                                                               const std::string& shown, const RunOptions& options,
                                                               Request request) {
  return open(std::move(disk), shown, options, std::move(request), Origin{});
}

base::Result<std::unique_ptr<OutputFolder>> OutputFolder::open(std::unique_ptr<disk::Disk> disk,
                                                               const std::string& shown, const RunOptions& options,
                                                               Request request, Origin origin) {
  Scope scope(request, options.all_targets);
  InputFiles inputs(std::move(request.inputs));
  auto plan = Plan::make(std::move(request));
  if (!plan) {
    remove_made(origin.made);
    return plan.error();
  }
  std::unique_ptr<OutputFolder> folder(
      new OutputFolder(std::move(disk), shown, options, std::move(scope), std::move(inputs), std::move(*plan)));
  folder->origin_ = std::move(origin);
  if (auto status = folder->start(); !status) return status.error();
  return folder;
}

OutputFolder::OutputFolder(std::unique_ptr<disk::Disk> disk, const std::string& shown, const RunOptions& options,
                           Scope scope, InputFiles inputs, Plan plan)
    : disk_(std::move(disk)),
      shown_(shown),
      options_(options),
      scope_(std::move(scope)),
      inputs_(std::move(inputs)),
      plan_(std::move(plan)),
      manifest_(shown_),
      outputs_(plan_, scope_, manifest_.old(), options_),
      staging_(disk_, plan_, snapshot_, shown_) {}

OutputFolder::~OutputFolder() {
  try {
    give_up();
  } catch (const std::bad_alloc&) {
    // The next run removes what is left there.
  }
}

void OutputFolder::give_up() {
  if (committed_ || options_.mode == Mode::check) return;
  if (interrupted_)
    empty_temporary(*disk_);
  else if (staging_.used())
    clear_temporary(*disk_);
  // A run that wrote nothing leaves no files.
  if (made_private_ && manifest_.text().empty()) {
    if (locked_) disk_->remove_file(kLockPath);  // without the lock, the file may be another run's
    disk_->remove_folder(kPrivateFolder);
  }
  disk_.reset();
  remove_made(origin_.made);
}

base::Status OutputFolder::start() {
  if (options_.mode == Mode::write) {
    if (auto status = lock_folder(); !status) return status;
    disk::FileInfo left;
    interrupted_ = !disk_->look(kTemporaryFolder, left) && left.kind == disk::Kind::folder;
  }
  if (auto status = look_around(); !status || options_.mode == Mode::check) return status;
  if (auto status = refuse_outputs(plan_, outputs_, shown_); !status) return status;
  // Remove what a killed run may have left there.
  if (const auto error = empty_temporary(*disk_)) return disk::disk_error("clear", shown_path(kTemporaryFolder), error);
  return base::Done{};
}

// Creates `.errpress` and locks it.
base::Status OutputFolder::lock_folder() {
  disk::FileInfo seen;
  std::error_code error = disk_->look(kPrivateFolder, seen);
  if (!error && seen.kind == disk::Kind::none) error = make_private();
  if (error) return disk::disk_error("make the folder", shown_path(kPrivateFolder), error);
  if (seen.kind != disk::Kind::none && seen.kind != disk::Kind::folder) {
    return base::Error{"is not a folder, but errpress keeps its manifest in a folder of this name; move it away",
                       shown_path(kPrivateFolder)};
  }
  error = lock();
  if (error == std::errc::device_or_resource_busy) {
    return base::Error{"another errpress is writing to this folder; wait until it has ended, or choose another folder",
                       shown_};
  }
  locked_ = !error;
  if (locked_) return base::Done{};
  if (!disk_->look(kLockPath, seen) && seen.kind != disk::Kind::none && seen.kind != disk::Kind::file) {
    return base::Error{"is not a regular file, but errpress keeps its lock in a file of this name; move it away",
                       shown_path(kLockPath)};
  }
  return disk::disk_error("lock", shown_path(kLockPath), error);
}

// Creates `.errpress`. If the output folder itself has been removed, makes and opens it again.
std::error_code OutputFolder::make_private() {
  std::error_code error = ensure_folder(*disk_, kPrivateFolder);
  for (int attempt = 1; error == std::errc::no_such_file_or_directory && origin_.by_path; ++attempt) {
    if (attempt == kMaxAttempts) return error;
    auto again = make_and_open(shown_, origin_.made);
    if (!again) return error;
    disk_ = std::move(*again);
    error = ensure_folder(*disk_, kPrivateFolder);
  }
  made_private_ = !error;
  return error;
}

// Takes the lock if it is free, in a new `.errpress` if a run that wrote nothing has removed the old one.
std::error_code OutputFolder::try_lock() {
  std::error_code error = disk_->lock(kLockPath);
  for (int attempt = 1; error == std::errc::no_such_file_or_directory && attempt < kMaxAttempts; ++attempt) {
    if ((error = make_private())) return error;
    error = disk_->lock(kLockPath);
  }
  return error;
}

// A disk without locking is not an error: most folders have only one writer.
std::error_code OutputFolder::lock() {
  const LockNotice& notice = options_.notice;
  std::error_code error = try_lock();
  // Polls instead of blocking: a blocking call would miss a signal that arrives just before it.
  while (error == std::errc::device_or_resource_busy && notice) {
    waited_ = true;
    if (!notice(LockState::busy)) return std::make_error_code(std::errc::interrupted);
    std::this_thread::sleep_for(kLockInterval);
    error = try_lock();
  }
  if (error != std::errc::no_lock_available) return error;
  return !notice || notice(LockState::unsupported) ? std::error_code() : std::make_error_code(std::errc::interrupted);
}

// Reads the manifest and finds out what exists at the planned paths.
base::Status OutputFolder::look_around() {
  if (disk_) {
    if (auto status = manifest_.load(*disk_, options_.take_over); !status) return status;
  }
  auto snapshot = take_snapshot(disk_.get(), plan_, outputs_.match_manifest(), shown_);
  if (!snapshot) return snapshot.error();
  snapshot_ = std::move(*snapshot);
  free_folders();
  outputs_.check_places(snapshot_);
  return base::Done{};
}

// A folder in place of a file counts as missing if it goes with the orphans in it.
void OutputFolder::free_folders() {
  for (std::uint32_t id = 0; id < plan_.size(); ++id) {
    if (snapshot_.files[id] != disk::Kind::folder) continue;
    const std::string path(plan_.path(id));
    if (holds_only_orphans(*disk_, manifest_.old(), plan_, scope_, inputs_, path, interrupted_))
      snapshot_.files[id] = disk::Kind::none;
  }
}

// The state of an output, given what exists at its path and `seen`.
State OutputFolder::state_of(const Output& output, Holding holding) const {
  const State state = outputs_.state_over(holding);
  return is_written(state) && state != State::created && inputs_.contains(output.seen) ? State::input : state;
}

base::Status OutputFolder::put(std::uint32_t id, std::string_view bytes) {
  Output& output = outputs_[id];
  if (is_refused(output.state)) return base::Done{};
  output.content = content_of(bytes);
  Holding holding = Holding::nothing;
  if (snapshot_.files[id] == disk::Kind::file) {
    const auto error =
        judge_file(*disk_, plan_.path(id), outputs_.lines_of(id), {output.content, bytes}, holding, output.seen);
    if (error) {
      output.state = State::failed;
      return disk::disk_error("read", shown_path(plan_.path(id)), error);
    }
  } else if (snapshot_.files[id] != disk::Kind::none) {
    holding = Holding::changed;
  }
  output.state = state_of(output, holding);
  if (!is_written(output.state) || options_.mode == Mode::check) return base::Done{};
  auto status = staging_.write(id, bytes);
  if (!status) output.state = State::failed;
  return status;
}

bool OutputFolder::keep(std::uint32_t id, const Content& content) {
  const auto lines = outputs_.lines_of(id);
  if (is_refused(outputs_[id].state) || snapshot_.files[id] != disk::Kind::file || lines.size() != 1 ||
      lines.front().hash != content.hash)
    return false;
  outputs_[id].content = content;
  outputs_[id].state = State::unchanged;
  return true;
}

std::uint64_t OutputFolder::own_lines() const {
  return scope_.all() ? 0 : scope_.hash_of_own(manifest_.text()).value_or(0);
}

base::Result<Summary> OutputFolder::finish() {
  auto orphans = disk_ ? find_orphans(*disk_, manifest_.old(), plan_, scope_, inputs_) : std::vector<Orphan>();
  if (options_.mode == Mode::check) {
    Summary summary = summarise(plan_, outputs_, orphans, manifest_.differs(outputs_.lines_after()));
    summary.manifest_damaged = manifest_.damaged();
    return summary;
  }
  if (interrupted_) {
    for (Orphan& orphan : orphans) orphan.removed = orphan.verdict == Verdict::gone;
  }
  Commit commit(*disk_, shown_, plan_, snapshot_, outputs_, orphans, manifest_, staging_);
  if (auto status = commit.run(); !status) {
    interrupted_ = interrupted_ || commit.began();
    return status.error();
  }
  committed_ = true;
  return summarise(plan_, outputs_, orphans, manifest_.changed());
}

}  // namespace errpress::output
