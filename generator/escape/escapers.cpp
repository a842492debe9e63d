#include "escape/escapers.h"

#include <array>

#include "base/clean_text.h"
#include "escape/cpp_comment.h"
#include "escape/cpp_string.h"
#include "escape/html.h"
#include "escape/markdown.h"
#include "escape/plain.h"
#include "escape/quoted.h"
#include "escape/roff.h"

namespace errpress::escape {
namespace {

constexpr std::array kEscapers = {
    mustache::Escaper{"text", base::append_clean, base::trait::kUnclean},
    mustache::Escaper{"markdown", append_markdown},
    mustache::Escaper{"commonmark", append_commonmark, kCommonMarkTraits},
    mustache::Escaper{"plain", append_plain, kPlainTraits},
    mustache::Escaper{"yaml", append_yaml, kYamlTraits},
    mustache::Escaper{"json", append_json, kJsonTraits},
    mustache::Escaper{"html", append_html, kHtmlTraits},
    mustache::Escaper{"roff", append_roff},
    mustache::Escaper{"roff_line", append_roff_line},
    mustache::Escaper{"cpp_string", append_cpp_string},
    mustache::Escaper{"cpp_comment", append_cpp_comment, kCppCommentTraits},
};

}  // namespace

std::span<const mustache::Escaper> escapers() { return kEscapers; }

const mustache::Escaper* find_escaper(std::string_view name) {
  for (const mustache::Escaper& escaper : kEscapers) {
    if (escaper.name == name) return &escaper;
  }
  return nullptr;
}

}  // namespace errpress::escape
