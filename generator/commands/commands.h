// The subcommands. Each prints its results to standard output and everything else to standard error, and returns the
// exit code. No other part of the program prints.
#pragma once

#include "base/result.h"
#include "commands/options.h"

namespace errpress::commands {

// 0: clean; 1: findings at or above the threshold, stale files, or views without an unreadable article; 2: could not
// run.
enum ExitCode : int { kClean = 0, kFindings = 1, kFailed = 2 };

int run_build(const BuildOptions& options);
int run_lint(const LintOptions& options);
int run_rule(const RuleOptions& options);
int run_view(const ViewOptions& options);

// Prints "errpress: <place>: <message>" to standard error, as one line with everything made printable; returns kFailed.
int fail(const base::Error& error);

// The version of errpress, as in "0.1.0".
const char* version();

}  // namespace errpress::commands
