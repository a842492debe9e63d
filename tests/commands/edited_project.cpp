#include "commands/edited_project.h"

#include <fmt/format.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace errpress::tests {

namespace {

const std::string kLink = "link";

constexpr std::array<const char*, kEditKinds> kNames = {
    "message", "code",        "hex",           "name",           "presence",      "path",     "reference",
    "mention", "title",       "readable",      "registry_entry", "registry_file", "severity", "alias",
    "targets", "option",      "template_text", "dialect",        "roots",         "strict",   "touch",
    "jobs",    "edit_output", "remove_output", "damage_cache",   "nothing"};

constexpr std::array<const char*, 5> kRuleIds = {"wrong-code", "conflicting-name", "hex-mismatch", "missing-section",
                                                 "dangling-reference"};
constexpr std::array<const char*, 4> kSeverities = {"", "off", "info", "error"};

// The last one has the identifier of the first, so that one of them gets another.
std::string name_of(std::uint32_t name) { return name == 7 ? "ERROR_n1" : fmt::format("ERROR_N{}", name); }

// A page that shows all that other articles can change on it.
constexpr const char* kWholePage =
    "{{name}} {{identifier}} {{disputed}}\n"
    "{{#findings}}{{rule}} {{severity}} {{message}}{{#notes}} {{.}}{{/notes}}\n{{/findings}}"
    "{{#references}}{{text}} {{documented}} {{disputed}}\n"
    "{{#findings}}{{rule}} {{severity}} {{message}}{{#notes}} {{.}}{{/notes}}\n{{/findings}}{{/references}}"
    "{{#see_also}}{{name}}\n{{/see_also}}";

std::vector<fs::path> outputs_in(const fs::path& out) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(out, error)) {
    if (entry.is_regular_file() && entry.path().string().find(".errpress") == std::string::npos)
      found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void write_file(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// In place, and of the same size.
void flip_a_byte(const fs::path& path, std::size_t at) {
  std::string bytes = read(path);
  if (bytes.empty()) return;
  bytes[at % bytes.size()] ^= 1;
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

std::string to_string(const Edit& edit) {
  return fmt::format("{{EditKind::{}, {}, {}}}", kNames[static_cast<std::size_t>(edit.kind)], edit.a, edit.b);
}

EditedProject::EditedProject() {
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    Article& article = articles_[i];
    article.present = i < 4;
    article.name = i + 1;
    article.code = i + 1;
    article.folder = i % 2;
    article.references[0] = {(i + 1) % 4 + 1, (i + 1) % 4 + 1};
  }
  synchronise();
}

void EditedProject::apply(const Edit& edit, const fs::path& out) {
  switch (edit.kind) {
    case EditKind::edit_output:
    case EditKind::remove_output:
    case EditKind::damage_cache:
      return edit_output(edit, out);
    case EditKind::touch:
      written_.clear();  // all files are written again, with the same bytes
      break;
    default:
      change(edit);
  }
  synchronise();
}

void EditedProject::edit_output(const Edit& edit, const fs::path& out) {
  if (edit.kind == EditKind::damage_cache) {
    const fs::path cache = out / ".errpress/cache";
    if (fs::exists(cache)) flip_a_byte(cache, edit.a);
    return;
  }
  const std::vector<fs::path> outputs = outputs_in(out);
  if (outputs.empty()) return;
  const fs::path& output = outputs[edit.a % outputs.size()];
  edit.kind == EditKind::remove_output ? static_cast<void>(fs::remove(output)) : flip_a_byte(output, edit.b);
}

void EditedProject::change(const Edit& edit) {
  switch (edit.kind) {
    case EditKind::registry_entry:
      registry_codes_[edit.a % kNameCount] = edit.b % 3 == 0 ? 0 : edit.a % kNameCount + edit.b % 3 - 1;
      break;
    case EditKind::registry_file:
      registries_ = edit.a % 5;
      break;
    case EditKind::severity:
      severities_[edit.a % kRules] = edit.b % kSeverities.size();
      break;
    case EditKind::alias:
      aliases_ = edit.a % 3;
      break;
    case EditKind::targets:
      targets_ = edit.a % 15 + 1;
      break;
    case EditKind::option:
      option_ = edit.a % 3;
      break;
    case EditKind::template_text:
      template_ = edit.a % 4;
      break;
    case EditKind::dialect:
      dialect_ = edit.a % 3;
      break;
    case EditKind::roots:
      roots_ = edit.a % 3;
      break;
    case EditKind::strict:
      strict_ = edit.a % 3;
      break;
    case EditKind::jobs:
      jobs_ = edit.a % 3;
      break;
    default:
      change(articles_[edit.a % kArticles], edit);
  }
}

void EditedProject::change(Article& article, const Edit& edit) {
  const std::uint32_t side = edit.a / kArticles;
  switch (edit.kind) {
    case EditKind::message:
      article.message = edit.b % 4;
      break;
    case EditKind::code:
      article.code = edit.b % 8;
      break;
    case EditKind::hex:
      article.hex_error = edit.b % 4 == 0;
      break;
    case EditKind::name:
      article.name = edit.b % 8;
      break;
    case EditKind::presence:
      article.present = !article.present;
      break;
    case EditKind::path:
      article.folder = edit.b % 2;
      break;
    case EditKind::reference:
      article.references[side % 2] = {edit.b % 8, edit.b / 8 % 8};
      break;
    case EditKind::mention:
      article.mention = {edit.b % 8, edit.b / 8 % 8};
      break;
    case EditKind::title:
      article.titled = edit.b % 4 != 0;
      break;
    case EditKind::readable:
      article.readable = edit.b % 4 != 0;
      break;
    default:
      break;
  }
}

std::string EditedProject::article_text(const Article& article) const {
  if (!article.titled) return "Nothing that an article starts with\n";
  std::string text = fmt::format("{} - {} (0x{:X})\n\nMessage {}.\n\n", name_of(article.name), article.code,
                                 article.code + article.hex_error, article.message);
  text += "Technical Meaning\n\nIt means something.";
  if (article.mention.name != 0)
    text +=
        fmt::format(" Not {} ({}, 0x{:X}).", name_of(article.mention.name), article.mention.code, article.mention.code);
  text += "\n\nRelated Errors\n\n";
  for (const Link& link : article.references) {
    if (link.name != 0)
      text += fmt::format("  \u2022 {} ({}, 0x{:X}): Another.\n", name_of(link.name), link.code, link.code);
  }
  return text + "\nSummary\n\nThe end.\n";
}

std::string EditedProject::configuration() const {
  constexpr std::array<const char*, 3> kRoots = {"[corpus]", "[corpus/a, corpus/b]", "[corpus/b, corpus/a]"};
  constexpr std::array<const char*, 5> kRegistries = {"[]", "[one.tsv]", "[two.tsv]", "[one.tsv, three.tsv]",
                                                      "[three.tsv, one.tsv]"};
  constexpr std::array<const char*, 3> kAliases = {"", "aliases: [[ERROR_N1, ERROR_N2]]\n",
                                                   "aliases: [[ERROR_N1, ERROR_N3], [ERROR_N2, ERROR_N4]]\n"};
  std::string yaml = fmt::format("corpus: {}\nregistry: {}\n{}rules:\n  untidy-text: info\n", kRoots[roots_],
                                 kRegistries[registries_], kAliases[aliases_]);
  for (std::size_t i = 0; i < kRules; ++i) {
    if (severities_[i] != 0) yaml += fmt::format("  {}: {}\n", kRuleIds[i], kSeverities[severities_[i]]);
  }
  if (dialect_ != 0) yaml += "dialect: dialect.yaml\n";
  if (template_ != 0) yaml += "templates: templates\n";
  yaml += "targets:\n";
  if ((targets_ & 1) != 0) yaml += "  markdown:\n";
  if ((targets_ & 2) != 0) yaml += "  json:\n";
  if ((targets_ & 4) != 0) yaml += fmt::format("  man: {{manual: Manual {}}}\n", option_);
  if ((targets_ & 8) != 0) yaml += fmt::format("  cpp: {{namespace: n{}}}\n", option_);
  return yaml;
}

std::map<std::string, std::string> EditedProject::files() const {
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < kArticles; ++i) {
    const Article& article = articles_[i];
    const std::string path = fmt::format("corpus/{}/{}.txt", article.folder == 0 ? 'a' : 'b', i);
    if (article.present) files[path] = article.readable ? article_text(article) : kLink;
  }
  std::string registry;
  for (std::uint32_t i = 0; i < kNameCount; ++i) {
    if (registry_codes_[i] != 0) registry += fmt::format("{}\t{}\tWhat it says.\n", name_of(i), registry_codes_[i]);
  }
  files["one.tsv"] = files["two.tsv"] = registry;
  files["three.tsv"] = "ERROR_N5\t5\tFive.\nERROR_N6\t7\tSix.\n";
  if (template_ == 3) files["templates/markdown/article.mustache"] = kWholePage;
  if (template_ == 1 || template_ == 2)
    files["templates/markdown/reference.mustache"] = fmt::format("{} {{{{name}}}}\n", template_);
  if (dialect_ != 0) {
    const std::string heading = dialect_ == 1 ? "Related Errors" : "See Also";
    files["dialect.yaml"] = fmt::format(
        "sections:\n  - {{kind: summary, heading: Summary}}\n"
        "  - {{kind: related_errors, heading: {}, role: references}}\n"
        "templates:\n  - {{name: short, sections: [summary]}}\nfields: {{}}\nprefixes: [ERROR_]\n",
        heading);
  }
  files["errpress.yaml"] = configuration();
  return files;
}

void EditedProject::synchronise() {
  for (const char* folder : {"corpus/a", "corpus/b"}) fs::create_directories(folder);
  const std::map<std::string, std::string> wanted = files();
  for (const auto& [path, bytes] : written_) {
    if (!wanted.contains(path)) fs::remove(path);
  }
  for (const auto& [path, bytes] : wanted) {
    const auto known = written_.find(path);
    if (known != written_.end() && known->second == bytes) continue;
    if (bytes == kLink || fs::is_symlink(path)) fs::remove(path);
    if (bytes == kLink)
      fs::create_symlink("nowhere", path);
    else
      write_file(path, bytes);
  }
  written_ = wanted;
}

commands::BuildOptions EditedProject::options(const std::string& out) const {
  commands::BuildOptions options;
  options.out = out;
  options.jobs = jobs_ + 1;
  options.overwrite_changed = true;
  options.strict = strict_ != 0;
  options.fail_on = strict_ == 2 ? "info" : "";
  return options;
}

}  // namespace errpress::tests
