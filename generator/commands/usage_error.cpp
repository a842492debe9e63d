#include "commands/usage_error.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/closest.h"
#include "base/name.h"

namespace errpress::commands {

namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The first word that is neither an option nor a command.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  const std::vector<std::string> known = command_names(app);
  for (const std::string& argument : arguments) {
    if (argument.starts_with("-")) continue;
    return std::find(known.begin(), known.end(), argument) == known.end() ? argument : std::string();
  }
  return {};
}

// The first option that the command does not have.
std::string unknown_option(const std::vector<std::string>& known, const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    std::string name = argument.substr(0, argument.find('='));
    if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end()) return name;
  }
  return {};
}

std::string message_of(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const auto parsed = app.get_subcommands();
  if (parsed.empty()) {
    const std::vector<std::string> known = command_names(app);
    const std::string command = unknown_command(app, arguments);
    if (!command.empty()) return fmt::format("there is no command `{}`{}", command, base::did_you_mean(command, known));
    const std::string option = unknown_option(option_names(app), arguments);
    if (option.empty()) return fmt::format("a command is missing: {}", fmt::join(known, ", "));
    return fmt::format("there is no option `{}`{}", option, base::did_you_mean(option, option_names(app)));
  }
  const std::vector<std::string> known = option_names(*parsed.front());
  const std::string option = unknown_option(known, arguments);
  if (!option.empty()) {
    return fmt::format("`{}` has no option `{}`{}", parsed.front()->get_name(), option,
                       base::did_you_mean(option, known));
  }
  std::string message = error.what();
  const bool is_sentence = message.size() > 1 && base::is_upper(message[0]) && base::is_lower(message[1]);
  if (is_sentence) message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return message;
}

}  // namespace

base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  return {message_of(app, error, arguments) + " (see `errpress --help`)"};
}

}  // namespace errpress::commands
