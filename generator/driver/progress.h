// Reports the progress of a pass to its caller; commands use it to draw a progress bar.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>
#include <thread>

namespace errpress::driver {

// Receives the name of the stage, such as "reading", and the number of articles that are done and in total. Only called
// from the thread that called the pass.
using ProgressCallback = std::function<void(std::string_view stage, std::size_t done, std::size_t total)>;

// Counts the steps of one stage across several threads and reports the count to the callback. Thread-safe.
class ProgressCounter {
 public:
  // `callback` and `stage` must outlive this object. The callback may be empty.
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
