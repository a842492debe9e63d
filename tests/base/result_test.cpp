#include "base/result.h"

#include <doctest/doctest.h>

using errpress::base::Error;

TEST_CASE("an error is its place and its message, as far as they are known") {
  CHECK(to_string(Error{"is wrong"}) == "is wrong");
  CHECK(to_string(Error{"is wrong", "a.yaml"}) == "a.yaml: is wrong");
  CHECK(to_string(Error{"is wrong", "a.yaml", 3}) == "a.yaml:3: is wrong");
  CHECK(to_string(Error{"is wrong", "a.yaml", 3, 9}) == "a.yaml:3:9: is wrong");
  CHECK(to_string(Error{"is wrong", "a.yaml", 0, 9}) == "a.yaml: is wrong");
}

TEST_CASE("whatever an error quotes, it is one printable line") {
  CHECK(to_string(Error{"no `a\n::error::b`", "\033[31m\n.yaml", 3}) ==
        "\u241B[31m\u240A.yaml:3: no `a\u240A::error::b`");
  CHECK(to_string(Error{"no `\u202E\xFF\u0085`"}) == "no `<U+202E>\uFFFD<U+0085>`");
}
