#include "report/text_report.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <iterator>

#include "base/printable.h"
#include "base/words.h"
#include "report/block.h"
#include "report/excerpt.h"
#include "report/palette.h"

namespace errpress::report {
namespace {

constexpr std::size_t kPieceSize = std::size_t{32} << 10;

class TextReport {
 public:
  TextReport(const ReportInput& input, const Sink& sink)
      : input_(input), sink_(sink), palette_(palette(input.options.colour)) {}

  void write() {
    std::size_t at = 0;
    for (std::size_t places = 0; at < input_.diagnostics.size() && places < input_.options.max_places; ++places) {
      const auto rest = input_.diagnostics.subspan(at);
      const std::size_t size = block_size(rest, input_.sources);
      append_block(make_block(rest.first(size), input_.sources));
      at += size;
      if (out_.size() >= kPieceSize) flush();
    }
    if (at < input_.diagnostics.size()) {
      out_ += fmt::format("... and {}; `errpress lint` shows all\n\n",
                          base::counted(input_.diagnostics.size() - at, "more finding", "more findings"));
    }
    append_styled(palette_.strong, summary_line(input_.articles, input_.counts));
    out_ += '\n';
    flush();
  }

 private:
  void flush() {
    sink_(out_);
    out_.clear();
  }

  void append_styled(std::string_view style, std::string_view text) {
    out_ += style;
    out_ += text;
    out_ += palette_.reset;
  }

  void append_block(const Block& block) {
    for (const lint::Diagnostic* heading : block.headings) append_heading(*heading);
    std::vector<ExcerptLine> lines;
    if (block.source) lines = plan_excerpt(*block.source, block.marks);
    const std::uint32_t digits = gutter_digits(lines);
    append_arrow(block.headings.front()->location, digits);
    if (block.source) append_excerpt(out_, *block.source, lines, digits, palette_);
    append_notes(block.notes, digits);
    out_ += '\n';
  }

  void append_heading(const lint::Diagnostic& heading) {
    append_styled(palette_.of(heading.severity),
                  fmt::format(FMT_COMPILE("{}[{}]"), lint::to_string(heading.severity), heading.rule));
    out_ += palette_.strong;
    out_ += ": ";
    base::append_printable(out_, heading.message);
    out_ += palette_.reset;
    out_ += '\n';
  }

  void append_arrow(const corpus::Location& location, std::size_t indent) {
    out_.append(indent, ' ');
    append_styled(palette_.frame, "-->");
    out_ += ' ';
    out_ += place_text(location);
    out_ += '\n';
  }

  // "path:line:column", or the path alone if the place no longer exists in the file.
  std::string place_text(const corpus::Location& location) {
    std::string text;
    base::append_printable(text, input_.files[location.file].path);
    if (const auto begin = input_.sources.begin(location)) {
      fmt::format_to(std::back_inserter(text), FMT_COMPILE(":{}:{}"), begin->line, begin->column);
    }
    return text;
  }

  // The place of a note. A registry is known by its name, and a row of it by its line.
  std::string note_place(const corpus::Location& location) {
    if (location.file < input_.articles) return place_text(location);
    std::string text;
    base::append_printable(text, input_.files[location.file].relative);
    if (const auto line = input_.sources.line(location)) {
      fmt::format_to(std::back_inserter(text), FMT_COMPILE(":{}"), *line);
    }
    return text;
  }

  // A place is shown on the line of its note if it fits, otherwise on the next one.
  void append_notes(const std::vector<BlockNote>& notes, std::size_t digits) {
    for (const BlockNote& note : notes) {
      const std::string place = note.location ? note_place(*note.location) : "";
      const std::size_t columns = digits + 3 + note_title(note).size() + 2 + base::count_columns(note.message);
      append_note(note, place, columns + 5 + base::count_columns(place) <= kReportWidth, digits);
    }
  }

  static std::string note_title(const BlockNote& note) {
    return note.rule.empty() ? std::string(note.kind) : fmt::format("{}[{}]", note.kind, note.rule);
  }

  void append_note(const BlockNote& note, const std::string& place, bool in_line, std::size_t digits) {
    out_.append(digits + 1, ' ');
    append_styled(palette_.frame, "=");
    out_ += ' ';
    append_styled(palette_.strong, note_title(note));
    out_ += ": ";
    out_ += note.message;
    if (!place.empty()) {
      if (!in_line) out_.append("\n").append(digits + 2, ' ');
      out_ += ' ';
      append_styled(palette_.frame, "-->");
      out_ += ' ';
      out_ += place;
    }
    out_ += '\n';
  }

  const ReportInput& input_;
  const Sink& sink_;
  const Palette& palette_;
  std::string out_;
};

}  // namespace

std::string summary_line(std::size_t articles, const lint::Counts& counts) {
  std::string line = base::counted(articles, "article", "articles") + ": ";
  std::string_view comma;
  const auto add = [&](std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 0) return;
    line += comma;
    line += base::counted(count, singular, plural);
    comma = ", ";
  };
  add(counts.errors, "error", "errors");
  add(counts.warnings, "warning", "warnings");
  add(counts.infos, "info", "infos");
  if (comma.empty()) return line + "no findings";
  if (counts.blocking == 0) return line;
  return line +
         fmt::format(" ({} output)", counts.blocking == 1 ? "1 blocks" : fmt::format("{} block", counts.blocking));
}

void write_text_report(const ReportInput& input, const Sink& sink) { TextReport(input, sink).write(); }

}  // namespace errpress::report
