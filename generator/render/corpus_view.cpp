#include "render/corpus_view.h"

#include <algorithm>
#include <optional>

#include "render/identifier.h"
#include "render/string_blob.h"
#include "render/view_parts.h"

namespace errpress::render {

PublishedArticles::PublishedArticles(const corpus::CorpusIndex& index, std::string_view identifier_prefix) {
  const auto articles = index.articles();
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (articles[i].has_title) entries.push_back({i, {}});
  }
  const auto before = [&](const Entry& a, const Entry& b) {
    return articles[a.article].name() < articles[b.article].name();
  };
  // Articles come in order of path, which is often the order of names: most files are named after their error.
  if (!std::is_sorted(entries.begin(), entries.end(), before)) std::sort(entries.begin(), entries.end(), before);
  std::vector<std::string_view> names;
  names.reserve(entries.size());
  for (const Entry& entry : entries) names.push_back(articles[entry.article].name());
  std::vector<std::string> identifiers = make_identifiers(names, identifier_prefix);
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].identifier = std::move(identifiers[i]);
}

namespace {

class CorpusViewBuilder {
 public:
  CorpusViewBuilder(const CorpusViewInput& input, mustache::ViewArena& arena) : input_(input), arena_(arena) {}

  mustache::Value build() {
    sort_by_code();
    place_strings();
    const std::vector<mustache::Value> articles = make_entries();
    std::vector<mustache::Value> canonical;
    for (const std::size_t entry : by_code_) {
      if (owner_[entry] == entry) canonical.push_back(articles[entry]);
    }
    std::vector<mustache::Value> aliases;
    for (std::size_t entry = 0; entry < articles.size(); ++entry) {
      if (owner_[entry] != entry) aliases.push_back(articles[entry]);
    }
    return make_object(arena_,
                       {{key("view_version"), mustache::Value::number(kViewVersion)},
                        {key("article_count"), mustache::Value::number(static_cast<std::int64_t>(articles.size()))},
                        {key("has_articles"), mustache::Value::boolean(!articles.empty())},
                        {key("updated"), latest_update()},
                        {key("articles"), mustache::Value::list(arena_.copy(articles))},
                        {key("by_code"), mustache::Value::list(arena_.copy(canonical))},
                        {key("aliases"), mustache::Value::list(arena_.copy(aliases))},
                        {key("segments"), blob_.view(arena_)},
                        {key("segment_size"), mustache::Value::number(static_cast<std::int64_t>(blob_.longest()))}});
  }

 private:
  const corpus::ArticleSummary& summary(std::size_t entry) const {
    return input_.index.articles()[input_.published.entries[entry].article];
  }
  // The decimal is enough: an article whose title has two different numbers is never rendered.
  std::uint32_t code(std::size_t entry) const { return summary(entry).code().decimal.value; }

  // Orders the entries by code; of entries with the same code, the first by name owns it and the others are its
  // aliases.
  void sort_by_code() {
    const std::size_t count = input_.published.entries.size();
    by_code_.resize(count);
    owner_.resize(count);
    rank_.resize(count);
    for (std::size_t i = 0; i < count; ++i) by_code_[i] = i;
    std::stable_sort(by_code_.begin(), by_code_.end(), [&](std::size_t a, std::size_t b) { return code(a) < code(b); });
    std::size_t rank = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const bool alias = i != 0 && code(by_code_[i]) == code(by_code_[i - 1]);
      owner_[by_code_[i]] = alias ? owner_[by_code_[i - 1]] : by_code_[i];
      rank_[by_code_[i]] = alias ? rank_[owner_[by_code_[i]]] : rank++;
    }
  }

  // In order of code, so that a lookup by code accesses memory sequentially.
  void place_strings() {
    name_.resize(by_code_.size());
    name_at_.resize(by_code_.size());
    message_at_.resize(by_code_.size());
    message_.resize(by_code_.size());
    for (const std::size_t entry : by_code_) {
      name_[entry] = known_text(summary(entry).name());
      name_at_[entry] = blob_.add(name_[entry], arena_);
      message_[entry] = clean_text(summary(entry).message, arena_);
      message_at_[entry] = blob_.add(message_[entry], arena_);
    }
  }

  struct TitleDoubt {
    bool disputed = false;
    std::vector<const lint::Diagnostic*> findings;
  };

  std::vector<mustache::Value> make_entries() {
    std::vector<mustache::Value> entries;
    const std::size_t count = by_code_.size();
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) entries.push_back(make_entry(i, i + 1 == count));
    return entries;
  }

  mustache::Value make_entry(std::size_t entry, bool last) {
    const corpus::ArticleSummary& article = summary(entry);
    const auto& entries = input_.published.entries;
    const TitleDoubt doubt = title_doubt(article);
    const bool alias = owner_[entry] != entry;
    return make_object(
        arena_,
        {{key("name"), name_[entry]},
         {key("identifier"), known_text(entries[entry].identifier)},
         {key("code"), code_view(code(entry), arena_)},
         {key("message"), message_[entry].size == 0 ? mustache::Value::null() : message_[entry]},
         {key("updated"), article.updated ? date_view(*article.updated, arena_) : mustache::Value::null()},
         {key("path"), clean_text(input_.files[article.file].relative, arena_)},
         {key("disputed"), mustache::Value::boolean(doubt.disputed)},
         {key("findings"), findings_view(doubt.findings, arena_)},
         {key("index"), mustache::Value::number(static_cast<std::int64_t>(rank_[entry]))},
         {key("alias_of"), alias ? mustache::Value::text(entries[owner_[entry]].identifier) : mustache::Value::null()},
         {key("name_at"), name_at_[entry]},
         {key("message_at"), message_at_[entry]},
         {key("last"), mustache::Value::boolean(last)}});
  }

  mustache::Value latest_update() {
    std::optional<article::Date> latest;
    for (const corpus::ArticleSummary& article : input_.index.articles()) {
      if (article.updated && (!latest || *latest < *article.updated)) latest = article.updated;
    }
    return latest ? date_view(*latest, arena_) : mustache::Value::null();
  }

  // The findings that dispute the article's own name or code, or its message. As on the article's page, a finding in
  // another article can dispute the message but not the title.
  TitleDoubt title_doubt(const corpus::ArticleSummary& article) const {
    TitleDoubt doubt;
    for (const Dispute& dispute : input_.findings.of(article.file)) {
      const bool title = dispute.own && article.claims.front().span.contains(dispute.span);
      if (!title && !article.message_span.contains(dispute.span)) continue;
      doubt.disputed = true;
      if (dispute.listed) add_once(doubt.findings, dispute.diagnostic);
    }
    return doubt;
  }

  const CorpusViewInput& input_;
  mustache::ViewArena& arena_;
  StringBlob blob_;
  std::vector<std::size_t> by_code_;  // entries, ordered by code
  std::vector<std::size_t> owner_;    // per entry: itself, or the entry it is an alias of
  std::vector<std::size_t> rank_;     // per entry: the index of its code in the list by_code
  std::vector<mustache::Value> name_;
  std::vector<mustache::Value> name_at_;
  std::vector<mustache::Value> message_;
  std::vector<mustache::Value> message_at_;
};

}  // namespace

mustache::Value make_corpus_view(const CorpusViewInput& input, mustache::ViewArena& arena) {
  return CorpusViewBuilder(input, arena).build();
}

}  // namespace errpress::render
