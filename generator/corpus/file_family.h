// The family of a registry that neither the configuration nor its own content assigns to one: by its file name.
// Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace errpress::corpus {

// Returns "win32" for ".../winerror.h", as a small table of well-known names says; for other files the lower-case file
// name without its ending ("house" for "sdk/House.h"), or the whole file name if nothing is left. The ending does not
// matter, because a table may be an excerpt of the header of that name.
std::string file_family(std::string_view path);

// Whether the table, and not the name of the file, says the family.
bool is_well_known_file(std::string_view path);

}  // namespace errpress::corpus
