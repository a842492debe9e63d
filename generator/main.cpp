// Defines the command line: the subcommands, their options, and the function that runs each.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "commands/commands.h"
#include "commands/usage_error.h"
#include "disk/files.h"
#include "lint/diagnostic.h"
#include "report/formats.h"

namespace {

using errpress::commands::BuildOptions;
using errpress::commands::fail;
using errpress::commands::LintOptions;
using errpress::commands::RuleOptions;
using errpress::commands::run_build;
using errpress::commands::run_lint;
using errpress::commands::run_rule;
using errpress::commands::run_view;
using errpress::commands::usage_error;
using errpress::commands::version;
using errpress::commands::ViewOptions;

constexpr const char* kFooter = R"(Examples:
  errpress lint articles/                            check a folder of articles
  errpress lint --registry windows.tsv --format json articles/
  errpress build --corpus articles --out out         render it as C++, Markdown, man pages and JSON
  errpress build --check                             check whether out/ is up to date
  errpress rule wrong-code                           explain a rule

Options that are not given on the command line are read from the nearest errpress.yaml.
Exit codes: 0 clean, 1 findings or stale files, 2 could not run.
)";

// An empty argument is usually an unset shell variable.
const CLI::Validator kNotEmpty([](const std::string& word) { return word.empty() ? "is empty" : ""; }, "");

void add_isolated(CLI::App& command, bool& isolated) {
  command.add_flag("--isolated", isolated, "Ignore errpress.yaml");
}

void add_allow_empty(CLI::App& command, bool& allow_empty) {
  command.add_flag("--allow-empty", allow_empty, "Accept folders without articles");
}

void add_registries(CLI::App& command, std::vector<std::string>& registries) {
  command.add_option("--registry", registries, "A file of authoritative names and codes: TSV or C header; repeatable")
      ->type_name("FILE")
      ->check(kNotEmpty)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_fail_on(CLI::App& command, std::string& severity) {
  command
      .add_option(
          "--fail-on", severity,
          "Lowest severity that counts as failure: " + errpress::lint::failing_severities() + " (warning by default)")
      ->type_name("SEVERITY")
      ->check(kNotEmpty);
}

void add_jobs(CLI::App& command, unsigned& jobs) {
  command.add_option("-j,--jobs", jobs, "Threads to use; as many as there are processors by default")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

CLI::App* add_build(CLI::App& app, BuildOptions& options) {
  CLI::App* command = app.add_subcommand("build", "Render the corpus with its targets");
  command->add_option("--corpus", options.corpus, "A folder of articles; repeatable")
      ->type_name("DIR")
      ->check(kNotEmpty)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_registries(*command, options.registries);
  command->add_option("--out", options.out, "The folder to write to (out by default)")
      ->type_name("DIR")
      ->check(kNotEmpty);
  command
      ->add_option("--target", options.targets,
                   "A target to render: cpp, json, man, markdown or one of your own; repeatable")
      ->type_name("NAME")
      ->check(kNotEmpty)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      ->add_option("--templates", options.templates, "A folder of templates that replace built-in ones, file by file")
      ->type_name("DIR")
      ->check(kNotEmpty);
  command->add_flag("--check", options.check, "Write nothing; list the files that are not up to date");
  command->add_flag("--strict", options.strict, "Write nothing where findings reach --fail-on");
  command->add_flag("--overwrite-changed", options.overwrite_changed,
                    "Replace files that were changed since errpress wrote them");
  command->add_flag(
      "--take-over", options.take_over,
      "Replace files that errpress would write, whoever wrote them: for a folder whose manifest was lost");
  add_fail_on(*command, options.fail_on);
  add_jobs(*command, options.jobs);
  add_allow_empty(*command, options.allow_empty);
  add_isolated(*command, options.isolated);
  return command;
}

CLI::App* add_lint(CLI::App& app, LintOptions& options) {
  CLI::App* command = app.add_subcommand("lint", "Check the articles");
  command->add_option("PATH", options.paths, "Folders of articles, or single articles")->check(kNotEmpty);
  add_registries(*command, options.registries);
  command
      ->add_option("--format", options.format,
                   "Report format: " + errpress::report::format_names() + " (text by default)")
      ->type_name("FORMAT");
  add_fail_on(*command, options.fail_on);
  add_jobs(*command, options.jobs);
  add_allow_empty(*command, options.allow_empty);
  add_isolated(*command, options.isolated);
  return command;
}

CLI::App* add_rule(CLI::App& app, RuleOptions& options) {
  CLI::App* command = app.add_subcommand("rule", "List the rules, or explain one");
  command->add_option("ID", options.id, "The rule to explain")->check(kNotEmpty);
  return command;
}

CLI::App* add_view(CLI::App& app, ViewOptions& options) {
  CLI::App* command = app.add_subcommand("view", "Print the views that templates receive, as JSON");
  command->add_option("PATH", options.paths, "Folders of articles, or single articles")->check(kNotEmpty);
  add_registries(*command, options.registries);
  add_allow_empty(*command, options.allow_empty);
  add_isolated(*command, options.isolated);
  return command;
}

int run(int argc, char** argv) {
  CLI::App app("errpress: the compiler for error documentation", "errpress");
  app.set_version_flag("--version", std::string("errpress ") + version());
  app.footer(kFooter);
  app.require_subcommand(1);
  bool isolated = false;
  add_isolated(app, isolated);

  BuildOptions build;
  LintOptions lint;
  RuleOptions rule;
  ViewOptions view;
  const CLI::App* build_command = add_build(app, build);
  const CLI::App* lint_command = add_lint(app, lint);
  const CLI::App* rule_command = add_rule(app, rule);
  try {
    add_view(app, view);
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return fail(usage_error(app, error, {argv + 1, argv + argc}));
  }
  build.isolated |= isolated;
  lint.isolated |= isolated;
  view.isolated |= isolated;

  if (build_command->parsed()) return run_build(build);
  if (lint_command->parsed()) return run_lint(lint);
  if (rule_command->parsed()) return run_rule(rule);
  return run_view(view);
}

// The terminate handler. It is reached when there is not enough memory to propagate an exception, or when a destructor
// runs out of memory.
[[noreturn]] void end_without_memory() {
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    std::fputs("errpress: out of memory\n", stderr);
    std::_Exit(errpress::commands::kFailed);
  } catch (...) {
    // A bug: abort, which the system reports.
  }
  std::abort();
}

// Standard error is unbuffered, so this allocates no memory.
int fail_plainly(const char* message) {
  std::fputs("errpress: ", stderr);
  std::fputs(message, stderr);
  std::fputs("\n", stderr);
  return errpress::commands::kFailed;
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGXFSZ
  std::signal(SIGXFSZ, SIG_IGN);  // exceeding the file size limit becomes an error of write()
#endif
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // a build continues to write its outputs after the reader of its messages has gone
#endif
  errpress::disk::open_standard_streams();
  std::set_terminate(end_without_memory);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return fail_plainly("out of memory");
  } catch (const std::exception& error) {
    return fail_plainly(error.what());
  }
}
