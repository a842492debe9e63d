#include "corpus/family.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

#include "corpus/file_family.h"

namespace errpress::corpus {

namespace {

TEST_CASE("families: built-in ones have their ids, others get the next") {
  Families families;
  CHECK(families.name(kNoFamily).empty());
  CHECK(families.name(kWin32) == "win32");
  CHECK(families.name(kMysql) == "mysql");
  CHECK(families.find("ntstatus") == kNtstatus);
  CHECK_FALSE(families.find("house"));
  CHECK_FALSE(families.find(""));
  const FamilyId house = families.add("house");
  CHECK(house == kMysql + 1);
  CHECK(families.add("house") == house);
  CHECK(families.add("") == kNoFamily);
  CHECK(families.name(house) == "house");
  const Families moved = std::move(families);
  CHECK(moved.find("house") == house);
  CHECK(moved.name(house) == "house");
}

TEST_CASE("families: no more than there are ids") {
  Families families;
  for (int i = 0; i < 70'000; ++i) families.add(fmt::format("f{}", i));
  CHECK(families.size() == 65'536);
  CHECK(families.add("one more") == kNoFamily);
  CHECK(families.add("f7") != kNoFamily);
}

TEST_CASE("wraps: what HRESULT_FROM_WIN32, HRESULT_FROM_NT and NTSTATUS_FROM_WIN32 give, and nothing else") {
  struct Case {
    FamilyId inner;
    std::uint32_t code;
    FamilyId outer;
    std::optional<std::uint32_t> wrapped;
  };
  const std::vector<Case> cases = {
      {kWin32, 5, kHresult, 0x80070005},
      {kWin32, 0xFFFF, kHresult, 0x8007FFFF},
      {kWin32, 0x10000, kHresult, std::nullopt},
      {kWin32, 0, kHresult, std::nullopt},
      {kNtstatus, 0xC0000005, kHresult, 0xD0000005},
      {kNtstatus, 0, kHresult, 0x10000000},
      {kNtstatus, 0xD0000005, kHresult, std::nullopt},
      {kWin32, 5, kNtstatus, 0xC0070005},
      {kHresult, 5, kWin32, std::nullopt},
      {kBugcheck, 5, kHresult, std::nullopt},
      {kNoFamily, 5, kHresult, std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.inner);
    CAPTURE(c.code);
    CHECK(wrap(c.inner, c.code, c.outer) == c.wrapped);
    if (!c.wrapped) continue;
    const auto inner = unwrap(*c.wrapped, c.outer);
    REQUIRE(inner);
    CHECK(inner->inner == c.inner);
    CHECK(inner->code == c.code);
    CHECK(inner->outer == c.outer);
  }
}

TEST_CASE("unwrap: FACILITY_WIN32 never carries an NTSTATUS, and a plain code carries nothing") {
  CHECK(unwrap(0x80070005, kHresult)->inner == kWin32);
  CHECK(unwrap(0x80070005)->inner == kWin32);
  CHECK(unwrap(0xD0070005, kHresult)->inner == kNtstatus);
  CHECK_FALSE(unwrap(0x80070000, kHresult));
  CHECK_FALSE(unwrap(0x80004005, kHresult));
  CHECK_FALSE(unwrap(0x80070005, kWin32));
  CHECK_FALSE(unwrap(0xDEADDEAD, kBugcheck));
  CHECK_FALSE(unwrap(5));
}

TEST_CASE("file_family: well-known names, else the name of the file") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/usr/include/winerror.h", "win32"},  {"WinError.H", "win32"},      {"winerror", "win32"},
      {"a\\b\\ntstatus.h", "ntstatus"},      {"bugcodes.h", "bugcheck"},   {"errno.h", "errno"},
      {"asm-generic/errno-base.h", "errno"}, {"errno_64.tsv", "errno"},    {"errnotes.h", "errnotes"},
      {"mysqld_error.h", "mysql"},           {"winsock2.h", "win32"},      {"sdk/House.h", "house"},
      {"house.errors.h", "house"},           {"my-house.tsv", "my-house"}, {".h", ".h"},
      {"bugcheck.tsv", "bugcheck"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.first);
    CHECK(file_family(row.first) == row.second);
  }
}

}  // namespace

}  // namespace errpress::corpus
