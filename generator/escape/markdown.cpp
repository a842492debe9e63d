#include "escape/markdown.h"

#include "base/clean_text.h"
#include "escape/markdown_writer.h"

namespace errpress::escape {
namespace {

enum : ByteClass {
  kEntity = 1,
  kEntityInWord,
  kName,
  kNumber,
  kColon,
  kDot,
  kRepeated,
  kParenthesis,
  kSlash,
  kSemicolon
};

constexpr bool is_word_byte(char c) { return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

struct MarkdownRules {
  static constexpr ClassTable kTable = ClassTable{}
                                           .set("`<>[]{}*^|\\\"'", kEntity)
                                           .set("&~=+#$!@%", kEntityInWord)
                                           .set("_", kName)
                                           .set("x", kNumber)
                                           .set(":", kColon)
                                           .set(".", kDot)
                                           .set("-,?", kRepeated)
                                           .set("(", kParenthesis)
                                           .set("/", kSlash)
                                           .set(";", kSemicolon);
  static constexpr bool kNamesInCode = true;

  static bool may_open_code(ByteClass cls, Place place) {
    switch (cls) {
      case kEntityInWord:
      case kName:
        return true;
      case kNumber:
        return place.before() == '0' && base::is_hex_digit(place.after());
      case kColon:
      case kDot:
        return place.after() != ' ' || (place.before() | 0x20) == 'w';
      default:
        return false;
    }
  }

  static bool encodes(ByteClass cls, Place place) {
    switch (cls) {
      case kNumber:
        return false;
      case kDot:
        return starts_ellipsis_or_host(place);
      case kRepeated:
        return is_repeated(place) || (place.text[place.at] == '-' && (place.after() == ')' || place.last()));
      case kSemicolon:
        return place.last();  // ";)" if the template continues with ')'
      case kParenthesis:
        return starts_sign(place);
      case kSlash:
        return is_fraction(place);
      default:
        return true;
    }
  }

  static std::size_t encoded_at_start(std::string_view out, std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    if (std::string_view("-.)?/,").find(text[0]) != std::string_view::npos) return 0;
    if (text[0] == '(' && out.ends_with(']')) return 0;  // else the link destination of the template's brackets
    if (out.ends_with('(') && is_sign_letter(text[0])) return 0;
    if (text.starts_with("import") || text.starts_with("export")) return 0;
    return list_delimiter(text);
  }

  static void append(base::TextBuffer& out, char c) { append_entity(out, c); }

 private:
  // ".." and "example.com": markdown-it links host names even without "www.".
  static bool starts_ellipsis_or_host(Place place) {
    const char after = place.after();
    return place.before() == '.' || after == '.' ||
           (is_word_byte(place.before()) && is_word_byte(after) && !base::is_digit(after));
  }

  // "--" and similar runs, which typographer extensions replace with other characters.
  static bool is_repeated(Place place) {
    const char c = place.text[place.at];
    return place.before() == c || place.after() == c;
  }

  // (c) (r) (tm) (p), also if the template supplies a part of it.
  static bool starts_sign(Place place) { return place.last() || is_sign_letter(place.after()); }

  static bool is_sign_letter(char c) {
    const char lower = static_cast<char>(c | 0x20);
    return lower == 'c' || lower == 'r' || lower == 't' || lower == 'p';
  }

  // "1/2" and "c/o".
  static bool is_fraction(Place place) {
    return (base::is_digit(place.before()) && base::is_digit(place.after())) ||
           (place.before() == 'c' && place.after() == 'o');
  }
};

}  // namespace

void append_markdown(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  MarkdownWriter<MarkdownRules>(out, without_needless_space(out, base::cleaned(text, traits, scratch))).write(false);
}

}  // namespace errpress::escape
