#include "base/clean_text.h"
#include "escape/markdown.h"
#include "escape/markdown_writer.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kEntity = 1, kEntityInWord, kUnderscore, kBang, kColon, kAt, kDot };

struct CommonMarkRules {
  static constexpr ClassTable kTable = ClassTable{}
                                           .set("`<[]{*|\\", kEntity)
                                           .set("&~#$", kEntityInWord)
                                           .set("_", kUnderscore)
                                           .set("!", kBang)
                                           .set(":", kColon)
                                           .set("@", kAt)
                                           .set(".", kDot);
  static constexpr bool kNamesInCode = false;

  static bool may_open_code(ByteClass cls, Place place) {
    switch (cls) {
      case kEntityInWord:
      case kAt:
        return true;
      case kUnderscore:
        return !is_inside_word(place);
      case kColon:
        return place.after() != ' ';
      case kDot:
        return (place.before() | 0x20) == 'w';
      default:
        return false;
    }
  }

  static bool encodes(ByteClass cls, Place place) {
    switch (cls) {
      case kEntity:
      case kEntityInWord:
        return true;
      case kUnderscore:
        return !is_inside_word(place);
      case kBang:
        return place.last() || place.after() == '[';  // an image, also if '[' comes from the template after the value
      default:
        return false;
    }
  }

  static std::size_t encoded_at_start(std::string_view out, std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    if (std::string_view("-+=>:").find(text[0]) != std::string_view::npos) return 0;
    if (text[0] == '(' && out.ends_with(']')) return 0;
    if ((text[0] == '.' || text[0] == ')') && !out.empty() && base::is_digit(out.back())) return 0;
    if (base::starts_module_line(text) && (out.empty() || out.back() == '\n')) return 0;
    return list_delimiter(text);
  }

  static void append(base::TextBuffer& out, char c) {
    switch (c) {
      case '&':
        out += "&amp;";
        return;
      case '<':
        out += "&lt;";
        return;
      default:
        append_entity(out, c);
        return;
    }
  }

 private:
  // An underscore between two letters or digits neither opens nor closes emphasis.
  static bool is_inside_word(Place place) {
    return is_letter_or_digit(place.before()) && is_letter_or_digit(place.after());
  }
};

}  // namespace

void append_commonmark(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  const bool only_start = (traits & kCommonMarkTraits) == base::trait::kOddStart;
  if (only_start && !text.starts_with(' ') && CommonMarkRules::encoded_at_start(out, text) == std::string_view::npos) {
    out += text;  // most numbers end up here
    return;
  }
  base::TextBuffer scratch;
  MarkdownWriter<CommonMarkRules>(out, without_needless_space(out, base::cleaned(text, traits, scratch)))
      .write(only_start);
}

}  // namespace errpress::escape
