// Handles SIGINT, SIGTERM and SIGHUP during the lifetime of an object of this class: the first signal sets a flag, so
// that the work can end without leaving temporary files; so does the second, and the third ends the process at once.
// Signals that were ignored when the process started stay ignored. At most one object at a time; any thread may read
// the flag.
#pragma once

#include <atomic>

namespace errpress::commands {

class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  const std::atomic<bool>& requested() const;

  // Ends the process with the signal received, so that the parent process sees it. Returns if there was none.
  void raise_again() const;
};

}  // namespace errpress::commands
