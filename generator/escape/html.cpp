#include "escape/html.h"

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kMarkup = 1, kUncommon };

constexpr ClassTable kHtml = ClassTable{}
                                 .set("&<>\"'", kMarkup)
                                 .set_range(0x00, 0x1F, kUncommon)
                                 .set("\t\n\r", kPlain)
                                 .set_range(0x7F, 0x7F, kUncommon)
                                 .set_range(0x80, 0xFF, kUncommon);

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

void append_html(base::TextBuffer& out, std::string_view text, base::Traits /*traits*/) {
  append_by_class(out, text, kHtml, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (kHtml[text[at]] == kMarkup) {
      writer.replace(at, 1, entity(text[at]));
      return at + 1;
    }
    const std::size_t size = base::decode(text, at).size;
    writer.replace(at, size, {});
    base::append_clean(out, text.substr(at, size));
    return at + size;
  });
}

}  // namespace errpress::escape
