// Mustache templates (https://mustache.github.io/mustache.5.html), compiled once and rendered many times.
//
// The language is standard Mustache: {{x}} escaped, {{{x}}} and {{&x}} raw, {{#x}} and {{^x}} sections, {{.}} and
// dotted names, {{! }} comments, {{>x}} partials, {{=<% %>=}} delimiters. There is one extension, in ordinary
// Mustache syntax: the section {{#escape.NAME}}...{{/escape.NAME}} renders its content, including partials, with the
// escaper of that name. It is resolved when the template is compiled, and opens no context.
//
// A standalone partial tag indents each non-empty line of the partial, but not the lines of a multi-line value.
// A Template is a value type, const and thread-safe.
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

// `file` is the template's name in errors.
struct TemplateSource {
  std::string file;
  std::string text;
};

using PartialLoader = std::function<std::optional<TemplateSource>(std::string_view name)>;

// strict: unknown names and other certain mistakes are errors. lenient: as the Mustache specification requires, unknown
// names and missing partials render as nothing, and partials may include themselves; escape.NAME has no special
// meaning.
enum class TemplateMode : std::uint8_t { strict, lenient };

// What one page may take. Partials that include others more than once, and nested lists, can render 2^n copies of a
// text.
struct RenderLimits {
  std::size_t steps = std::size_t{1} << 26;  // partials and list items
  std::size_t bytes = std::size_t{1} << 30;
};

struct CompileOptions {
  // The keys of the views that the template will render. A name that is not in the table at compile time stays unknown.
  // The table must outlive the template.
  const KeyTable& keys;
  // The escaper of {{x}}; with nullptr, values are rendered raw.
  const Escaper* escaper = nullptr;
  // The escapers that {{#escape.NAME}} can select.
  std::span<const Escaper> escapers = {};
  // Finds a partial by the name in its tag. If empty, no partials exist.
  PartialLoader load_partial = {};
  // The names of all partials, used to suggest the nearest in an error; may be empty.
  std::vector<std::string> partial_names = {};
  TemplateMode mode = TemplateMode::strict;
  RenderLimits limits = {};
};

struct Program;

class Template {
 public:
  // Errors carry the file, line and column of the tag. Unknown names, missing partials and cycles of partials are
  // errors in strict templates. In both modes sections and partials may be nested at most 100 levels deep.
  static base::Result<Template> compile(TemplateSource source, const CompileOptions& options);

  // Appends the rendered text to `out`; on an error `out` is unchanged. Names are looked up in the innermost context
  // first. `roots` (at least one) are the outermost contexts, outermost first.
  //
  // A strict template fails, with the place of the tag, if no context has a name, if a dotted name goes through null,
  // and if the value to render is null, a list or an object. Both modes fail if more than 256 contexts or calls of
  // partials are open at once.
  base::Status render(std::span<const Value> roots, base::TextBuffer& out) const;
  base::Status render(const Value& root, base::TextBuffer& out) const { return render(std::span(&root, 1), out); }

 private:
  explicit Template(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  std::shared_ptr<const Program> program_;
};

}  // namespace errpress::mustache
