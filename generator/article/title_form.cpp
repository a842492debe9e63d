#include "article/title_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/code_text.h"
#include "base/name.h"

namespace errpress::article {

namespace {

// Consumes a line from the front.
class Cursor {
 public:
  Cursor(std::string_view source, Span line) : source_(source), at_(line.begin), end_(line.end) {}

  bool done() const { return at_ == end_; }
  char peek() const { return done() ? '\0' : source_[at_]; }
  Span rest() const { return {at_, end_}; }
  std::string_view text() const { return rest().of(source_); }

  bool take_literal(std::string_view literal) {
    for (const char c : literal) {
      if (base::is_blank(c) ? !take_blanks() : peek() != c) return false;
      if (!base::is_blank(c)) ++at_;
    }
    return true;
  }
  Span take(std::size_t size) {
    const Span span{at_, at_ + static_cast<std::uint32_t>(size)};
    at_ = span.end;
    return span;
  }
  base::NumberToken take_number() {
    if (!base::is_digit(peek()) && peek() != '-') return {};
    const base::NumberToken token = base::read_number(source_, at_, end_);
    at_ = token.number.span.end;
    return token;
  }

 private:
  bool take_blanks() {
    const std::uint32_t before = at_;
    while (base::is_blank(peek())) ++at_;
    return at_ != before;
  }

  std::string_view source_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace

std::optional<TitleForm> TitleForm::parse(std::string_view text, std::string& fault) {
  static constexpr std::array<std::pair<std::string_view, Part>, 4> kParts = {
      {{"{name}", Part::name}, {"{decimal}", Part::decimal}, {"{hex}", Part::hex}, {"{message}", Part::message}}};
  TitleForm form;
  form.text_ = text;
  const auto fail = [&](std::string what) {
    fault = std::move(what);
    return std::optional<TitleForm>();
  };
  while (!text.empty()) {
    if (text.front() != '{') {
      const std::size_t size = std::min(text.find('{'), text.size());
      Piece piece{.part = Part::literal, .literal = {}};
      for (const char c : text.substr(0, size)) {
        if (!base::is_blank(c) || !piece.literal.ends_with(' ')) piece.literal += base::is_blank(c) ? ' ' : c;
      }
      form.pieces_.push_back(std::move(piece));
      text.remove_prefix(size);
      continue;
    }
    const auto* const found =
        std::find_if(kParts.begin(), kParts.end(), [&](const auto& part) { return text.starts_with(part.first); });
    if (found == kParts.end()) {
      return fail(fmt::format("`{}` is not one of {{name}}, {{decimal}}, {{hex}}, {{message}}",
                              text.substr(0, std::min(text.find('}'), text.size() - 1) + 1)));
    }
    if (form.has(found->second)) return fail(fmt::format("{} is given twice", found->first));
    if (form.has_message()) return fail("{message} is not at the end");
    if (!form.pieces_.empty() && form.pieces_.back().part != Part::literal)
      return fail(fmt::format("nothing divides {} from what precedes it", found->first));
    form.pieces_.push_back({found->second, {}});
    text.remove_prefix(found->first.size());
  }
  if (!form.has(Part::name)) return fail("a title needs {name}");
  if (form.has_message() && form.pieces_.back().part != Part::message) return fail("{message} is not at the end");
  return form;
}

bool TitleForm::read(std::string_view source, const NameShape& names, Title& title) const {
  Cursor cursor(source, title.span);
  for (const Piece& piece : pieces_) {
    switch (piece.part) {
      case Part::literal:
        if (!cursor.take_literal(piece.literal)) return false;
        break;
      case Part::name: {
        const std::size_t size = names.custom() ? names.match(cursor.text()) : base::name_prefix_size(cursor.text());
        title.name = cursor.take(size);
        if (size == 0 || size > base::kMaxNameSize) return false;
        break;
      }
      case Part::decimal: {
        const base::NumberToken decimal = cursor.take_number();
        if (!decimal.is_number || decimal.hex) return false;
        title.code.decimal = decimal.number;
        break;
      }
      case Part::hex: {
        const base::NumberToken hex = cursor.take_number();
        if (!hex.is_number || !hex.hex) return false;
        title.code.hex = hex.number;
        break;
      }
      case Part::message:
        title.message = cursor.rest();
        return !title.message.empty();
    }
  }
  return cursor.done();
}

template <typename Text>
std::string TitleForm::joined(Text text) const {
  std::string title;
  for (const Piece& piece : pieces_) title += piece.part == Part::literal ? piece.literal : text(piece.part);
  return title;
}

std::string TitleForm::write(std::string_view name, std::uint32_t code, bool negative) const {
  return joined([&](Part part) {
    if (part == Part::name) return std::string(name);
    if (part == Part::message) return std::string();
    if (part == Part::hex) return base::format_hex(code);
    return negative ? std::to_string(static_cast<std::int32_t>(code)) : std::to_string(code);
  });
}

std::string TitleForm::shown() const {
  return joined([](Part part) -> std::string {
    if (part == Part::name) return "NAME";
    if (part == Part::message) return "MESSAGE";
    return part == Part::decimal ? "DECIMAL" : "0xHEX";
  });
}

bool TitleForm::has(Part part) const {
  return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.part == part; });
}

}  // namespace errpress::article
