// Reads registries of lines NAME <tab> CODE [<tab> KIND]; '#' starts a comment line, blank lines are ignored. CODE is
// decimal (possibly negative) or 0x hex. Lines end with LF or CR LF; the file may start with a byte order mark.
// KIND is the family of the code; any text, but a file cannot have more than 1000 of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/registry.h"

namespace errpress::corpus {

// Returns the entries in order, as views of `bytes`, with kNoFamily if a line has no KIND. Each KIND is added to
// `families`. The first line of any other form is an Error.
base::Result<std::vector<RegistryEntry>> read_tsv(std::string_view bytes, const std::string& path, FileId file,
                                                  Families& families);

}  // namespace errpress::corpus
