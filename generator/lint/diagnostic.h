// A finding: one rule, one location, one message, and notes that point to other locations. Value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"

namespace errpress::lint {

enum class Severity : std::uint8_t { off, info, warning, error };

// "error", "warning", "info", "off".
std::string_view to_string(Severity severity);
std::optional<Severity> parse_severity(std::string_view word);
// Lists the severities that --fail-on accepts: "error, warning or info".
std::string failing_severities();

// `location` is what the note points to, in this article, another one or a registry; nullopt if the note is only text.
// `claims` marks a note that points to a claim that is part of the conflict.
struct Note {
  std::string message;
  std::optional<corpus::Location> location;
  bool claims = false;
};

// A location that a finding puts in doubt. `in_prose`: it is in a sentence, not a title, a field or a related error.
struct DisputedPlace : corpus::Location {
  DisputedPlace(corpus::Location location, bool is_in_prose = false)  // NOLINT: every location is one
      : Location(location), in_prose(is_in_prose) {}
  DisputedPlace(corpus::FileId in_file, base::Span at) : Location{in_file, at} {}
  bool in_prose = false;
  friend bool operator==(const DisputedPlace&, const DisputedPlace&) = default;
};

// Replacing `location` with `text` resolves the finding.
struct Fix {
  corpus::Location location;
  std::string text;
};

struct Diagnostic {
  std::string_view rule;  // the id of the rule
  Severity severity = Severity::error;
  bool blocks_output = false;
  corpus::Location location;
  bool in_prose = false;  // as in DisputedPlace
  std::string message;    // lower case, no final full stop; says what is wrong and names the codes
  std::string label;      // a few words to display next to the carets; may be empty
  std::vector<Note> notes;
  // The other locations that the finding puts in doubt, so that rendered pages can say so; reports show only the notes.
  std::vector<DisputedPlace> disputed;
  // The locations of further findings of the rule in this file that are not kept because of Findings::kMost, and the
  // locations that they put in doubt.
  std::vector<DisputedPlace> unlisted;
  std::string help;  // how to resolve it, if that is not obvious; may be empty
  std::optional<Fix> fix;
};

// Orders by file, span, rule and message: the order in every report.
bool operator<(const Diagnostic& a, const Diagnostic& b);

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t blocking = 0;  // findings of any severity that block output
  std::size_t at_or_above(Severity severity) const;
};

Counts count(const std::vector<Diagnostic>& diagnostics);

}  // namespace errpress::lint
