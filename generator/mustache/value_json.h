// Converts a view to JSON, as `errpress view` prints it: the same tree that templates render. Thread-safe for different
// sinks.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "mustache/value.h"

namespace errpress::mustache {

// Sends the JSON text to `sink` in pieces of about 64 KiB (a longer text without special characters is one piece),
// indented by two spaces a level, without a final newline. All lines but the first are indented by `level` more levels.
// Fields keep their order. If two fields have the same key, the first is used, as in templates. Non-ASCII text is
// written as UTF-8; each byte that is not UTF-8 becomes U+FFFD. `keys` must be the table that the view was built with.
void write_json(const Value& value, const KeyTable& keys, std::size_t level,
                const std::function<void(std::string_view)>& sink);

}  // namespace errpress::mustache
