#include "corpus/article_summary.h"

#include <algorithm>

#include "claims/collect.h"

namespace errpress::corpus {

namespace {

// Copies the names of the claims into the summary. What a claim says of the article's own error has the title's name.
void keep_names(std::string_view source, ArticleSummary& summary) {
  std::size_t size = 0;
  for (const Claim& claim : summary.claims) size += claim.name_span.size();
  summary.names.reserve(size);
  for (Claim& claim : summary.claims) {
    if (claim.own && claim.name_span.empty() && summary.has_title) {
      claim.name_offset = summary.claims.front().name_offset;
      claim.name_size = summary.claims.front().name_size;
      continue;
    }
    claim.name_offset = static_cast<std::uint32_t>(summary.names.size());
    claim.name_size = static_cast<std::uint16_t>(claim.name_span.size());
    summary.names += claim.name_span.of(source);
  }
}

}  // namespace

ArticleSummary summarise(const article::Article& article, std::string_view source, const article::Dialect& dialect,
                         const claims::KnownNames& known, FileId file) {
  ArticleSummary summary;
  summary.file = file;
  summary.has_title = article.title.readable();
  if (article.message) {
    summary.message = article.message->of(source);
    summary.message_span = *article.message;
  }
  if (article.updated) summary.updated = article.updated->date;
  claims::collect(article, source, dialect, known, summary.claims);
  keep_names(source, summary);
  return summary;
}

}  // namespace errpress::corpus
