#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <new>
#include <vector>

namespace errpress::base {

TEST_CASE("every index is worked on once, whatever the threads and the chunks") {
  for (const std::size_t count : {0U, 1U, 7U, 100U}) {
    for (const unsigned threads : {1U, 2U, 5U}) {
      for (const std::size_t chunk : {1U, 3U, 200U}) {
        std::vector<std::atomic<int>> seen(count);
        parallel_chunks(count, threads, chunk, [&](unsigned thread, std::size_t begin, std::size_t end) {
          CHECK(thread < threads);
          for (std::size_t i = begin; i < end; ++i) ++seen[i];
        });
        for (const auto& times : seen) CHECK(times == 1);
      }
    }
  }
}

TEST_CASE("what the work throws on any thread comes out, and ends the rest") {
  for (const unsigned threads : {1U, 4U}) {
    std::atomic<std::size_t> done = 0;
    const auto work = [&](unsigned, std::size_t begin, std::size_t) {
      if (begin == 50) throw std::bad_alloc();
      ++done;
    };
    CHECK_THROWS_AS(parallel_chunks(1'000'000, threads, 1, work), std::bad_alloc);
    CHECK(done < 999'999);
  }
}

}  // namespace errpress::base
