// The standard streams. Only the subcommands use it.
#pragma once

#include <cstdio>
#include <string_view>

#include "driver/analysis.h"
#include "report/formats.h"

namespace errpress::commands {

// Whole lines that are printable already but for colours. Control characters in them that the caller overlooked are
// shown as append_printable() shows them, colours on a terminal that wants none, too; no line begins with "::", which
// GitHub takes for a command.
void print(std::FILE* stream, std::string_view text);

// One line; `text` may quote anything as it is.
void print_line(std::FILE* stream, std::string_view text);

// A piece of a JSON document, whose strings may hold anything.
void print_json(std::FILE* stream, std::string_view json);

// The exit code of a command whose result on standard output is complete: `code`, where all of it has reached its
// place. After a failure such as a full disk kFailed, with an error that says `what` could not be written. A reader
// that closed its end (`| head`) wanted no more, so there is no error; but kClean becomes kFailed, since what was not
// read may not count as a clean result.
int finish_output(int code, std::string_view what);

// Whether reports to `stream` are in colour: it is a terminal, and the environment does not forbid it.
bool wants_colour(std::FILE* stream);

// Prints what the rules found to `stream`, in colour where wants_colour.
void print_report(const report::Format& format, const driver::Sources& sources, const driver::Analysis& analysis,
                  std::FILE* stream);

}  // namespace errpress::commands
