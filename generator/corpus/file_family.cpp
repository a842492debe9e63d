#include "corpus/file_family.h"

#include <algorithm>
#include <array>

#include "base/name.h"

namespace errpress::corpus {

namespace {

struct WellKnown {
  std::string_view file;  // without its ending
  std::string_view family;
};

constexpr std::array<WellKnown, 8> kWellKnown = {{
    {"winerror", "win32"},
    {"winsock", "win32"},
    {"winsock2", "win32"},
    {"lmerr", "win32"},
    {"ntstatus", "ntstatus"},
    {"bugcodes", "bugcheck"},
    {"mysqld_error", "mysql"},
    {"mysqld_ername", "mysql"},
}};

constexpr std::string_view kErrno = "errno";

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = base::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

// errno.h, errno-base.h and errno_64.h, but not errnotes.h.
bool is_errno(std::string_view file) {
  if (!file.starts_with(kErrno)) return false;
  return file.size() == kErrno.size() || !base::is_letter(file[kErrno.size()]);
}

}  // namespace

std::string file_family(std::string_view path) {
  path.remove_prefix(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  const std::string file = lower_case(path.substr(0, path.find('.')));
  if (file.empty()) return lower_case(path);
  if (is_errno(file)) return std::string(kErrno);
  const auto* known = std::find_if(kWellKnown.begin(), kWellKnown.end(), [&](const auto& k) { return k.file == file; });
  return known == kWellKnown.end() ? file : std::string(known->family);
}

}  // namespace errpress::corpus
