#include "mustache/value_json.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "base/text_buffer.h"
#include "base/text_traits.h"
#include "base/utf8.h"

namespace errpress::mustache {

namespace {

constexpr std::size_t kPieceSize = std::size_t{64} << 10;

// Text without these traits stands in JSON as it is.
constexpr base::Traits kJsonTraits =
    base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote | base::trait::kBackslash;

class JsonWriter {
 public:
  JsonWriter(const KeyTable& keys, std::size_t level, const std::function<void(std::string_view)>& sink)
      : keys_(keys), sink_(sink), level_(level) {}

  void write(const Value& value) {
    switch (value.kind) {
      case Kind::null:
        piece_ += "null";
        break;
      case Kind::boolean:
        piece_ += value.truth ? "true" : "false";
        break;
      case Kind::number:
        fmt::format_to(std::back_inserter(piece_), "{}", value.integer);
        break;
      case Kind::text:
        write_text(value.as_text(), value.traits);
        break;
      case Kind::list:
        write_list(value);
        break;
      case Kind::lazy_list:
        write_lazy_list(value);
        break;
      case Kind::object:
        write_object(value);
        break;
    }
  }

  void flush() {
    if (piece_.empty()) return;
    sink_(piece_);
    piece_.clear();
  }

 private:
  void open(char bracket) {
    piece_ += bracket;
    ++level_;
  }
  void close(bool empty, char bracket) {
    --level_;
    if (!empty) new_line();
    piece_ += bracket;
  }
  void new_line() {
    if (piece_.size() >= kPieceSize) flush();
    piece_ += '\n';
    for (std::size_t i = 0; i < level_; ++i) piece_ += "  ";
  }
  void next_item(bool first) {
    if (!first) piece_ += ',';
    new_line();
  }

  void write_list(const Value& list) {
    open('[');
    bool first = true;
    for (const Value& item : list.as_list()) {
      next_item(std::exchange(first, false));
      write(item);
    }
    close(first, ']');
  }

  void write_lazy_list(const Value& list) {
    open('[');
    ViewArena& arena = list.lazy->arena();
    const ViewArena::Mark mark = arena.mark();
    for (std::uint32_t i = 0; i < list.size; ++i) {
      next_item(i == 0);
      write(list.lazy->make(i));
      arena.rewind(mark);
    }
    close(list.size == 0, ']');
  }

  void write_object(const Value& object) {
    open('{');
    bool first = true;
    for (const Field& field : object.as_object()) {
      if (object.find(field.key) != &field.value) continue;
      next_item(std::exchange(first, false));
      write_text(keys_.name(field.key), base::kUnknownTraits);
      piece_ += ": ";
      write(field.value);
    }
    close(first, '}');
  }

  void write_text(std::string_view text, base::Traits traits) {
    piece_ += '"';
    if ((traits & kJsonTraits) == 0) {
      write_plain(text);
    } else {
      write_escaped(text);
    }
    piece_ += '"';
  }

  // A text may be as long as an article.
  void write_plain(std::string_view text) {
    if (text.size() < kPieceSize) {
      piece_ += text;
      return;
    }
    flush();
    sink_(text);
  }

  void write_escaped(std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
        ++at;
        continue;
      }
      const base::CodePoint point = base::decode(text, at);
      if (byte < 0x80 || !point.valid) {
        write_plain(text.substr(done, at - done));
        write_special(text[at]);
        if (piece_.size() >= kPieceSize) flush();
        done = at + 1;
      }
      at += point.size;
    }
    write_plain(text.substr(done));
  }

  // A byte that cannot stand in a JSON string.
  void write_special(char c) {
    switch (c) {
      case '"':
        piece_ += "\\\"";
        return;
      case '\\':
        piece_ += "\\\\";
        return;
      case '\b':
        piece_ += "\\b";
        return;
      case '\f':
        piece_ += "\\f";
        return;
      case '\n':
        piece_ += "\\n";
        return;
      case '\r':
        piece_ += "\\r";
        return;
      case '\t':
        piece_ += "\\t";
        return;
      default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      fmt::format_to(std::back_inserter(piece_), "\\u{:04x}", static_cast<unsigned>(byte));
    } else {
      piece_ += "\uFFFD";
    }
  }

  const KeyTable& keys_;
  const std::function<void(std::string_view)>& sink_;
  std::size_t level_;
  base::TextBuffer piece_;  // what was not sent yet
};

}  // namespace

void write_json(const Value& value, const KeyTable& keys, std::size_t level,
                const std::function<void(std::string_view)>& sink) {
  JsonWriter writer(keys, level, sink);
  writer.write(value);
  writer.flush();
}

}  // namespace errpress::mustache
