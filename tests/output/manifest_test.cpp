#include "output/manifest.h"

#include <doctest/doctest.h>

#include <string>

namespace errpress::output {
namespace {

const std::string kAdvice =
    "; restore the file from version control, or run `errpress build --take-over`, which replaces the files that it "
    "would write and touches no others";
const std::string kHead = "errpress manifest 2\n";

std::string fault_of(const std::string& text) {
  const auto manifest = Manifest::parse(text, "out/manifest");
  return manifest ? "" : to_string(manifest.error());
}

// The manifest as it would be written again, or "error: " and what is wrong.
std::string repaired(const std::string& text) {
  const auto manifest = Manifest::parse(text, "out/manifest");
  return manifest ? format_manifest(manifest->lines()) : "error: " + to_string(manifest.error());
}

TEST_CASE("a manifest is printed and parsed to the same lines") {
  const std::vector<ManifestLine> lines = {{"a b.md", 0x0123456789ABCDEF, false, "cpp"},
                                           {"c", 1, false, "man"},
                                           {"c", 2, false},
                                           {"c", 2, false, "man"},
                                           {"d/.errpress-7.tmp", 0, true}};
  const std::string text =
      "errpress manifest 2\n"
      "0123456789abcdef cpp  a b.md\n"
      "0000000000000001 man  c\n"
      "0000000000000002  c\n"
      "0000000000000002 man  c\n"
      "----------------  d/.errpress-7.tmp\n";
  CHECK(format_manifest(lines) == text);
  const auto manifest = Manifest::parse(text, "m");
  REQUIRE(manifest);
  CHECK(manifest.value().lines() == lines);
  CHECK(manifest.value().text() == text);
}

TEST_CASE("equal lines of a manifest are printed once") {
  CHECK(format_manifest({{"a", 1, false}, {"a", 1, false}}) == kHead + "0000000000000001  a\n");
  CHECK(format_manifest({}) == kHead);
}

TEST_CASE("a manifest of version 1 is read: its lines have no target") {
  CHECK(repaired("errpress manifest 1\n0000000000000001  b  c\n0000000000000002  d\n") ==
        kHead + "0000000000000001  b  c\n0000000000000002  d\n");
}

TEST_CASE("a damaged manifest is one error with its line") {
  const std::string good = "0000000000000001 cpp  b\n";
  const std::string damaged =
      "out/manifest:3: the manifest is damaged: this is not a hash, a target and the path of an output" + kAdvice;
  CHECK(fault_of(kHead) == "");
  CHECK(fault_of(kHead + good) == "");
  CHECK(fault_of("") == "out/manifest:1: this is not a manifest of errpress" + kAdvice);
  CHECK(fault_of("{}\n") == "out/manifest:1: this is not a manifest of errpress" + kAdvice);
  CHECK(fault_of("errpress manifest 1") == "out/manifest:1: the manifest is cut off here" + kAdvice);
  CHECK(fault_of("errpress manifest\n") == "out/manifest:1: this is not a manifest of errpress" + kAdvice);
  CHECK(fault_of("errpress manifest x\n") ==
        "out/manifest:1: the manifest is damaged: this is not a version" + kAdvice);
  CHECK(fault_of(kHead + good + "0000000000000002  c") == "out/manifest:3: the manifest is cut off here" + kAdvice);
  for (const std::string line :
       {"", "0000000000000002 c", "0000000000000002  ", "0000000000000002 cpp ", "000000000000000g  c",
        "000000000000000A  c", "0000000000000002 c/d  c", "0000000000000002 \xC3\xA4  c", "<<<<<<<< eight"}) {
    CAPTURE(line);
    CHECK(fault_of(kHead + good + line + "\n") == damaged);
  }
}

TEST_CASE("no line is for a place that no output can have") {
  for (const std::string path : {"/c", "../c", "a/../../c", "C:c", "c\\d", "c\x01", "c\x1B[2J", ".errpress/c",
                                 ".git/config", "a/.git/config", ".GIT/config", ".errpress-7.tmp", "a//b", "a/"}) {
    CAPTURE(path);
    CHECK(
        fault_of(kHead + "0000000000000002  " + path + "\n").starts_with("out/manifest:2: the manifest is damaged: "));
    CHECK(fault_of(kHead + "0000000000000002 cpp  " + path + "\n")
              .starts_with("out/manifest:2: the manifest is damaged"));
  }
}

TEST_CASE("any content is allowed for the temporary files of errpress only") {
  for (const std::string path : {".errpress-0.tmp", "a/b/.errpress-4294967295.tmp"}) {
    CAPTURE(path);
    CHECK(fault_of(kHead + "----------------  " + path + "\n") == "");
  }
  for (const std::string path :
       {"Makefile", ".git/config", ".errpress-.tmp", ".errpress-1x.tmp", ".errpress-01.tmp", ".errpress-1.tmp.c",
        ".errpress-4294967296.tmp", ".errpress--1.tmp", ".git/.errpress-1.tmp", "../.errpress-1.tmp",
        "/.errpress-1.tmp", ".errpress/.errpress-1.tmp", "errpress-1.tmp", ".errpress-1.tmp/x", ".Errpress-1.tmp"}) {
    CAPTURE(path);
    CHECK(
        fault_of(kHead + "----------------  " + path + "\n").starts_with("out/manifest:2: the manifest is damaged: "));
  }
}

TEST_CASE("a manifest of a later version is refused") {
  CHECK(fault_of("errpress manifest 3\nwhatever\n") ==
        "out/manifest:1: this manifest has version 3, and this errpress knows versions 1 and 2; use the errpress that "
        "wrote it");
  CHECK(Manifest::is_of_later_version("errpress manifest 3\nwhatever\n"));
  CHECK(Manifest::is_of_later_version("errpress manifest 10\r\n"));
  for (const std::string text :
       {"errpress manifest 1\n", "errpress manifest 2\n", "errpress manifest x\n", "", "3\n"}) {
    CAPTURE(text);
    CHECK_FALSE(Manifest::is_of_later_version(text));
  }
}

TEST_CASE("a manifest with CRLF line ends is read") {
  CHECK(repaired("errpress manifest 2\r\n0000000000000001 cpp  a\r\n") == kHead + "0000000000000001 cpp  a\n");
}

TEST_CASE("lines out of order and lines that are there twice, as a merge leaves them, are read") {
  CHECK(repaired(kHead + "0000000000000002 cpp  b\n0000000000000001 cpp  a\n0000000000000002 cpp  b\n" + kHead +
                 "0000000000000001 cpp  b\n") ==
        kHead + "0000000000000001 cpp  a\n0000000000000001 cpp  b\n0000000000000002 cpp  b\n");
}

TEST_CASE("a conflict in a manifest gives the lines of both sides, and not those of their ancestor") {
  const std::string both = kHead +
                           "0000000000000001 cpp  a\n0000000000000002 cpp  b\n0000000000000003 cpp  b\n"
                           "0000000000000004 cpp  c\n";
  for (const std::string end : {"\n", "\r\n"}) {
    CAPTURE(end);
    const auto lines = [&](std::vector<std::string> all) {
      std::string text;
      for (const std::string& line : all) text += line + end;
      return text;
    };
    CHECK(repaired(lines({"errpress manifest 2", "0000000000000001 cpp  a", "<<<<<<< HEAD", "0000000000000002 cpp  b",
                          "=======", "0000000000000003 cpp  b", ">>>>>>> topic", "0000000000000004 cpp  c"})) == both);
    CHECK(repaired(lines({"errpress manifest 2", "0000000000000001 cpp  a", "<<<<<<< HEAD", "0000000000000002 cpp  b",
                          "||||||| 1234567", "0000000000000009 cpp  b", "<<<<<<<<< deeper", "whatever",
                          "=======", "0000000000000003 cpp  b", ">>>>>>> topic", "0000000000000004 cpp  c"})) == both);
  }
}

TEST_CASE("a conflict between versions of the manifest is read") {
  CHECK(repaired("<<<<<<< HEAD\nerrpress manifest 2\n0000000000000001 cpp  a\n=======\nerrpress manifest 1\n"
                 "0000000000000002  a\n>>>>>>> topic\n") == kHead + "0000000000000001 cpp  a\n0000000000000002  a\n");
}

TEST_CASE("conflict markers that do not belong together are damage") {
  const std::string line = "0000000000000001 cpp  a\n";
  const std::string lone = "the manifest is damaged: this conflict marker has no counterpart" + kAdvice;
  CHECK(fault_of(kHead + "=======\n" + line) == "out/manifest:2: " + lone);
  CHECK(fault_of(kHead + ">>>>>>> topic\n" + line) == "out/manifest:2: " + lone);
  CHECK(fault_of(kHead + "||||||| base\n" + line) == "out/manifest:2: " + lone);
  CHECK(fault_of(kHead + "<<<<<<< HEAD\n" + line + "<<<<<<< HEAD\n") == "out/manifest:4: " + lone);
  CHECK(fault_of(kHead + "<<<<<<< HEAD\n" + line + ">>>>>>> topic\n") == "out/manifest:4: " + lone);
  CHECK(fault_of(kHead + "<<<<<<< HEAD\n=======\n||||||| base\n" + line) == "out/manifest:4: " + lone);
  const std::string endless = "the manifest is damaged: a merge conflict has no end" + kAdvice;
  CHECK(fault_of(kHead + "<<<<<<< HEAD\n" + line) == "out/manifest:3: " + endless);
  CHECK(fault_of(kHead + "<<<<<<< HEAD\n||||||| base\n" + line) == "out/manifest:4: " + endless);
}

}  // namespace
}  // namespace errpress::output
