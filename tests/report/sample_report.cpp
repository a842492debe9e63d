// Prints a JSON report of made-up findings with every feature and every issue: what schema_test.py judges.
#include <cstdio>
#include <string>

#include "report/json_report.h"
#include "report/report_fixture.h"

int main() {
  using namespace errpress;
  report::ReportFixture f;
  f.articles = 2;
  const auto file = f.add("a\xFF.txt", "ERROR_A - 1 (0x1)\n\n  • ERROR_B (2, 0x3)\n");
  const auto registry = f.add("windows.tsv", "ERROR_TWO\t2\n");
  const auto gone = f.files.add({"gone.txt", "gone.txt"});
  lint::Diagnostic& full = f.find("wrong-code", f.at(file, "2, 0x3"), "bad bytes \x80 and \x1B");
  full.notes = {{"2 is ERROR_TWO", f.at(registry, "ERROR_TWO")},
                {"words", std::nullopt},
                {"gone", corpus::Location{gone, {7, 8}}}};
  full.blocks_output = true;
  full.help = "write 9 (0x9)";
  full.fix = lint::Fix{f.at(file, ", 0x3"), ""};
  f.find("invalid-utf8", f.at(registry, "2"), "in a registry").severity = lint::Severity::warning;
  f.find("unreadable-file", {gone, {0, 0}}, "gone").severity = lint::Severity::info;
  f.find("wrong-code", {gone, {7, 9}}, "gone, and the place with it");
  const std::string report = f.write(report::write_json_report);
  return std::fwrite(report.data(), 1, report.size(), stdout) == report.size() ? 0 : 1;
}
