#include "base/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>

#include "base/closest.h"
#include "base/utf8.h"

namespace errpress::base {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Records the position of the first node of a document.
class FirstNode final : public YAML::EventHandler {
 public:
  const YAML::Mark& mark() const { return mark_; }

  void OnDocumentStart(const YAML::Mark& mark) override { mark_ = mark; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { record(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { record(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    record(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    record(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    record(mark);
  }
  void OnMapEnd() override {}

 private:
  void record(const YAML::Mark& mark) {
    if (!recorded_) mark_ = mark;
    recorded_ = true;
  }

  YAML::Mark mark_ = YAML::Mark::null_mark();
  bool recorded_ = false;
};

}  // namespace

void yaml_fail(const YAML::Node& node, std::string message) { throw YamlFault{node.Mark(), std::move(message)}; }

std::vector<YamlEntry> yaml_entries(const YAML::Node& map) {
  std::vector<YamlEntry> entries;
  std::unordered_set<std::string> seen;
  for (const auto& entry : map) {
    std::string key = yaml_word(entry.first);
    if (!seen.insert(key).second) yaml_fail(entry.first, fmt::format("key `{}` is given twice", key));
    entries.push_back({std::move(key), entry.first, entry.second});
  }
  return entries;
}

void expect_keys(const YAML::Node& map, const std::vector<std::string_view>& known) {
  if (!map.IsMap()) yaml_fail(map, fmt::format("expected a map with the keys {}", fmt::join(known, ", ")));
  for (const YamlEntry& entry : yaml_entries(map)) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    std::string hint = did_you_mean(entry.key, known);
    if (hint.empty()) hint = fmt::format("; expected one of {}", fmt::join(known, ", "));
    yaml_fail(entry.key_node, fmt::format("unknown key `{}`{}", entry.key, hint));
  }
}

YAML::Node yaml_list(const YAML::Node& map, const char* key) {
  const YAML::Node node = map[key];
  if (!node || node.IsNull()) return YAML::Node(YAML::NodeType::Sequence);
  if (!node.IsSequence()) yaml_fail(node, fmt::format("`{}` must be a list", key));
  return node;
}

std::string yaml_word(const YAML::Node& node) {
  if (!node.IsScalar() || node.Scalar().empty()) yaml_fail(node, "expected a word here");
  if (node.Scalar().find('\0') != std::string::npos) yaml_fail(node, "a NUL cannot be part of a word");
  return node.Scalar();
}

std::string yaml_required(const YAML::Node& map, const char* key) {
  const std::optional<YAML::Node> value = yaml_optional(map, key);
  if (!value) yaml_fail(map, fmt::format("`{}` is missing", key));
  return yaml_word(*value);
}

std::optional<YAML::Node> yaml_optional(const YAML::Node& map, std::string_view key) {
  for (const auto& entry : map) {
    if (!entry.first.IsScalar() || entry.first.Scalar() != key) continue;
    if (entry.second.IsNull()) yaml_fail(entry.first, fmt::format("`{}` has no value", key));
    return entry.second;
  }
  return std::nullopt;
}

YAML::Node load_document(std::string_view yaml) {
  const std::string text(yaml);
  YAML::Node root = YAML::Load(text);
  // Not YAML::LoadAll, which never returns for input such as ", a: b ]": it reads an endless series of empty documents.
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  FirstNode first;
  FirstNode second;
  if (parser.HandleNextDocument(first) && parser.HandleNextDocument(second)) {
    throw YamlFault{second.mark(), "a second document begins here; only one is allowed"};
  }
  return root;
}

std::vector<std::string> yaml_words(const YAML::Node& node) {
  if (node.IsScalar()) return {yaml_word(node)};
  if (!node.IsSequence()) yaml_fail(node, "expected a word or a list of words here");
  std::vector<std::string> words;
  for (const auto& item : node) words.push_back(yaml_word(item));
  return words;
}

Error to_error(const YAML::Mark& mark, std::string message, const std::string& path, std::string_view yaml) {
  if (mark.is_null()) return {std::move(message), path};
  if (yaml.starts_with(kByteOrderMark)) yaml.remove_prefix(kByteOrderMark.size());
  // A mark may lie beyond the end of the text, because yaml-cpp counts characters that it looked for there.
  const auto end = static_cast<std::size_t>(mark.pos);
  const std::size_t begin = std::min(end - std::min(static_cast<std::size_t>(mark.column), end), yaml.size());
  return {std::move(message), path, static_cast<std::uint32_t>(mark.line + 1),
          static_cast<std::uint32_t>(1 + count_code_points(yaml.substr(begin, end - begin)))};
}

std::optional<Error> encoding_error(std::string_view yaml, const std::string& path) {
  const EncodingIssue invalid = find_encoding_issues(yaml).invalid_utf8;
  const std::size_t at = invalid.count != 0 ? invalid.first.begin : yaml.find('\0');
  if (at == std::string_view::npos) return std::nullopt;
  const auto line =
      static_cast<std::uint32_t>(1 + std::count(yaml.begin(), yaml.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  const std::size_t begin = yaml.substr(0, at).rfind('\n') + 1;  // npos + 1 is 0
  const auto column = static_cast<std::uint32_t>(1 + count_code_points(yaml.substr(begin, at - begin)));
  return Error{"the file is not UTF-8 text", path, line, column};
}

}  // namespace errpress::base
