// Properties of findings about claims, on random corpora: an unrelated article changes nothing, no title is put in
// doubt by something weaker, and nothing that contradicts a title is passed over.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kRegistryOfSome = "ERROR_NAME_A\t1\twin32\nERROR_NAME_B\t2\twin32\nERROR_NAME_C\t3\twin32\n";

// A name with a code, and where it is stated.
struct Stated {
  std::string name;
  int code = 0;
  std::string place;
};

struct Corpus {
  Files files;
  std::vector<Stated> titles;
  std::vector<Stated> entries;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Corpus corpus() {
    Corpus corpus;
    const int articles = 2 + below(4);
    std::set<std::string> titled;
    for (int i = 0; i < articles; ++i) {
      std::string title = name();
      while (!titled.insert(title).second) title = name();
      add_article(std::string(1, static_cast<char>('b' + i)) + ".txt", title, corpus);
    }
    return corpus;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  std::string name() { return std::string("ERROR_NAME_") + static_cast<char>('A' + below(7)); }
  int code() { return 1 + below(6); }

  void add_article(const std::string& file, const std::string& title, Corpus& corpus) {
    constexpr int kFirstLine = 25;
    const int title_code = code();
    const std::string hex = " (0x" + std::to_string(title_code) + ")";
    corpus.titles.push_back({title, title_code, file + ":1 `" + std::to_string(title_code) + hex + "`"});
    std::string related;
    const int entries = 1 + below(4);
    for (int i = 0; i < entries; ++i) {
      const Stated entry{name(), code(), ""};
      const std::string number = std::to_string(entry.code);
      related += "  • " + entry.name + " (" + number + "): A text.\n";
      corpus.entries.push_back(
          {entry.name, entry.code, file + ":" + std::to_string(kFirstLine + i) + " `" + number + "`"});
    }
    corpus.files.emplace_back(file, page(title + " - " + std::to_string(title_code) + hex, related));
  }

  std::mt19937 random_;
};

Corpus random_corpus(unsigned seed) { return Generator(seed).corpus(); }

// The places of findings that put a code in doubt, and those that they dispute.
std::set<std::string> doubted(const Linted& linted) {
  std::set<std::string> places;
  for (const Diagnostic& finding : linted.findings()) {
    if (!find_rule(finding.rule)->disputes && finding.rule != "duplicate-code") continue;
    places.insert(linted.place(finding.location));
    for (const auto& place : finding.disputed) places.insert(linted.place(place));
  }
  return places;
}

bool is_title(const std::string& place) { return place.find(".txt:1 ") != std::string::npos; }

constexpr unsigned kRuns = 300;

}  // namespace

TEST_CASE("property: an article about other names and codes changes no finding of the others") {
  for (unsigned seed = 0; seed < kRuns; ++seed) {
    CAPTURE(seed);
    const Corpus corpus = random_corpus(seed);
    for (const std::string& registry : {std::string(), std::string(kRegistryOfSome)}) {
      const std::string before = Linted(corpus.files, registry).text();
      const std::string unrelated =
          page("OTHER_NAME - 9000 (0x2328)", "  • ERROR_OTHER (9001): A text.\n  • ERROR_OTHER (9002): A text.\n");
      for (const std::string_view where : {"a.txt", "z.txt"}) {
        Files files = corpus.files;
        files.insert(where == "a.txt" ? files.begin() : files.end(), {std::string(where), unrelated});
        const Linted after(files, registry);
        std::string text;
        for (const Diagnostic& finding : after.findings()) {
          if (!after.place(finding.location).starts_with(where)) text += after.text_of(finding);
        }
        CHECK(text == before);
      }
    }
  }
}

TEST_CASE("property: an entry never puts a title in doubt") {
  for (unsigned seed = 0; seed < kRuns; ++seed) {
    CAPTURE(seed);
    const Linted linted(random_corpus(seed).files, "");
    for (const Diagnostic& finding : linted.findings()) {
      if (is_title(linted.place(finding.location))) continue;
      for (const auto& place : finding.disputed) CHECK_FALSE(is_title(linted.place(place)));
    }
  }
}

TEST_CASE("property: without a registry, an entry is put in doubt exactly if it contradicts a title or another entry") {
  for (unsigned seed = 0; seed < kRuns; ++seed) {
    CAPTURE(seed);
    const Corpus corpus = random_corpus(seed);
    const Linted linted(corpus.files, "");
    const std::set<std::string> places = doubted(linted);
    std::map<std::string, int> title_of;
    for (const Stated& title : corpus.titles) title_of[title.name] = title.code;
    for (const Stated& entry : corpus.entries) {
      CAPTURE(entry.place);
      const auto own = title_of.find(entry.name);
      if (own != title_of.end()) {
        CHECK((places.count(entry.place) == 1) == (own->second != entry.code));
        continue;
      }
      bool contradicts_title = false;
      for (const Stated& title : corpus.titles) contradicts_title = contradicts_title || title.code == entry.code;
      if (contradicts_title) CHECK(places.count(entry.place) == 1);
      bool contradicts = contradicts_title;
      for (const Stated& other : corpus.entries) {
        contradicts = contradicts || ((other.name == entry.name) != (other.code == entry.code));
      }
      if (!contradicts) CHECK(places.count(entry.place) == 0);
    }
  }
}

TEST_CASE("property: with a registry, an entry of a known name is put in doubt exactly if its code is wrong") {
  for (unsigned seed = 0; seed < kRuns; ++seed) {
    CAPTURE(seed);
    const Corpus corpus = random_corpus(seed);
    const Linted linted(corpus.files, std::string(kRegistryOfSome));
    const std::set<std::string> places = doubted(linted);
    for (const std::vector<Stated>* stated : {&corpus.titles, &corpus.entries}) {
      for (const Stated& claim : *stated) {
        const int right = claim.name.back() - 'A' + 1;
        if (right > 3) continue;
        CAPTURE(claim.place);
        CHECK((places.count(claim.place) == 1) == (claim.code != right));
      }
    }
  }
}
