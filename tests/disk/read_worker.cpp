// Reads a file many times, for calls_test.py to count system calls: read_worker FILE TIMES.
#include <cstdlib>
#include <string>

#include "disk/files.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::string bytes;
  errpress::disk::FileStamp stamp;
  for (int left = std::atoi(arguments[2]); left > 0; --left) {
    if (!errpress::disk::read_file(arguments[1], bytes, &stamp)) return 1;
  }
  return 0;
}
