#include "report/block.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/printable.h"

namespace errpress::report {
namespace {

using base::printable;
using lint::Diagnostic;

constexpr std::size_t kMaxFindings = 16;
constexpr std::size_t kMaxNotes = 8;  // per finding; the JSON report has all of them
// A note with a longer message is shown below the excerpt instead of beside its mark.
constexpr std::size_t kMaxLabelColumns = 70;
constexpr std::uint32_t kMaxSharedLines = 3;
constexpr std::size_t kMaxQuotedColumns = 60;

constexpr std::string_view kLabelSeparator = "; ";

// Whether `label`, which may join several labels, contains `part` as one of them.
bool has_label(std::string_view label, std::string_view part) {
  while (label != part && !label.starts_with(std::string(part).append(kLabelSeparator))) {
    const std::size_t separator = label.find(kLabelSeparator);
    if (separator == std::string_view::npos) return false;
    label.remove_prefix(separator + kLabelSeparator.size());
  }
  return true;
}

// Whether `next`, which begins at or after `first`, belongs to the same place. `end` is where the findings of that
// place end so far.
bool is_near(Source& source, base::Span first, std::uint32_t end, base::Span next) {
  if (!source.contains(first) || !source.contains(next)) return first == next;
  const std::uint32_t line = source.line_of(first.begin);
  if (source.line_of(next.begin) == line) {
    const std::uint32_t stop = std::clamp(source.line_span(line).end, next.begin, next.end);
    const base::Span both = {first.begin, stop};
    return next.begin < end || base::count_columns(both.of(source.bytes()), kSharedColumns) <= kSharedColumns;
  }
  return next.begin < end && source.line_of(end) - line < kMaxSharedLines;
}

class BlockMaker {
 public:
  BlockMaker(std::span<const Diagnostic> diagnostics, SourceCache& sources) : file_(diagnostics.front().location.file) {
    for (const Diagnostic& diagnostic : diagnostics) findings_.push_back(&diagnostic);
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Diagnostic* a, const Diagnostic* b) { return a->severity > b->severity; });
    block_.source = sources.get(file_);
  }

  Block make() {
    for (const Diagnostic* finding : findings_) add_heading(*finding);
    const bool one_place = std::all_of(findings_.begin(), findings_.end(), [&](const Diagnostic* finding) {
      return finding->location == findings_.front()->location;
    });
    const bool one_heading = block_.headings.size() == 1;
    for (const Diagnostic* finding : findings_) {
      const bool needs_label = finding->label.empty() && !one_place && !one_heading;
      add_mark(finding->location, true, finding->severity, needs_label ? finding->rule : finding->label);
    }
    for (const Diagnostic* finding : findings_) add_blocks_output(*finding);
    for (const Diagnostic* finding : findings_) add_notes(*finding);
    for (const Diagnostic* finding : findings_) add_help(*finding);
    if (block_.marks.empty()) block_.source = nullptr;
    return std::move(block_);
  }

 private:
  void add_heading(const Diagnostic& diagnostic) {
    const bool known = std::any_of(block_.headings.begin(), block_.headings.end(), [&](const Diagnostic* heading) {
      return heading->rule == diagnostic.rule && heading->message == diagnostic.message;
    });
    if (!known) block_.headings.push_back(&diagnostic);
  }

  bool can_mark(const corpus::Location& location) const {
    return location.file == file_ && block_.source && block_.source->contains(location.span);
  }

  // Marks with equal spans are merged, and their labels joined.
  void add_mark(const corpus::Location& location, bool primary, lint::Severity severity, std::string_view label) {
    if (!can_mark(location)) return;
    const auto known = std::find_if(block_.marks.begin(), block_.marks.end(),
                                    [&](const Mark& mark) { return mark.span == location.span; });
    if (known == block_.marks.end()) {
      block_.marks.push_back({location.span, primary, severity, printable(label)});
      return;
    }
    const std::string text = printable(label);
    if (text.empty() || has_label(known->label, text)) return;
    if (!known->label.empty()) known->label += kLabelSeparator;
    known->label += text;
  }

  bool is_marked_primary(const corpus::Location& location) const {
    return std::any_of(block_.marks.begin(), block_.marks.end(),
                       [&](const Mark& mark) { return mark.primary && mark.span == location.span; });
  }

  void add_note(std::string_view rule, std::string message, std::optional<corpus::Location> location) {
    const auto known = find_note(message, location);
    if (known == block_.notes.end()) {
      block_.notes.push_back({"note", std::move(message), location, block_.headings.size() > 1 ? rule : ""});
    } else if (known->rule != rule) {
      known->rule = {};
    }
  }

  std::vector<BlockNote>::iterator find_note(std::string_view message, std::optional<corpus::Location> location) {
    return std::find_if(block_.notes.begin(), block_.notes.end(),
                        [&](const BlockNote& note) { return note.message == message && note.location == location; });
  }

  // Adds the note once per rule, so that every rule that blocks output is named.
  void add_blocks_output(const Diagnostic& diagnostic) {
    if (!diagnostic.blocks_output) return;
    const std::string_view rule = block_.headings.size() > 1 ? diagnostic.rule : "";
    const bool known =
        std::any_of(block_.notes.begin(), block_.notes.end(), [&](const BlockNote& note) { return note.rule == rule; });
    if (!known) block_.notes.push_back({"note", "blocks output", std::nullopt, rule});
  }

  void add_notes(const Diagnostic& diagnostic) {
    const std::size_t shown = std::min(diagnostic.notes.size(), kMaxNotes);
    for (const lint::Note& note : std::span(diagnostic.notes).first(shown)) {
      std::string message = printable(note.message);
      if (!note.location || !can_mark(*note.location)) {
        add_note(diagnostic.rule, std::move(message), note.location);
      } else if (is_marked_primary(*note.location)) {
        add_note(diagnostic.rule, std::move(message), std::nullopt);
      } else if (base::count_columns(message, kMaxLabelColumns) > kMaxLabelColumns) {
        add_mark(*note.location, false, diagnostic.severity, "");
        add_note(diagnostic.rule, std::move(message), note.location);
      } else {
        add_mark(*note.location, false, diagnostic.severity, message);
      }
    }
    if (const std::size_t rest = diagnostic.notes.size() - shown; rest > 0) {
      add_note(diagnostic.rule,
               fmt::format("{} more {} omitted; --format json shows all", rest, rest == 1 ? "note is" : "notes are"),
               std::nullopt);
    }
  }

  void add_help(const Diagnostic& diagnostic) {
    BlockNote help = {"help", printable(diagnostic.help), std::nullopt};
    if (help.message.empty() && diagnostic.fix && can_mark(diagnostic.fix->location)) {
      help.message = fix_text(*diagnostic.fix);
      help.location = elsewhere(diagnostic.fix->location);
    }
    const bool known = help.message.empty() || find_note(help.message, help.location) != block_.notes.end();
    if (!known) block_.notes.push_back(std::move(help));
  }

  // `location` if it is outside the marked lines.
  std::optional<corpus::Location> elsewhere(const corpus::Location& location) const {
    const Source& source = *block_.source;
    const std::uint32_t line = source.line_of(location.span.begin);
    const bool shown = std::any_of(block_.marks.begin(), block_.marks.end(),
                                   [&](const Mark& mark) { return source.line_of(mark.span.begin) == line; });
    return shown ? std::nullopt : std::optional(location);
  }

  std::string fix_text(const lint::Fix& fix) const {
    const std::string_view old_text = fix.location.span.of(block_.source->bytes());
    const std::string new_text = printable(fix.text);
    if (old_text.empty()) return fmt::format("insert \"{}\"", new_text);
    const bool quotable = base::count_columns(old_text, kMaxQuotedColumns) <= kMaxQuotedColumns;
    const std::string quoted = quotable ? fmt::format("\"{}\"", printable(old_text)) : "it";
    if (new_text.empty()) return fmt::format("remove {}", quoted);
    return fmt::format("replace {} with \"{}\"", quoted, new_text);
  }

  corpus::FileId file_;
  std::vector<const Diagnostic*> findings_;  // most severe first
  Block block_;
};

}  // namespace

std::size_t block_size(std::span<const Diagnostic> diagnostics, SourceCache& sources) {
  const corpus::Location first = diagnostics.front().location;
  const std::shared_ptr<Source> source = sources.get(first.file);
  std::uint32_t end = first.span.end;
  std::size_t size = 1;
  for (; size < diagnostics.size() && size < kMaxFindings; ++size) {
    const corpus::Location& next = diagnostics[size].location;
    if (next.file != first.file) break;
    if (source ? !is_near(*source, first.span, end, next.span) : first != next) break;
    end = std::max(end, next.span.end);
  }
  return size;
}

Block make_block(std::span<const Diagnostic> diagnostics, SourceCache& sources) {
  return BlockMaker(diagnostics, sources).make();
}

}  // namespace errpress::report
