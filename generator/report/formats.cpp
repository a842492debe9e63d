#include "report/formats.h"

#include <vector>

#include "lint/words.h"
#include "report/json_report.h"
#include "report/text_report.h"

namespace errpress::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "for people: each place with its source line, carets and notes", write_text_report},
    {"json", "for programs: one document, one finding a line", write_json_report},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::string format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return lint::listed(names, "or");
}

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace errpress::report
