// The text of one template or partial as it is compiled, and the mapping from offsets in it to lines and columns for
// errors. Const use is thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace errpress::mustache {

class SourceText {
 public:
  // Inserts `indent`, which consists of blanks, before each line of `text` that is not empty.
  SourceText(std::string file, std::string text, std::string_view indent);

  const std::string& text() const { return text_; }
  // An error for the tag at `offset` in text(). Line and column refer to the text without the indentation.
  base::Error error_at(std::size_t offset, std::string message) const;

 private:
  std::string file_;
  std::string text_;
  std::uint32_t indent_;  // in bytes; the same number in code points, since blanks are ASCII
};

}  // namespace errpress::mustache
