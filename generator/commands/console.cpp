#include "commands/console.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>

#include "base/printable.h"
#include "commands/commands.h"
#include "commands/progress_bar.h"
#include "driver/report_pass.h"
#include "report/palette.h"

namespace errpress::commands {

namespace {

// The errno of the first failed write to standard output: stdio only records that a write failed.
int g_output_error = 0;

void write(std::FILE* stream, std::string_view bytes) {
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream) != bytes.size() && stream == stdout && g_output_error == 0)
    g_output_error = errno;
}

// The size of the colour sequence that `text` starts with ("\033[1;31m"), or 0.
std::size_t colour_size(std::string_view text) {
  if (!text.starts_with("\033[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

// Makes everything except colour sequences printable.
std::string with_colours(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = colour_size(text);
    out.append(text, 0, size);
    text.remove_prefix(size);
    const std::size_t next = size == 0 ? text.find('\033', 1) : text.find('\033');
    base::append_printable_lines(out, text.substr(0, next));
    text.remove_prefix(std::min(next, text.size()));
  }
  return out;
}

// The start, after leading blanks, of the first line that GitHub would interpret as a command; npos if there is none.
std::size_t find_command(std::string_view text) {
  for (std::size_t at = text.find("::"); at != std::string_view::npos; at = text.find("::", at + 1)) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t", at - 1);
    if (before == std::string_view::npos || text[before] == '\n') return at;
  }
  return std::string_view::npos;
}

}  // namespace

void print(std::FILE* stream, std::string_view output) {
  std::string shown;
  if (output.find('\033') != std::string_view::npos && wants_colour(stream)) {
    shown = with_colours(output);
  } else {
    base::append_printable_lines(shown, output);
  }
  std::string_view text = shown;
  for (std::size_t at = find_command(text); at != std::string_view::npos; at = find_command(text)) {
    write(stream, text.substr(0, at));
    write(stream, "<U+003A>");
    text.remove_prefix(at + 1);
  }
  write(stream, text);
}

void print_line(std::FILE* stream, std::string_view text) { print(stream, base::printable(text) + '\n'); }

void print_json(std::FILE* stream, std::string_view json) {
  std::string shown;
  base::append_printable_json(shown, json);
  write(stream, shown);
}

int finish_output(int code, std::string_view what) {
  errno = 0;
  if (std::fflush(stdout) != 0 && g_output_error == 0) g_output_error = errno;
  if (std::ferror(stdout) == 0) return code;
  if (g_output_error == EPIPE) return code == kClean ? kFailed : code;
  return fail({"cannot write " + std::string(what) + " to standard output"});
}

int fail(const base::Error& error) {
  print_line(stderr, "errpress: " + base::to_string(error));
  return kFailed;
}

const char* version() { return ERRPRESS_VERSION; }

bool wants_colour(std::FILE* stream) {
  return report::use_colour(is_terminal(stream == stdout ? 1 : 2), std::getenv("NO_COLOR"), std::getenv("TERM"));
}

void print_report(const report::Format& format, const driver::Sources& sources, const driver::Analysis& analysis,
                  std::FILE* stream) {
  driver::write_report(format, sources, analysis, {.colour = wants_colour(stream)},
                       [stream](std::string_view text) { print(stream, text); });
}

}  // namespace errpress::commands
