// A growing text buffer, into which pages are rendered. Its memory is reused from page to page. Not thread-safe: each
// thread needs its own.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace errpress::base {

class TextBuffer {
 public:
  using value_type = char;  // for std::back_inserter
  static constexpr std::size_t kShortSize = 8;

  TextBuffer() = default;
  explicit TextBuffer(std::string_view text) { append(text.data(), text.size()); }
  TextBuffer(const TextBuffer&) = delete;
  TextBuffer& operator=(const TextBuffer&) = delete;
  TextBuffer(TextBuffer&& other) noexcept
      : bytes_(std::move(other.bytes_)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  TextBuffer& operator=(TextBuffer&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }

  // `bytes` must not point into this buffer. Throws std::bad_alloc.
  void append(const char* bytes, std::size_t size) {
    if (size == 0) return;  // memcpy may not be given the null pointer of an empty text
    if (capacity_ - size_ < size) grow(size);
    std::memcpy(bytes_.get() + size_, bytes, size);
    size_ += size;
  }
  // Appends the first `size` bytes of `bytes`. Always copies kShortSize bytes, a constant that can be inlined: most
  // literals of a template are appended this way.
  void append_short(const std::array<char, kShortSize>& bytes, std::size_t size) {
    if (capacity_ - size_ < kShortSize) grow(kShortSize);
    std::memcpy(bytes_.get() + size_, bytes.data(), kShortSize);
    size_ += size;
  }
  void push_back(char c) {
    if (size_ == capacity_) grow(1);
    bytes_[size_++] = c;
  }
  TextBuffer& operator+=(std::string_view text) {
    append(text.data(), text.size());
    return *this;
  }
  TextBuffer& operator+=(char c) {
    push_back(c);
    return *this;
  }

  // clear() and shrink() keep the allocated memory.
  void clear() { size_ = 0; }
  void shrink(std::size_t size) {
    assert(size <= size_);
    size_ = size;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  char back() const { return bytes_[size_ - 1]; }
  char& operator[](std::size_t at) { return bytes_[at]; }
  char operator[](std::size_t at) const { return bytes_[at]; }
  bool ends_with(std::string_view text) const { return view().ends_with(text); }
  bool ends_with(char c) const { return size_ != 0 && back() == c; }

  // Valid until the buffer is modified.
  std::string_view view() const { return {bytes_.get(), size_}; }
  operator std::string_view() const { return view(); }

 private:
  static constexpr std::size_t kFirstCapacity = 128;

  void grow(std::size_t more) {
    const std::size_t capacity = std::max({kFirstCapacity, capacity_ * 2, size_ + more});
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ != 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace errpress::base
