// What is wrong with a command line, in the words that errpress uses everywhere.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace errpress::commands {

// `arguments` is the command line without the program's name; `error` is what parsing it gave.
base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments);

}  // namespace errpress::commands
