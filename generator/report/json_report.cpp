#include "report/json_report.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace errpress::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kPieceSize = std::size_t{32} << 10;

// All but ASCII is escaped: a terminal that gets the report must not obey controls and bidi characters of an article.
std::string dump(const Json& value) { return value.dump(-1, ' ', true, Json::error_handler_t::replace); }

class JsonReport {
 public:
  JsonReport(const ReportInput& input, const Sink& sink) : input_(input), sink_(sink) {}

  void write() {
    out_ = "{\"version\":" + std::to_string(kVersion) + ",\"findings\":[";
    std::string_view separator = "\n";
    for (const lint::Diagnostic& diagnostic : input_.diagnostics) {
      out_ += separator;
      out_ += dump(finding(diagnostic));
      separator = ",\n";
      if (out_.size() >= kPieceSize) flush();
    }
    out_ += "\n],\"summary\":" + dump(summary()) + "}\n";
    flush();
  }

 private:
  void flush() {
    sink_(out_);
    out_.clear();
  }

  Json finding(const lint::Diagnostic& diagnostic) {
    const std::optional<Place> place = place_of(diagnostic.location);
    Json json = {{"rule", diagnostic.rule},
                 {"severity", lint::to_string(diagnostic.severity)},
                 {"blocks_output", diagnostic.blocks_output},
                 {"message", diagnostic.message},
                 {"path", path(diagnostic.location)},
                 {"line", nullptr},
                 {"column", nullptr},
                 {"end_line", nullptr},
                 {"end_column", nullptr},
                 {"article", article(diagnostic.location.file)},
                 {"notes", notes(diagnostic)},
                 {"fix", diagnostic.fix ? fix(*diagnostic.fix) : Json()}};
    set_range(json, place);
    return json;
  }

  Json notes(const lint::Diagnostic& diagnostic) {
    Json all = Json::array();
    for (const lint::Note& note : diagnostic.notes) {
      Json json = {{"message", note.message}, {"path", nullptr}, {"line", nullptr}, {"column", nullptr}};
      if (note.location) {
        json["path"] = path(*note.location);
        set_begin(json, place_of(*note.location));
      }
      all.push_back(std::move(json));
    }
    if (!diagnostic.help.empty()) {
      all.push_back(
          {{"message", "help: " + diagnostic.help}, {"path", nullptr}, {"line", nullptr}, {"column", nullptr}});
    }
    return all;
  }

  Json fix(const lint::Fix& fix) {
    Json json = {{"path", path(fix.location)}, {"line", nullptr},       {"column", nullptr},
                 {"end_line", nullptr},        {"end_column", nullptr}, {"text", fix.text}};
    set_range(json, place_of(fix.location));
    return json;
  }

  Json summary() const {
    return {{"articles", input_.articles},
            {"errors", input_.counts.errors},
            {"warnings", input_.counts.warnings},
            {"infos", input_.counts.infos},
            {"blocking", input_.counts.blocking}};
  }

  static void set_begin(Json& json, const std::optional<Place>& place) {
    if (!place) return;
    json["line"] = place->begin.line;
    json["column"] = place->begin.column;
  }

  static void set_range(Json& json, const std::optional<Place>& place) {
    set_begin(json, place);
    if (!place) return;
    json["end_line"] = place->end.line;
    json["end_column"] = place->end.column;
  }

  // The start of a file is known without reading it.
  std::optional<Place> place_of(const corpus::Location& location) {
    if (location.span == base::Span{}) return Place{};
    return input_.sources.place(location);
  }

  const std::string& path(const corpus::Location& location) const { return input_.files[location.file].path; }

  Json article(corpus::FileId file) const {
    const std::string_view name = input_.article_name ? input_.article_name(file) : std::string_view{};
    return name.empty() ? Json() : Json(name);
  }

  const ReportInput& input_;
  const Sink& sink_;
  std::string out_;
};

}  // namespace

void write_json_report(const ReportInput& input, const Sink& sink) { JsonReport(input, sink).write(); }

}  // namespace errpress::report
