// Mustache templates (https://mustache.github.io/mustache.5.html), compiled once and rendered often.
//
// The language is the published one: {{x}} escaped, {{{x}}} and {{&x}} raw, {{#x}} and {{^x}} sections, {{.}} and
// dotted names, {{! }} comments, {{>x}} partials, {{=<% %>=}} delimiters. There is one addition, in ordinary Mustache
// syntax: the section {{#escape.NAME}}...{{/escape.NAME}} prints its content, partials included, with the escaper of
// that name. It is settled when the template is compiled, and opens no context.
//
// A standalone partial tag indents each line of the partial that is not empty; a value that spans lines is left alone.
// A Template is a value, const and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "mustache/escaper.h"
#include "mustache/value.h"

namespace errpress::mustache {

// `file` is what errors call the template.
struct TemplateSource {
  std::string file;
  std::string text;
};

using PartialLoader = std::function<std::optional<TemplateSource>(std::string_view name)>;

// strict: what is surely a mistake is an error. lenient: the behaviour that the Mustache specification asks for, where
// unknown names and missing partials print nothing, and partials may include themselves; escape.NAME means nothing
// special.
enum class TemplateMode : std::uint8_t { strict, lenient };

// What one page may take. Partials that include others more than once, and lists in lists, can print 2^n copies of a
// text.
struct RenderLimits {
  std::size_t steps = std::size_t{1} << 26;  // partials and list items
  std::size_t bytes = std::size_t{1} << 30;
};

struct CompileOptions {
  // The keys of the views to come: a name that is not there when a template is compiled is unknown to it for good.
  // The table must outlive the template.
  const KeyTable& keys;
  // What {{x}} is escaped by; nullptr prints it raw.
  const Escaper* escaper = nullptr;
  // What {{#escape.NAME}} chooses from.
  std::span<const Escaper> escapers = {};
  // Finds partials by the name in the tag; none are found where it is empty.
  PartialLoader load_partial = {};
  // The names of all partials, to name the nearest in an error; may be empty.
  std::vector<std::string> partial_names = {};
  TemplateMode mode = TemplateMode::strict;
  RenderLimits limits = {};
};

struct Program;

class Template {
 public:
  // Errors carry file, line and column of the tag. Besides unknown names and partials, strict templates must not
  // contain cycles of partials. In both modes sections and partials nest 100 deep at most.
  static base::Result<Template> compile(TemplateSource source, const CompileOptions& options);

  // Appends the rendered text to `out`; on an error `out` stays as it was. Names are looked for in the innermost
  // context first; `roots`, at least one, are the outermost contexts, the outermost of all first.
  //
  // A strict template fails, with the place of the tag, on a name that no context has, on a dotted name through null,
  // and on printing a null, a list or an object. Both kinds fail where more than 256 contexts or calls of partials are
  // open at once.
  base::Status render(std::span<const Value> roots, base::TextBuffer& out) const;
  base::Status render(const Value& root, base::TextBuffer& out) const { return render(std::span(&root, 1), out); }

 private:
  explicit Template(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  std::shared_ptr<const Program> program_;
};

}  // namespace errpress::mustache
