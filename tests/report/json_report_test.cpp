#include "report/json_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "report/formats.h"
#include "report/report_fixture.h"

namespace errpress::report {
namespace {

using Json = nlohmann::ordered_json;

TEST_CASE("no findings") {
  ReportFixture f;
  f.articles = 3;
  CHECK(f.write(write_json_report) ==
        "{\"version\":1,\"findings\":[\n],\"summary\":{\"articles\":3,\"errors\":0,\"warnings\":0,\"infos\":0,"
        "\"blocking\":0}}\n");
}

TEST_CASE("the whole document: one finding a line, keys in the order of the schema") {
  ReportFixture f;
  f.articles = 2;
  const auto file = f.add("a.txt", "ERROR_A - 1 (0x1)\n\n  • ERROR_B (2, 0x3)\n");
  const auto registry = f.add("windows.tsv", "# name\nERROR_TWO\t2\n");
  lint::Diagnostic& first = f.find("wrong-code", f.at(file, "2, 0x3"), "says \"2\"", "label");
  first.notes = {{"2 is ERROR_TWO", f.at(registry, "ERROR_TWO")}, {"words", std::nullopt}};
  first.help = "write 9 (0x9)";
  first.blocks_output = true;
  first.fix = lint::Fix{f.at(file, "0x3"), "0x2"};
  f.find("bad-table", f.at(registry, "name"), "second").severity = lint::Severity::warning;
  CHECK(f.write(write_json_report) == R"json({"version":1,"findings":[
{"rule":"wrong-code","severity":"error","blocks_output":true,"message":"says \"2\"","path":"a.txt","line":3,"column":14,"end_line":3,"end_column":20,"article":"ERROR_SAMPLE","notes":[{"message":"2 is ERROR_TWO","path":"windows.tsv","line":2,"column":1},{"message":"words","path":null,"line":null,"column":null},{"message":"help: write 9 (0x9)","path":null,"line":null,"column":null}],"fix":{"path":"a.txt","line":3,"column":17,"end_line":3,"end_column":20,"text":"0x2"}},
{"rule":"bad-table","severity":"warning","blocks_output":false,"message":"second","path":"windows.tsv","line":1,"column":3,"end_line":1,"end_column":7,"article":null,"notes":[],"fix":null}
],"summary":{"articles":2,"errors":1,"warnings":1,"infos":0,"blocking":1}}
)json");
}

TEST_CASE("columns are code points, tabs and wide characters count one") {
  ReportFixture f;
  const auto file = f.add("a.txt", "\t漢e\u0301• X\nlast");
  f.find("rule", f.at(file, "X\nlast"), "message");
  const Json finding = Json::parse(f.write(write_json_report))["findings"][0];
  CHECK(finding["line"] == 1);
  CHECK(finding["column"] == 7);
  CHECK(finding["end_line"] == 2);
  CHECK(finding["end_column"] == 5);
}

TEST_CASE("whatever bytes go in, plain ASCII that parses comes out") {
  ReportFixture f;
  const auto file = f.add("pa\xFFth\n.txt", "text\n");
  f.find("rule", f.at(file, "text"), "m\x80 \x1B[31m \u202E ’").notes = {{"n\xC0\xAF", std::nullopt}};
  f.findings[0].help = "h\xED\xA0\x80";
  f.findings[0].fix = lint::Fix{f.at(file, "text"), "\xF5"};
  const std::string report = f.write(write_json_report);
  CHECK(std::all_of(report.begin(), report.end(), [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; }));
  const Json finding = Json::parse(report)["findings"][0];
  CHECK(finding["path"] == "pa\uFFFDth\n.txt");
  CHECK(finding["message"] == "m\uFFFD \x1B[31m \u202E ’");
  CHECK(finding["notes"][0]["message"].get<std::string>().starts_with("n\uFFFD"));
  CHECK(finding["notes"][1]["message"].get<std::string>().starts_with("help: h\uFFFD"));
  CHECK(finding["fix"]["text"] == "\uFFFD");
}

TEST_CASE("places in a file that is gone are null, but for its start") {
  ReportFixture f;
  const auto gone = f.files.add({"gone.txt", "gone.txt"});
  const auto changed = f.add("changed.txt", "short");
  f.find("unreadable-file", {gone, {0, 0}}, "cannot be read");
  f.find("wrong-code", {changed, {90, 95}}, "changed").notes = {{"there", corpus::Location{gone, {5, 6}}}};
  const Json findings = Json::parse(f.write(write_json_report))["findings"];
  CHECK(findings[0]["line"] == 1);
  CHECK(findings[0]["end_column"] == 1);
  CHECK(findings[1]["path"] == "changed.txt");
  for (const char* key : {"line", "column", "end_line", "end_column"}) CHECK(findings[1][key].is_null());
  CHECK(findings[1]["notes"][0]["path"] == "gone.txt");
  CHECK(findings[1]["notes"][0]["line"].is_null());
}

TEST_CASE("the table of formats") {
  ReportFixture f;
  REQUIRE(formats().size() == 2);
  CHECK(f.write(find_format("text")->write) == "1 article: no findings\n");
  CHECK(Json::parse(f.write(find_format("json")->write))["version"] == 1);
  CHECK(find_format("yaml") == nullptr);
  CHECK(find_format("") == nullptr);
  CHECK(format_names() == "text or json");
}

TEST_CASE("a report arrives in pieces") {
  ReportFixture f;
  const auto file = f.add("a.txt", "text\n");
  for (int i = 0; i < 5000; ++i) f.find("rule", f.at(file, "text"), "message " + std::to_string(i));
  SourceCache sources(f.files, f.loader());
  std::size_t largest = 0;
  std::string all;
  write_json_report({f.findings, f.files, sources, 1, {5000, 0, 0}, {}, {}}, [&](std::string_view piece) {
    largest = std::max(largest, piece.size());
    all += piece;
  });
  CHECK(largest < 64 * 1024);
  CHECK(Json::parse(all)["findings"].size() == 5000);
  CHECK(Json::parse(all)["findings"][7]["article"].is_null());  // no function that names articles was given
}

}  // namespace
}  // namespace errpress::report
