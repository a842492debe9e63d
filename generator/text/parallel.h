// Runs one function over many indices on several threads. The caller writes results into slots by index, so that what
// comes out does not depend on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace errpress::text {

// Calls `work(thread, begin, end)` for consecutive chunks that together cover [0, count), from `threads` (at least 1)
// threads at once; `thread` is 0 to threads - 1. Returns when all is done. `work` must not throw.
template <typename Work>
void parallel_chunks(std::size_t count, unsigned threads, std::size_t chunk, Work work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&](unsigned thread) {
    for (;;) {
      const std::size_t begin = next.fetch_add(chunk, std::memory_order_relaxed);
      if (begin >= count) return;
      work(thread, begin, std::min(begin + chunk, count));
    }
  };
  std::vector<std::jthread> others;
  for (unsigned thread = 1; thread < threads && thread * chunk < count; ++thread) others.emplace_back(run, thread);
  run(0);
}

}  // namespace errpress::text
