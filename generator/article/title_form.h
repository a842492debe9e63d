// The forms of titles of a house, as its dialect writes them: "{name} - {decimal} ({hex})". Const after parsing,
// thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/name_shape.h"

namespace errpress::article {

class TitleForm {
 public:
  // `text` has {name} once and may have {decimal}, {hex} (with "0x") and, at its end, {message}; anything else stands
  // for itself, and a blank for one or more blanks. Returns the form, or nothing and what is wrong with it in `fault`.
  static std::optional<TitleForm> parse(std::string_view text, std::string& fault);

  // Reads a trimmed line of this form; returns false if it has another. Sets the name, the code and the message of
  // `title`, also those that precede the part that does not match.
  bool read(std::string_view source, const NameShape& names, Title& title) const;

  // A title of this form, without a message. `negative`: the decimal is written as a signed number.
  std::string write(std::string_view name, std::uint32_t code, bool negative) const;
  // "NAME - DECIMAL (0xHEX)": the form as messages show it.
  std::string shown() const;

  const std::string& text() const { return text_; }
  bool has_decimal() const { return has(Part::decimal); }
  bool has_hex() const { return has(Part::hex); }
  bool has_message() const { return has(Part::message); }

 private:
  enum class Part : std::uint8_t { literal, name, decimal, hex, message };
  struct Piece {
    Part part = Part::literal;
    std::string literal;
  };
  bool has(Part part) const;
  template <typename Text>
  std::string joined(Text text) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace errpress::article
