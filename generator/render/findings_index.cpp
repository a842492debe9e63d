#include "render/findings_index.h"

#include <algorithm>
#include <utility>

#include "lint/rules.h"

namespace errpress::render {

FindingsIndex::FindingsIndex(std::span<const lint::Diagnostic> diagnostics, std::size_t files) {
  std::vector<std::pair<corpus::FileId, Dispute>> found;
  for (const lint::Diagnostic& diagnostic : diagnostics) {
    const lint::Rule* rule = lint::find_rule(diagnostic.rule);
    if (rule == nullptr || !rule->disputes) continue;
    found.push_back(
        {diagnostic.location.file, {diagnostic.location.span, &diagnostic, true, true, diagnostic.in_prose}});
    for (const lint::DisputedPlace& place : diagnostic.disputed)
      found.push_back({place.file, {place.span, &diagnostic, false, true, place.in_prose}});
    for (const lint::DisputedPlace& place : diagnostic.unlisted)
      found.push_back({place.file, {place.span, &diagnostic, false, false, place.in_prose}});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second.span.begin) < std::pair(b.first, b.second.span.begin);
  });
  begins_.assign(files + 1, 0);
  disputes_.reserve(found.size());
  for (const auto& [file, dispute] : found) {
    ++begins_[file + 1];
    disputes_.push_back(dispute);
  }
  for (std::size_t file = 0; file < files; ++file) begins_[file + 1] += begins_[file];
}

std::span<const Dispute> FindingsIndex::of(corpus::FileId file) const {
  return std::span(disputes_).subspan(begins_[file], begins_[file + 1] - begins_[file]);
}

}  // namespace errpress::render
