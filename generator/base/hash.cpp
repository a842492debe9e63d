#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace errpress::base {

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::uint64_t hash_of(std::uint64_t number, std::uint64_t seed) {
  return XXH3_64bits_withSeed(&number, sizeof number, seed);
}

struct RunningHash::State {
  XXH3_state_t xxh3;
};

void RunningHash::Delete::operator()(State* state) const { delete state; }

RunningHash::RunningHash() : state_(new State) { XXH3_64bits_reset(&state_->xxh3); }

void RunningHash::append(std::string_view bytes) { XXH3_64bits_update(&state_->xxh3, bytes.data(), bytes.size()); }

std::uint64_t RunningHash::value() const { return XXH3_64bits_digest(&state_->xxh3); }

}  // namespace errpress::base
