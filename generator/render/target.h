// A target: a folder with target.yaml and Mustache templates that render articles or the whole corpus. Each file is
// read from the user's templates folder or, if it is not there, from the built-in files. Const once loaded,
// thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mustache/template.h"
#include "mustache/value.h"

namespace errpress::render {

// A file built into the program; `path` is relative to templates/, as in "man/target.yaml".
struct BuiltInFile {
  std::string_view path;
  std::string_view bytes;
};

class Target;

// Whether `path`, as given in target.yaml or in a tag, stays inside the target's folder: components joined by '/', none
// of them empty, "." or "..", and without '\\', ':' and NUL. Other systems treat the first two as separators and
// drives.
bool is_inside_path(std::string_view path);

// Finds the files of targets. Symbolic links in the templates folder are followed, even outside it: whoever can create
// a link there could also write a template with the same content, and shared partials are often links. Paths *written
// in* the files never lead out of a target's folder.
class TargetFiles {
 public:
  // Files in `folder` override the built-in files one by one; `folder` may be empty for none.
  TargetFiles(std::span<const BuiltInFile> built_in, std::string folder)
      : built_in_(built_in), folder_(std::move(folder)) {}

  // The file `path` ("man/target.yaml"), with its name for error messages. nullopt if it exists neither in the folder
  // nor built in, or if is_inside_path is false; an Error if the file is in the folder but cannot be read.
  base::Result<std::optional<mustache::TemplateSource>> find(const std::string& path) const;
  // The names of all targets, sorted: every folder with a target.yaml.
  std::vector<std::string> target_names() const;
  // A message for each file or folder in `folder` that looks like part of a target but is not used by any of `targets`:
  // its name may be misspelt. Folders of other targets are not reported.
  std::vector<std::string> unused(std::span<const Target> targets) const;
  // The names of all templates of a target, sorted, without folder and extension.
  std::vector<std::string> template_names(const std::string& target) const;

 private:
  std::span<const BuiltInFile> built_in_;
  std::string folder_;
};

enum class Scope : std::uint8_t { article, corpus };

// One kind of file that a target renders.
struct Output {
  Scope scope = Scope::article;
  std::optional<mustache::Template> body;  // none: the view as JSON
  std::optional<mustache::Template> path;
  base::Error path_place = {};  // location of `path` in target.yaml
};

// A new value for an option, and where it was given, for error messages: `path` is empty and the line 0 if it was on
// the command line.
struct OptionValue {
  std::string name;
  std::string value;
  base::Error place = {};
};

class Target {
 public:
  // Reads and compiles a target. Unknown targets, options and keys, and all faults in templates, are errors with their
  // location and the nearest known name.
  static base::Result<Target> load(const std::string& name, const TargetFiles& files,
                                   const std::vector<OptionValue>& options);

  const std::string& name() const { return name_; }
  const std::string& summary() const { return summary_; }
  const std::vector<Output>& outputs() const { return outputs_; }
  // The files that it was read from, relative to the templates folder: "man/target.yaml".
  const std::vector<std::string>& files() const { return files_; }
  // A hash that changes whenever the target would render something different from the same view.
  std::uint64_t fingerprint() const { return fingerprint_; }

  // Renders `view` with `output` and appends the result to `out`. `output` must be one of outputs() and have a body.
  base::Status render(const Output& output, const mustache::Value& view, base::TextBuffer& out) const;
  // The path of `output` for `view`, relative to the output folder: components of letters, digits, '_', '-' and '.',
  // none of which starts with a dot.
  base::Result<std::string> path(const Output& output, const mustache::Value& view) const;

 private:
  friend class TargetReader;
  struct Options;

  std::string name_;
  std::string summary_;
  std::vector<std::string> files_;
  std::shared_ptr<const Options> options_;
  std::vector<Output> outputs_;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace errpress::render
