// A progress bar on standard error. Only drawn on a terminal, and only after the work has taken a while. The destructor
// erases it. Not thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "driver/progress.h"

namespace errpress::commands {

class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar() { erase(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // A callback that draws the bar at intervals; it refers to this object.
  driver::ProgressCallback callback();
  // To be called before anything else is printed to standard error.
  void erase();

 private:
  void update(std::string_view stage, std::size_t done, std::size_t total);

  bool is_terminal_;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point next_;  // earliest time of the next redraw
};

// Whether a standard stream (0, 1 or 2) is a terminal.
bool is_terminal(int stream);

}  // namespace errpress::commands
