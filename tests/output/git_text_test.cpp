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

TEST_CASE("a conflict has a start, a middle and an end") {
  CHECK(has_conflict("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\nd"));
  CHECK(has_conflict("<<<<<<< HEAD\r\n=======\r\n>>>>>>> topic"));
  CHECK(has_conflict("<<<<<<< HEAD\n||||||| base\nx\n=======\n>>>>>>> topic\n"));
  CHECK_FALSE(has_conflict(""));
  CHECK_FALSE(has_conflict("Title\n=======\ntext\n"));
  CHECK_FALSE(has_conflict("<<<<<<< HEAD\n>>>>>>> topic\n"));
  CHECK_FALSE(has_conflict("<<<<<<< HEAD\n=======\n"));
  CHECK_FALSE(has_conflict("=======\n>>>>>>> topic\n<<<<<<< HEAD\n"));
}

}  // namespace
}  // namespace errpress::output
