// Sixteen bytes of text looked at at once, for the scans that run over every byte. A test's result has one bit for each
// byte, that of the first byte lowest. With SSE2, which every x86-64 has, a test is a few instructions; elsewhere it is
// a loop. Pure, thread-safe.
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

// Sixteen bytes must be there.
class PortableSixteenBytes {
 public:
  explicit PortableSixteenBytes(const char* bytes) { std::memcpy(bytes_.data(), bytes, kSixteen); }

  SixteenBits equal(char c) const {
    return test([c](char byte) { return byte == c; });
  }
  // Both ends included, and both below 0x80.
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

  // What is not below `first` and then, counted from there, not above `last`: unsigned, so that bytes from 0x80 on
  // fail.
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

// Which of the sixteen bytes the first set bit is; `bits` has at least one.
constexpr std::size_t first_set(SixteenBits bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

}  // namespace errpress::base
