// Runs a function over a range of indices on several threads. Callers store results by index, so that the output does
// not depend on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace errpress::base {

// Calls `work(thread, begin, end)` for consecutive chunks of size `chunk` that together cover [0, count), on `threads`
// (at least 1) threads; `thread` is 0 to threads - 1. If the system cannot create that many threads, fewer do the work.
// Returns when all work is done. If `work` throws, rethrows the first exception (std::bad_alloc, for example) after all
// threads have stopped.
template <typename Work>
void parallel_chunks(std::size_t count, unsigned threads, std::size_t chunk, Work work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::once_flag once;
  const auto run = [&](unsigned thread) noexcept {
    try {
      for (;;) {
        const std::size_t begin = next.fetch_add(chunk, std::memory_order_relaxed);
        if (begin >= count) return;
        work(thread, begin, std::min(begin + chunk, count));
      }
    } catch (...) {
      next.store(count, std::memory_order_relaxed);
      std::call_once(once, [&] { thrown = std::current_exception(); });
    }
  };
  {
    std::vector<std::jthread> others;
    try {
      for (unsigned thread = 1; thread < threads && thread * chunk < count; ++thread) others.emplace_back(run, thread);
    } catch (const std::system_error&) {
      // The system cannot create more threads; continue with those that exist.
    }
    run(0);
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace errpress::base
