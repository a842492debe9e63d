// Resolves the names in tags to keys and escapers; errors for unknown names suggest the nearest one. Used by the
// compiler. Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "mustache/program.h"
#include "mustache/template.h"

namespace errpress::mustache {

// The NAME in escape.NAME; nothing for other names, and nothing in a lenient template.
std::optional<std::string_view> escaper_name(std::string_view name, TemplateMode mode);

// The caller adds the place to the errors of both functions. Keys of a dotted name are appended to `paths`.
base::Result<Name> resolve_name(std::string_view name, const CompileOptions& options, std::vector<Key>& paths);
base::Result<const Escaper*> resolve_escaper(std::string_view name, const CompileOptions& options);

}  // namespace errpress::mustache
