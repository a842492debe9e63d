// A progress bar on standard error: on a terminal only, and only once the work has gone on for a while. It is erased
// when this object goes. Not thread-safe.
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

  // Draws the bar now and then; refers to this object.
  driver::ProgressCallback callback();
  // To be called before anything else is printed to standard error.
  void erase();

 private:
  void update(std::string_view stage, std::size_t done, std::size_t total);

  bool is_terminal_;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point next_;  // when to draw again
};

// Whether a standard stream is a terminal: 0, 1 or 2.
bool is_terminal(int stream);

}  // namespace errpress::commands
