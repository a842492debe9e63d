#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

namespace {

const std::string kTitle = "ERROR_X_A - 7 (0x7)";

// `page` with every `from` replaced.
std::string edited(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string on_page(std::string_view rule, std::string_view from, std::string_view to) {
  return found(rule, {{edited(page(kTitle, "  • ERROR_X_B (8): A text."), from, to)}});
}

}  // namespace

TEST_CASE("missing-message") {
  CHECK(on_page("missing-message", "The message.\n\n", "") ==
        "info a.txt:1 `ERROR_X_A - 7 (0x7)`: the article has no message\n"
        "  label: no message line follows\n");
  CHECK(on_page("missing-message", "The message.", "Another.") == "");
}

TEST_CASE("missing-section names all that the nearest template has and the article has not") {
  CHECK(on_page("missing-section", "Usage Context\n\nA sentence.\n\n", "") ==
        "info a.txt:1 `ERROR_X_A - 7 (0x7)`: the section Usage Context of the template `short` is missing\n"
        "  label: incomplete\n");
  CHECK(found("missing-section",
              {{kTitle + "\n\nM.\n\nTechnical Background\n\nA text.\n\nCommon Causes\n\nA text.\n"}}) ==
        "info a.txt:1 `ERROR_X_A - 7 (0x7)`: 9 of 11 sections of the template `long` are missing\n"
        "  label: incomplete\n"
        "  note: missing: Error Details, Real-World Context, Is This Error Critical?, How to Diagnose, How to Resolve, "
        "Developer Notes, Related Errors, FAQ and Summary\n");
  CHECK(found("missing-section", {{"Something else\n\nTechnical Meaning\n\nA text.\n"}}) == "");
}

TEST_CASE("missing-section keeps silent on a whole article, with an introduction or without") {
  CHECK(on_page("missing-section", "A sentence.", "Another.") == "");
  CHECK(on_page("missing-section", "Technical Meaning\n", "Introduction\n\nA sentence.\n\nTechnical Meaning\n") == "");
}

TEST_CASE("empty-section") {
  CHECK(on_page("empty-section", "  • ERROR_X_B (8): A text.\n", "") ==
        "warning a.txt:23 `Related Errors`: the section \"Related Errors\" is empty\n"
        "  label: nothing follows this heading\n"
        "  help: write the section, or delete its heading\n");
  CHECK(on_page("empty-section", "A sentence.", "Another.") == "");
}

TEST_CASE("duplicate-section is one finding for a kind, with the first places") {
  CHECK(on_page("duplicate-section", "Summary\n", "Frequently Asked Questions\n\nQ: Why?\n\nA: So.\n\nSummary\n") ==
        "warning a.txt:33 `Frequently Asked Questions`: the section FAQ occurs twice\n"
        "  label: the second one\n"
        "  note a.txt:27 `FAQ`: first here\n"
        "  help: join them under one heading\n");
  std::string many = page(kTitle, "");
  for (int i = 0; i < 9; ++i) many += "\nSummary\n\nA text.\n";
  CHECK(found("duplicate-section", {{many}}) ==
        "warning a.txt:37 `Summary`: the section Summary occurs 10 times\n"
        "  label: the second one\n"
        "  note a.txt:33 `Summary`: first here\n"
        "  note a.txt:41 `Summary`: again here\n"
        "  note a.txt:45 `Summary`: again here\n"
        "  note a.txt:49 `Summary`: again here\n"
        "  help: join them under one heading\n");
  CHECK(on_page("duplicate-section", "A sentence.", "Another.") == "");
}

TEST_CASE("unknown-section names the closest heading") {
  CHECK(on_page("unknown-section", "Usage Context", "Usage Contexts") ==
        "info a.txt:15 `Usage Contexts`: the dialect has no section \"Usage Contexts\"; did you mean `Usage Context`?\n"
        "  label: unknown heading\n"
        "  fix a.txt:15 `Usage Contexts`: Usage Context\n");
  CHECK(on_page("missing-section", "Usage Context", "Usage Contexts") == "");
  CHECK(on_page("unknown-section", "Usage Context", "## USAGE CONTEXT:") == "");
  CHECK(on_page("unknown-section", "Usage Context", "Historical Notes") ==
        "info a.txt:15 `Historical Notes`: the dialect has no section \"Historical Notes\"\n"
        "  label: unknown heading\n");
  CHECK(on_page("unknown-section", "A sentence.", "Another.") == "");
}

TEST_CASE("bad-date") {
  struct Row {
    std::string_view line;
    std::string_view finding;
  };
  const Row rows[] = {
      {"Updated: Feb 28, 2026", ""},
      {"Updated: 2024-02-29", ""},
      {"Updated: Feb 30, 2026",
       "warning a.txt:5 `Feb 30, 2026`: \"Feb 30, 2026\" is not a date\n"
       "  label: expected a date such as Feb 21, 2026\n"},
      {"Updated: 2025-02-29",
       "warning a.txt:5 `2025-02-29`: \"2025-02-29\" is not a date\n"
       "  label: expected a date such as Feb 21, 2026\n"},
      {"Updated:",
       "warning a.txt:5 `Updated:`: no date follows Updated:\n"
       "  label: expected a date such as Feb 21, 2026\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(on_page("bad-date", "Updated: Feb 21, 2026", row.line) == row.finding);
  }
}
