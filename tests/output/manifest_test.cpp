#include "output/manifest.h"

#include <doctest/doctest.h>

#include <string>

namespace errpress::output {
namespace {

const std::string kAdvice =
    "; restore the file from version control, or delete it: then errpress takes over only files that already hold what "
    "it "
    "would write";

std::string fault_of(const std::string& text) {
  const auto manifest = Manifest::parse(text, "out/manifest");
  return manifest ? "" : to_string(manifest.error());
}

TEST_CASE("a manifest is printed and parsed to the same lines") {
  const std::vector<ManifestLine> lines = {
      {"a b.md", 0, true}, {"a b.md", 0x0123456789ABCDEF, false}, {"c", 1, false}, {"c", 2, false}};
  const std::string text =
      "errpress manifest 1\n"
      "----------------  a b.md\n"
      "0123456789abcdef  a b.md\n"
      "0000000000000001  c\n"
      "0000000000000002  c\n";
  CHECK(format_manifest(lines) == text);
  const auto manifest = Manifest::parse(text, "m");
  REQUIRE(manifest);
  CHECK(manifest.value().lines() == lines);
  CHECK(manifest.value().text() == text);
}

TEST_CASE("equal lines of a manifest are printed once") {
  CHECK(format_manifest({{"a", 1, false}, {"a", 1, false}}) == "errpress manifest 1\n0000000000000001  a\n");
  CHECK(format_manifest({}) == "errpress manifest 1\n");
}

TEST_CASE("a damaged manifest is one error with its line") {
  const std::string head = "errpress manifest 1\n";
  const std::string good = "0000000000000001  b\n";
  const std::string damaged =
      "out/manifest:3: the manifest is damaged: this is not a hash, two spaces and a path" + kAdvice;
  CHECK(fault_of(head) == "");
  CHECK(fault_of(head + good) == "");
  CHECK(fault_of("") == "out/manifest:1: this is not a manifest of errpress" + kAdvice);
  CHECK(fault_of("{}\n") == "out/manifest:1: this is not a manifest of errpress" + kAdvice);
  CHECK(fault_of("errpress manifest 1") == "out/manifest:1: the manifest is cut off here" + kAdvice);
  CHECK(fault_of(head + good + "0000000000000002  c") == "out/manifest:3: the manifest is cut off here" + kAdvice);
  for (const std::string line :
       {"<<<<<<< ours", "", "0000000000000002 c", "0000000000000002  ", "000000000000000g  c", "000000000000000A  c",
        "0000000000000002  /c", "0000000000000002  ../c", "0000000000000002  .errpress/c", "0000000000000002  c\r"}) {
    CAPTURE(line);
    CHECK(fault_of(head + good + line + "\n") == damaged);
  }
  const std::string order = "out/manifest:3: the manifest is damaged: this line is out of order" + kAdvice;
  CHECK(fault_of(head + good + "0000000000000002  a\n") == order);
  CHECK(fault_of(head + good + good) == order);
}

TEST_CASE("a manifest of another version is refused") {
  CHECK(
      fault_of("errpress manifest 2\nwhatever\n") ==
      "out/manifest:1: this manifest has version 2, and this errpress knows version 1; use the errpress that wrote it");
}

}  // namespace
}  // namespace errpress::output
