// SIGINT, SIGTERM and SIGHUP while an object of this class lives: the first one sets a flag, so that the work can end
// without leaving temporary files; the next one ends the process at once. Signals that the process was started with as
// ignored stay ignored. One object at a time; the flag is for all threads.
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

  // Ends the process by the signal that came, so that whoever started it sees so. Returns where none came.
  void raise_again() const;
};

}  // namespace errpress::commands
