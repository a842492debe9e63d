#include "corpus/registry_header.h"

#include <limits>
#include <optional>
#include <string>

#include "base/name.h"
#include "corpus/macro_lines.h"
#include "corpus/macro_values.h"

namespace errpress::corpus {

namespace {

bool can_be_error(std::string_view name) {
  const bool is_part_of_codes = name.starts_with("FACILITY_") || name.starts_with("SEVERITY_") ||
                                name.find("_SEVERITY_") != std::string_view::npos;
  return base::is_name(name) && !is_part_of_codes;
}

std::optional<std::uint32_t> to_code(std::optional<std::int64_t> value) {
  if (!value || *value < std::numeric_limits<std::int32_t>::min()) return std::nullopt;
  if (*value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

}  // namespace

std::vector<RegistryEntry> read_header(std::string_view bytes, FileId file) {
  const std::string source = without_comments(bytes);
  const std::vector<MacroLine> macros = find_macros(source);
  MacroValues values(source, macros);
  std::vector<RegistryEntry> entries;
  for (std::size_t i = 0; i < macros.size(); ++i) {
    const std::string_view name = macros[i].name.of(bytes);
    if (!can_be_error(name)) continue;
    if (const auto code = to_code(values.value(i))) entries.push_back({name, *code, {}, {file, macros[i].name}});
  }
  return entries;
}

}  // namespace errpress::corpus
