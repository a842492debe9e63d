#include "support/article_properties.h"

#include <fmt/format.h>

#include <algorithm>

#include "article/parser.h"
#include "support/article_dump.h"
#include "support/article_printer.h"

namespace errpress::tests {

using article::Article;
using article::Dialect;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string with_line_ends(std::string_view source, std::string_view line_end) {
  std::string out;
  for (const char c : source) c == '\n' ? out.append(line_end) : out.append(1, c);
  return out;
}

// Whether a node is wrapped over several lines.
bool is_wrapped(const Article& article, std::string_view source) {
  const auto wrapped = [&](base::Span span) { return span.of(source).find_first_of("\r\n") != std::string_view::npos; };
  if (article.message && wrapped(*article.message)) return true;
  return std::any_of(article.items.begin(), article.items.end(),
                     [&](const auto& item) { return wrapped(item.span); }) ||
         std::any_of(article.references.begin(), article.references.end(),
                     [&](const auto& reference) { return wrapped(reference.span); });
}

class RoundTrip {
 public:
  RoundTrip(const Article& article, std::string_view source, const Dialect& dialect)
      : dialect_(dialect), expected_(dump(article, source, dialect)) {}

  void expect_same(std::string_view what, const std::string& text) {
    if (!fault_.empty()) return;
    article::parse(text, dialect_, again_);
    const std::string got = dump(again_, text, dialect_);
    if (got == expected_) return;
    fault_ = fmt::format("{}, it parses to another article\n--- expected\n{}--- got\n{}--- from\n{}", what, expected_,
                         got, text);
  }

  std::string fault() && { return std::move(fault_); }

 private:
  const Dialect& dialect_;
  std::string expected_;
  std::string fault_;
  Article again_;  // used for every text, so that parsing into a used article is tried as well
};

}  // namespace

std::string broken_round_trip(const Article& article, std::string_view source, const Dialect& dialect) {
  RoundTrip round_trip(article, source, dialect);
  if (!is_wrapped(article, source)) {
    round_trip.expect_same("printed spaced", print_spaced(article, source, dialect));
    round_trip.expect_same("printed collapsed", print_collapsed(article, source, dialect));
  }
  if (source.find('\r') == std::string_view::npos) {
    round_trip.expect_same("with CR LF", with_line_ends(source, "\r\n"));
    round_trip.expect_same("with CR", with_line_ends(source, "\r"));
  }
  if (!source.starts_with(kByteOrderMark)) {
    round_trip.expect_same("with a byte order mark", std::string(kByteOrderMark).append(source));
  }
  return std::move(round_trip).fault();
}

std::string broken_property(std::string_view source, const Dialect& dialect) {
  Article article;
  article::parse(source, dialect, article);
  std::string fault = broken_structure(article, source, dialect);
  return fault.empty() ? broken_round_trip(article, source, dialect) : fault;
}

}  // namespace errpress::tests
