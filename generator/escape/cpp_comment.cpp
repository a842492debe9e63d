#include "escape/cpp_comment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kCommand = 1, kDelimiter, kNotAscii };

constexpr ClassTable kComment =
    ClassTable{}.set("@\\<&#%", kCommand).set("*/", kDelimiter).set_range(0x80, 0xFF, kNotAscii);

struct Range {
  char32_t first;
  char32_t last;
};

// Characters that show nothing or reorder what stands around them: Unicode's Default_Ignorable_Code_Point without
// variation selectors, and its interlinear annotation marks.
constexpr std::array kUnseen = {
    Range{0x00AD, 0x00AD}, Range{0x034F, 0x034F},   Range{0x061C, 0x061C},   Range{0x115F, 0x1160},
    Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},   Range{0x200B, 0x200F},   Range{0x202A, 0x202E},
    Range{0x2060, 0x206F}, Range{0x3164, 0x3164},   Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

bool is_unseen(char32_t c) {
  return std::any_of(kUnseen.begin(), kUnseen.end(), [c](Range range) { return c >= range.first && c <= range.last; });
}

bool is_delimiter_pair(char first, char second) {
  return (first == '*' && second == '/') || (first == '/' && second == '*');
}

void append_inside(base::TextBuffer& out, std::string_view text) {
  append_by_class(out, text, kComment, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    switch (kComment[text[at]]) {
      case kCommand:
        writer.replace(at, 0, "\\");
        return at + 1;
      case kDelimiter:
        if (is_delimiter_pair(writer.before(at), text[at])) writer.replace(at, 0, " ");
        return at + 1;
      default:
        break;
    }
    const base::CodePoint point = base::decode(text, at);
    if (is_unseen(point.value)) {
      writer.replace(at, point.size, {});
      fmt::format_to(std::back_inserter(out), "\\<U+{:04X}>", static_cast<std::uint32_t>(point.value));
    }
    return at + point.size;
  });
}

}  // namespace

void append_cpp_comment(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  std::string_view clean = without_needless_space(out, base::cleaned(text, traits, scratch));
  // A blank between a backslash and the line's end would not keep the next line out, so the end is judged without it.
  const bool ends_in_blank = clean.ends_with(' ');
  if (ends_in_blank) clean.remove_suffix(1);
  append_inside(out, clean);
  if (!clean.empty() && (out.ends_with('\\') || out.ends_with('*') || out.ends_with("?\?/"))) out += " .";
  if (ends_in_blank) out += ' ';
}

}  // namespace errpress::escape
