// libFuzzer target: dialects. Any bytes give a dialect or an error with its place. A dialect finds its own headings and
// fields, and parsing an article with it is total. The input may have an article behind a line "-- article --".
#include <set>

#include "article/parser.h"
#include "fuzz/input_files.h"
#include "fuzz/require.h"
#include "support/article_properties.h"
#include "support/article_samples.h"

using namespace errpress;
using fuzz::require;

namespace {

void require_sound(const article::Dialect& dialect) {
  require(!dialect.sections().empty(), "a dialect has a section");
  std::set<std::string_view> kinds;
  for (std::size_t i = 0; i < dialect.sections().size(); ++i) {
    const article::DialectSection& section = dialect.sections()[i];
    require(kinds.insert(section.kind).second, "a section is given once");
    const auto found = dialect.find_heading(section.heading);
    require(found && found->section == i, "a section is found by its heading");
  }
  for (const article::DialectTemplate& order : dialect.templates()) {
    for (const std::uint16_t section : order.sections) {
      require(section < dialect.sections().size(), "a template names sections of the dialect");
    }
  }
}

void require_total(std::string_view source, const article::Dialect& dialect) {
  article::Article article;
  article::parse(source, dialect, article);
  const std::string fault = tests::broken_structure(article, source, dialect);
  require(fault.empty(), fault);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = fuzz::split_files(fuzz::text_of(data, size));
  const std::string& yaml = files.front().text;
  const auto dialect = article::Dialect::parse(yaml, "dialect.yaml");
  if (!dialect) {
    require(dialect.error().path == "dialect.yaml", "an error names the file");
    fuzz::require_sound(dialect.error(), yaml);
    return 0;
  }
  require_sound(*dialect);
  static const auto shipped = tests::shipped_articles();
  if (!shipped.empty()) require_total(shipped.front().text, *dialect);
  if (files.size() > 1) require_total(files.back().text, *dialect);
  return 0;
}
