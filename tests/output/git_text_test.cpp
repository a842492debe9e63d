#include "output/git_text.h"

#include <doctest/doctest.h>

namespace errpress::output {
namespace {

TEST_CASE("CRLF becomes LF, and nothing else changes") {
  CHECK_FALSE(without_crlf(""));
  CHECK_FALSE(without_crlf("a\nb\r"));
  CHECK(without_crlf("\r\n") == "\n");
  CHECK(without_crlf("a\r\nb\r\n\r\nc\rd\n\r\r\ne") == "a\nb\n\nc\rd\n\r\ne");
}

TEST_CASE("texts are equal but for CRLF") {
  CHECK(equal_but_for_crlf("a\r\nb\n", "a\nb\r\n"));
  CHECK(equal_but_for_crlf("a\nb\n", "a\r\nb\r\n"));
  CHECK(equal_but_for_crlf("a", "a"));
  CHECK_FALSE(equal_but_for_crlf("a\r\nb\r\n", "a\nB\n"));
  CHECK_FALSE(equal_but_for_crlf("a\r", "a\n"));
  CHECK_FALSE(equal_but_for_crlf("a\r\n", "a"));
}

TEST_CASE("a conflict marker is seven signs at the start of a line") {
  CHECK(conflict_marker("<<<<<<< HEAD") == ConflictMarker::ours);
  CHECK(conflict_marker("|||||||") == ConflictMarker::base);
  CHECK(conflict_marker("=======") == ConflictMarker::theirs);
  CHECK(conflict_marker(">>>>>>> a b") == ConflictMarker::end);
  for (const std::string line :
       {"", "<<<<<<", "<<<<<<<<", " <<<<<<<", "<<<<<<<HEAD", "-------", "<<<<<=< x", "========"}) {
    CAPTURE(line);
    CHECK(conflict_marker(line) == ConflictMarker::none);
  }
}

// The two sides, each in brackets; "" if there is no conflict.
std::string sides(std::string_view text) {
  const auto found = conflict_sides(text);
  return found ? "[" + found->ours + "][" + found->theirs + "]" : "";
}

TEST_CASE("a conflict has two sides, and what surrounds it belongs to both") {
  CHECK(sides("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\nd") == "[a\nb\nd][a\nc\nd]");
  CHECK(sides("<<<<<<< HEAD\r\nb\r\n=======\r\n>>>>>>> topic") == "[b\r\n][]");
  CHECK(sides("<<<<<<< HEAD\n||||||| base\nx\n=======\ny\n>>>>>>> topic\n") == "[][y\n]");
  CHECK(sides("<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n-\n<<<<<<< a\n3\n=======\n4\n>>>>>>> b\n") ==
        "[1\n-\n3\n][2\n-\n4\n]");
}

TEST_CASE("a line that looks like a marker is text where it cannot be one") {
  CHECK(sides("T\n=======\n<<<<<<< a\n1\n=======\nT\n=======\n>>>>>>> b\n>>>>>>> b\n") ==
        "[T\n=======\n1\n>>>>>>> b\n][T\n=======\nT\n=======\n>>>>>>> b\n]");
}

TEST_CASE("a conflict has a start, a middle and an end") {
  CHECK(sides("").empty());
  CHECK(sides("Title\n=======\ntext\n").empty());
  CHECK(sides("<<<<<<< HEAD\n>>>>>>> topic\n").empty());
  CHECK(sides("<<<<<<< HEAD\n=======\n").empty());
  CHECK(sides("=======\n>>>>>>> topic\n<<<<<<< HEAD\n").empty());
  CHECK(sides("<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n").empty());
}

}  // namespace
}  // namespace errpress::output
