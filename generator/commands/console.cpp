#include "commands/console.h"

#include <cstdlib>

#include "commands/commands.h"
#include "commands/progress_bar.h"
#include "driver/report_pass.h"
#include "report/palette.h"

namespace errpress::commands {

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

bool flush(std::FILE* stream) { return std::fflush(stream) == 0 && std::ferror(stream) == 0; }

int fail(const base::Error& error) {
  print(stderr, "errpress: " + base::to_string(error) + '\n');
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
