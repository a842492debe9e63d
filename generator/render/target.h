// A target: a folder with target.yaml and Mustache templates, that prints articles or the whole corpus. Read from the
// user's templates folder file by file, and from the built-in files where it has none. Const once loaded, thread-safe.
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

// A file that is built into the program; `path` is below templates/, as in "man/target.yaml".
struct BuiltInFile {
  std::string_view path;
  std::string_view bytes;
};

class Target;

// Whether `path`, as a target.yaml or a tag names a file of its target, stays inside the target's folder: parts joined
// by '/', none of them empty, "." or "..", and no '\\' or ':', which other systems take for separators and drives.
bool is_inside_path(std::string_view path);

// Where the files of targets come from. Links in the folder of templates are followed, wherever they lead: whoever can
// make a link there can write a template with the same content, and shared partials are often links. What the files
// *say* never leads out of a target's folder.
class TargetFiles {
 public:
  // `folder` overrides the built-in files, file by file; empty for none.
  TargetFiles(std::span<const BuiltInFile> built_in, std::string folder)
      : built_in_(built_in), folder_(std::move(folder)) {}

  // The file `path` ("man/target.yaml"), with what errors call it. Nothing where neither has it, and for a path that
  // is not inside; an Error where the folder has it and it cannot be read.
  base::Result<std::optional<mustache::TemplateSource>> find(const std::string& path) const;
  // Names of all targets, sorted: every folder with a target.yaml.
  std::vector<std::string> target_names() const;
  // Of each file and folder of `folder` that reads like a part of a target, and that no target of these names reads,
  // what is odd about it: it may be misspelt. Folders of other targets are left out.
  std::vector<std::string> unused(std::span<const Target> targets) const;
  // Names of all templates of a target, sorted, without folder and ending.
  std::vector<std::string> template_names(const std::string& target) const;

 private:
  std::span<const BuiltInFile> built_in_;
  std::string folder_;
};

enum class Scope : std::uint8_t { article, corpus };

// One kind of file that a target prints.
struct Output {
  Scope scope = Scope::article;
  std::optional<mustache::Template> body;  // none: the view as JSON
  std::optional<mustache::Template> path;
  base::Error path_place = {};  // where target.yaml gives the path
};

// An option's new value, and where it was given (for errors): `path` empty and line 0 where it was on the command line.
struct OptionValue {
  std::string name;
  std::string value;
  base::Error place = {};
};

class Target {
 public:
  // Reads and compiles a target. Unknown targets, options, keys and everything that is wrong in a template are errors
  // with their place and the nearest known name.
  static base::Result<Target> load(const std::string& name, const TargetFiles& files,
                                   const std::vector<OptionValue>& options);

  const std::string& name() const { return name_; }
  const std::string& summary() const { return summary_; }
  const std::vector<Output>& outputs() const { return outputs_; }
  // The files that it was read from, below the folders of targets: "man/target.yaml".
  const std::vector<std::string>& files() const { return files_; }
  // A number that changes whenever the target would print something else from the same view.
  std::uint64_t fingerprint() const { return fingerprint_; }

  // Appends what `output` renders of `view` to `out`. `output` must be one of outputs() with a body.
  base::Status render(const Output& output, const mustache::Value& view, base::TextBuffer& out) const;
  // The path below the output folder that `output` has for `view`: parts of letters, digits, '_', '-' and '.', none of
  // which starts with a dot.
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
