#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kPage = page("ERROR_X_A - 7 (0x7)", "");

}  // namespace

TEST_CASE("invalid-utf8 is one finding for a file") {
  CHECK(found("invalid-utf8", {{kPage + "\xC3\xA9t\xE9 and \xFF\n"}}) ==
        "error a.txt:36 `\xE9`: the file is not UTF-8: 2 invalid bytes, the first 0xE9\n"
        "  label: the first is here\n"
        "  help: save the file as UTF-8\n");
  CHECK(found("invalid-utf8", {{kPage + "na\xC3\xAFve\n"}}) == "");
}

TEST_CASE("invalid-utf8 names the encoding, and the command that converts the file") {
  CHECK(found("invalid-utf8", {{kPage + "na\xEFve caf\xE9\n"}}) ==
        "error! a.txt:36 `\xEF`: the file is Windows-1252, not UTF-8: 2 bytes\n"
        "  label: the first is here\n"
        "  help: convert it with `iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW`\n");
  std::string little;
  for (const char c : kPage) little += {c, '\0'};
  CHECK(found("invalid-utf8", {{"\xFF\xFE" + little}}) ==
        "error! a.txt:1 `\xFF`: the file is UTF-16 (little endian), not UTF-8\n"
        "  label: byte order mark\n"
        "  help: convert it with `iconv -f UTF-16 -t UTF-8 FILE > NEW`\n");
  CHECK(found("invalid-utf8", {{little}}).find("iconv -f UTF-16LE -t UTF-8") != std::string::npos);
  std::string big;
  for (const char c : kPage) big += {'\0', c};
  CHECK(found("invalid-utf8", {{big}}).find("UTF-16 (big endian), not UTF-8") != std::string::npos);
  for (const std::string& text : {"\xFF\xFE" + little, little, big}) {
    for (const std::string_view rule : {"control-character", "untidy-text", "malformed-title", "missing-section"})
      CHECK(found(rule, {{text}}) == "");
  }
}

TEST_CASE("a file that is no text is one finding") {
  const std::string text(
      "\x7F"
      "ELF\x02\x01\x01\0\0\0\0\x03\0>\0\x01\xF0\xFF code",
      23);
  CHECK(found("invalid-utf8", {{text}}) ==
        "error! a.txt:1 ``: not text (control characters, invalid UTF-8): is this an article?\n");
  for (const std::string_view rule : {"control-character", "untidy-text", "malformed-title", "missing-section"})
    CHECK(found(rule, {{text}}) == "");
}

TEST_CASE("control-character names the first of a file") {
  CHECK(found("control-character", {{kPage + "a \x1B[31m and \x07 more\n"}}) ==
        "error a.txt:36 `\x1B`: 2 control characters in the text, the first U+001B (escape)\n"
        "  label: the first is here\n"
        "  help: delete all control characters\n");
  CHECK(found("control-character", {{kPage + "a \xC2\x9Bm\n"}}) ==
        "error a.txt:36 `\xC2\x9B`: 1 control character in the text, the first U+009B\n"
        "  label: here\n"
        "  help: delete all control characters\n");
  CHECK(found("control-character", {{kPage + "one\rtwo\n"}}) ==
        "error a.txt:36 `\r`: 1 control character in the text, the first U+000D (carriage return without line feed)\n"
        "  label: here\n"
        "  help: delete all control characters\n");
  CHECK(found("control-character", {{kPage + "a\tb\r\n"}}) == "");
}

TEST_CASE("untidy-text is one finding for each kind in a file") {
  CHECK(found("untidy-text", {{"\xEF\xBB\xBF" + kPage + "a\tb\tc\r\nd\r\ne"}}) ==
        "info a.txt:1 `\xEF\xBB\xBF`: the file starts with a byte order mark (U+FEFF)\n"
        "info a.txt:36 `\t`: 2 tabs in the text\n"
        "  label: the first\n"
        "info a.txt:36 `\r\n`: 2 lines end in CR LF\n"
        "  label: the first\n"
        "info a.txt:38 ``: the last line has no line end\n");
  CHECK(found("untidy-text", {{kPage}}) == "");
}

TEST_CASE("oversized-article") {
  CHECK(found("oversized-article", {{kPage + std::string(3 << 19, 'x') + "\n"}}) ==
        "warning a.txt:1 `ERROR_X_A - 7 (0x7)`: the article has 1.5 MiB of text, more than 1 MiB\n"
        "  help: is this file an article? others have a few KiB\n");
  CHECK(found("oversized-article", {{kPage}}) == "");
}

TEST_CASE("unreadable-file is made of the reason, and follows the configuration") {
  LintConfig config;
  const auto finding = unreadable_file(3, "is a folder", config);
  REQUIRE(finding);
  CHECK(finding->rule == "unreadable-file");
  CHECK(finding->severity == Severity::error);
  CHECK(finding->location == errpress::corpus::Location{3, {}});
  CHECK(finding->message == "cannot be read as an article: is a folder");
  CHECK(finding->blocks_output);

  REQUIRE(config.set_severity("unreadable-file", Severity::info));
  CHECK(unreadable_file(3, "is a folder", config)->severity == Severity::info);
  REQUIRE(config.set_severity("unreadable-file", Severity::off));
  CHECK_FALSE(unreadable_file(3, "is a folder", config));
}
