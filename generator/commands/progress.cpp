#include "commands/progress.h"

#include <fmt/format.h>

#include <algorithm>
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

Progress::Progress(std::string_view what, std::size_t total)
    : what_(what),
      total_(total),
      owner_(std::this_thread::get_id()),
      terminal_(is_terminal(2)),
      next_(std::chrono::steady_clock::now() + kPatience) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::add(std::size_t count) {
  const std::size_t done = done_.fetch_add(count, std::memory_order_relaxed) + count;
  if (!terminal_ || std::this_thread::get_id() != owner_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  draw(std::min(done, total_));
}

void Progress::draw(std::size_t done) {
  drawn_ = true;
  const std::size_t filled = total_ == 0 ? kWidth : done * kWidth / total_;
  const std::string line = fmt::format("\r\033[K{} [{:=<{}}{: <{}}] {} of {} articles", what_, "", filled, "",
                                       kWidth - filled, done, total_);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace errpress::commands
