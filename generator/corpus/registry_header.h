// Reads registries that are C headers: every object-like macro whose value is a single 32-bit integer constant.
// Supported values: 13000L, __MSABI_LONG(13000), _HRESULT_TYPEDEF_(0x80004001), ((NTSTATUS)0xC0000001L), (-1),
// (WSABASEERR + 4), the name of another macro, and combinations of these. Pure functions, thread-safe.
//
// A header is not preprocessed, so that one file is enough and the result is the same on every system: all branches of
// a condition count except for #if 0 and #if 1, #undef removes a name, #include is ignored. A header does not say which
// constants are error codes: names that are certainly not (FACILITY_..., ..._SEVERITY_..., names that start with '_')
// are left out, all others are kept.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/registry.h"

namespace errpress::corpus {

// Returns the entries in the order of the file, as views of `bytes`; never fails. Takes time linear in the size of
// `bytes`.
std::vector<RegistryEntry> read_header(std::string_view bytes, FileId file);

}  // namespace errpress::corpus
