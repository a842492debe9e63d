// Converts a view to JSON, as `errpress view` prints it: the same tree that templates render. Pure functions,
// thread-safe.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "mustache/value.h"

namespace errpress::mustache {

// Fields keep their order. If two fields have the same key, the first is used, as in templates. `keys` must be the
// table that the view was built with.
nlohmann::ordered_json to_json(const Value& value, const KeyTable& keys);

// The JSON text, indented by two spaces, without a final newline. Non-ASCII text is written as UTF-8; each byte that is
// not UTF-8 becomes U+FFFD.
std::string json_text(const Value& value, const KeyTable& keys);

}  // namespace errpress::mustache
