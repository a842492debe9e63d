// What is a name: look-up first, spelling second.
#include "claims/names.h"

#include "claims/prefixes.h"
#include "claims/sentences.h"

using namespace errpress::tests;
using errpress::claims::KnownNames;
using errpress::claims::Names;
using errpress::claims::Prefixes;

TEST_CASE("a name in wrong case is known in capitals, or has a prefix of the dialect") {
  const KnownNames known = is_known_name;
  const Names names(shipped_dialect(), known);
  for (const std::string_view word : {"ERROR_NOACcess", "ERROR_BUsy", "Error_Busy", "STATUS_Access", "error_busy"}) {
    CAPTURE(word);
    CHECK(names.is_misspelled(word));
  }
  for (const std::string_view word :
       {"ERROR_BUSY", "error_gone", "Error_a", "ERROR_code", "my_variable", "Some_Word"}) {
    CAPTURE(word);
    CHECK_FALSE(names.is_misspelled(word));
  }
}

TEST_CASE("a prefix that many names have makes a word a name") {
  Prefixes prefixes;
  for (int i = 0; i < 400; ++i) prefixes.add("ERROR_A");
  CHECK(prefixes.has_prefix("ERROR_NO"));
  prefixes.add("CACHE_A");
  prefixes.add("CACHE_B");
  CHECK_FALSE(prefixes.has_prefix("CACHE_C"));
  CHECK_FALSE(prefixes.has_prefix("MAX_PATH"));
  CHECK_FALSE(prefixes.has_prefix("ERROR_no"));
  CHECK_FALSE(prefixes.has_prefix("ERROR"));
  Prefixes few;
  few.add("ER_ONE");
  CHECK_FALSE(few.has_prefix("ER_TWO"));
  few.add("ER_TWO");
  CHECK(few.has_prefix("ER_THREE"));
}
