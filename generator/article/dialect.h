// What a house calls its headings: sections with their aliases, the templates (which sections, in which order) and the
// keys of key/value lists. It is data: a YAML file, with an embedded default. Const after loading, thread-safe.
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

#include "base/hash.h"
#include "base/result.h"

namespace errpress::article {

enum class SectionRole : std::uint8_t { prose, references, faq };

struct DialectSection {
  std::string kind;     // snake_case: what views and configuration call it
  std::string heading;  // as printed
  SectionRole role = SectionRole::prose;
  bool own_fields = false;   // fields in any line here are about the article's own error ("Error Code: 5")
  bool subheadings = false;  // a bare line set off by blank lines is a sub-heading here, not a section
  bool dash_steps = false;   // a list of "- text" lines is steps here: the collapsed rendering lost their numbers
};

enum class FieldKey : std::uint8_t { other, name, code, decimal, hex, message };

struct DialectTemplate {
  std::string name;
  std::vector<std::uint16_t> sections;  // indices into sections()
};

class Dialect {
 public:
  // `path` is used in errors only. Unknown keys, unknown sections in a template and repeated headings are errors with
  // line and column.
  static base::Result<Dialect> parse(std::string_view yaml, const std::string& path);

  const std::vector<DialectSection>& sections() const { return sections_; }
  const std::vector<DialectTemplate>& templates() const { return templates_; }
  // By heading or alias, the whole line.
  std::optional<std::uint16_t> find_heading(std::string_view line) const;
  // By label, in any letter case.
  std::optional<FieldKey> find_field(std::string_view label) const;
  // In bytes: no field's label is longer.
  std::size_t longest_field() const { return longest_field_; }
  // Whether a word begins as names do here: with one of the prefixes.
  bool has_prefix(std::string_view word) const;
  // Where a second name begins inside `word` ("ERROR_ONEERROR_TWO" -> 9); nothing where one name fills it.
  std::optional<std::size_t> find_glue(std::string_view word) const;

 private:
  friend class DialectReader;
  // Lets a string_view be looked up without making a string of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return base::hash_of(text); }
  };
  template <typename T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  std::vector<DialectSection> sections_;
  std::vector<DialectTemplate> templates_;
  Table<std::uint16_t> headings_;
  std::vector<std::pair<std::string, FieldKey>> fields_;
  std::vector<std::string> prefixes_;
  std::size_t longest_heading_ = 0;
  std::size_t longest_field_ = 0;
};

}  // namespace errpress::article
