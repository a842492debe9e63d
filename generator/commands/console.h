// Output to the standard streams. Only used by the subcommands.
#pragma once

#include <cstdio>
#include <string_view>

#include "driver/analysis.h"
#include "report/formats.h"

namespace errpress::commands {

// Prints whole lines that are already printable except for colours. Any remaining control characters are shown as
// append_printable() shows them, and so are colours unless wants_colour; no printed line begins with "::", which GitHub
// interprets as a command.
void print(std::FILE* stream, std::string_view text);

// Prints one line; `text` may contain anything.
void print_line(std::FILE* stream, std::string_view text);

// Prints a chunk of a JSON document, whose strings may contain anything.
void print_json(std::FILE* stream, std::string_view json);

// Flushes standard output once a command has printed its whole result, and returns the exit code: `code` if everything
// was written. After a failure such as a full disk: kFailed, with an error saying that `what` could not be written. If
// the reader closed the pipe (`| head`), no error is printed; but kClean becomes kFailed, since a truncated result must
// not count as clean.
int finish_output(int code, std::string_view what);

// Whether to use colour on `stream`: it is a terminal, and the environment does not disable colour.
bool wants_colour(std::FILE* stream);

// Prints the findings to `stream`, in colour if wants_colour.
void print_report(const report::Format& format, const driver::Sources& sources, const driver::Analysis& analysis,
                  std::FILE* stream);

}  // namespace errpress::commands
