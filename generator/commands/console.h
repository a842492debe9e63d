// The standard streams. Only the subcommands use it.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "commands/analysis.h"
#include "report/formats.h"

namespace errpress::commands {

void print(std::FILE* stream, std::string_view text);

// Whether everything printed so far has reached its place: false after a full disk or a closed pipe.
bool flush(std::FILE* stream);

// Prints what the rules found to `stream`, in colour where that is a terminal that wants it.
void print_report(const report::Format& format, const Sources& sources, const Analysis& analysis, std::FILE* stream);

// The same as text; returns what was printed, with its colours whether they were printed or not.
std::string print_text_report(const Sources& sources, const Analysis& analysis, std::FILE* stream);

// Prints what print_text_report returned.
void print_remembered_report(std::string_view report, std::FILE* stream);

}  // namespace errpress::commands
