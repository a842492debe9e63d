// A view as JSON: what `errpress view` prints, and the same tree that templates read. Pure functions, thread-safe.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "mustache/value.h"

namespace errpress::mustache {

// Fields keep their order; of two fields with one key the first counts, as it does for templates. `keys` is the table
// that the view was made with.
nlohmann::ordered_json to_json(const Value& value, const KeyTable& keys);

// The JSON text, indented by two spaces, without a final newline. Non-ASCII text stands as UTF-8; each byte that is not
// UTF-8 becomes U+FFFD.
std::string json_text(const Value& value, const KeyTable& keys);

}  // namespace errpress::mustache
