#include "commands/progress_bar.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace errpress::commands {

namespace {

constexpr auto kPatience = std::chrono::milliseconds(500);
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::size_t kWidth = 30;

}  // namespace

bool is_terminal(int stream) {
#if defined(_WIN32)
  return _isatty(stream) != 0;
#else
  return isatty(stream) != 0;
#endif
}

ProgressBar::ProgressBar() : is_terminal_(is_terminal(2)), next_(std::chrono::steady_clock::now() + kPatience) {}

driver::ProgressCallback ProgressBar::callback() {
  if (!is_terminal_) return {};
  return [this](std::string_view stage, std::size_t done, std::size_t total) { update(stage, done, total); };
}

void ProgressBar::erase() {
  if (is_drawn_) std::fputs("\r\033[K", stderr);
  is_drawn_ = false;
}

void ProgressBar::update(std::string_view stage, std::size_t done, std::size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  is_drawn_ = true;
  const std::size_t filled = total == 0 ? kWidth : done * kWidth / total;
  const std::string line =
      fmt::format("\r\033[K{} [{:=<{}}{: <{}}] {} of {} articles", stage, "", filled, "", kWidth - filled, done, total);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace errpress::commands
