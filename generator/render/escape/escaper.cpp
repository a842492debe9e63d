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
    Escaper{"text", append_clean, trait::kUnclean},
    Escaper{"markdown", append_markdown},
    Escaper{"commonmark", append_commonmark, kCommonMarkCares},
    Escaper{"yaml", append_yaml, kYamlCares},
    Escaper{"json", append_json, kJsonCares},
    Escaper{"html", append_html, kHtmlCares},
    Escaper{"roff", append_roff},
    Escaper{"roff_line", append_roff_line},
    Escaper{"cpp_string", append_cpp_string},
    Escaper{"cpp_comment", append_cpp_comment, kCppCommentCares},
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
