#include "output/output_folder.h"

#include <fmt/format.h>

#include <filesystem>
#include <new>

#include "output/private_folder.h"

namespace errpress::output {
namespace {

base::Status make_output_folder(const std::string& folder, bool& made) {
  std::error_code error;
  made = std::filesystem::create_directories(folder, error);
  if (error) return disk::disk_error("make the output folder", folder, error);
  return base::Done{};
}

// Up to five paths, and how many more there are.
std::string some_of(const std::vector<std::string_view>& paths) {
  constexpr std::size_t kShown = 5;
  std::string list;
  for (std::size_t i = 0; i < paths.size() && i < kShown; ++i) list.append(i == 0 ? "" : ", ").append(paths[i]);
  if (paths.size() > kShown) list += fmt::format(" and {} more", paths.size() - kShown);
  return list;
}

}  // namespace

bool Summary::up_to_date() const {
  return created.empty() && updated.empty() && removed.empty() && left_alone.empty() && in_the_way.empty() &&
         !manifest_changed;
}

base::Result<std::unique_ptr<OutputFolder>> OutputFolder::open(const std::string& folder, Mode mode,
                                                               std::vector<std::string> planned) {
  bool made = false;
  std::error_code error;
  std::unique_ptr<disk::Disk> disk;
  if (mode == Mode::write) {
    if (auto status = make_output_folder(folder, made); !status) return status.error();
  }
  if (mode == Mode::write || std::filesystem::exists(folder, error) || error) {
    auto opened = disk::open_disk(folder);
    if (!opened) return opened.error();
    disk = std::move(*opened);
  }
  auto result = open(std::move(disk), folder, mode, std::move(planned));
  if (result)
    (*result)->made_folder_ = made;
  else if (made)
    std::filesystem::remove(folder, error);
  return result;
}

base::Result<std::unique_ptr<OutputFolder>> OutputFolder::open(std::unique_ptr<disk::Disk> disk,
                                                               const std::string& shown, Mode mode,
                                                               std::vector<std::string> planned) {
  auto plan = Plan::make(std::move(planned));
  if (!plan) return plan.error();
  std::unique_ptr<OutputFolder> folder(new OutputFolder(std::move(disk), shown, mode, std::move(*plan)));
  if (auto status = folder->start(); !status) return status.error();
  return folder;
}

OutputFolder::OutputFolder(std::unique_ptr<disk::Disk> disk, const std::string& shown, Mode mode, Plan plan)
    : disk_(std::move(disk)),
      shown_(shown),
      mode_(mode),
      plan_(std::move(plan)),
      staging_(disk_.get(), plan_, snapshot_, shown_),
      outputs_(plan_.size()) {}

OutputFolder::~OutputFolder() {
  try {
    give_up();
  } catch (const std::bad_alloc&) {
    // What is left there the next run clears away.
  }
}

void OutputFolder::give_up() {
  if (committed_ || mode_ == Mode::check) return;
  if (staging_.used()) clear_temporary(*disk_);
  if (!made_private_ || !manifest_text_.empty()) return;
  // A run that wrote nothing leaves nothing behind.
  disk_->remove_file(kLockPath);
  disk_->remove_folder(kPrivateFolder);
  disk_.reset();
  std::error_code ignored;
  if (made_folder_) std::filesystem::remove(shown_, ignored);
}

base::Status OutputFolder::start() {
  if (mode_ == Mode::write) {
    if (auto status = take_over(); !status) return status;
  }
  if (auto status = load_manifest(); !status) return status;
  auto snapshot = take_snapshot(disk_.get(), plan_, match_manifest(), shown_);
  if (!snapshot) return snapshot.error();
  snapshot_ = std::move(*snapshot);
  if (auto status = check_places(); !status || mode_ == Mode::check) return status;
  // Whatever a run that was killed has left there.
  if (const auto error = clear_temporary(*disk_)) return disk::disk_error("clear", shown_path(kTemporaryFolder), error);
  return base::Done{};
}

// Makes `.errpress` and locks it.
base::Status OutputFolder::take_over() {
  disk::FileInfo seen;
  std::error_code error = disk_->look(kPrivateFolder, seen);
  if (!error && seen.kind == disk::Kind::none) {
    error = ensure_folder(*disk_, kPrivateFolder);
    made_private_ = !error;
  }
  if (error) return disk::disk_error("make the folder", shown_path(kPrivateFolder), error);
  if (seen.kind != disk::Kind::none && seen.kind != disk::Kind::folder) {
    return base::Error{"is not a folder, but errpress keeps its manifest in a folder of this name; move it away",
                       shown_path(kPrivateFolder)};
  }
  error = disk_->lock(kLockPath);
  if (error == std::errc::device_or_resource_busy) {
    return base::Error{"another errpress is writing to this folder; wait until it has ended, or choose another folder",
                       shown_};
  }
  if (error) return disk::disk_error("lock", shown_path(kLockPath), error);
  return base::Done{};
}

base::Status OutputFolder::load_manifest() {
  if (!disk_) return base::Done{};
  std::string bytes;
  const auto error = disk_->read(kManifestPath, bytes);
  if (error == std::errc::no_such_file_or_directory) return base::Done{};
  if (error) return disk::disk_error("read the manifest", shown_path(kManifestPath), error);
  manifest_text_ = bytes;
  manifest_content_ = content_of(bytes);
  auto parsed = Manifest::parse(std::move(bytes), shown_path(kManifestPath));
  if (!parsed) return parsed.error();
  old_ = std::move(*parsed);
  return base::Done{};
}

// Notes which outputs are ours already. Returns, for every planned folder, whether a file of ours has its name.
std::vector<bool> OutputFolder::match_manifest() {
  std::vector<bool> freed(plan_.folders().size(), false);
  const auto& lines = old_.lines();
  for (std::uint32_t line = 0; line < lines.size(); ++line) {
    if (const auto id = plan_.find(lines[line].path)) {
      Output& output = outputs_[*id];
      if (output.line_count++ == 0) output.first_line = line;
    } else if (const auto folder = plan_.find_folder(lines[line].path)) {
      freed[*folder] = true;
    }
  }
  return freed;
}

// What can be told before any bytes are known: a folder can never be replaced, other things only where they are ours.
base::Status OutputFolder::check_places() {
  std::vector<std::string_view> folders, others;
  for (const std::uint32_t id : plan_.sorted()) {
    const disk::Kind kind = snapshot_.files[id];
    const bool replaceable =
        kind == disk::Kind::none || kind == disk::Kind::file || (kind != disk::Kind::folder && outputs_[id].owned());
    if (replaceable) continue;
    outputs_[id].state = State::in_the_way;
    (kind == disk::Kind::folder ? folders : others).push_back(plan_.path(id));
  }
  if (mode_ == Mode::check) return base::Done{};
  if (!folders.empty()) {
    return base::Error{
        fmt::format("cannot write files where folders stand: {}; move them away, or choose another folder",
                    some_of(folders)),
        shown_};
  }
  if (!others.empty()) {
    return base::Error{fmt::format("cannot write over what errpress did not write: {}; move it away, or choose another "
                                   "folder",
                                   some_of(others)),
                       shown_};
  }
  return base::Done{};
}

base::Status OutputFolder::put(std::uint32_t id, std::string_view bytes) {
  Output& output = outputs_[id];
  if (output.state == State::in_the_way) return base::Done{};
  output.content = content_of(bytes);
  const disk::Kind kind = snapshot_.files[id];
  bool same = false;
  if (kind == disk::Kind::file) {
    if (const auto error = disk_->holds(plan_.path(id), bytes, same)) {
      output.state = State::failed;
      return disk::disk_error("read", shown_path(plan_.path(id)), error);
    }
  }
  if (same)
    output.state = State::unchanged;
  else if (kind != disk::Kind::none && !output.owned())
    output.state = State::in_the_way;
  else
    output.state = kind == disk::Kind::none ? State::created : State::updated;
  const bool writes = output.state == State::created || output.state == State::updated;
  if (!writes || mode_ == Mode::check) return base::Done{};
  auto status = staging_.write(id, bytes);
  if (!status) output.state = State::failed;
  return status;
}

bool OutputFolder::keep(std::uint32_t id, const Content& content) {
  Output& output = outputs_[id];
  if (snapshot_.files[id] != disk::Kind::file || output.line_count != 1) return false;
  if (old_.lines()[output.first_line].any || old_.lines()[output.first_line].hash != content.hash) return false;
  output.content = content;
  output.state = State::unchanged;
  return true;
}

base::Status OutputFolder::refusal() const {
  std::vector<std::string_view> paths;
  for (const std::uint32_t id : plan_.sorted()) {
    if (outputs_[id].state == State::in_the_way) paths.push_back(plan_.path(id));
  }
  if (paths.empty()) return base::Done{};
  const char* noun = paths.size() == 1 ? "file is" : "files are";
  return base::Error{
      fmt::format("{} {} in the way that errpress did not write: {}; move {} away, or choose another folder",
                  paths.size(), noun, some_of(paths), paths.size() == 1 ? "it" : "them"),
      shown_};
}

}  // namespace errpress::output
