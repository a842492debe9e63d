// Tests of the entries of Related Errors: every form in the format's table, and every ReferenceFlaw.
#include "sound.h"

using namespace errpress::tests;

namespace {

std::string references_of(std::string_view lines) {
  const std::string source = std::string(kHead) + "Related Errors\n" + std::string(lines) + "\n";
  return dump_references(sound(source), source);
}

std::string body_of(std::string_view lines) {
  const std::string source = std::string(kHead) + "Related Errors\n" + std::string(lines) + "\n";
  return dump_body(sound(source), source, shipped_dialect());
}

void check(const Case& example) {
  CAPTURE(example.input);
  CHECK(references_of(example.input) == example.dump);
}

}  // namespace

TEST_CASE("forms of entries") {
  constexpr Case kCases[] = {
      {"  \u2022 ERROR_A (13002): Text.", "reference ERROR_A (13002) dec 13002: \"Text.\"\n"},
      {"- ERROR_A (13002, 0x32CA): Text.", "reference ERROR_A (13002, 0x32CA) dec 13002 hex 0x32CA: \"Text.\"\n"},
      {"- ERROR_A(13002, 0x32CA): Text.", "reference ERROR_A (13002, 0x32CA) dec 13002 hex 0x32CA: \"Text.\"\n"},
      {"- ERROR_A", "reference ERROR_A\n"},
      {"- ERROR_A: Text.", "reference ERROR_A: \"Text.\"\n"},
      {"- ERROR_A - Text.", "reference ERROR_A: \"Text.\"\n"},
      {"- ERROR_A Text.", "reference ERROR_A: \"Text.\"\n"},
      {"- ERROR_A (0x32CA)", "reference ERROR_A (0x32CA) hex 0x32CA\n"},
      {"- ERROR_A (0x80070005) - Text.", "reference ERROR_A (0x80070005) hex 0x80070005: \"Text.\"\n"},
      {"- E_FAIL (-2147467259, 0x80004005)",
       "reference E_FAIL (-2147467259, 0x80004005) dec -2147467259 hex 0x80004005\n"},
      {"- ERROR_A (13002 - 0x32CA): Text.", "reference ERROR_A (13002 - 0x32CA) dec 13002 hex 0x32CA: \"Text.\"\n"},
      {"- ERROR_A (13002 / 0x32CA)", "reference ERROR_A (13002 / 0x32CA) dec 13002 hex 0x32CA\n"},
      {"- ERROR_A (13002 (0x32CA)): Text.", "reference ERROR_A (13002 (0x32CA)) dec 13002 hex 0x32CA: \"Text.\"\n"},
      {"- ERROR_A ( 5 ) \u2013 Text.", "reference ERROR_A (5) dec 5: \"Text.\"\n"},
      {"- ERROR_A (5)\u2014Text.", "reference ERROR_A (5) dec 5: \"Text.\"\n"},
      {"* ERROR_A (5)", "reference ERROR_A (5) dec 5\n"},
      {"- EPERM (1): Text.", "reference EPERM (1) dec 1: \"Text.\"\n"},
      {"- ERROR_A (): Text.", "reference ERROR_A: \"Text.\"\n"},
      {"- ERROR_A:", "reference ERROR_A\n"},
      {"- ERROR_A (5) (6): Text.", "reference ERROR_A (5) dec 5: \"(6): Text.\" [loose code]\n"},
      // Lines without a bullet that start like an entry.
      {"ERROR_A (5): Text.", "reference ERROR_A (5) dec 5: \"Text.\"\n"},
      {"ERROR_A", "reference ERROR_A\n"},
      {"ERROR_A - Text.", "reference ERROR_A: \"Text.\"\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("odd entries say what is odd") {
  constexpr Case kCases[] = {
      {"- [Other error]: Text.", "reference \"[Other error]: Text.\": \"Text.\" [placeholder]\n"},
      {"- [Other error", "reference \"[Other error\" [placeholder]\n"},
      {"- []", "reference \"[]\" [placeholder]\n"},
      {"- No name here", "reference \"No name here\": \"No name here\" [no name]\n"},
      {"- : Text", "reference \": Text\": \"Text\" [no name]\n"},
      {"- 13002 (0x32CA): Text", "reference \"13002 (0x32CA): Text\": \"13002 (0x32CA): Text\" [no name]\n"},
      {"- EPERM is one", "reference \"EPERM is one\": \"EPERM is one\" [no name]\n"},
      {"- Eperm: one", "reference \"Eperm: one\": \"Eperm: one\" [no name]\n"},
      {"- ERROR_EFS_SERVER_NOT_TRusted (5)", "reference ERROR_EFS_SERVER_NOT_TRusted (5) dec 5 [mixed case]\n"},
      {"- error_a", "reference error_a [mixed case]\n"},
      {"- ERROR_A (some words): Text.", "reference ERROR_A (some words): \"Text.\" [words for code]\n"},
      {"- ERROR_A (5 in some systems)", "reference ERROR_A (5 in some systems) [words for code]\n"},
      {"- ERROR_A (4294967296)", "reference ERROR_A (4294967296) [bad code]\n"},
      {"- ERROR_A (1,234)", "reference ERROR_A (1,234) [bad code]\n"},
      {"- ERROR_A - 4 (0x4): Text.", "reference ERROR_A dec 4 hex 0x4: \"Text.\" [loose code]\n"},
      {"- ERROR_A = 4", "reference ERROR_A dec 4 [loose code]\n"},
      {"- ERROR_A [0x4]: Text.", "reference ERROR_A (0x4) hex 0x4: \"Text.\"\n"},
      {"- ERROR_A, 4: Text.", "reference ERROR_A dec 4: \"Text.\" [loose code]\n"},
      {"- ERROR_A, 4, 0x4: Text.", "reference ERROR_A dec 4 hex 0x4: \"Text.\" [loose code]\n"},
      {"- ERROR_A, 0x4 - Text.", "reference ERROR_A hex 0x4: \"Text.\" [loose code]\n"},
      {"- ERROR_A, error code 4: Text.", "reference ERROR_A dec 4: \"Text.\" [loose code]\n"},
      {"- ERROR_A; 4", "reference ERROR_A dec 4 [loose code]\n"},
      {"- EPERM, 1: Text.", "reference EPERM dec 1: \"Text.\" [loose code]\n"},
      {"- ERROR_A, 4 of them", "reference ERROR_A: \", 4 of them\"\n"},
      {"- ERROR_A, 4294967296: Text.", "reference ERROR_A: \", 4294967296: Text.\" [loose code]\n"},
      {"- ERROR_A\uFF084, 0x4\uFF09: Text.", "reference ERROR_A (4, 0x4) dec 4 hex 0x4: \"Text.\"\n"},
      {"- ERROR_A\u200B (4): Text.", "reference ERROR_A (4) dec 4: \"Text.\"\n"},
      {"- ERROR_A: 4 ways lead to it.", "reference ERROR_A: \"4 ways lead to it.\"\n"},
      {"- ERROR_A (4): 1) one", "reference ERROR_A (4) dec 4: \"1) one\"\n"},
      {"- ERROR_A: 4-5 tries.", "reference ERROR_A: \"4-5 tries.\"\n"},
      {"- ERROR_A: 4.5 seconds.", "reference ERROR_A: \"4.5 seconds.\"\n"},
      {"- ERROR_A: code 4", "reference ERROR_A dec 4 [loose code]\n"},
      {"- ERROR_A: 4 files are missing.", "reference ERROR_A: \"4 files are missing.\"\n"},
      {"- ERROR_A: 32-bit only", "reference ERROR_A: \"32-bit only\"\n"},
      {"- ERROR_A (20D8)", "reference ERROR_A (20D8) [bad code]\n"},
      {"- ERROR_A (5: Text.", "reference ERROR_A (5) dec 5: \"Text.\" [unclosed]\n"},
      {"- ERROR_A (170, 0xAA, HRESULT 0x800700AA): Text.",
       "reference ERROR_A (170, 0xAA, HRESULT 0x800700AA) dec 170 hex 0xAA: \"Text.\"\n"},
      {"- `ERROR_A` (5): Text.", "reference ERROR_A (5) dec 5: \"Text.\" [quoted]\n"},
      {"- **ERROR_A** (5): Text.", "reference ERROR_A (5) dec 5: \"Text.\" [quoted]\n"},
      {"- 'ERROR_A': Text.", "reference ERROR_A: \"Text.\" [quoted]\n"},
      {"- `ERROR_A (5): Text.", "reference \"`ERROR_A (5): Text.\": \"`ERROR_A (5): Text.\" [no name]\n"},
      {"- ERROR_A (5, ERROR_B: Text.", "reference ERROR_A: \"(5, ERROR_B: Text.\"\n"},
      {"- error_A (words)", "reference error_A (words) [mixed case]\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("entries glued together on one line") {
  constexpr Case kCases[] = {
      {"- ERROR_A(13860, 0x3624): text.ERROR_B(13859): more.",
       "reference ERROR_A (13860, 0x3624) dec 13860 hex 0x3624: \"text.\"\n"
       "reference ERROR_B (13859) dec 13859: \"more.\"\n"},
      {"- ERROR_A (1): text.ERROR_B (2): more.",
       "reference ERROR_A (1) dec 1: \"text.\"\nreference ERROR_B (2) dec 2: \"more.\"\n"},
      {"- ERROR_A(1)ERROR_B(2)ERROR_C(3)",
       "reference ERROR_A (1) dec 1\nreference ERROR_B (2) dec 2\nreference ERROR_C (3) dec 3\n"},
      {"ERROR_A(1): text!ERROR_B(-2)", "reference ERROR_A (1) dec 1: \"text!\"\nreference ERROR_B (-2) dec -2\n"},
      {"- [Other error].ERROR_B(2)",
       "reference \"[Other error].\": \".\" [placeholder]\nreference ERROR_B (2) dec 2\n"},
      // A name that follows the end of a sentence and is followed by a bracket or a colon begins an entry.
      {"- ERROR_A(1): text.ERROR_B: more.WSAEFAULT(10015): Bad.ERROR_C_dirty(3 / 0x3): c.EACCES: d",
       "reference ERROR_A (1) dec 1: \"text.\"\nreference ERROR_B: \"more.\"\n"
       "reference WSAEFAULT (10015) dec 10015: \"Bad.\"\n"
       "reference ERROR_C_dirty (3 / 0x3) dec 3 hex 0x3: \"c.\" [mixed case]\nreference EACCES: \"d\"\n"},
      {"- ERROR_A: text. ERROR_B: more! ERROR_C (3): c? ERROR_D (4) - d. WSAEFAULT (10014): e",
       "reference ERROR_A: \"text.\"\nreference ERROR_B: \"more!\"\nreference ERROR_C (3) dec 3: \"c?\"\n"
       "reference ERROR_D (4) dec 4: \"d.\"\nreference WSAEFAULT (10014) dec 10014: \"e\"\n"},
      {"- ERROR_A (1): text. ERROR_B (2)", "reference ERROR_A (1) dec 1: \"text.\"\nreference ERROR_B (2) dec 2\n"},
      {"- ERROR_A (1): text.ERROR_B (the usual one): more",
       "reference ERROR_A (1) dec 1: \"text.\"\nreference ERROR_B (the usual one): \"more\" [words for code]\n"},
      {"- ERROR_A (1): text\u3002ERROR_B (2): more",
       "reference ERROR_A (1) dec 1: \"text\u3002\"\nreference ERROR_B (2) dec 2: \"more\"\n"},
      // So does a name behind the comma that ends an entry without a description.
      {"- ERROR_A (1), ERROR_B (2), ERROR_C: text",
       "reference ERROR_A (1) dec 1\nreference ERROR_B (2) dec 2\nreference ERROR_C: \"text\"\n"},
      {"- ERROR_A, ERROR_B; ERROR_C", "reference ERROR_A\nreference ERROR_B\nreference ERROR_C\n"},
      // Names with nothing between them are split at the dialect's prefixes, and each is flagged as glued.
      {"- ERROR_ONEERROR_TWO", "reference ERROR_ONE [glued]\nreference ERROR_TWO [glued]\n"},
      {"ERROR_ONESTATUS_TWOERROR_THREE (3): text",
       "reference ERROR_ONE [glued]\nreference STATUS_TWO [glued]\nreference ERROR_THREE (3) dec 3: \"text\" "
       "[glued]\n"},
      {"- ERROR_ONEERROR_TWO(2)ERROR_THREE(3)",
       "reference ERROR_ONE [glued]\nreference ERROR_TWO (2) dec 2 [glued]\nreference ERROR_THREE (3) dec 3\n"},
      // A prefix inside a name, or a name in a description, does not start another entry.
      {"- ERROR_INTERNAL_ERROR_STATE", "reference ERROR_INTERNAL_ERROR_STATE\n"},
      {"- ERROR_A (1): text. ERROR_B (2) is another",
       "reference ERROR_A (1) dec 1: \"text. ERROR_B (2) is another\"\n"},
      {"- ERROR_A (1): text.ERROR_B is another", "reference ERROR_A (1) dec 1: \"text.ERROR_B is another\"\n"},
      {"- ERROR_A (1): text. ERROR_B is another", "reference ERROR_A (1) dec 1: \"text. ERROR_B is another\"\n"},
      {"- ERROR_A (1): text. NOTE: mind it", "reference ERROR_A (1) dec 1: \"text. NOTE: mind it\"\n"},
      {"- ERROR_A (1): text.NOTE: mind it", "reference ERROR_A (1) dec 1: \"text.NOTE: mind it\"\n"},
      {"- ERROR_A (1): text.Label: mind it", "reference ERROR_A (1) dec 1: \"text.Label: mind it\"\n"},
      {"- ERROR_A (1): text. ERROR_B::value", "reference ERROR_A (1) dec 1: \"text. ERROR_B::value\"\n"},
      {"- ERROR_A (1): as in lib.A_CALL(x) does", "reference ERROR_A (1) dec 1: \"as in lib.A_CALL(x) does\"\n"},
      {"- ERROR_A (1): one (2): more", "reference ERROR_A (1) dec 1: \"one (2): more\"\n"},
      {"- ERROR_A, ERROR_B and ERROR_C are near", "reference ERROR_A: \", ERROR_B and ERROR_C are near\"\n"},
      {"- ERROR_A: text, ERROR_B, more", "reference ERROR_A: \"text, ERROR_B, more\"\n"},
      {"- ERROR_A (1): see ERROR_B(2)", "reference ERROR_A (1) dec 1: \"see ERROR_B(2)\"\n"},
      {"- ERROR_A (1): text.error_b(2)", "reference ERROR_A (1) dec 1: \"text.error_b(2)\"\n"},
  };
  for (const Case& example : kCases) check(example);
}

TEST_CASE("a section of references may have an introduction, paragraphs after its list, or nothing") {
  CHECK(body_of("") == "section related_errors \"Related Errors\"\n");
  CHECK(body_of("These are near:\n\n- ERROR_A (1): Text.\n\n- ERROR_B\n\nERROR_C is returned elsewhere.\n\nNone of "
                "them is it.") ==
        "section related_errors \"Related Errors\"\n"
        "  paragraph \"These are near:\"\n"
        "  references\n"
        "    reference ERROR_A (1) dec 1: \"Text.\"\n"
        "    reference ERROR_B\n"
        "  paragraph \"ERROR_C is returned elsewhere.\"\n"
        "  paragraph \"None of them is it.\"\n");
  CHECK(body_of("\u2022\n- ERROR_A\n-\n1. ERROR_B (2)") ==
        "section related_errors \"Related Errors\"\n"
        "  bullets\n"
        "    \"\"\n"
        "  references\n"
        "    reference ERROR_A\n"
        "  paragraph \"-\"\n"
        "  steps\n"
        "    \"ERROR_B (2)\"\n");
}

TEST_CASE("outside of Related Errors an entry is a bullet") {
  const std::string source = std::string(kHead) + "Summary\n- ERROR_A (1): Text.\n";
  CHECK(dump_body(sound(source), source, shipped_dialect()) ==
        "section summary \"Summary\"\n  bullets\n    \"ERROR_A (1)\": \"Text.\"\n");
}

TEST_CASE("a bracket that closes more than 500 bytes on is no bracket of the name") {
  const std::string near = "- ERROR_A (" + std::string(498, 'x') + "): Text";
  CHECK(references_of(near) == "reference ERROR_A (" + std::string(498, 'x') + "): \"Text\" [words for code]\n");
  const std::string far = "- ERROR_A (" + std::string(499, 'x') + "): Text";
  CHECK(references_of(far) == "reference ERROR_A: \"(" + std::string(499, 'x') + "): Text\"\n");
}
