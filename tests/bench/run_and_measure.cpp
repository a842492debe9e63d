// Runs a command and writes what it cost to a file, as "WALL CPU USER PEAK" in seconds and kilobytes; the exit
// code is the command's. A small program of its own, because a child's peak of memory starts at what its parent holds.
//
//   run_and_measure REPORT COMMAND [ARGUMENT]...
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: run_and_measure REPORT COMMAND [ARGUMENT]...\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  pid_t process = 0;
  int status = 0;
  rusage usage = {};
  if (posix_spawn(&process, argv[2], nullptr, nullptr, argv + 2, environ) != 0 ||
      wait4(process, &status, 0, &usage) != process) {
    std::perror(argv[2]);
    return 2;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::ofstream(argv[1]) << wall.count() << ' ' << seconds(usage.ru_utime) + seconds(usage.ru_stime) << ' '
                         << seconds(usage.ru_utime) << ' ' << usage.ru_maxrss << '\n';
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
