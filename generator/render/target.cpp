#include "render/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/closest.h"
#include "base/hash.h"
#include "base/name.h"
#include "base/yaml.h"
#include "escape/escapers.h"
#include "render/target_options.h"

namespace errpress::render {

using base::Error;
using base::yaml_fail;

namespace {

// "; did you mean `man`?" or "; known are a, b".
std::string hint(std::string_view word, const std::vector<std::string>& known) {
  std::string near = base::did_you_mean(word, known);
  if (!near.empty() || known.empty()) return near;
  return fmt::format("; known are {}", fmt::join(known, ", "));
}

}  // namespace

// Reads target.yaml and compiles the templates that it names.
class TargetReader {
 public:
  TargetReader(const TargetFiles& files, Target& target, const mustache::TemplateSource& manifest)
      : files_(files), target_(target), manifest_(manifest), options_(std::make_shared<Target::Options>()) {
    mix(manifest.text);
    target_.files_.push_back(target_.name_ + "/target.yaml");
  }

  base::Status read(const std::vector<OptionValue>& overrides) {
    auto status = base::read_yaml(manifest_.text, manifest_.file, [&](const YAML::Node& root) {
      base::expect_keys(root, {"summary", "escape", "options", "outputs"});
      target_.summary_ = base::yaml_required(root, "summary");
      read_escaper(root);
      read_options(root["options"]);
      return base::Done{};
    });
    if (!status) return status;
    mix(std::to_string(overrides.size()));  // names and values are not mistaken for templates
    for (const OptionValue& option : overrides) {
      if (!options_->set(option.name, option.value)) return unknown_option(option);
      if (const OptionCheck* check = options_->failed_check(option.name)) return unfit_option(option, *check);
      mix(option.name);
      mix(option.value);
    }
    options_->seal();
    target_.options_ = options_;
    status = base::read_yaml(manifest_.text, manifest_.file, [&](const YAML::Node& root) {
      for (const auto& node : base::yaml_list(root, "outputs")) read_output(node);
      if (target_.outputs_.empty()) yaml_fail(root, "a target needs at least one entry under `outputs`");
      return base::Done{};
    });
    if (template_error_) return *template_error_;
    target_.fingerprint_ = fingerprint_;
    return status;
  }

 private:
  void mix(std::string_view bytes) { fingerprint_ = base::hash_of(bytes, fingerprint_); }

  Error unknown_option(const OptionValue& option) const {
    Error error = option.place;
    error.message = fmt::format("target `{}` has no option `{}`{}", target_.name_, option.name,
                                hint(option.name, options_->names()));
    return error;
  }

  Error unfit_option(const OptionValue& option, const OptionCheck& check) const {
    Error error = option.place;
    error.message = unfit(option.name, option.value, check);
    return error;
  }

  std::string unfit(std::string_view option, std::string_view value, const OptionCheck& check) const {
    return fmt::format("option `{}` of target `{}` must be {}; `{}` is not", option, target_.name_, check.wanted,
                       value);
  }

  void read_escaper(const YAML::Node& root) {
    const std::string name = base::yaml_required(root, "escape");
    escaper_ = escape::find_escaper(name);
    if (escaper_ != nullptr) return;
    std::vector<std::string> known;
    for (const mustache::Escaper& escaper : escape::escapers()) known.emplace_back(escaper.name);
    yaml_fail(root["escape"], fmt::format("no escaper is called `{}`{}", name, hint(name, known)));
  }

  void read_options(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (!node.IsMap()) yaml_fail(node, "`options` is a map of names to values");
    for (const base::YamlEntry& option : base::yaml_entries(node)) {
      if (!base::is_name(option.key)) {
        yaml_fail(option.key_node, fmt::format("`{}` is not a valid option name", option.key));
      }
      read_option(option.key, option.key_node, option.value);
    }
  }

  // `name: VALUE`, or `name: {default: VALUE, is: CHECK}`.
  void read_option(const std::string& name, const YAML::Node& key, const YAML::Node& node) {
    const OptionCheck* check = nullptr;
    if (node.IsMap()) {
      base::expect_keys(node, {"default", "is"});
      check = read_check(node["is"] ? node["is"] : fail_missing(node, "is"));
    }
    const YAML::Node value = !node.IsMap() ? node : node["default"] ? node["default"] : fail_missing(node, "default");
    if (!value.IsScalar()) yaml_fail(value, "an option's value is one word or a quoted text");
    if (!options_->add(name, value.Scalar(), check)) {
      yaml_fail(key, fmt::format("`{}` is a key of the view and cannot be an option", name));
    }
    if (options_->failed_check(name) != nullptr) yaml_fail(value, unfit(name, value.Scalar(), *check));
  }

  static const OptionCheck* read_check(const YAML::Node& node) {
    const std::string name = base::yaml_word(node);
    std::vector<std::string> known;
    for (const OptionCheck& check : option_checks()) {
      if (check.name == name) return &check;
      known.emplace_back(check.name);
    }
    yaml_fail(node, fmt::format("no check is called `{}`{}", name, hint(name, known)));
  }

  void read_output(const YAML::Node& node) {
    base::expect_keys(node, {"template", "format", "for", "path"});
    Output output;
    output.scope = base::yaml_choice<Scope>(node["for"] ? node["for"] : fail_missing(node, "for"),
                                            {{"article", Scope::article}, {"corpus", Scope::corpus}});
    if (node["format"]) {
      base::yaml_choice<bool>(node["format"], {{"json", true}});
      if (node["template"]) yaml_fail(node["template"], "an output has either a template or a format");
      if (output.scope != Scope::corpus) yaml_fail(node["for"], "`format: json` is for the corpus only");
    } else {
      output.body = compile_file(node["template"] ? node["template"] : fail_missing(node, "template"));
    }
    const YAML::Node path = node["path"] ? node["path"] : fail_missing(node, "path");
    output.path = compile({fmt::format("{}:{}: path", manifest_.file, path.Mark().line + 1), base::yaml_word(path)},
                          nullptr, path);
    output.path_place = base::to_error(path.Mark(), {}, manifest_.file, manifest_.text);
    target_.outputs_.push_back(std::move(output));
  }

  static YAML::Node fail_missing(const YAML::Node& node, const char* key) {
    yaml_fail(node, fmt::format("`{}` is missing", key));
  }

  mustache::Template compile_file(const YAML::Node& node) {
    const std::string file = base::yaml_word(node);
    if (!is_inside_path(file)) {
      yaml_fail(node, fmt::format("`{}` is not inside the folder of target `{}`", file, target_.name_));
    }
    auto source = files_.find(target_.name_ + '/' + file);
    target_.files_.push_back(target_.name_ + '/' + file);
    if (!source) throw_template_error(source.error(), node);
    if (!*source) {
      std::vector<std::string> known = files_.template_names(target_.name_);
      for (std::string& name : known) name += ".mustache";
      yaml_fail(node, fmt::format("there is no template `{}`{}", file, hint(file, known)));
    }
    return compile(std::move(**source), escaper_, node);
  }

  mustache::Template compile(mustache::TemplateSource source, const mustache::Escaper* escaper,
                             const YAML::Node& node) {
    mix(source.text);
    const mustache::CompileOptions options{
        .keys = options_->keys(),
        .escaper = escaper,
        .escapers = escape::escapers(),
        .load_partial = [this](std::string_view name) { return load_partial(name); },
        .partial_names = files_.template_names(target_.name_),
    };
    auto compiled = mustache::Template::compile(std::move(source), options);
    if (!compiled) throw_template_error(compiled.error(), node);
    return std::move(compiled).value();
  }

  std::optional<mustache::TemplateSource> load_partial(std::string_view name) {
    const std::string& file = target_.files_.emplace_back(fmt::format("{}/{}.mustache", target_.name_, name));
    auto source = files_.find(file);
    if (!source) {
      template_error_ = source.error();
      return std::nullopt;
    }
    if (*source) mix((*source)->text);
    return std::move(*source);
  }

  // An error in a template has its own location, so the location in target.yaml that refers to the template is dropped.
  [[noreturn]] void throw_template_error(const Error& error, const YAML::Node& node) {
    if (!template_error_) template_error_ = error;
    yaml_fail(node, error.message);
  }

  const TargetFiles& files_;
  Target& target_;
  const mustache::TemplateSource& manifest_;
  std::shared_ptr<Target::Options> options_;
  const mustache::Escaper* escaper_ = nullptr;
  std::optional<Error> template_error_;
  std::uint64_t fingerprint_ = 0;
};

base::Result<Target> Target::load(const std::string& name, const TargetFiles& files,
                                  const std::vector<OptionValue>& options) {
  if (!is_inside_path(name) || name.find('/') != std::string::npos) {
    return Error{fmt::format("`{}` is not a target name: it must name a single folder", name)};
  }
  auto manifest = files.find(name + "/target.yaml");
  if (!manifest) return manifest.error();
  if (!*manifest) return Error{fmt::format("there is no target `{}`{}", name, hint(name, files.target_names()))};
  Target target;
  target.name_ = name;
  TargetReader reader(files, target, **manifest);
  if (auto status = reader.read(options); !status) return status.error();
  return target;
}

base::Status Target::render(const Output& output, const mustache::Value& view, base::TextBuffer& out) const {
  const std::array<mustache::Value, 2> roots = {options_->view(), view};
  return output.body->render(roots, out);
}

base::Result<std::string> Target::path(const Output& output, const mustache::Value& view) const {
  const std::array<mustache::Value, 2> roots = {options_->view(), view};
  base::TextBuffer rendered;
  if (auto status = output.path->render(roots, rendered); !status) return status.error();
  const std::string_view path = rendered;
  const bool characters = std::all_of(path.begin(), path.end(),
                                      [](char c) { return base::is_name_char(c) || c == '-' || c == '.' || c == '/'; });
  const bool parts = !path.empty() && path.front() != '.' && path.front() != '/' && path.back() != '/' &&
                     path.find("/.") == std::string::npos && path.find("//") == std::string::npos;
  if (!characters || !parts) {
    Error error = output.path_place;
    error.message = fmt::format(
        "the path `{}` may have letters, digits, '_', '-' and '.' only, and no part that starts with a dot", path);
    return error;
  }
  return std::string(path);
}

}  // namespace errpress::render
