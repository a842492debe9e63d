// Reads a code that stands behind the name of an entry without the parentheses that belong around it: "NAME, 4: text",
// "NAME - 4 (0x4): text", "NAME [0x4]". Used by the reference parser. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/code.h"
#include "base/span.h"

namespace errpress::article {

// `code` has no number if what looks like a code is none (4294967296). `end` is the offset at which the description
// goes on, behind closing brackets.
struct LooseCode {
  base::Code code;
  std::uint32_t end = 0;
};

// Reads the code at the start of `description`, the text after a name. Nothing if the text does not start with a
// number, or if what follows makes it part of a sentence ("4 ways lead to it").
std::optional<LooseCode> read_loose_code(std::string_view source, base::Span description);

}  // namespace errpress::article
