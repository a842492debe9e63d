// The subcommands. Each does its work, prints results to standard output and everything else to standard error, and
// returns the exit code. The only place of the program that prints.
#pragma once

#include "base/result.h"
#include "commands/options.h"

namespace errpress::commands {

// 0: clean; 1: findings at or above the threshold, stale files, or a view that lacks an unreadable article; 2: could
// not run.
enum ExitCode : int { kClean = 0, kFindings = 1, kFailed = 2 };

int run_build(const BuildOptions& options);
int run_lint(const LintOptions& options);
int run_rule(const RuleOptions& options);
int run_view(const ViewOptions& options);

// Prints "errpress: <place>: <message>" to standard error, on one line and printable whatever it quotes; returns
// kFailed.
int fail(const base::Error& error);

// The version of errpress, as in "0.1.0".
const char* version();

}  // namespace errpress::commands
