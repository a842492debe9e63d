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

// The lower-case name of a file, without its folder and its ending.
std::string stem_of(std::string_view path) {
  path.remove_prefix(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  std::string stem = lower_case(path.substr(0, path.find('.')));
  return stem.empty() ? lower_case(path) : stem;
}

// Empty if the file is not well known.
std::string_view well_known_family(std::string_view stem) {
  if (is_errno(stem)) return kErrno;
  const auto* known = std::find_if(kWellKnown.begin(), kWellKnown.end(), [&](const auto& k) { return k.file == stem; });
  return known == kWellKnown.end() ? std::string_view() : known->family;
}

}  // namespace

std::string file_family(std::string_view path) {
  std::string stem = stem_of(path);
  const std::string_view family = well_known_family(stem);
  return family.empty() ? stem : std::string(family);
}

bool is_well_known_file(std::string_view path) { return !well_known_family(stem_of(path)).empty(); }

}  // namespace errpress::corpus
