// A finding: one rule, one place, one message, and notes that name the other places it is about. Value types.
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
// Those that a run can fail on, in words: "error, warning or info".
std::string failing_severities();

// `location` is where the note points, in another article, this one or a registry; nothing for plain words.
// `claims` marks a note that points to a place which takes part in the conflict.
struct Note {
  std::string message;
  std::optional<corpus::Location> location;
  bool claims = false;
};

// Replacement of `location` by `text` that settles the finding.
struct Fix {
  corpus::Location location;
  std::string text;
};

struct Diagnostic {
  std::string_view rule;  // the rule's id, as in the rule table
  Severity severity = Severity::error;
  bool blocks_output = false;
  corpus::Location location;
  std::string message;  // lower case, no final full stop; says what is wrong and names the codes
  std::string label;    // a few words to stand beside the carets; may be empty
  std::vector<Note> notes;
  // All other places that the finding puts in doubt, so that printed pages can say so; reports show the notes only.
  std::vector<corpus::Location> disputed;
  // The places of findings like it that are not listed, because Findings keeps only so many, and what those dispute.
  std::vector<corpus::Location> unlisted;
  std::string help;  // what to do, where that is not plain; may be empty
  std::optional<Fix> fix;
};

// By file, place, then rule: the order of every report.
bool operator<(const Diagnostic& a, const Diagnostic& b);

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t blocking = 0;  // those of any severity that block output
  std::size_t at_or_above(Severity severity) const;
};

Counts count(const std::vector<Diagnostic>& diagnostics);

}  // namespace errpress::lint
