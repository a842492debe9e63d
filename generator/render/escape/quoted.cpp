#include "render/escape/quoted.h"

#include <fmt/format.h>

#include <iterator>

#include "render/escape/class_table.h"
#include "render/escape/clean_text.h"
#include "text/utf8.h"

namespace errpress::render {
namespace {

enum : ByteClass { kBackslash = 1, kLessThan, kNotAscii };

constexpr ClassTable kYaml = ClassTable{}.set("\"\\", kBackslash).set_range(0x7F, 0xFF, kNotAscii);
constexpr ClassTable kJson = ClassTable{}.set("\"\\", kBackslash).set("<", kLessThan);

}  // namespace

void append_yaml(TextBuffer& out, std::string_view text, Traits traits) {
  TextBuffer scratch;
  const std::string_view clean = cleaned(text, traits, scratch);
  append_by_class(out, clean, kYaml, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (kYaml[clean[at]] == kBackslash) {
      writer.replace(at, 0, "\\");
      return at + 1;
    }
    const text::CodePoint point = text::decode(clean, at);
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

void append_json(TextBuffer& out, std::string_view text, Traits traits) {
  TextBuffer scratch;
  const std::string_view clean = cleaned(text, traits, scratch);
  append_by_class(out, clean, kJson, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (clean[at] == '<') {
      writer.replace(at, 1, "\\u003c");
    } else {
      writer.replace(at, 0, "\\");
    }
    return at + 1;
  });
}

}  // namespace errpress::render
