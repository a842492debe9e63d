#include "article/head.h"

#include <fmt/format.h>

#include "sound.h"

using errpress::article::read_date;
using errpress::article::read_updated;
using namespace errpress::tests;

namespace {

std::string date_of(std::string_view text) {
  const auto date = read_date(text);
  return date ? fmt::format("{}-{}-{}", date->year, date->month, date->day) : "none";
}

}  // namespace

TEST_CASE("titles as they should be") {
  constexpr Case kCases[] = {
      {"ERROR_IPSEC_QM_POLICY_EXISTS - 13000 (0x32C8)", "title ERROR_IPSEC_QM_POLICY_EXISTS dec 13000 hex 0x32C8\n"},
      {"E_ACCESSDENIED - -2147024891 (0x80070005)", "title E_ACCESSDENIED dec -2147024891 hex 0x80070005\n"},
      {"STATUS_WAIT_63 - 63 (0x3F)", "title STATUS_WAIT_63 dec 63 hex 0x3F\n"},
      {"NTE_OP_OK - 0 (0x0)", "title NTE_OP_OK dec 0 hex 0x0\n"},
      {"NOERROR - 0 (0x0)", "title NOERROR dec 0 hex 0x0\n"},
      {"ERROR_ITERATED_DATA_EXCEEDS_64k - 194 (0xC2)", "title ERROR_ITERATED_DATA_EXCEEDS_64k dec 194 hex 0xC2\n"},
      {"ERROR_T  -\t1   (0x1)", "title ERROR_T dec 1 hex 0x1\n"},
      {"  ERROR_T - 1 (0x1)\t", "title ERROR_T dec 1 hex 0x1\n"},
      // Numbers that contradict each other are a finding, not a malformed title.
      {"ERROR_T - 1 (0x2)", "title ERROR_T dec 1 hex 0x2\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(dump_head(sound(example.input), example.input) == example.dump);
  }
}

TEST_CASE("malformed titles keep what can be made out") {
  constexpr Case kCases[] = {
      {"ERROR_T", "malformed title \"ERROR_T\" ERROR_T\n"},
      {"ERROR_T - 1 (0x123456789)", "malformed title \"ERROR_T - 1 (0x123456789)\" ERROR_T\n"},
      {"ERROR_T - 1 (2)", "malformed title \"ERROR_T - 1 (2)\" ERROR_T\n"},
      {"ERROR_T - one (0x1)", "malformed title \"ERROR_T - one (0x1)\" ERROR_T\n"},
      {"ERROR_T - 1 (0x1) and more", "malformed title \"ERROR_T - 1 (0x1) and more\" ERROR_T dec 1 hex 0x1\n"},
      {"ERROR_T - 1 (0x1), 2", "malformed title \"ERROR_T - 1 (0x1), 2\" ERROR_T\n"},
      {"1 (0x1)", "malformed title \"1 (0x1)\" dec 1 hex 0x1\n"},
      {"The error 5", "malformed title \"The error 5\" dec 5\n"},
      {"Updated: Feb 21, 2026", "malformed title \"Updated: Feb 21, 2026\"\n"},
      {"- 1 (0x1)", "malformed title \"- 1 (0x1)\" dec 1 hex 0x1\n"},
      {"\xFF\x01", "malformed title \"\xFF\\x01\"\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(dump_head(sound(example.input), example.input) == example.dump);
  }
}

TEST_CASE("odd titles are read where their meaning is certain") {
  constexpr std::string_view kBoth = " ERROR_T dec 1 hex 0x1\n";
  for (const std::string_view title :
       {"ERROR_T \u2013 1 (0x1)", "ERROR_T \u2014 1 (0x1)", "ERROR_T - 1 [0x1]", "ERROR_T - 1 \uFF080x1\uFF09",
        "ERROR_T \u2212 1 {0x1}", "ERROR_T - 1L (0x1)", "ERROR_T - 1 (0x1UL)", "ERROR_T: 1 (0x1)", "ERROR_T = 1, 0x1",
        "ERROR_T-1(0x1)", "ERROR_T - 1 (0x1", "ERROR_T - 1 (0x1).", "\u2022 ERROR_T - 1 (0x1)", "# ERROR_T - 1 (0x1)",
        "`ERROR_T` - 1 (0x1)", "**ERROR_T** (1 / 0x1)", "ERROR_T\u00A0- 1\u00A0(0x1)", "1 (0x1): ERROR_T",
        "Error code 1 (hex 0x1) ERROR_T"}) {
    CAPTURE(title);
    CHECK(dump_head(sound(title), title) == "odd title \"" + std::string(title) + "\"" + std::string(kBoth));
  }
  constexpr Case kCases[] = {
      {"ERROR_T - 1", "odd title \"ERROR_T - 1\" ERROR_T dec 1\n"},
      {"ERROR_T (0x1)", "odd title \"ERROR_T (0x1)\" ERROR_T hex 0x1\n"},
      {"0x80004001 E_NOTIMPL", "odd title \"0x80004001 E_NOTIMPL\" E_NOTIMPL hex 0x80004001\n"},
      {"EPERM - 1", "odd title \"EPERM - 1\" EPERM dec 1\n"},
      {"ERROR_T - 0x1 (1)", "odd title \"ERROR_T - 0x1 (1)\" ERROR_T dec 1 hex 0x1\n"},
      {"ERROR_T - 13730 (35A2)", "odd title \"ERROR_T - 13730 (35A2)\" ERROR_T dec 13730 hex 35A2\n"},
      {"ERROR_T - 16 (10)", "odd title \"ERROR_T - 16 (10)\" ERROR_T dec 16 hex 10\n"},
      {"ERROR_T \u2013 1 (0x2)", "odd title \"ERROR_T \u2013 1 (0x2)\" ERROR_T dec 1 hex 0x2\n"},
      {"E_FAIL - -2147467259", "odd title \"E_FAIL - -2147467259\" E_FAIL dec -2147467259\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(dump_head(sound(example.input), example.input) == example.dump);
  }
}

TEST_CASE("names have at most 200 bytes") {
  const std::string longest = "E_" + std::string(198, 'A');
  const std::string input = longest + " - 1 (0x1)";
  CHECK(dump_head(sound(input), input) == "title " + longest + " dec 1 hex 0x1\n");
  const std::string too_long = "E" + input;
  CHECK(dump_head(sound(too_long), too_long).find("malformed title \"" + too_long + "\"") == 0);
  CHECK(sound(too_long).title.name.empty());
}

TEST_CASE("what a head may lack") {
  constexpr Case kCases[] = {
      {"", ""},
      {"\n\t\n", ""},
      {"ERROR_T - 1 (0x1)\n\nUpdated: Feb 21, 2026\n\nSummary\n",
       "title ERROR_T dec 1 hex 0x1\nupdated \"Feb 21, 2026\" 2026-02-21\n"},
      {"ERROR_T - 1 (0x1)\n\nMessage.\n\nSummary\n", "title ERROR_T dec 1 hex 0x1\nmessage \"Message.\"\n"},
      {"ERROR_T - 1 (0x1)\n\nSummary\n\nUpdated: Feb 21, 2026\n", "title ERROR_T dec 1 hex 0x1\n"},
      {"Summary\n\nERROR_T - 1 (0x1)\n\nMessage.\n", ""},
      {"ERROR_T - 1 (0x1)\nUpdated:\n", "title ERROR_T dec 1 hex 0x1\nupdated \"\" (no date)\n"},
      {"ERROR_T - 1 (0x1)\nMessage.\nUpdated: Feb 30, 2026\n",
       "title ERROR_T dec 1 hex 0x1\nmessage \"Message.\"\nupdated \"Feb 30, 2026\" (no date)\n"},
      {"ERROR_T - 1 (0x1)\nUpdated - Feb 21, 2026\n",
       "title ERROR_T dec 1 hex 0x1\nmessage \"Updated - Feb 21, 2026\"\n"},
      {"ERROR_T - 1 (0x1)\n%1 {Application Error} $EFS : %s (0x%08lx) - x\nUpdated: 2026-02-21\n",
       "title ERROR_T dec 1 hex 0x1\nmessage \"%1 {Application Error} $EFS : %s (0x%08lx) - x\"\n"
       "updated \"2026-02-21\" 2026-02-21\n"},
  };
  for (const Case& example : kCases) {
    CAPTURE(example.input);
    CHECK(dump_head(sound(example.input), example.input) == example.dump);
  }
}

TEST_CASE("lines between message and first heading are kept before it") {
  const std::string_view input =
      "ERROR_T - 1 (0x1)\n\nMessage.\n\nSecond Line\n\nUpdated: Feb 21, 2026\n\nMore, 5 (0x5).\n\nUpdated: "
      "again\n\nSummary\n";
  CHECK(dump(sound(input), input, shipped_dialect()) == std::string(kHeadDump) +
                                                            "preamble\n"
                                                            "  paragraph \"Second Line\"\n"
                                                            "  paragraph \"More, 5 (0x5).\"\n"
                                                            "  paragraph \"Updated: again\"\n"
                                                            "section summary \"Summary\"\n");
}

TEST_CASE("dates are days of the calendar, written in one of two ways") {
  CHECK(date_of("Feb 21, 2026") == "2026-2-21");
  CHECK(date_of("February 21, 2026") == "2026-2-21");
  CHECK(date_of("May 1, 1999") == "1999-5-1");
  CHECK(date_of("Feb 05, 2026") == "2026-2-5");
  CHECK(date_of("Dec 31, 9999") == "9999-12-31");
  CHECK(date_of("Feb 29, 2024") == "2024-2-29");
  CHECK(date_of("2026-02-21") == "2026-2-21");

  CHECK(date_of("Feb 29, 2026") == "none");
  CHECK(date_of("Feb 0, 2026") == "none");
  CHECK(date_of("Apr 31, 2026") == "none");
  CHECK(date_of("2026-13-01") == "none");
  CHECK(date_of("2026-00-01") == "none");
}

TEST_CASE("what is nearly a date is none") {
  for (const std::string_view text : {"",
                                      "yesterday",
                                      "Feb",
                                      "Feb 21",
                                      "Feb 21 2026",
                                      "Feb 21,2026",
                                      "feb 21, 2026",
                                      "FEB 21, 2026",
                                      "Febr 21, 2026",
                                      "Sept 1, 2026",
                                      "21 Feb 2026",
                                      "Feb 21, 2026.",
                                      "Feb 21, 2026 ",
                                      "Feb  21, 2026",
                                      "Feb 121, 2026",
                                      "Feb 21, 20266",
                                      "Feb 21, 26",
                                      "Feb -1, 2026",
                                      "Feb 21, -999",
                                      "02/21/2026",
                                      "2026-2-21",
                                      "2026-02-1",
                                      "26-02-21",
                                      "2026-02-21T00:00",
                                      "2026",
                                      "2026-02",
                                      "2026-02-",
                                      "20260221",
                                      "2026--2-21"}) {
    CAPTURE(text);
    CHECK(date_of(text) == "none");
  }
}

TEST_CASE("the date line is told by its first word") {
  const std::string_view line = "Updated:  Feb 21, 2026";
  const auto updated = read_updated(line, {0, static_cast<std::uint32_t>(line.size())});
  REQUIRE(updated);
  CHECK(updated->span.of(line) == line);
  CHECK(updated->text.of(line) == "Feb 21, 2026");
  for (const std::string_view other : {"", "Updated", "updated: Feb 21, 2026", "Last Updated: Feb 21, 2026"}) {
    CAPTURE(other);
    CHECK_FALSE(read_updated(other, {0, static_cast<std::uint32_t>(other.size())}));
  }
}
