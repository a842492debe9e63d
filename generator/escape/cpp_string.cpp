#include "escape/cpp_string.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/clean_text.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

constexpr base::Traits kHandledTraits = base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuestion |
                                        base::trait::kQuote | base::trait::kBackslash;

enum : ByteClass { kBackslash = 1, kOctal };

constexpr ClassTable kLiteral = ClassTable{}.set("\"\\?", kBackslash).set_range(0x80, 0xFF, kOctal);

// Appends to a string literal; closes it and opens another before a piece becomes too long.
class PieceWriter {
 public:
  explicit PieceWriter(base::TextBuffer& out) : out_(out) {}

  void append_run(std::string_view run) {
    while (run.size() > remaining_) {
      out_ += run.substr(0, remaining_);
      run.remove_prefix(remaining_);
      open_next();
    }
    out_ += run;
    remaining_ -= run.size();
  }

  // Does not split the escape sequence between two pieces.
  void append_escape(std::string_view escape) {
    if (escape.size() > remaining_) open_next();
    out_ += escape;
    remaining_ -= escape.size();
  }

 private:
  void open_next() {
    out_ += "\" \"";
    remaining_ = kCppPieceSize;
  }

  base::TextBuffer& out_;
  std::size_t remaining_ = kCppPieceSize;
};

}  // namespace

void append_cpp_string(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  if ((traits & kHandledTraits) == 0 && text.size() <= kCppPieceSize) {
    out += text;
    return;
  }
  base::TextBuffer scratch;
  const std::string_view clean = base::cleaned(text, traits, scratch);
  PieceWriter writer(out);
  std::size_t at = 0;
  while (true) {
    const std::size_t stop = skip_plain(kLiteral, clean, at);
    writer.append_run(clean.substr(at, stop - at));
    if (stop == clean.size()) return;
    const auto byte = static_cast<std::uint8_t>(clean[stop]);
    if (kLiteral[clean[stop]] == kBackslash) {
      const std::array<char, 2> escape{'\\', clean[stop]};
      writer.append_escape({escape.data(), escape.size()});
    } else {
      const std::array<char, 4> escape{'\\', static_cast<char>('0' + (byte >> 6)),
                                       static_cast<char>('0' + ((byte >> 3) & 7)), static_cast<char>('0' + (byte & 7))};
      writer.append_escape({escape.data(), escape.size()});
    }
    at = stop + 1;
  }
}

}  // namespace errpress::escape
