// Tests sixteen bytes of text at once, for scans that process every byte. The result of a test has one bit per byte,
// the first byte in the lowest bit. With SSE2, which every x86-64 processor has, a test is a few instructions;
// elsewhere it is a loop. Pure, thread-safe.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace errpress::base {

using SixteenBits = std::uint32_t;  // the upper half is 0

inline constexpr std::uint32_t kSixteen = 16;
inline constexpr SixteenBits kAllSixteen = 0xFFFF;

// `bytes` must point to at least sixteen bytes.
class PortableSixteenBytes {
 public:
  explicit PortableSixteenBytes(const char* bytes) { std::memcpy(bytes_.data(), bytes, kSixteen); }

  SixteenBits equal(char c) const {
    return test([c](char byte) { return byte == c; });
  }
  // Both bounds are inclusive and must be below 0x80.
  SixteenBits in_range(char first, char last) const {
    return test([first, last](char byte) { return byte >= first && byte <= last; });
  }
  // ASCII letters of either case.
  SixteenBits letters() const {
    return test([](char byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'); });
  }

 private:
  template <typename Test>
  SixteenBits test(Test holds) const {
    SixteenBits bits = 0;
    for (std::size_t i = 0; i < kSixteen; ++i) bits |= SixteenBits{holds(bytes_[i])} << i;
    return bits;
  }

  std::array<char, kSixteen> bytes_;
};

#if defined(__SSE2__)
class SseSixteenBytes {
 public:
  explicit SseSixteenBytes(const char* bytes) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}

  SixteenBits equal(char c) const { return bits(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
  SixteenBits in_range(char first, char last) const { return in_range(bytes_, first, last); }
  SixteenBits letters() const { return in_range(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)), 'a', 'z'); }

 private:
  static SixteenBits bits(__m128i tested) { return static_cast<SixteenBits>(_mm_movemask_epi8(tested)); }

  // A byte is in range if, after subtracting `first`, it is at most `last - first`. The comparison is unsigned, so that
  // bytes from 0x80 on fail.
  static SixteenBits in_range(__m128i bytes, char first, char last) {
    const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    const __m128i width = _mm_set1_epi8(static_cast<char>(last - first));
    return bits(_mm_cmpeq_epi8(_mm_min_epu8(from_first, width), from_first));
  }

  __m128i bytes_;
};
using SixteenBytes = SseSixteenBytes;
#else
using SixteenBytes = PortableSixteenBytes;
#endif

// The index of the first set bit. `bits` must not be 0.
constexpr std::size_t first_set(SixteenBits bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

}  // namespace errpress::base
