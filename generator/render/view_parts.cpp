#include "render/view_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/clean_text.h"
#include "base/name.h"

namespace errpress::render {

mustache::Value known_text(std::string_view text) { return mustache::Value::text(text, base::traits_of(text)); }

mustache::Value clean_text(std::string_view text, mustache::ViewArena& arena) {
  const mustache::Value value = known_text(text);
  if ((value.traits & base::trait::kUnclean) == 0) return value;
  base::TextBuffer buffer;
  base::append_clean(buffer, text);
  return known_text(arena.copy(buffer));
}

mustache::Value text_or_null(std::string_view text, mustache::ViewArena& arena) {
  return text.empty() ? mustache::Value::null() : clean_text(text, arena);
}

namespace {

mustache::Value decimal_text(std::uint32_t value, mustache::ViewArena& arena) {
  const fmt::format_int text(value);
  return mustache::Value::text(arena.copy(std::string_view(text.data(), text.size())), base::kNumberTraits);
}

mustache::Value hex_text(std::uint32_t value, mustache::ViewArena& arena) {
  std::array<char, 10> buffer{'0', 'x'};
  char* const digits = buffer.data() + 2;
  char* const end = std::to_chars(digits, buffer.data() + buffer.size(), value, 16).ptr;
  std::transform(digits, end, digits, base::to_upper);
  return mustache::Value::text(
      arena.copy(std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data()))), base::kNumberTraits);
}

mustache::Value code_object(mustache::Value value, mustache::Value decimal, mustache::Value hex,
                            mustache::ViewArena& arena) {
  return make_object(arena, {{key("value"), value}, {key("decimal"), decimal}, {key("hex"), hex}});
}

}  // namespace

mustache::Value code_view(const base::Code& code, std::string_view source, mustache::ViewArena& arena) {
  if (!code.written()) return mustache::Value::null();
  const auto value = code.value();
  const mustache::Value decimal =
      code.decimal.written() ? known_text(code.decimal.span.of(source)) : decimal_text(code.hex.value, arena);
  const mustache::Value hex = code.mismatched() ? known_text(code.hex.span.of(source)) : hex_text(*value, arena);
  return code_object(value ? mustache::Value::number(*value) : mustache::Value::null(), decimal, hex, arena);
}

mustache::Value code_view(std::uint32_t value, mustache::ViewArena& arena) {
  return code_object(mustache::Value::number(value), decimal_text(value, arena), hex_text(value, arena), arena);
}

mustache::Value date_view(const article::Date& date, mustache::ViewArena& arena) {
  std::array<char, 10> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
  const auto write = [&](std::size_t end, int number) {
    for (; number != 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
  };
  write(4, date.year);
  write(7, date.month);
  write(10, date.day);
  return known_text(arena.copy(std::string_view(text.data(), text.size())));
}

namespace {

// Whether a note is new to a reader of the page: it does not merely point to another place in the corpus, and no
// message or earlier note says the same.
bool is_news(const lint::Note& note, std::span<const lint::Diagnostic* const> findings,
             std::span<const std::string_view> told) {
  if (note.claims) return false;
  const auto says_it = [&](const lint::Diagnostic* finding) {
    return finding->message.find(note.message) != std::string::npos;
  };
  return std::none_of(findings.begin(), findings.end(), says_it) &&
         std::find(told.begin(), told.end(), note.message) == told.end();
}

}  // namespace

mustache::Value findings_view(std::span<const lint::Diagnostic* const> findings, mustache::ViewArena& arena) {
  if (findings.empty()) return mustache::Value::list({});
  std::vector<mustache::Value> items;
  items.reserve(findings.size());
  std::vector<std::string_view> told;
  for (const lint::Diagnostic* finding : findings) {
    std::vector<mustache::Value> notes;
    for (const lint::Note& note : finding->notes) {
      if (!is_news(note, findings, told)) continue;
      told.push_back(note.message);
      notes.push_back(clean_text(arena.copy(note.message), arena));
    }
    items.push_back(make_object(arena, {{key("rule"), mustache::Value::text(finding->rule)},
                                        {key("severity"), mustache::Value::text(lint::to_string(finding->severity))},
                                        {key("message"), clean_text(arena.copy(finding->message), arena)},
                                        {key("notes"), mustache::Value::list(arena.copy(notes))}}));
  }
  return mustache::Value::list(arena.copy(items));
}

void add_once(std::vector<const lint::Diagnostic*>& findings, const lint::Diagnostic* diagnostic) {
  if (std::find(findings.begin(), findings.end(), diagnostic) == findings.end()) findings.push_back(diagnostic);
}

}  // namespace errpress::render
