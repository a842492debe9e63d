// Content hashes: 64-bit XXH3 (xxhash.h), the same on all machines with the same byte order. Not cryptographic.
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace errpress::base {

// `seed` lets hashes be chained: hash_of(second, hash_of(first)).
std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0);
std::uint64_t hash_of(std::uint64_t number, std::uint64_t seed);

// Computes hash_of a text that is appended in pieces.
class RunningHash {
 public:
  RunningHash();
  void append(std::string_view bytes);
  // The hash of everything appended so far.
  std::uint64_t value() const;

 private:
  struct State;
  struct Delete {
    void operator()(State* state) const;
  };
  std::unique_ptr<State, Delete> state_;
};

}  // namespace errpress::base
