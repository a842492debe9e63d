// The conventions of one corpus: section headings and their aliases, templates (which sections, in which order), the
// labels of key/value lists, the forms of titles, the shape and the prefixes of names. Read from a YAML file; a default
// is embedded. Const after loading, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "article/name_shape.h"
#include "article/title_form.h"
#include "base/hash.h"
#include "base/result.h"

namespace errpress::article {

enum class SectionRole : std::uint8_t { prose, references, faq };

struct DialectSection {
  std::string kind;     // the section's snake_case name in views and configuration
  std::string heading;  // the preferred spelling; aliases are the others
  SectionRole role = SectionRole::prose;
  bool own_fields = false;   // fields on any line here describe the article's own error ("Error Code: 5")
  bool subheadings = false;  // a bare line between blank lines is a sub-heading here, not a section
  bool dash_steps = false;   // "- text" lines are steps here: the collapsed rendering omits their numbers
};

// A line that is the heading of a section.
struct Heading {
  std::uint16_t section = 0;  // index into sections()
  std::string_view text;      // the part of the line without "#" signs, emphasis and a final colon
  bool misspelt = false;      // one letter off
};

enum class FieldKey : std::uint8_t { other, name, code, decimal, hex, message };

// Whether a title states a code.
enum class CodeNeed : std::uint8_t { required, optional, none };

struct DialectTemplate {
  std::string name;
  std::vector<std::uint16_t> sections;  // indices into sections()
};

class Dialect {
 public:
  // `path` is used in errors only. Unknown keys, unknown sections in a template, repeated headings, and titles and
  // names that are no patterns are errors with line and column. `parent` is the dialect that `extends: default`
  // extends.
  static base::Result<Dialect> parse(std::string_view yaml, const std::string& path, std::string_view parent = {});

  const std::vector<DialectSection>& sections() const { return sections_; }
  const std::vector<DialectTemplate>& templates() const { return templates_; }
  // The forms of titles, at least one; the first is the one that messages suggest.
  const std::vector<TitleForm>& titles() const { return titles_; }
  const NameShape& names() const { return names_; }
  CodeNeed code_need() const { return code_need_; }
  // The section whose heading or alias the whole line is: as it is, in another letter case ("RELATED ERRORS", but not
  // in lower case), decorated ("## Related Errors", "**Related Errors:**"), or one letter off if it has seven letters.
  std::optional<Heading> find_heading(std::string_view line) const;
  // The field with this label. Ignores case.
  std::optional<FieldKey> find_field(std::string_view label) const;
  // Length of the longest field label, in bytes.
  std::size_t longest_field() const { return longest_field_; }
  // Whether `word` starts with one of the dialect's name prefixes.
  bool has_prefix(std::string_view word) const;
  // The offset at which a second name begins inside `word` ("ERROR_ONEERROR_TWO" -> 9), if there is one.
  std::optional<std::size_t> find_glue(std::string_view word) const;

 private:
  friend class DialectReader;
  // Allows look-up by string_view without constructing a string.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return base::hash_of(text); }
  };
  template <typename T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  std::optional<std::uint16_t> find_exact(std::string_view heading) const;
  std::optional<std::uint16_t> find_close(std::string_view folded) const;

  std::vector<DialectSection> sections_;
  std::vector<DialectTemplate> templates_;
  std::vector<TitleForm> titles_;
  NameShape names_;
  CodeNeed code_need_ = CodeNeed::required;
  Table<std::uint16_t> headings_;
  Table<std::uint16_t> folded_headings_;  // in lower case
  std::vector<std::pair<std::string, FieldKey>> fields_;
  std::vector<std::string> prefixes_;
  std::size_t longest_heading_ = 0;
  std::size_t longest_field_ = 0;
};

}  // namespace errpress::article
