#include "driver/source_spans.h"

namespace errpress::driver {

namespace {

void map_number(const article::PlainText& plain, base::Number& number) {
  if (number.written()) number.span = plain.to_source(number.span);
}

}  // namespace

void map_to_source(const article::PlainText& plain, corpus::ArticleSummary& summary) {
  summary.message_span = plain.to_source(summary.message_span);
  for (corpus::Claim& claim : summary.claims) {
    claim.span = plain.to_source(claim.span);
    if (!claim.name_span.empty()) claim.name_span = plain.to_source(claim.name_span);
    map_number(plain, claim.code.decimal);
    map_number(plain, claim.code.hex);
    if (!claim.fault_at.empty()) claim.fault_at = plain.to_source(claim.fault_at);
  }
}

void map_to_source(const article::PlainText& plain, std::vector<lint::Diagnostic>& diagnostics) {
  for (lint::Diagnostic& diagnostic : diagnostics) {
    const auto map = [&](corpus::Location& location) {
      if (location.file == diagnostic.location.file) location.span = plain.to_source(location.span);
    };
    for (lint::Note& note : diagnostic.notes) {
      if (note.location) map(*note.location);
    }
    for (corpus::Location& location : diagnostic.disputed) map(location);
    for (corpus::Location& location : diagnostic.unlisted) map(location);
    if (diagnostic.fix) map(diagnostic.fix->location);
    map(diagnostic.location);
  }
}

}  // namespace errpress::driver
