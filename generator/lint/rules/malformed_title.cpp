#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/code_text.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

using article::TitleOddity;

// "an en dash (U+2013)".
std::string dash_name(char32_t c) {
  std::string_view name = "a dash";
  if (c == 0x2013) name = "an en dash";
  if (c == 0x2014) name = "an em dash";
  if (c == 0x2212) name = "a minus sign";
  return fmt::format("{} ({})", name, format_code_point(c));
}

std::string_view bracket_name(char32_t c) {
  if (c == '[' || c == ']') return "square brackets";
  if (c == '{' || c == '}') return "curly brackets";
  return c < 0x80 ? "angle brackets" : "full-width brackets";
}

// What an odd title has that it should not have.
std::vector<std::string> surplus(std::string_view source, const article::TitleOddities& odd) {
  const auto text = [&](TitleOddity oddity) { return odd.place(oddity).of(source); };
  const auto first = [&](TitleOddity oddity) { return base::decode(source, odd.place(oddity).begin).value; };
  std::vector<std::string> parts;
  if (odd.has(TitleOddity::dash)) parts.push_back(dash_name(first(TitleOddity::dash)) + " instead of a hyphen");
  if (odd.has(TitleOddity::bracket))
    parts.push_back(fmt::format("{} instead of parentheses", bracket_name(first(TitleOddity::bracket))));
  if (odd.has(TitleOddity::suffix))
    parts.push_back(fmt::format("a number with the suffix `{}`", text(TitleOddity::suffix)));
  if (odd.has(TitleOddity::bare_hex)) parts.emplace_back("a hex code without 0x");
  if (odd.has(TitleOddity::words)) parts.push_back(fmt::format("the word `{}`", text(TitleOddity::words)));
  if (odd.has(TitleOddity::order)) parts.emplace_back("its parts in another order");
  return parts;
}

std::vector<std::string> missing_parts(const article::Dialect& dialect, const article::Title& title) {
  const article::TitleForm& form = dialect.titles().front();
  std::vector<std::string> missing;
  if (title.name.empty()) missing.emplace_back("the name of an error");
  if (form.has_decimal() && !title.code.decimal.written()) missing.emplace_back("a decimal code");
  if (form.has_hex() && !title.code.hex.written()) missing.emplace_back("a hex code");
  return missing;
}

// Why a number of the title is no code.
std::string why_no_code(std::string_view number) {
  const bool hex = number.starts_with("0x") || number.starts_with("0X");
  const std::size_t digits = number.size() - 2;
  if (hex && digits > 8 && number.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos)
    return fmt::format("{} has {} hex digits; a code has 8 at most", number, digits);
  const bool decimal = number.find_first_not_of("-0123456789") == std::string_view::npos;
  return fmt::format("{} is not {}", quoted(number), decimal ? "a 32-bit code" : "a number");
}

// Whether the numbers behind the name are more than one code: "NAME - 12000 - 12175".
bool has_several_codes(std::string_view source, const article::Title& title) {
  const std::size_t digit = source.substr(0, title.span.end).find_first_of("0123456789", title.name.end);
  if (title.code.written() || digit == std::string_view::npos) return false;
  const base::CodeText code = base::read_code_text(source, {static_cast<std::uint32_t>(digit), title.span.end});
  return code.fault == base::CodeFault::several_numbers;
}

std::string what_is_wrong(const ArticleInput& input, const article::Title& title) {
  const std::string_view source = input.source;
  if (title.span.empty() && source.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return "the file is empty: it has no title";
  }
  if (title.span.empty()) return "the article starts with a heading: it has no title";
  if (!title.too_long.empty()) return why_no_code(title.too_long.of(source));
  const std::vector<std::string> missing = missing_parts(input.dialect, title);
  const std::vector<std::string> odd = surplus(source, title.odd);
  const std::string line = quoted(title.span.of(source));
  if (has_several_codes(source, title)) {
    return fmt::format("the title has more than one code: {}; an article describes one error", line);
  }
  if (title.name.empty() && !title.code.written()) return fmt::format("the first line is not a title: {}", line);
  if (odd.empty() && missing.empty())
    return fmt::format("the title is not of the form {}: {}", input.dialect.titles().front().shown(), line);
  std::string message = "the title";
  if (!odd.empty()) message += " has " + listed(odd);
  if (!missing.empty()) message += fmt::format("{} lacks {}", odd.empty() ? "" : " and", listed(missing));
  return message + ": " + line;
}

// The title in the right form, made from its parts; empty if they are not sufficient.
std::string right_title(const ArticleInput& input, const article::Title& title) {
  const auto code = title.code.value();
  const article::TitleForm& form = input.dialect.titles().front();
  if (title.name.empty() || !code || form.has_message()) return {};
  return form.write(title.name.of(input.source), *code, title.code.decimal.notation.minus);
}

void check(const ArticleInput& input, Findings& findings) {
  const article::Title& title = input.article.title;
  if (title.well_formed || !input.encoding_issues.is_text()) return;
  findings.add({input.file, title.span}, [&](Diagnostic& finding) {
    finding.message = what_is_wrong(input, title);
    finding.label = fmt::format("expected {}", input.dialect.titles().front().shown());
    finding.blocks_output = !title.readable();
    const std::string right = right_title(input, title);
    if (right.empty()) return;
    finding.help = fmt::format("write `{}`", right);
    if (title.readable()) finding.fix = Fix{finding.location, right};
  });
}

}  // namespace

const Rule kMalformedTitle = {
    .id = "malformed-title",
    .summary = "the first line is not NAME - DECIMAL (0xHEX)",
    .explanation =
        R"(The first line of an article says which error it is about: the name, the code in decimal, and the same code
in hexadecimal in brackets. The dialect may list other forms under `titles`. This rule finds a first line of any other
form, and files without text.

Everything that is rendered takes the name and the code from this line: the enumerator, the manual page, the links from
other articles. A line that has one name and its code in another form is read, and the finding has a fix: other dashes
and brackets, a missing number, suffixes, another order. Any other line cannot be read, and `build` writes nothing until
the finding is resolved.

Write the line as NAME - DECIMAL (0xHEX): the name with its exact letters and underscores, one dash, and both
numbers.)",
    .example = "ERROR_FILE_NOT_FOUND: code 2",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::always,
    .check_article = check,
};

}  // namespace errpress::lint
