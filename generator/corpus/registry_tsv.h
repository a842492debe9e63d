// Registries written as lines NAME <tab> CODE [<tab> KIND]; '#' starts a comment line, blank lines are passed over.
// CODE is decimal (also negative) or 0x hex. Lines end with LF or CR LF; a byte order mark may come first.
// Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/registry.h"

namespace errpress::corpus {

// The entries in their order, as views into `bytes`. The first line that is none of the above is the Error.
base::Result<std::vector<RegistryEntry>> read_tsv(std::string_view bytes, const std::string& path, FileId file);

}  // namespace errpress::corpus
