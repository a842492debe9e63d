// A corpus in memory, parsed, indexed and linted, with its findings as text: for the tests of rules.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/parser.h"
#include "corpus/article_family.h"
#include "lint/linter.h"
#include "lint/rules.h"

namespace errpress::lint::testing {

// A pattern of names or the path of an article, and the family that the configuration gives to it.
using FamilyOf = std::pair<std::string, std::string>;

// What a test lints. Articles are called a.txt, b.txt ... and the registry registry.tsv.
struct Input {
  std::vector<std::string> articles;
  std::string registry = {};
  std::vector<std::vector<std::string>> aliases = {};
  std::vector<FamilyOf> families_of_names = {};
  std::vector<FamilyOf> families_of_paths = {};
};

inline std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.is_open(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const article::Dialect& shipped_dialect() {
  static const article::Dialect dialect = [] {
    const std::string path = ERRPRESS_SOURCE_DIR "/corpus/dialect.yaml";
    auto parsed = article::Dialect::parse(read_bytes(path), path);
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
  }();
  return dialect;
}

// A few entries of the Windows table.
inline constexpr std::string_view kRegistry =
    "ERROR_SUCCESS\t0x0\twin32\n"
    "NOERROR\t0x0\twin32\n"
    "ERROR_FILE_NOT_FOUND\t2\twin32\n"
    "ERROR_PATH_NOT_FOUND\t3\twin32\n"
    "ERROR_ACCESS_DENIED\t5\twin32\n"
    "ERROR_ITERATED_DATA_EXCEEDS_64k\t194\twin32\n"
    "ERROR_IPSEC_QM_POLICY_NOT_FOUND\t13001\twin32\n"
    "ERROR_IPSEC_QM_POLICY_IN_USE\t13002\twin32\n"
    "ERROR_IPSEC_MM_POLICY_EXISTS\t13003\twin32\n"
    "ERROR_IPSEC_MM_POLICY_NOT_FOUND\t13004\twin32\n"
    "E_ACCESSDENIED\t0x80070005\thresult\n";

// An article of the short template: nothing is wrong with it but what its title and its related errors bring. Related
// errors begin in line 25.
inline std::string page(std::string_view title, std::string_view related) {
  std::string text(title);
  text += "\n\nThe message.\n\nUpdated: Feb 21, 2026\n";
  for (const std::string_view heading :
       {"Technical Meaning", "Error Details", "Usage Context", "Developer Interpretation"}) {
    text.append("\n").append(heading).append("\n\nA sentence.\n");
  }
  text.append("\nRelated Errors\n\n").append(related);
  text += "\n\nFAQ\n\nQ: What is it?\n\nA: An error.\n\nSummary\n\nA sentence.\n";
  return text;
}

class Linted {
 public:
  explicit Linted(const Input& input, const LintConfig& config = {}) {
    std::vector<corpus::ArticleSummary> summaries;
    for (std::size_t i = 0; i < input.articles.size(); ++i)
      add(std::string(1, static_cast<char>('a' + i)) + ".txt", input.articles[i], summaries, config);
    choose(input);
    finish(input.registry, "registry.tsv", input.aliases, std::move(summaries), config);
  }

  // Files under their own names.
  Linted(const std::vector<std::pair<std::string, std::string>>& files, const std::string& registry) {
    std::vector<corpus::ArticleSummary> summaries;
    const LintConfig config;
    for (const auto& [name, text] : files) add(name, text, summaries, config);
    finish(registry, "windows.tsv", {}, std::move(summaries), config);
  }

  const std::vector<Diagnostic>& findings() const { return findings_; }

  std::vector<Diagnostic> of(std::string_view rule) const {
    std::vector<Diagnostic> found;
    for (const Diagnostic& finding : findings_) {
      if (finding.rule == rule) found.push_back(finding);
    }
    return found;
  }

  // All findings of one rule, or of all, each with its notes, help and fix, one a line.
  std::string text(std::string_view rule = {}) const {
    std::string out;
    for (const Diagnostic& finding : findings_) {
      if (rule.empty() || finding.rule == rule) write(finding, out);
    }
    return out;
  }

  std::string text_of(const Diagnostic& finding) const {
    std::string out;
    write(finding, out);
    return out;
  }

  // "a.txt:25 `13002, 0x32C9`".
  std::string place(const corpus::Location& location) const {
    const std::string& source = texts_[location.file];
    REQUIRE(location.span.end <= source.size());
    const auto line = 1 + std::count(source.begin(), source.begin() + location.span.begin, '\n');
    return files_[location.file].path + ":" + std::to_string(line) + " `" + std::string(location.span.of(source)) + "`";
  }

 private:
  void add(const std::string& name, const std::string& text, std::vector<corpus::ArticleSummary>& summaries,
           const LintConfig& config) {
    const corpus::FileId file = files_.add({name, name});
    texts_.push_back(text);
    article::Article article;
    article::parse(text, shipped_dialect(), article);
    const base::EncodingIssues encoding_issues = base::find_encoding_issues(text);
    keep(lint_article({text, article, shipped_dialect(), encoding_issues, file}, config));
    summaries.push_back(corpus::summarise(article, text, shipped_dialect(), {}, file));
  }

  void choose(const Input& input) {
    corpus::Families& families = registry_.families();
    for (const auto& [pattern, family] : input.families_of_names)
      choices_.names.push_back({pattern, families.add(family)});
    for (const auto& [path, family] : input.families_of_paths) choices_.folders.push_back({path, families.add(family)});
  }

  void finish(const std::string& registry, const std::string& name,
              const std::vector<std::vector<std::string>>& aliases, std::vector<corpus::ArticleSummary> summaries,
              const LintConfig& config) {
    if (!registry.empty()) {
      const corpus::FileId file = files_.add({name, name});
      texts_.push_back(registry);
      REQUIRE(registry_.add(registry, name, file).ok());
    }
    for (const auto& set : aliases) aliases_.add(set);
    const corpus::NameFamilies families(registry_, choices_);
    corpus::assign_families(summaries, files_, families, choices_);
    const corpus::CorpusIndex index(std::move(summaries));
    const CorpusInput input{index, registry_, files_, aliases_, families};
    for (const corpus::ArticleSummary& article : index.articles()) keep(lint_claims(input, article, config));
    keep(lint_corpus(input, config));
    sort(findings_);
  }

  void keep(std::vector<Diagnostic> found) { std::move(found.begin(), found.end(), std::back_inserter(findings_)); }

  void write(const Diagnostic& finding, std::string& out) const {
    out.append(to_string(finding.severity)).append(finding.blocks_output ? "! " : " ").append(place(finding.location));
    out.append(": ").append(finding.message).append("\n");
    if (!finding.label.empty()) out.append("  label: ").append(finding.label).append("\n");
    for (const Note& note : finding.notes) {
      out += note.claims ? "  claim" : "  note";
      if (note.location) out.append(" ").append(place(*note.location));
      out.append(": ").append(note.message).append("\n");
    }
    for (const corpus::Location& claim : finding.disputed) out.append("  disputed ").append(place(claim)).append("\n");
    if (!finding.help.empty()) out.append("  help: ").append(finding.help).append("\n");
    if (finding.fix)
      out.append("  fix ").append(place(finding.fix->location)).append(": ").append(finding.fix->text).append("\n");
  }

  corpus::FileTable files_;
  corpus::Registry registry_;
  corpus::FamilyChoices choices_;
  Aliases aliases_;
  std::vector<std::string> texts_;  // by FileId
  std::vector<Diagnostic> findings_;
};

// The findings of one rule on one input, as Linted::text has them.
inline std::string found(std::string_view rule, const Input& input) { return Linted(input).text(rule); }

}  // namespace errpress::lint::testing
