// Registries written as C headers: every object-like macro whose value is one integer constant of 32 bits. Known as
// values: 13000L, __MSABI_LONG(13000), _HRESULT_TYPEDEF_(0x80004001), ((NTSTATUS)0xC0000001L), (-1), (WSABASEERR + 4),
// another macro's name, and combinations of them. Pure functions, thread-safe.
//
// A header is read as text, not preprocessed, so that one file is enough and every system gives the same: all branches
// of a condition count but for #if 0 and #if 1, #undef takes a name away, #include does nothing. Whether a constant is
// an error's code the header does not say: what it certainly is not (FACILITY_..., ..._SEVERITY_..., names that start
// with '_') is left out, the rest is kept.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/registry.h"

namespace errpress::corpus {

// The entries in the order of the file, as views into `bytes`; any bytes give some. Takes time linear in their number.
std::vector<RegistryEntry> read_header(std::string_view bytes, FileId file);

}  // namespace errpress::corpus
