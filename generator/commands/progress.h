// A progress bar for long work: on a terminal only, and only once the work has gone on for a while. Any thread may add;
// the thread that made it draws. The line is wiped when it goes.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <thread>

namespace errpress::commands {

class Progress {
 public:
  // Draws to standard error where that is a terminal. `what` is a word such as "reading", and has to outlive this.
  Progress(std::string_view what, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Takes note of `count` more steps.
  void add(std::size_t count);

 private:
  void draw(std::size_t done);

  std::string_view what_;
  std::size_t total_;
  std::atomic<std::size_t> done_{0};
  std::thread::id owner_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

// Whether a standard stream is a terminal: 0, 1 or 2.
bool is_terminal(int stream);

}  // namespace errpress::commands
