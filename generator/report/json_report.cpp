#include "report/json_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace errpress::report {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kPieceSize = std::size_t{32} << 10;
constexpr std::string_view kNowhere = R"(,"path":null,"line":null,"column":null)";

// A JSON string. Everything except ASCII is escaped: a terminal that shows the report must not interpret control and
// bidi characters from an article. The JSON library is used for strings only, because the destructors of its arrays and
// objects allocate memory.
std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

class JsonReport {
 public:
  JsonReport(const ReportInput& input, const Sink& sink) : input_(input), sink_(sink) {}

  void write() {
    out_ = "{\"version\":" + std::to_string(kVersion) + ",\"findings\":[";
    std::string_view separator = "\n";
    for (const lint::Diagnostic& diagnostic : input_.diagnostics) {
      out_ += separator;
      append_finding(diagnostic);
      separator = ",\n";
      if (out_.size() >= kPieceSize) flush();
    }
    out_ += "\n],\"summary\":";
    append_summary();
    out_ += "}\n";
    flush();
  }

 private:
  void flush() {
    sink_(out_);
    out_.clear();
  }

  void append_finding(const lint::Diagnostic& diagnostic) {
    out_ += fmt::format(R"({{"rule":{},"severity":{},"blocks_output":{},"message":{})", json_string(diagnostic.rule),
                        json_string(lint::to_string(diagnostic.severity)), diagnostic.blocks_output,
                        json_string(diagnostic.message));
    append_path(diagnostic.location);
    append_range(place_of(diagnostic.location));
    const std::string_view name =
        input_.article_name ? input_.article_name(diagnostic.location.file) : std::string_view{};
    out_ += fmt::format(R"(,"article":{},"notes":[)", name.empty() ? "null" : json_string(name));
    append_notes(diagnostic);
    out_ += R"(],"fix":)";
    diagnostic.fix ? append_fix(*diagnostic.fix) : void(out_ += "null");
    out_ += '}';
  }

  void append_notes(const lint::Diagnostic& diagnostic) {
    std::string_view separator;
    for (const lint::Note& note : diagnostic.notes) {
      out_ += fmt::format(R"({}{{"message":{})", separator, json_string(note.message));
      if (note.location) {
        append_path(*note.location);
        append_begin(place_of(*note.location));
      } else {
        out_ += kNowhere;
      }
      out_ += '}';
      separator = ",";
    }
    if (!diagnostic.help.empty()) {
      out_ += fmt::format(R"({}{{"message":{}{}}})", separator, json_string("help: " + diagnostic.help), kNowhere);
    }
  }

  void append_fix(const lint::Fix& fix) {
    out_ += fmt::format(R"({{"path":{})", json_string(path(fix.location)));
    append_range(place_of(fix.location));
    out_ += fmt::format(R"(,"text":{}}})", json_string(fix.text));
  }

  void append_summary() {
    out_ += fmt::format(R"({{"articles":{},"errors":{},"warnings":{},"infos":{},"blocking":{}}})", input_.articles,
                        input_.counts.errors, input_.counts.warnings, input_.counts.infos, input_.counts.blocking);
  }

  void append_path(const corpus::Location& location) {
    out_ += fmt::format(R"(,"path":{})", json_string(path(location)));
  }

  void append_begin(const std::optional<Place>& place) {
    out_ += place ? fmt::format(R"(,"line":{},"column":{})", place->begin.line, place->begin.column)
                  : R"(,"line":null,"column":null)";
  }

  void append_range(const std::optional<Place>& place) {
    append_begin(place);
    out_ += place ? fmt::format(R"(,"end_line":{},"end_column":{})", place->end.line, place->end.column)
                  : R"(,"end_line":null,"end_column":null)";
  }

  // The start of a file is known without reading it.
  std::optional<Place> place_of(const corpus::Location& location) {
    if (location.span == base::Span{}) return Place{};
    return input_.sources.place(location);
  }

  const std::string& path(const corpus::Location& location) const { return input_.files[location.file].path; }

  const ReportInput& input_;
  const Sink& sink_;
  std::string out_;
};

}  // namespace

void write_json_report(const ReportInput& input, const Sink& sink) { JsonReport(input, sink).write(); }

}  // namespace errpress::report
