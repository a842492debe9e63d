// Reads registries that are C and C++ headers: every macro without parameters, enumerator and constant whose value is a
// 32-bit integer (see macro_values.h). Pure functions, thread-safe.
//
// A header is not preprocessed, so that the result is the same on every system (see header_definitions.h). All headers
// of a run are read together: a macro may use what another one defines. A header does not say which constants are error
// codes: names that are certainly not (FACILITY_..., ..._SEVERITY_..., names that start with '_') are left out, all
// others are kept.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/registry.h"

namespace errpress::corpus {

struct HeaderInput {
  std::string_view bytes;
  FileId file = 0;
};

struct HeaderContent {
  // In the order of the file, as views of its bytes. The family is that of the wrapper or cast around the value
  // (hresult for _HRESULT_TYPEDEF_(...), ((HRESULT)...) and HRESULT_FROM_WIN32(...)), else kNoFamily.
  std::vector<RegistryEntry> entries;
  // Macros that look like codes and have no value that could be read.
  std::vector<std::string_view> not_understood;
  // The headers from which entries without a family are made, each with the number of these entries.
  std::vector<std::pair<std::size_t, std::size_t>> builds_on;
};

// Returns the content of each header. Never fails. Takes time linear in the size of all headers.
std::vector<HeaderContent> read_headers(const std::vector<HeaderInput>& headers);

}  // namespace errpress::corpus
