// Checks the properties that hold for any input (support/article_properties.h) on truncated, mutated and random
// articles. The random seed is fixed, so every run checks the same texts.
#include <algorithm>
#include <cstdint>
#include <random>

#include "article/dialect.h"
#include "sound.h"

using namespace errpress::tests;
using errpress::article::Dialect;

namespace {

// The seed articles (or the shipped articles if those are missing) and the seeds of the fuzz target.
std::vector<std::string> originals() {
  std::vector<std::string> texts;
  const auto add = [&](const std::vector<Sample>& samples) {
    for (const Sample& sample : samples) texts.push_back(sample.text);
  };
  add(read_folder(ERRPRESS_SHARED_DIR "/seeds", ".txt"));
  if (texts.empty()) add(shipped_articles());
  add(read_folder(ERRPRESS_SOURCE_DIR "/tests/fuzz/seeds/parse", ""));
  return texts;
}

// Stops the test at the first text that violates a property; the message names the property.
void check(const std::string& text, const Dialect& dialect = shipped_dialect()) {
  const std::string fault = broken_property(text, dialect);
  REQUIRE_MESSAGE(fault.empty(), fault);
}

// Pieces of text that the parser treats specially, separated by '|'.
constexpr std::string_view kPieces =
    "\n|\n\n|\r|\r\n| |\t|\n- |\n* |\n  \u2022 |\n1. |\n2) |\u2013|-|:|.|(|)|[|]|?|Q:|A:|\nQ: |\nA: |"
    "Updated: Feb 21, 2026\n|Label: |See Also|\n\nSee Also\n\n|\nSummary\n|\nFAQ\n|\nRelated Errors\n|"
    "\nCommon Causes\n|\n## See also\n|# |RELATED ERRORS:|, 7: |wrapped\ntext|\nHow to "
    "Resolve\n|ERROR_A|ERROR_B(5)|STATUS_C (5, 0x5): "
    "|.ERROR_D(6)|Error_e|EPERM|0x32C8|13000|"
    "hexadecimal representation 20D8|Error Name: ERROR_A|- Numeric Code|\t\t\t\t\t\t\t\t\t\t|: 5|\uFEFF|\xFF|\x7F";

std::vector<std::string_view> pieces() {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= kPieces.size();) {
    const std::size_t end = std::min(kPieces.find('|', begin), kPieces.size());
    out.push_back(kPieces.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

class Random {
 public:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  char byte() { return static_cast<char>(below(256)); }
  std::string_view piece() { return pieces_[below(pieces_.size())]; }

 private:
  std::mt19937 engine_{20260221};
  std::vector<std::string_view> pieces_ = pieces();
};

void mutate(std::string& text, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  const std::size_t size = std::min(random.below(40), text.size() - at);
  switch (random.below(5)) {
    case 0:
      text.insert(at, random.piece());
      break;
    case 1:
      text.replace(at, size, random.piece());
      break;
    case 2:
      text.erase(at, size);
      break;
    case 3:
      text.insert(random.below(text.size() + 1), text.substr(at, size));
      break;
    default:
      if (at < text.size()) text[at] = random.byte();
  }
}

constexpr const char* kStrangeDialect =
    "sections:\n"
    "  - {kind: one, heading: Summary, dash_lists: steps, subheadings: true}\n"
    "  - {kind: two, heading: Related Errors, role: references, dash_lists: steps, subheadings: true}\n"
    "  - {kind: three, heading: FAQ, role: faq, subheadings: true}\n"
    "fields: {Label: code, Error Name: name}\n"
    "prefixes: [E, ST, A]\n";

}  // namespace

TEST_CASE("articles cut at every byte keep the properties") {
  for (const std::string& text : originals()) {
    for (std::size_t size = 0; size < text.size(); ++size) check(text.substr(0, size));
  }
}

TEST_CASE("articles without their first bytes keep the properties") {
  for (const std::string& text : originals()) {
    for (std::size_t begin = 0; begin < text.size(); begin += 13) check(text.substr(begin));
  }
}

TEST_CASE("articles changed at random keep the properties") {
  Random random;
  const std::vector<std::string> texts = originals();
  for (int round = 0; round < 4000; ++round) {
    std::string text = texts[random.below(texts.size())];
    for (std::size_t changes = 1 + random.below(12); changes > 0; --changes) mutate(text, random);
    check(text);
  }
}

TEST_CASE("articles made of pieces at random keep the properties") {
  Random random;
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    for (std::size_t count = random.below(40); count > 0; --count) text += random.piece();
    check(text);
  }
}

TEST_CASE("the properties hold with another dialect") {
  const auto dialect = Dialect::parse(kStrangeDialect, "strange.yaml");
  REQUIRE(dialect.ok());
  Random random;
  for (int round = 0; round < 6000; ++round) {
    std::string text = "T\nM\nUpdated: x\n";
    for (std::size_t count = random.below(40); count > 0; --count) text += random.piece();
    check(text, *dialect);
  }
}

TEST_CASE("random bytes keep the properties") {
  Random random;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t size = random.below(200); size > 0; --size) text += random.byte();
    check(text);
  }
}

TEST_CASE("a structure that is wrong is told") {
  const std::string source = "ERROR_T - 1 (0x1)\nMessage.\nSummary\n- Label: text 5 (0x5)\nText.\n";
  const errpress::article::Article good = parsed(source);
  const auto fault = [&](auto spoil) {
    errpress::article::Article bad = good;
    spoil(bad);
    return broken_structure(bad, source, shipped_dialect());
  };
  CHECK(fault([](auto&) {}) == "");
  CHECK(fault([](auto& a) { a.message.reset(); }) == "a byte that no node covers at 18-19");
  CHECK(fault([](auto& a) { a.items.pop_back(); }) != "");
  CHECK(fault([](auto& a) { a.items[1].span.end = 1000; }) != "");
  CHECK(fault([](auto& a) { a.items[0].span.end = a.items[1].span.end; }) != "");
  CHECK(fault([](auto& a) { std::swap(a.items[0], a.items[1]); }) != "");
  CHECK(fault([](auto& a) { std::swap(a.items[0].label, a.items[0].text); }) != "");
  CHECK(fault([](auto& a) { a.blocks.pop_back(); }) != "");
  CHECK(fault([](auto& a) { a.blocks[0].kind = errpress::article::BlockKind::references; }) != "");
  CHECK(fault([](auto& a) { a.sections[0].dialect_section = 0; }) != "");
  CHECK(fault([](auto& a) { a.title.name.end = 30; }) != "");
}
