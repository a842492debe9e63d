#include "mustache/name_resolver.h"

#include <fmt/format.h>

#include <limits>
#include <string>
#include <vector>

#include "base/closest.h"

namespace errpress::mustache {

namespace {

constexpr std::string_view kEscapePrefix = "escape.";

std::vector<std::string_view> split_at_dots(std::string_view name) {
  std::vector<std::string_view> parts;
  for (std::size_t dot; (dot = name.find('.')) != std::string_view::npos; name.remove_prefix(dot + 1)) {
    parts.push_back(name.substr(0, dot));
  }
  parts.push_back(name);
  return parts;
}

base::Error unknown(std::string_view part, std::string_view name, const CompileOptions& options) {
  const std::string where = part == name ? std::string() : fmt::format(" in `{}`", name);
  return {fmt::format("unknown name `{}`{}{}", part, where, base::did_you_mean(part, options.keys.names()))};
}

}  // namespace

std::optional<std::string_view> escaper_name(std::string_view name, TemplateMode mode) {
  if (mode == TemplateMode::lenient || !name.starts_with(kEscapePrefix)) return std::nullopt;
  return name.substr(kEscapePrefix.size());
}

base::Result<Name> resolve_name(std::string_view name, const CompileOptions& options, std::vector<Key>& paths) {
  Name resolved{.path = static_cast<std::uint32_t>(paths.size())};
  if (name == ".") return resolved;
  if (escaper_name(name, options.mode)) {
    return base::Error{fmt::format("`{0}` is not a value; it selects an escaper in {{{{#{0}}}}}…{{{{/{0}}}}}", name)};
  }
  const std::vector<std::string_view> parts = split_at_dots(name);
  if (parts.size() > std::numeric_limits<std::uint16_t>::max()) return base::Error{"this name has too many dots"};
  std::vector<Key> keys;
  for (const std::string_view part : parts) {
    if (part.empty()) return base::Error{fmt::format("`{}` is not a name: a dot must separate two names", name)};
    const std::optional<Key> key = options.keys.find(part);
    if (!key && options.mode == TemplateMode::strict) return unknown(part, name, options);
    keys.push_back(key.value_or(kNoKey));
  }
  if (keys.size() == 1) return Name{.key = keys.front(), .size = 1};
  resolved.size = static_cast<std::uint16_t>(keys.size());
  paths.insert(paths.end(), keys.begin(), keys.end());
  return resolved;
}

base::Result<const Escaper*> resolve_escaper(std::string_view name, const CompileOptions& options) {
  std::vector<std::string_view> known;
  for (const Escaper& escaper : options.escapers) {
    if (escaper.name == name) return &escaper;
    known.push_back(escaper.name);
  }
  return base::Error{fmt::format("unknown escaper `{}`{}", name, base::did_you_mean(name, known))};
}

}  // namespace errpress::mustache
