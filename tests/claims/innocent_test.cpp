// Numbers that are no codes: nothing is read.
#include "claims/sentences.h"

using namespace errpress::tests;

TEST_CASE("numbers that are no codes") {
  for (const std::string_view text : {
           // Pairs of something else.
           "From Windows 10 (0x0A00) on, the check is stricter.",
           "Parameter 2 (0x1F4) is out of range.",
           "The field holds a 16-bit number (0 - 0xFFFF).",
           "Both sizes (1 and 0x10) are allowed.",
           "The bug check parameter 1 (0xC0000005) is the exception.",
           "Attempt 3 (0x80070005) failed as well.",
           "A status is a success type (0 - 0x3FFFFFFF).",
           "Vendors use 32768 through 65535 (0x8000 through 0xFFFF).",
           "The version field is 0x00000007 (32-bit Windows XP).",
           "Bits 1 (0x2) and 2 (0x4) exclude each other.",
           "Without a device it is \u20131 (0xFFFFFFFF), and -1 (0xFF) in a byte.",
           "The tag byte is 00000011 (0x03).",
           "A call such as testit(0, 0xFFFFFFFF) fails.",
           "Windows 10 or 0x80070005",
           "Windows 10, 0x80070005",
           "On Feb 21, 2026 there was 0x5.",
           "On 2026-02-21 (0x5) it was seen.",
           "It is (2026-02-21, 0x5).",
           "It was 02/21/2026 (0x5).",
           "At 12:30 (0x1E) it failed.",
           "Version 10.0.19041 (0x4A61) has it.",
           "Version 1.5 (0x5) has it.",
           "It failed 1,234 (0x4D2) times.",
           "It failed (1,234, 0x4D2) times.",
           "Errors 13000-13010 (0x32C8) are one family.",
           "%s (0x%08lx) and %08d (0x5)",
           "x5 (0x5), 5x (0x5), 5_ (0x5)",
           "one 5. 0x5 another",
           "Take 5 policies (0x5).",
           "It is 5 and 0x5.",
           "One is 5 (0x5), another 6 (0x6).",
           "Bit 31 (0x80000000), facility 7 (0x80070000), version 10 (0x0A00)",
           "4294967296 (0x5), -2147483649 (0x5), 5 (0x123456789)",
           "0x5 (0x5), 5 (5)",
           "The buffer has 4096 bytes (0x1000).",
           "The address 0x1000 (4096) is read.",
           "The flag 0x4 (4) is set.",
           "The mask is 255 (0xFF).",
           "The range 0 to 0xFFFF (65535) is legal.",
           "Level 3 (0x3) is verbose.",
           "Port 445 (0x1BD) is closed.",
           "Offset 16 (0x10) holds the length.",
           "The limit is 260 (0x104).",
           // Names and numbers that do not belong together.
           "ERROR_BUSY (10.0) is no code.",
           "ERROR_BUSY (1,234 times) failed.",
           "ERROR_BUSY (5 of 10 machines) failed.",
           "ERROR_BUSY (5 times) failed.",
           "ERROR_BUSY (5, 6) are two.",
           "ERROR_BUSY (2026-02-21) was mended.",
           "ERROR_BUSY (see page 5) is told.",
           "ERROR_BUSY (since version 10) is told.",
           "ERROR_BUSY (line 12) is told.",
           "ERROR_BUSY (step 3) is told.",
           "ERROR_BUSY (formerly 5) is told.",
           "ERROR_BUSY (more than 5) is told.",
           "ERROR_BUSY (5%) is told.",
           "ERROR_BUSY (5 ms) is told.",
           "ERROR_BUSY (up to 5) is told.",
           "Only 13000.",
           "Only 0x32C8.",
           "Some words (5).",
           "Error (5), Error_a (5)",
           "ERROR_BUSY: 5 ways, ERROR_BUSY 5 times, ERROR_BUSY - 5 causes, ERROR_BUSY is 5 years old",
           "ERROR_BUSY in 5, ERROR_BUSY of 5, ERROR_BUSY with 5",
           "ERROR_BUSY, 5 and ERROR_GONE, 6",
           "ERROR_BUSY: 50%",
           "ERROR_BUSY is not 5. ERROR_BUSY does not have the code 5. ERROR_BUSY was 5. ERROR_BUSY has changed its "
           "code: 5",
           "ERROR_BUSY no longer has the code 5.",
           "ERROR_BUSY. 5",
           "A or B: 5",
           "my_variable = 5",
           "ERROR_BUSY (5",
           "in step 5 (ERROR_BUSY), after 5 (ERROR_BUSY)",
           "See ERROR_BUSY [5].",
           "See ERROR_BUSY [5] and ERROR_GONE [6].",
           "ERROR_BUSY is 32-bit. ERROR_BUSY is a 32-bit value. ERROR_BUSY: 32-bit systems",
           "ERROR_BUSY: 4 \u00e9tapes, ERROR_BUSY: 5\u00a0GB, ERROR_BUSY: 3+ tries, ERROR_BUSY - 3 \"tries\"",
           "ERROR_BUSY is 4, 5 or 6 bytes long",
           "ERROR_BUSY has the codes 5 and 6.",
           "ERROR_BUSY \u0434\u0430\u0451\u0442 4 \u0444\u0430\u0439\u043b\u0430",
           "The exit code for ERROR_BUSY is 1. The event id of ERROR_BUSY is 7000.",
           "The timeout for ERROR_BUSY is 30.",
           "With ERROR_BUSY the value is 0. After the ERROR_BUSY the number is 0.",
           "Retries for ERROR_BUSY: 3",
           "ERROR_BUSY: 1. Check the path. 2. Check it again.",
           "The tool exits with code 1 (ERROR_BUSY), with status 2 (ERROR_BUSY).",
           "The process ends with exit code 255 (ERROR_BUSY).",
           "ERROR_BUSY: the value 0 is not allowed for the size.",
           "If the call returns ERROR_BUSY, the value is 0.",
           "ERROR_BUSY is number 3 on the list of the most frequent errors.",
           "The call returns ERROR_BUSY, as the value 0 is reserved.",
           "error 5 (see ERROR_BUSY), error 5 (ERROR_BUSY tells more)",
           "if (status == ERROR_BUSY) retries = 3;",
           "while (ERROR_BUSY == err && tries < 5)",
           "The call returns ERROR_BUSY after 5 attempts.",
           "ERROR_BUSY occurs on port 445.",
           "ERROR_BUSY occurs on Windows 10 and 11.",
           "ERROR_BUSY is raised at level 5.",
           "ERROR_BUSY and 4 other errors are told.",
           "ERROR_BUSY is one of 3 errors.",
           "ERROR_BUSY is the first of 12 codes.",
           "ERROR_BUSY is shown 5 times.",
           "ERROR_BUSY has 3 causes.",
           "ERROR_BUSY lasts 30 seconds.",
           "ERROR_BUSY: see KB5001330.",
           "ERROR_BUSY appeared in 2003.",
           "ERROR_BUSY is documented in RFC 1459.",
           "hexadecimal representation 20D8",
           "20D8 (8408)",
           "8408 (20D8)",
           "5 and, as was told at the very beginning of this rather long article, hex 0x5",
           "Line 171 of the file says ERROR_BUSY.",
           "The first 16 bytes are 0x10 apart.",
           "Use 0x10 or 16 for the size.",
           "The error is logged 3 times (0x3).",
           "Wait 5 seconds (0x5).",
           "Sector 63 (0x3F) is bad.",
       }) {
    CAPTURE(text);
    CHECK(claims_of(text) == "");
  }
}

TEST_CASE("numbers far apart or in different items are not joined") {
  CHECK(claims_of("error 13000 and the\nhexadecimal representation 0x32C8") == "");
  CHECK(claims_of("- error 13000\n- (0x32C8)") == "");
  CHECK(claims_of("- ERROR_BUSY\n- (5)") == "");
}

TEST_CASE("a number that begins the next line belongs to what follows it") {
  CHECK(claims_of_lines("The ERROR_BUSY failure code\n0x10000 : Defined by the vendor\n3 - Reserved") == "");
  CHECK(claims_of_lines("The ERROR_BUSY failure code\n0x10000 is defined by the vendor.") == "");
  CHECK(claims_of_lines("It is the ERROR_BUSY failure code\n0x10000.") == "s ERROR_BUSY 0x10000");
  CHECK(claims_of_lines("The address of ERROR_BUSY\n0x80000005") == "");
  CHECK(claims_of_lines("It has ERROR_BUSY 0x80000005.") == "s ERROR_BUSY 0x80000005");
}

TEST_CASE("four digits alone in brackets may be a year") {
  CHECK(claims_of("ERROR_BUSY (2015) replaces the older error.") == "");
  CHECK(claims_of("ERROR_BUSY (1999) replaces the older error.") == "");
  CHECK(claims_of("ERROR_BUSY (1850) is returned.") == "b ERROR_BUSY 1850");
  CHECK(claims_of("ERROR_BUSY (2100) is returned.") == "b ERROR_BUSY 2100");
  CHECK(claims_of("ERROR_BUSY (code 2015) is returned.") == "b ERROR_BUSY 2015");
  CHECK(claims_of("ERROR_BUSY (2015, 0x7DF) is returned.") == "b ERROR_BUSY 2015 0x7DF");
}

TEST_CASE("a digit in brackets directly behind a name is the section of a manual page") {
  CHECK(claims_of("See ERROR_BUSY(3) for more.") == "");
  CHECK(claims_of("See ERROR_BUSY (3) for more.") == "b ERROR_BUSY 3");
  CHECK(claims_of("See ERROR_BUSY(171) for more.") == "b ERROR_BUSY 171");
}

TEST_CASE("a name that has its code in front of it has something else in brackets behind it") {
  CHECK(claims_of("Stop code 0xC4: ERROR_BUSY (0x71007) is seen.") == "s ERROR_BUSY 0xC4 bugcheck");
  CHECK(claims_of("It sees ERROR_BUSY (0x71007) then.") == "b ERROR_BUSY 0x71007");
}

TEST_CASE("a code in front of a name is not that of the name before it") {
  CHECK(claims_of("See ERROR_GONE, error 0xC4: ERROR_BUSY.") == "s ERROR_BUSY 0xC4");
  CHECK(claims_of("See ERROR_GONE, error 0xC4: it is rare.") == "s ERROR_GONE 0xC4");
}

TEST_CASE("\"it\" and \"this\" are the error only where the text speaks of one") {
  CHECK(claims_of("There is a mask for that. This is equal to 0x1000 here.") == "");
  CHECK(claims_of("There is an error for that. This is equal to 0x1000 here.") == "s this 0x1000");
  CHECK(claims_of("There is a character for that. It has a hexadecimal value of 0x20 (decimal 32).") == "l - 32 0x20");
  CHECK(claims_of("There is a mask for that. It has a numeric value of 13004.") == "s this 13004");
  CHECK(claims_of("It is represented by 13004.") == "s this 13004");
  CHECK(claims_of("There is a mask for that. It is error 13004.") == "s this 13004");
}

TEST_CASE("a description behind a code may speak of something that looks like a name") {
  CHECK(claims_of("0x80320020: An FWP_RANGE is not valid.") == "");
  CHECK(claims_of("0x80320020: FWP_E_INVALID_RANGE") == "s FWP_E_INVALID_RANGE 0x80320020");
}
