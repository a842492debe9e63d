// Either a value or an Error: how the library returns failures of the environment (disk, configuration, usage).
// A problem in the articles themselves is never an Error but a lint::Diagnostic.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace errpress::base {

// `message` and `path` may contain keys, paths and arguments verbatim, with any bytes; to_string() makes them safe to
// print.
// `message` is lower case, without a final full stop, and says what is wrong and what would be right.
// `path` is the file concerned, or empty; `line` and `column` count from 1 (columns in code points), 0 means unknown.
struct Error {
  std::string message;
  std::string path = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// Formats as "path:line:column: message" without the parts that are unknown; printable (printable.h), on one line.
std::string to_string(const Error& error);

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value. Calling this on a failed result is a bug.
  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    assert(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace errpress::base
