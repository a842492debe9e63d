// The parts shared by the views of articles and of the corpus: objects, clean text, codes and findings. New values live
// in the arena; text that is already clean is not copied. Thread-safe for different arenas.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/code.h"
#include "mustache/value.h"
#include "render/findings_index.h"
#include "render/view_keys.h"

namespace errpress::render {

inline constexpr int kViewVersion = 2;

template <std::size_t count>
mustache::Value make_object(mustache::ViewArena& arena, const mustache::Field (&fields)[count]) {
  return mustache::Value::object(arena.copy(fields));
}

// Text with its traits, unchanged.
mustache::Value known_text(std::string_view text);
// Text as views provide it: valid UTF-8 on one line, without control characters. Points into `text` if that is already
// clean.
mustache::Value clean_text(std::string_view text, mustache::ViewArena& arena);
// Like clean_text, but null for empty text.
mustache::Value text_or_null(std::string_view text, mustache::ViewArena& arena);

// {value, decimal, hex}, or null if no number is written. If only one number is written, the other is computed; if the
// two differ, both are given as written, and value is null.
mustache::Value code_view(const base::Code& code, std::string_view source, mustache::ViewArena& arena);
mustache::Value code_view(std::uint32_t value, mustache::ViewArena& arena);

// "2026-02-21"
mustache::Value date_view(const article::Date& date, mustache::ViewArena& arena);

// [{rule, severity, message, notes}], without duplicate notes and without notes that a message already contains.
mustache::Value findings_view(std::span<const lint::Diagnostic* const> findings, mustache::ViewArena& arena);

// Adds `diagnostic` unless `findings` already contains it.
void add_once(std::vector<const lint::Diagnostic*>& findings, const lint::Diagnostic* diagnostic);

}  // namespace errpress::render
