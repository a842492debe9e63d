#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "base/closest.h"
#include "commands/commands.h"
#include "commands/console.h"
#include "lint/rules.h"

namespace errpress::commands {

namespace {

std::string_view needs(const lint::Rule& rule) {
  switch (rule.needs) {
    case lint::Needs::article:
      return "an article";
    case lint::Needs::corpus:
      return "the corpus";
    case lint::Needs::registry:
      return "a registry";
  }
  return "";
}

std::string_view blocks(const lint::Rule& rule) {
  switch (rule.blocks_output) {
    case lint::Blocks::never:
      return "";
    case lint::Blocks::in_title:
      return "blocks output in a title";
    case lint::Blocks::always:
      return "blocks output";
  }
  return "";
}

std::string list_rules() {
  std::size_t width = 0;
  for (const lint::Rule* rule : lint::rules()) width = std::max(width, rule->id.size());
  std::string text;
  for (const lint::Rule* rule : lint::rules()) {
    text += fmt::format("{:<{}}  {:<7}  {}", rule->id, width, lint::to_string(rule->severity), rule->summary);
    if (!blocks(*rule).empty()) text += fmt::format("; {}", blocks(*rule));
    text += '\n';
  }
  return text;
}

// Wraps one paragraph.
std::string wrapped(std::string_view paragraph) {
  constexpr std::size_t kWidth = 80;
  std::istringstream words{std::string(paragraph)};
  std::string text;
  std::size_t column = 0;
  for (std::string word; words >> word; column += word.size()) {
    const bool fits = column + 1 + word.size() <= kWidth;
    if (column != 0) text += fits ? ' ' : '\n';
    column = column != 0 && fits ? column + 1 : 0;
    text += word;
  }
  return text;
}

// Wraps paragraphs, which are separated by blank lines.
std::string wrapped_paragraphs(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (!result.empty()) result += "\n\n";
    result += wrapped(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return result;
}

std::string describe(const lint::Rule& rule) {
  std::string text = fmt::format("{}: {}\n\nseverity: {}{}{}\nneeds: {}\n\n{}\n\nExample:\n", rule.id, rule.summary,
                                 lint::to_string(rule.severity), blocks(rule).empty() ? "" : "; ", blocks(rule),
                                 needs(rule), wrapped_paragraphs(rule.explanation));
  for (std::string_view rest = rule.example; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    text += line.empty() ? std::string("\n") : fmt::format("    {}\n", line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

}  // namespace

int run_rule(const RuleOptions& options) {
  if (options.id.empty()) {
    print(stdout, list_rules());
  } else if (const lint::Rule* rule = lint::find_rule(options.id)) {
    print(stdout, describe(*rule));
  } else {
    std::vector<std::string_view> ids;
    for (const lint::Rule* known : lint::rules()) ids.push_back(known->id);
    const std::string near = base::did_you_mean(options.id, ids);
    const std::string_view hint = near.empty() ? "; `errpress rule` lists them" : std::string_view(near);
    return fail({fmt::format("no rule is called `{}`{}", options.id, hint)});
  }
  return finish_output(kClean, "the rules");
}

}  // namespace errpress::commands
