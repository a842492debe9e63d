// The shipped registry against the platform's own headers (Debian package mingw-w64-common).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/registry.h"
#include "disk/files.h"
#include "support/lines.h"

namespace errpress::corpus {

namespace {

using tests::Lines;

constexpr const char* kTsv = ERRPRESS_SOURCE_DIR "/corpus/registry/windows.tsv";
const std::string kHeaders = "/usr/share/mingw-w64/include/";

Registry load(const std::string& path) {
  std::string bytes;
  REQUIRE(disk::read_file(path, bytes).ok());
  Registry registry;
  REQUIRE(registry.add(std::move(bytes), path, 0).ok());
  return registry;
}

// Says so for ctest where the header is missing.
bool is_missing(const std::string& header) {
  if (std::filesystem::exists(kHeaders + header)) return false;
  MESSAGE("SKIPPED platform-headers: " << header << " of mingw-w64-common is not here");
  return true;
}

struct Known {
  const char* name;
  std::uint32_t code;
};

void check_known(const Registry& registry, const std::vector<Known>& known) {
  for (const Known& k : known) {
    CAPTURE(k.name);
    const auto entries = registry.find_name(k.name);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front()->code == k.code);
  }
}

struct Comparison {
  std::size_t same = 0;
  Lines different;  // "NAME header tsv"
  std::size_t only_in_header = 0;
};

Comparison compare(const Registry& header, const Registry& tsv) {
  Comparison result;
  for (const RegistryEntry& entry : header.entries()) {
    const auto others = tsv.find_name(entry.name);
    if (others.empty()) {
      ++result.only_in_header;
    } else if (others.front()->code == entry.code) {
      ++result.same;
    } else {
      result.different.push_back(fmt::format("{} 0x{:X} 0x{:X}", entry.name, entry.code, others.front()->code));
    }
  }
  return result;
}

TEST_CASE("the shipped registry of Windows codes") {
  const Registry registry = load(kTsv);
  CHECK(registry.size() == 9298);
  check_known(registry, {{"ERROR_SUCCESS", 0},
                         {"NOERROR", 0},
                         {"ERROR_IPSEC_QM_POLICY_EXISTS", 13000},
                         {"ERROR_IPSEC_MM_POLICY_EXISTS", 13003},
                         {"E_NOTIMPL", 0x80004001},
                         {"STATUS_ACCESS_DENIED", 0xC0000022}});
  CHECK(registry.find_code(13000).size() == 1);
  CHECK(registry.find_code(13000).front()->family == kWin32);
  CHECK(registry.are_aliases("NOERROR", "ERROR_SUCCESS", 0));
  // No name has two codes, so every line is an entry.
  for (const RegistryEntry& entry : registry.entries()) CHECK(registry.find_name(entry.name).size() == 1);
}

TEST_CASE("winerror.h: every macro that is a code, and the same codes as the shipped registry") {
  if (is_missing("winerror.h")) return;
  const Registry header = load(kHeaders + "winerror.h");
  CHECK(header.size() > 3500);
  check_known(header, {
                          {"ERROR_IPSEC_QM_POLICY_EXISTS", 13000},  // __MSABI_LONG(13000)
                          {"E_NOTIMPL", 0x80004001},                // _HRESULT_TYPEDEF_(0x80004001)
                          {"NOERROR", 0},                           // 0
                          {"S_FALSE", 1},                           // ((HRESULT)0x00000001)
                          {"WSAECONNREFUSED", 10061},               // (WSABASEERR + 61)
                          {"WSA_QOS_EUNKOWNPSOBJ", 11024},          // another macro's name
                          {"SCARD_S_SUCCESS", 0},                   // NO_ERROR, which is 0
                          {"DNS_ERROR_RCODE_LAST", 9018},           // a macro defined later
                          {"E_NOT_SUFFICIENT_BUFFER", 0x8007007A},  // HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER)
                          {"XACT_E_FIRST", 0x8004D000},             // 0x8004D000
                          {"DNS_ERROR_MASK", 9000},
                      });
  for (const char* name : {"FACILITY_WIN32", "SEVERITY_ERROR", "SUCCEEDED", "_WINERROR_", "__IN__WINERROR_",
                           "ERROR_IPSEC_IKE_NEG_STATUS_END_", "HRESULT_FROM_WIN32", "_HRESULT_TYPEDEF_"}) {
    CAPTURE(name);
    CHECK_FALSE(header.knows_name(name));
  }
  const Comparison comparison = compare(header, load(kTsv));
  CHECK(comparison.same > 3500);
  CHECK(comparison.only_in_header < 50);
  // The last code of a range: the shipped registry has two more in it (..._PUSH_COMM_FAILURE and
  // ..._PULL_COMM_FAILURE), which this header lacks.
  CHECK(comparison.different == Lines{"XACT_E_LAST 0x8004D029 0x8004D02B"});
}

TEST_CASE("ntstatus.h: every macro that is a code, and the same codes as the shipped registry") {
  if (is_missing("ntstatus.h")) return;
  const Registry header = load(kHeaders + "ntstatus.h");
  CHECK(header.size() > 1700);
  check_known(header, {{"STATUS_ACCESS_DENIED", 0xC0000022}, {"STATUS_PENDING", 0x103}, {"DBG_CONTINUE", 0x10002}});
  CHECK_FALSE(header.knows_name("FACILITY_TRANSACTION"));
  CHECK_FALSE(header.knows_name("STATUS_SEVERITY_ERROR"));
  const Comparison comparison = compare(header, load(kTsv));
  CHECK(comparison.same > 1600);
  CHECK(comparison.only_in_header < 200);  // RPC_NT_... and DBG_..., which the shipped registry leaves out
  // Two errors of the one or the other. To the shipped registry, the header's codes are nobody's, so neither code was
  // swapped with that of another name.
  CHECK(load(kTsv).find_code(0x401E0117).empty());
  CHECK(load(kTsv).find_code(0xC000042E).empty());
  CHECK(comparison.different == Lines{"STATUS_GRAPHICS_DRIVER_MISMATCH 0x401E0117 0xC01E0009",
                                      "STATUS_PKU2U_CERT_FAILURE 0xC000042E 0xC000042F"});
}

}  // namespace

}  // namespace errpress::corpus
