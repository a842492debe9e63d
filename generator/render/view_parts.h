// What the views of articles and of the corpus have in common: objects, clean text, codes and findings. What is made
// lives in the arena; text stays where it is wherever it is clean already. Thread-safe for different arenas.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "render/findings_index.h"
#include "render/template/view.h"
#include "render/template/view_keys.h"
#include "text/code.h"

namespace errpress::render {

inline constexpr int kViewVersion = 1;

template <std::size_t count>
Value make_object(ViewArena& arena, const Field (&fields)[count]) {
  return Value::object(arena.copy(fields));
}

// Text with its traits, as it is.
Value known_text(std::string_view text);
// Text as views give it: valid UTF-8 on one line, without control characters. Points into `text` where that is so
// already.
Value clean_text(std::string_view text, ViewArena& arena);
// The same, but null for empty text.
Value text_or_null(std::string_view text, ViewArena& arena);

// {value, decimal, hex}, or null where no number is written. Where only one number is written the other is worked out;
// where the two differ both stand as they are written, and value is null.
Value code_view(const text::Code& code, std::string_view source, ViewArena& arena);
Value code_view(std::uint32_t value, ViewArena& arena);

// "2026-02-21"
Value date_view(const article::Date& date, ViewArena& arena);

// [{rule, severity, message, notes}]; no note twice, and none that a message says already.
Value findings_view(std::span<const lint::Diagnostic* const> findings, ViewArena& arena);

// Adds `diagnostic` unless it is there.
void add_once(std::vector<const lint::Diagnostic*>& findings, const lint::Diagnostic* diagnostic);

}  // namespace errpress::render
