#include "render/escape/html.h"

#include "render/escape/class_table.h"
#include "render/escape/clean_text.h"
#include "text/utf8.h"

namespace errpress::render {
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

void append_html(TextBuffer& out, std::string_view text, Traits /*traits*/) {
  append_by_class(out, text, kHtml, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (kHtml[text[at]] == kMarkup) {
      writer.replace(at, 1, entity(text[at]));
      return at + 1;
    }
    const std::size_t size = text::decode(text, at).size;
    writer.replace(at, size, {});
    append_clean(out, text.substr(at, size));
    return at + size;
  });
}

}  // namespace errpress::render
