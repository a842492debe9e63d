#include "base/text_traits.h"

#include <doctest/doctest.h>

#include <array>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "escape/escapers.h"
#include "escape/markdown_tokens.h"
#include "escape/payloads.h"

namespace errpress::base {
namespace {

bool holds(std::string_view text, std::string_view any_of) {
  return text.find_first_of(any_of) != std::string_view::npos;
}

// The traits as text_traits.h words them, byte by byte.
Traits traits_by_definition(std::string_view text) {
  unsigned traits = is_clean(text) ? 0 : trait::kUnclean;
  const bool module = std::regex_search(std::string(text), std::regex("^(import|export)(?![A-Za-z])"));
  if (text.empty() || !is_letter(text.front()) || module) traits |= trait::kOddStart;
  const bool plain_end =
      !text.empty() && (is_letter_or_digit(text.back()) || holds(text.substr(text.size() - 1), ".,;:!?)"));
  if (!plain_end) traits |= trait::kOddEnd;
  const std::string framed = " " + std::string(text) + " ";
  for (std::size_t i = 1; i + 1 < framed.size(); ++i) {
    const char before = framed[i - 1];
    const char after = framed[i + 1];
    if (static_cast<unsigned char>(framed[i]) >= 0x80) traits |= trait::kNotAscii;
    if (framed[i] == '.' && (before == ' ' || before == 'w' || before == 'W')) traits |= trait::kOddDot;
    if (framed[i] == ':' && after != ' ') traits |= trait::kOddColon;
    const bool inside_word = is_letter_or_digit(before) && is_letter_or_digit(after);
    if (framed[i] == '_' && !inside_word) traits |= trait::kOddUnderscore;
  }
  if (holds(text, "!")) traits |= trait::kBang;
  if (holds(text, "?")) traits |= trait::kQuestion;
  if (holds(text, "-")) traits |= trait::kHyphen;
  if (holds(text, "\"'")) traits |= trait::kQuote;
  if (holds(text, "`^~")) traits |= trait::kAccent;
  if (holds(text, "\\")) traits |= trait::kBackslash;
  if (holds(text, "/")) traits |= trait::kSlash;
  if (holds(text, "<>[]{}*|&#$@%")) traits |= trait::kMarkup;
  return static_cast<Traits>(traits);
}

// All texts of up to three characters that make a difference somewhere.
std::vector<std::string> short_texts() {
  constexpr std::string_view kAlphabet = "aW1 ._:!?-\"'`~\\/<{*|&#@%()+,;=\n\x7F\xC3";
  std::vector<std::string> texts = {""};
  for (std::size_t first = 0, size = 1; size <= 3; ++size) {
    const std::size_t end = texts.size();
    for (std::size_t i = first; i < end; ++i) {
      for (const char c : kAlphabet) texts.push_back(texts[i] + c);
    }
    first = end;
  }
  return texts;
}

// One issue at every place of texts as long as the blocks that traits_of looks at, and around that.
std::vector<std::string> long_texts() {
  std::vector<std::string> texts;
  for (const std::size_t size : {7U, 8U, 9U, 15U, 16U, 17U, 18U, 63U, 64U, 65U, 66U, 129U, 200U}) {
    std::string plain;
    while (plain.size() < size) plain += "a word, ";
    plain.resize(size);
    texts.push_back(plain);
    for (const std::string_view odd : {"  ", "\xC3\x84", "\t", "?", " .", "w.", "__", ":x"}) {
      for (std::size_t at = 0; at + odd.size() <= size; ++at) {
        std::string text = plain;
        texts.push_back(text.replace(at, odd.size(), odd));
      }
    }
  }
  return texts;
}

// What a template appends without asking the escaper.
bool is_left_alone(const mustache::Escaper& escaper, std::string_view text) {
  return ((traits_of(text) | trait::kAny) & escaper.relevant_traits) == 0;
}

std::string appended(const mustache::Escaper& escaper, std::string_view before, std::string_view text, Traits traits) {
  TextBuffer out(before);
  escaper.append(out, text, traits);
  return std::string(out.view());
}

}  // namespace

TEST_CASE("traits are as their definition says") {
  for (const auto& texts : {short_texts(), long_texts(), testing::hostile_texts()}) {
    for (const std::string& text : texts) {
      if (traits_of(text) == traits_by_definition(text)) continue;
      CAPTURE(text);
      CHECK(traits_of(text) == traits_by_definition(text));
    }
  }
}

TEST_CASE("what an escaper appends does not depend on whether it knows the traits") {
  for (const mustache::Escaper& escaper : escape::escapers()) {
    CAPTURE(escaper.name);
    for (const std::string_view before : {"", "x", "x\n", "x ", "x\n.B ", "`", "]", "*", "/", "1", "a \\&", "a ("}) {
      CAPTURE(before);
      for (const auto& texts : {short_texts(), long_texts(), testing::hostile_texts()}) {
        for (const std::string& text : texts) {
          const std::string want = appended(escaper, before, text, kUnknownTraits);
          const bool left_alone = !is_left_alone(escaper, text) || want == std::string(before) + text;
          if (left_alone && appended(escaper, before, text, traits_of(text)) == want) continue;
          CAPTURE(text);
          CHECK(left_alone);
          CHECK(appended(escaper, before, text, traits_of(text)) == want);
        }
      }
    }
  }
}

TEST_CASE("numbers have the traits that the engine gives them") {
  for (const std::string_view number : {"0", "13002", "4294967295", "0x363B"}) {
    CHECK((traits_of(number) & ~kNumberTraits) == 0);
  }
  CHECK(traits_of("true") == kNoTraits);
  CHECK(traits_of("false") == kNoTraits);
}

}  // namespace errpress::base
