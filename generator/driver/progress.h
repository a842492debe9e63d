// How far a pass has come, for whoever called it: a command draws a progress bar with it.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>
#include <thread>

namespace errpress::driver {

// Gets a word such as "reading", and how many of how many articles are done. Called from the thread that called the
// pass, and from no other.
using ProgressCallback = std::function<void(std::string_view stage, std::size_t done, std::size_t total)>;

// Counts the steps of one stage from several threads, and passes the count on. Thread-safe.
class ProgressCounter {
 public:
  // `stage` has to outlive this. The callback may be empty.
  ProgressCounter(const ProgressCallback& callback, std::string_view stage, std::size_t total)
      : callback_(callback), stage_(stage), total_(total), owner_(std::this_thread::get_id()) {}

  void add(std::size_t count) {
    const std::size_t done = done_.fetch_add(count, std::memory_order_relaxed) + count;
    if (callback_ && std::this_thread::get_id() == owner_) callback_(stage_, std::min(done, total_), total_);
  }

 private:
  const ProgressCallback& callback_;
  std::string_view stage_;
  std::size_t total_;
  std::atomic<std::size_t> done_{0};
  std::thread::id owner_;
};

}  // namespace errpress::driver
