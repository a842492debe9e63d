#include "render/view_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "render/escape/clean_text.h"
#include "text/name.h"

namespace errpress::render {

Value known_text(std::string_view text) { return Value::text(text, traits_of(text)); }

Value clean_text(std::string_view text, ViewArena& arena) {
  const Value value = known_text(text);
  if ((value.traits & trait::kUnclean) == 0) return value;
  TextBuffer cleaned;
  append_clean(cleaned, text);
  return known_text(arena.copy(cleaned));
}

Value text_or_null(std::string_view text, ViewArena& arena) {
  return text.empty() ? Value::null() : clean_text(text, arena);
}

namespace {

Value decimal_text(std::uint32_t value, ViewArena& arena) {
  const fmt::format_int text(value);
  return Value::text(arena.copy(std::string_view(text.data(), text.size())), kNumberTraits);
}

Value hex_text(std::uint32_t value, ViewArena& arena) {
  std::array<char, 10> buffer{'0', 'x'};
  char* const digits = buffer.data() + 2;
  char* const end = std::to_chars(digits, buffer.data() + buffer.size(), value, 16).ptr;
  std::transform(digits, end, digits, text::to_upper);
  return Value::text(arena.copy(std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data()))),
                     kNumberTraits);
}

Value code_object(Value value, Value decimal, Value hex, ViewArena& arena) {
  return make_object(arena, {{kKeyValue, value}, {kKeyDecimal, decimal}, {kKeyHex, hex}});
}

}  // namespace

Value code_view(const text::Code& code, std::string_view source, ViewArena& arena) {
  if (!code.written()) return Value::null();
  const auto value = code.value();
  const Value decimal =
      code.decimal.written() ? known_text(code.decimal.span.of(source)) : decimal_text(code.hex.value, arena);
  const Value hex = code.mismatched() ? known_text(code.hex.span.of(source)) : hex_text(*value, arena);
  return code_object(value ? Value::number(*value) : Value::null(), decimal, hex, arena);
}

Value code_view(std::uint32_t value, ViewArena& arena) {
  return code_object(Value::number(value), decimal_text(value, arena), hex_text(value, arena), arena);
}

Value date_view(const article::Date& date, ViewArena& arena) {
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

// Whether a note tells a reader of the page something new: it does not just point at another place of the corpus, and
// no message and no note before it says the same.
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

Value findings_view(std::span<const lint::Diagnostic* const> findings, ViewArena& arena) {
  if (findings.empty()) return Value::list({});
  std::vector<Value> items;
  items.reserve(findings.size());
  std::vector<std::string_view> told;
  for (const lint::Diagnostic* finding : findings) {
    std::vector<Value> notes;
    for (const lint::Note& note : finding->notes) {
      if (!is_news(note, findings, told)) continue;
      told.push_back(note.message);
      notes.push_back(clean_text(arena.copy(note.message), arena));
    }
    items.push_back(make_object(arena, {{kKeyRule, Value::text(finding->rule)},
                                        {kKeySeverity, Value::text(lint::to_string(finding->severity))},
                                        {kKeyMessage, clean_text(arena.copy(finding->message), arena)},
                                        {kKeyNotes, Value::list(arena.copy(notes))}}));
  }
  return Value::list(arena.copy(items));
}

void add_once(std::vector<const lint::Diagnostic*>& findings, const lint::Diagnostic* diagnostic) {
  if (std::find(findings.begin(), findings.end(), diagnostic) == findings.end()) findings.push_back(diagnostic);
}

}  // namespace errpress::render
