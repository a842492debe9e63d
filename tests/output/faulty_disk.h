// A disk that asks the test before it does anything: the test can make a call fail, or do something to the tree first.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "disk/disk.h"

namespace errpress::output {

class FaultyDisk final : public disk::Disk {
 public:
  // Gets the call's name and its path (the target of a move). An error that it returns is what the call returns.
  using Hook = std::function<std::error_code(std::string_view call, std::string_view path)>;

  FaultyDisk(std::unique_ptr<disk::Disk> disk, Hook hook) : disk_(std::move(disk)), hook_(std::move(hook)) {}

  std::error_code list(std::string_view folder, disk::Listing& listing, disk::Links links) const override {
    const auto error = hook_("list", folder);
    return error ? error : disk_->list(folder, listing, links);
  }
  std::error_code look(std::string_view path, disk::FileInfo& seen, disk::Links links) const override {
    const auto error = hook_("look", path);
    return error ? error : disk_->look(path, seen, links);
  }
  std::error_code read(std::string_view path, std::string& bytes, const disk::ReadOptions& options) const override {
    const auto error = hook_("read", path);
    return error ? error : disk_->read(path, bytes, options);
  }
  std::error_code read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                            std::string& bytes) const override {
    const auto error = hook_("read part", path);
    return error ? error : disk_->read_part(path, offset, size, bytes);
  }
  std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const override {
    const auto error = hook_("holds", path);
    return error ? error : disk_->holds(path, bytes, same);
  }
  std::string folder_identity(std::string_view path) const override { return disk_->folder_identity(path); }
  std::error_code write_new(std::string_view path, std::string_view bytes) override {
    const auto error = hook_("write", path);
    return error ? error : disk_->write_new(path, bytes);
  }
  std::error_code append(std::string_view path, std::string_view bytes) override {
    const auto error = hook_("append", path);
    return error ? error : disk_->append(path, bytes);
  }
  std::error_code move(std::string_view from, std::string_view to, disk::Overwrite overwrite) override {
    const auto error = hook_("move", to);
    return error ? error : disk_->move(from, to, overwrite);
  }
  std::error_code make_folder(std::string_view path) override {
    const auto error = hook_("make", path);
    return error ? error : disk_->make_folder(path);
  }
  std::error_code remove_file(std::string_view path) override {
    const auto error = hook_("remove", path);
    return error ? error : disk_->remove_file(path);
  }
  std::error_code remove_folder(std::string_view path) override {
    const auto error = hook_("remove", path);
    return error ? error : disk_->remove_folder(path);
  }
  std::error_code lock(std::string_view path) override {
    const auto error = hook_("lock", path);
    return error ? error : disk_->lock(path);
  }

 private:
  std::unique_ptr<disk::Disk> disk_;
  Hook hook_;
};

}  // namespace errpress::output
