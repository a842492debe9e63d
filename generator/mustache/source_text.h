// The text of one template or partial as it is compiled, and from an offset in it to the place that errors name.
// Const use is thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace errpress::mustache {

class SourceText {
 public:
  // Puts `indent`, which is blanks, before each line of `text` that is not empty.
  SourceText(std::string file, std::string text, std::string_view indent);

  const std::string& text() const { return text_; }
  // An error about the tag at `offset` of text(); line and column are those of the text without the indentation.
  base::Error error_at(std::size_t offset, std::string message) const;

 private:
  std::string file_;
  std::string text_;
  std::uint32_t indent_;  // bytes, which are code points too
};

}  // namespace errpress::mustache
