// Eight bytes of text looked at as one number, for the scans that run over every byte. A test of all eight leaves
// marks: the top bit of each byte that it is true for. Tests add, and what a byte carries over spoils the bytes behind
// it, so only the first mark of a word is sure, and only words without any mark are sure to have none. Pure,
// thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace errpress::base {

using EightBytes = std::uint64_t;

constexpr EightBytes in_each_byte(std::uint8_t byte) { return EightBytes{0x0101010101010101} * byte; }

inline constexpr EightBytes kMarks = in_each_byte(0x80);

// The first byte comes into the lowest bits on every machine. Compilers make it one load, GCC only where it is spelled
// out. Eight bytes must be there.
inline EightBytes load_eight(const char* bytes) {
  const auto byte = [bytes](int i) { return EightBytes{static_cast<std::uint8_t>(bytes[i])} << (8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

// Marks the bytes from `first` to `last`, both below 0x80; bytes from 0x80 on get any mark.
constexpr EightBytes mark_range(EightBytes word, std::uint8_t first, std::uint8_t last) {
  const EightBytes from_first = word + in_each_byte(static_cast<std::uint8_t>(0x80 - first));
  const EightBytes behind_last = word + in_each_byte(static_cast<std::uint8_t>(0x7F - last));
  return from_first ^ behind_last;
}

// Which of the eight bytes the first mark is in. `marks` has nothing but marks, and at least one.
constexpr std::size_t first_marked(EightBytes marks) { return static_cast<std::size_t>(std::countr_zero(marks)) / 8; }

}  // namespace errpress::base
