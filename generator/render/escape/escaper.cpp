#include "render/escape/escaper.h"

#include <array>

#include "render/escape/clean_text.h"
#include "render/escape/cpp_comment.h"
#include "render/escape/cpp_string.h"
#include "render/escape/html.h"
#include "render/escape/markdown.h"
#include "render/escape/quoted.h"
#include "render/escape/roff.h"

namespace errpress::render {
namespace {

constexpr std::array kEscapers = {
    Escaper{"text", append_clean},
    Escaper{"markdown", append_markdown},
    Escaper{"commonmark", append_commonmark},
    Escaper{"yaml", append_yaml},
    Escaper{"json", append_json},
    Escaper{"html", append_html},
    Escaper{"roff", append_roff},
    Escaper{"roff_line", append_roff_line},
    Escaper{"cpp_string", append_cpp_string},
    Escaper{"cpp_comment", append_cpp_comment},
};

}  // namespace

std::span<const Escaper> escapers() { return kEscapers; }

const Escaper* find_escaper(std::string_view name) {
  for (const Escaper& escaper : kEscapers) {
    if (escaper.name == name) return &escaper;
  }
  return nullptr;
}

}  // namespace errpress::render
