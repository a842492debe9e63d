// Reports of random bytes with findings at random places: nothing crashes, nothing raw comes out, nothing gets lost.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "base/printable.h"
#include "report/json_report.h"
#include "report/report_fixture.h"
#include "report/text_report.h"

namespace errpress::report {
namespace {

// Pieces that are hard on excerpts, next to plain words.
const std::string kPieces[] = {"word ",
                               "ERROR_X ",
                               "\n",
                               "\r\n",
                               "\r",
                               "\t",
                               "\x80",
                               "\xE2\x80",
                               "\x1B[",
                               "•",
                               "漢字",
                               "e\u0301",
                               "\u202E",
                               "\u0301\u0301",
                               std::string(1, '\0'),
                               "\xF0\x9F\x98\x80",
                               std::string(150, 'x')};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }

  std::string text() {
    std::string text;
    for (std::uint32_t count = below(60); count > 0; --count) text += kPieces[below(std::size(kPieces))];
    return text;
  }

  // Mostly inside of a text of this size, and mostly short.
  base::Span span(std::size_t size) {
    const std::uint32_t begin = below(size + 2);
    return {begin, begin + below(below(4) == 0 ? size + 2 : 8)};
  }

 private:
  std::mt19937 engine_;
};

void add_findings(ReportFixture& f, Random& random) {
  const std::string text = random.text();
  const corpus::FileId file = f.add(fmt::format("a{}{}", f.files.size(), random.text()), text);
  for (std::uint32_t count = random.below(8); count > 0; --count) {
    lint::Diagnostic& finding =
        f.find("rule", {file, random.span(text.size())}, fmt::format("m{}", random.text()), random.text());
    finding.severity = static_cast<lint::Severity>(1 + random.below(3));
    for (std::uint32_t notes = random.below(4); notes > 0; --notes) {
      finding.notes.push_back(
          {random.text(), corpus::Location{random.below(f.files.size()), random.span(text.size())}});
    }
    if (random.below(2) == 0) finding.fix = lint::Fix{{file, random.span(text.size())}, random.text()};
  }
}

bool is_safe(std::string_view report) {
  for (std::size_t i = 0; i < report.size(); ++i) {
    const auto c = static_cast<unsigned char>(report[i]);
    if ((c < 0x20 && c != '\n') || c == 0x7F) return false;
    if (c == 0xC2 && static_cast<unsigned char>(report[i + 1]) < 0xA0) return false;  // C1
  }
  return report.find("\u202E") == std::string_view::npos;
}

TEST_CASE("reports of random bytes with findings at random places") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    ReportFixture f;
    for (std::uint32_t files = 1 + random.below(3); files > 0; --files) add_findings(f, random);
    std::stable_sort(f.findings.begin(), f.findings.end());

    const std::string text = f.write(write_text_report);
    REQUIRE(is_safe(text));
    REQUIRE(text.find("1 article: ") != std::string::npos);
    for (const lint::Diagnostic& finding : f.findings) {
      std::string heading = "[rule]: ";
      base::append_printable(heading, finding.message);
      REQUIRE(text.find(heading + "\n") != std::string::npos);
    }
    const auto json = nlohmann::json::parse(f.write(write_json_report));
    REQUIRE(json["findings"].size() == f.findings.size());
  }
}

}  // namespace
}  // namespace errpress::report
