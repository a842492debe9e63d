// From the names in tags to keys and escapers, with the nearest name where there is none. Used by the compiler.
// Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "mustache/program.h"
#include "mustache/template.h"

namespace errpress::mustache {

// The NAME of escape.NAME in a strict template; nothing for other names, and in a lenient one.
std::optional<std::string_view> escaper_name(std::string_view name, TemplateMode mode);

// Errors of both functions have no place yet.
base::Result<Name> resolve_name(std::string_view name, const CompileOptions& options, std::vector<Key>& paths);
base::Result<const Escaper*> resolve_escaper(std::string_view name, const CompileOptions& options);

}  // namespace errpress::mustache
