// Turns errors of the command-line parser into error messages in errpress's style.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace errpress::commands {

// `arguments` is the command line without the program name; `error` is the parser's error for it.
base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments);

}  // namespace errpress::commands
