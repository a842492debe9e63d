// The escapers that a target can name: how a value's text becomes inert in one kind of output. All first clean the text
// (base/clean_text.h): invalid UTF-8 and control characters become U+FFFD, white space collapses (`html` alone keeps
// it). Each escaper's own header says where its output is safe. The table is constant; thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "mustache/escaper.h"

namespace errpress::escape {

// Every escaper there is, in the order in which they are documented.
std::span<const mustache::Escaper> escapers();

// The escaper of that name, or nullptr.
const mustache::Escaper* find_escaper(std::string_view name);

}  // namespace errpress::escape
