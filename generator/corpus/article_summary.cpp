#include "corpus/article_summary.h"

#include <algorithm>
#include <tuple>

#include "base/name.h"

namespace errpress::corpus {

namespace {

class Collector {
 public:
  Collector(const article::Article& article, std::string_view source, ArticleSummary& summary)
      : article_(article), source_(source), summary_(summary) {}

  void run() {
    summary_.claims.reserve(1 + article_.references.size() + article_.mentions.size());
    summary_.names.reserve(names_size());
    if (article_.message) {
      summary_.message = article_.message->of(source_);
      summary_.message_span = *article_.message;
    }
    if (article_.updated) summary_.updated = article_.updated->date;
    add_title();
    for (const article::Reference& reference : article_.references) add_reference(reference);
    for (const article::Mention& mention : article_.mentions) add_mention(mention);
    add_field_name();
    for (Claim& claim : summary_.claims) copy_separator(claim);
    std::sort(summary_.claims.begin() + (summary_.has_title ? 1 : 0), summary_.claims.end(), precedes);
  }

 private:
  std::size_t names_size() const {
    std::size_t size = article_.title.name.size() + article_.field_name.size();
    for (const article::Reference& reference : article_.references) size += reference.name.size();
    for (const article::Mention& mention : article_.mentions) size += mention.name.size();
    return size;
  }

  // A reference without a name can begin at the same offset as a code in its description; the reference is ordered
  // first.
  static bool precedes(const Claim& a, const Claim& b) {
    return std::tie(a.span.begin, a.origin) < std::tie(b.span.begin, b.origin);
  }

  void add_title() {
    const article::Title& title = article_.title;
    if (!title.well_formed) return;
    summary_.has_title = true;
    Claim claim{.span = title.span, .name_span = title.name, .code = title.code, .origin = Origin::title};
    name(claim, title.name);
    summary_.claims.push_back(claim);
  }

  void add_reference(const article::Reference& reference) {
    Claim claim{
        .span = reference.span, .name_span = reference.name, .code = reference.code, .origin = Origin::reference};
    claim.flaw = reference.flaw;
    claim.described = !reference.description.empty();
    name(claim, reference.name);
    summary_.claims.push_back(claim);
  }

  // A field is about the error of the article itself, whose name is in the title or else in the field "Error Name:".
  void add_mention(const article::Mention& mention) {
    Claim claim{.span = mention.span, .name_span = mention.name, .code = mention.code};
    claim.origin = mention.in_field ? Origin::field : Origin::prose;
    if (!mention.in_field) {
      name(claim, mention.name);
    } else if (summary_.has_title) {
      claim.name_offset = summary_.claims.front().name_offset;
      claim.name_size = summary_.claims.front().name_size;
    } else if (!article_.field_name.empty()) {
      claim.name_span = article_.field_name;
      name(claim, article_.field_name);
    }
    summary_.claims.push_back(claim);
  }

  // A field "Error Name:" gives the code of the title to its name.
  void add_field_name() {
    const base::Span span = article_.field_name;
    if (!summary_.has_title || span.of(source_) == summary_.name() || article_.title.code.mismatched()) return;
    if (!base::looks_like_error_name(span.of(source_))) return;
    Claim claim{.span = span, .name_span = span, .code = article_.title.code, .origin = Origin::field, .implied = true};
    if (claim.code.decimal.written()) claim.code.decimal.span = span;
    if (claim.code.hex.written()) claim.code.hex.span = span;
    name(claim, span);
    summary_.claims.push_back(claim);
  }

  void copy_separator(Claim& claim) const {
    const base::Code& code = claim.code;
    if (!code.decimal.written() || !code.hex.written()) return;
    const std::uint32_t begin = std::min(code.decimal.span.end, code.hex.span.end);
    const std::uint32_t end = std::max(code.decimal.span.begin, code.hex.span.begin);
    if (end <= begin || end - begin > claim.between.size()) return;
    std::copy(source_.begin() + begin, source_.begin() + end, claim.between.begin());
  }

  void name(Claim& claim, base::Span span) {
    claim.name_offset = static_cast<std::uint32_t>(summary_.names.size());
    claim.name_size = static_cast<std::uint16_t>(span.size());
    summary_.names += span.of(source_);
  }

  const article::Article& article_;
  std::string_view source_;
  ArticleSummary& summary_;
};

}  // namespace

void drop_other_names(ArticleSummary& summary, const std::function<bool(std::string_view)>& is_error) {
  for (Claim& claim : summary.claims) {
    if (claim.origin != Origin::prose || claim.name_size == 0 || is_error(summary.name_of(claim))) continue;
    claim.name_size = 0;
    claim.name_span = {};
  }
  std::erase_if(summary.claims, [](const Claim& claim) {
    const bool pair = claim.code.decimal.written() && claim.code.hex.written();
    return claim.origin == Origin::prose && claim.name_size == 0 && !pair;
  });
}

ArticleSummary summarise(const article::Article& article, std::string_view source, FileId file) {
  ArticleSummary summary;
  summary.file = file;
  Collector(article, source, summary).run();
  return summary;
}

}  // namespace errpress::corpus
