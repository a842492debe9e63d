#include "commands/interruption.h"

#include <array>
#include <csignal>

namespace errpress::commands {

namespace {

// Global because signal handlers can only access globals.
std::atomic<bool> g_requested = false;
std::atomic<int> g_signal = 0;
std::atomic<int> g_count = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "a signal handler may not wait for a lock");

#ifdef SIGHUP
constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
#else
constexpr std::array kSignals = {SIGINT, SIGTERM};
#endif

// A terminal and the program that started this one may both send the same signal, so the second one does not end the
// process before it has cleaned up. The third does.
constexpr int kDeadly = 3;

extern "C" void request(int number) {
  g_signal = number;
  g_requested = true;
  std::signal(number, ++g_count + 1 < kDeadly ? request : SIG_DFL);
}

}  // namespace

Interruption::Interruption() {
  g_requested = false;
  g_signal = 0;
  g_count = 0;
  for (const int number : kSignals) {
    if (std::signal(number, request) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

Interruption::~Interruption() {
  for (const int number : kSignals) {
    if (std::signal(number, SIG_DFL) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

const std::atomic<bool>& Interruption::requested() const { return g_requested; }

void Interruption::raise_again() const {
  if (g_signal == 0) return;
  std::signal(g_signal, SIG_DFL);
  std::raise(g_signal);
}

}  // namespace errpress::commands
