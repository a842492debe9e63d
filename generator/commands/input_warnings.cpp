#include "commands/input_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/code.h"
#include "base/printable.h"
#include "base/words.h"
#include "commands/console.h"
#include "corpus/undeclared_family.h"

namespace errpress::commands {

namespace {

constexpr std::size_t kMostNamed = 3;

std::string not_understood(const std::string& path, const corpus::RegistryGaps::NotUnderstood& gap) {
  const bool is_one = gap.count == 1;
  const std::string names =
      fmt::format("{}{}", fmt::join(gap.first, ", "), gap.count > gap.first.size() ? ", ..." : "");
  return fmt::format("{}: {} like {} but {} no value that errpress can read: {}", path,
                     base::counted(gap.count, "macro looks", "macros look"), is_one ? "a code" : "codes",
                     is_one ? "has" : "have", names);
}

std::string contradiction(const driver::Sources& sources, const std::pair<std::size_t, std::size_t>& pair) {
  const corpus::RegistryEntry& first = sources.registry.entries()[pair.first];
  const corpus::RegistryEntry& second = sources.registry.entries()[pair.second];
  const std::string& path = sources.files[second.location.file].path;
  const bool same_file = first.location.file == second.location.file;
  const std::string where = same_file ? "above" : "in " + sources.files[first.location.file].path;
  return fmt::format("{}: {} is {}, but {} {}; both are accepted in the family {}", path, second.name,
                     base::format_code(second.code), base::format_code(first.code), where,
                     sources.registry.families().name(second.family));
}

std::string undeclared(const driver::Sources& sources, const driver::Analysis& analysis,
                       const corpus::UndeclaredFamily& folder) {
  const corpus::UndeclaredFamily::Example& example = folder.first.front();
  const corpus::ArticleSummary& article = analysis.index.articles()[example.file];
  const std::string path = folder.folder.empty() ? "." : std::string(folder.folder);
  return fmt::format(
      "{}: {} of {} have names that no registry has and numbers of other errors ({} is {} in {}, {} here): "
      "they look like another family; declare it in errpress.yaml with `corpus: [{{path: {}, family: NAME}}]`",
      path, folder.taken, base::counted(folder.titles, "title", "titles"), base::format_code(example.owner->code),
      example.owner->name, sources.registry.families().name(example.owner->family), article.name(), path);
}

}  // namespace

std::string undeclared_families_text(const driver::Sources& sources, const driver::Analysis& analysis) {
  std::string text;
  for (const auto& folder :
       corpus::find_undeclared_families(analysis.index.articles(), sources.files, sources.registry)) {
    text += "errpress: " + base::printable(undeclared(sources, analysis, folder)) + '\n';
  }
  return text;
}

void print_undeclared_families(const driver::Sources& sources, const driver::Analysis& analysis) {
  if (const std::string text = undeclared_families_text(sources, analysis); !text.empty()) print(stderr, text);
}

std::string registry_gaps_text(const driver::Sources& sources) {
  const corpus::RegistryGaps& gaps = sources.registry.gaps();
  std::string text;
  const auto add = [&](const std::string& line) { text += "errpress: " + base::printable(line) + '\n'; };
  for (const corpus::FileId file : gaps.empty) add(fmt::format("{}: has no codes", sources.files[file].path));
  for (const auto& gap : gaps.not_understood) add(not_understood(sources.files[gap.file].path, gap));
  const std::size_t named = std::min(gaps.contradictory.size(), kMostNamed);
  for (std::size_t i = 0; i < named; ++i) add(contradiction(sources, gaps.contradictory[i]));
  if (const std::size_t more = gaps.contradictory.size() - named; more != 0) {
    add(base::counted(more, "more name has", "more names have") + " two codes in the registries");
  }
  return text;
}

void print_registry_gaps(const driver::Sources& sources) {
  if (const std::string text = registry_gaps_text(sources); !text.empty()) print(stderr, text);
}

}  // namespace errpress::commands
