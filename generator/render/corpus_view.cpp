#include "render/corpus_view.h"

#include <algorithm>
#include <optional>

#include "render/identifier.h"
#include "render/string_blob.h"
#include "render/view_parts.h"

namespace errpress::render {

Catalogue::Catalogue(const corpus::CorpusIndex& index, std::string_view identifier_prefix) {
  const auto articles = index.articles();
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (articles[i].has_title) entries.push_back({i, {}});
  }
  const auto before = [&](const Entry& a, const Entry& b) {
    return articles[a.article].name() < articles[b.article].name();
  };
  // Articles come by path, and most are called like their error.
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
  CorpusViewBuilder(const CorpusViewInput& input, ViewArena& arena) : input_(input), arena_(arena) {}

  Value build() {
    sort_by_code();
    place_strings();
    const std::vector<Value> articles = make_entries();
    std::vector<Value> canonical;
    for (const std::size_t entry : by_code_) {
      if (owner_[entry] == entry) canonical.push_back(articles[entry]);
    }
    std::vector<Value> aliases;
    for (std::size_t entry = 0; entry < articles.size(); ++entry) {
      if (owner_[entry] != entry) aliases.push_back(articles[entry]);
    }
    return make_object(arena_, {{kKeyViewVersion, Value::number(kViewVersion)},
                                {kKeyArticleCount, Value::number(static_cast<std::int64_t>(articles.size()))},
                                {kKeyHasArticles, Value::boolean(!articles.empty())},
                                {kKeyUpdated, latest_update()},
                                {kKeyArticles, Value::list(arena_.copy(articles))},
                                {kKeyByCode, Value::list(arena_.copy(canonical))},
                                {kKeyAliases, Value::list(arena_.copy(aliases))},
                                {kKeySegments, blob_.view(arena_)},
                                {kKeySegmentSize, Value::number(static_cast<std::int64_t>(blob_.longest()))}});
  }

 private:
  const corpus::Facts& facts(std::size_t entry) const {
    return input_.index.articles()[input_.catalogue.entries[entry].article];
  }
  // The decimal: a title whose numbers differ does not get as far as being printed.
  std::uint32_t code(std::size_t entry) const { return facts(entry).code().decimal.value; }

  // Orders the entries by code; of those with the same code the first by name owns it and the others are its aliases.
  void sort_by_code() {
    const std::size_t count = input_.catalogue.entries.size();
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

  // In order of code, so that looking a code up touches memory in order.
  void place_strings() {
    name_.resize(by_code_.size());
    name_at_.resize(by_code_.size());
    message_at_.resize(by_code_.size());
    message_.resize(by_code_.size());
    for (const std::size_t entry : by_code_) {
      name_[entry] = known_text(facts(entry).name());
      name_at_[entry] = blob_.add(name_[entry], arena_);
      message_[entry] = clean_text(facts(entry).message, arena_);
      message_at_[entry] = blob_.add(message_[entry], arena_);
    }
  }

  std::vector<Value> make_entries() {
    std::vector<Value> entries;
    const std::size_t count = by_code_.size();
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) entries.push_back(make_entry(i, i + 1 == count));
    return entries;
  }

  Value make_entry(std::size_t entry, bool last) {
    const corpus::Facts& article = facts(entry);
    const auto& entries = input_.catalogue.entries;
    const std::vector<const lint::Diagnostic*> findings = title_findings(article);
    const bool alias = owner_[entry] != entry;
    return make_object(arena_, {{kKeyName, name_[entry]},
                                {kKeyIdentifier, known_text(entries[entry].identifier)},
                                {kKeyCode, code_view(code(entry), arena_)},
                                {kKeyMessage, message_[entry].size == 0 ? Value::null() : message_[entry]},
                                {kKeyUpdated, article.updated ? date_view(*article.updated, arena_) : Value::null()},
                                {kKeyPath, clean_text(input_.files[article.file].relative, arena_)},
                                {kKeyDisputed, Value::boolean(!findings.empty())},
                                {kKeyFindings, findings_view(findings, arena_)},
                                {kKeyIndex, Value::number(static_cast<std::int64_t>(rank_[entry]))},
                                {kKeyAliasOf, alias ? Value::text(entries[owner_[entry]].identifier) : Value::null()},
                                {kKeyNameAt, name_at_[entry]},
                                {kKeyMessageAt, message_at_[entry]},
                                {kKeyLast, Value::boolean(last)}});
  }

  Value latest_update() {
    std::optional<article::Date> latest;
    for (const corpus::Facts& article : input_.index.articles()) {
      if (article.updated && (!latest || *latest < *article.updated)) latest = article.updated;
    }
    return latest ? date_view(*latest, arena_) : Value::null();
  }

  // What doubts the name or the code of the article itself, or what its message says.
  std::vector<const lint::Diagnostic*> title_findings(const corpus::Facts& article) const {
    std::vector<const lint::Diagnostic*> findings;
    for (const Dispute& dispute : input_.findings.of(article.file)) {
      const bool printed =
          article.claims.front().span.contains(dispute.span) || article.message_span.contains(dispute.span);
      if (dispute.own && printed) add_once(findings, dispute.diagnostic);
    }
    return findings;
  }

  const CorpusViewInput& input_;
  ViewArena& arena_;
  StringBlob blob_;
  std::vector<std::size_t> by_code_;  // entries in order of code
  std::vector<std::size_t> owner_;    // of an entry's code: itself, or the entry it is an alias of
  std::vector<std::size_t> rank_;     // of an entry's code in the list by_code
  std::vector<Value> name_;
  std::vector<Value> name_at_;
  std::vector<Value> message_;
  std::vector<Value> message_at_;
};

}  // namespace

Value make_corpus_view(const CorpusViewInput& input, ViewArena& arena) {
  return CorpusViewBuilder(input, arena).build();
}

}  // namespace errpress::render
