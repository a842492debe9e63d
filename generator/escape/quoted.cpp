#include "escape/quoted.h"

#include <fmt/format.h>

#include <iterator>

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kBackslash = 1, kLessThan, kNotAscii };

constexpr ClassTable kYaml = ClassTable{}.set("\"\\", kBackslash).set_range(0x7F, 0xFF, kNotAscii);
constexpr ClassTable kJson = ClassTable{}.set("\"\\", kBackslash).set("<", kLessThan);

}  // namespace

void append_yaml(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  const std::string_view clean = base::cleaned(text, traits, scratch);
  append_by_class(out, clean, kYaml, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (kYaml[clean[at]] == kBackslash) {
      writer.replace(at, 0, "\\");
      return at + 1;
    }
    const base::CodePoint point = base::decode(clean, at);
    const auto value = static_cast<std::uint32_t>(point.value);
    writer.replace(at, point.size, {});
    if (value <= 0xFFFF) {
      fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
    } else {
      fmt::format_to(std::back_inserter(out), "\\U{:08X}", value);
    }
    return at + point.size;
  });
}

void append_json(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  const std::string_view clean = base::cleaned(text, traits, scratch);
  append_by_class(out, clean, kJson, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (clean[at] == '<') {
      writer.replace(at, 1, "\\u003c");
    } else {
      writer.replace(at, 0, "\\");
    }
    return at + 1;
  });
}

}  // namespace errpress::escape
