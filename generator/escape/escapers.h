// The table of escapers, by the names that targets use: each makes the text of a value inert in one kind of output. All
// of them clean the text first (base/clean_text.h): invalid UTF-8 and control characters become U+FFFD, and white space
// is collapsed (except by `html`). The header of each escaper says in which places its output is safe. The table is
// constant; thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "mustache/escaper.h"

namespace errpress::escape {

// All escapers, in the order of the documentation.
std::span<const mustache::Escaper> escapers();

// The escaper with this name, or nullptr.
const mustache::Escaper* find_escaper(std::string_view name);

}  // namespace errpress::escape
