#include "output/content.h"

#include <doctest/doctest.h>

#include <string>

namespace errpress::output {
namespace {

// As the shared library libxxhash says, which is built apart from the header that errpress includes.
TEST_CASE("a content is its size and its XXH3 hash") {
  CHECK(content_of("") == Content{0, 0x2d06800538d394c2});
  CHECK(content_of("page\n") == Content{5, 0xf00d13eadb8da6d9});
  CHECK(content_of(std::string(1000, 'a')) == Content{1000, 0xb3e7af627147db7c});
}

}  // namespace
}  // namespace errpress::output
