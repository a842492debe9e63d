// A small project that random edits change: articles, registries, a dialect, templates and errpress.yaml, held in
// memory and written to the working directory. The same edits always give the same files, whatever edits were left out
// before them, so that a failing sequence can be made shorter.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "commands/options.h"

namespace errpress::tests {

// What an edit changes. Those from `touch` on change no input.
enum class EditKind : std::uint8_t {
  message,
  code,
  hex,
  name,
  presence,
  path,
  reference,
  mention,
  title,
  readable,
  registry_entry,
  registry_file,
  severity,
  alias,
  targets,
  option,
  template_text,
  dialect,
  roots,
  strict,
  touch,
  jobs,
  edit_output,
  remove_output,
  damage_cache,
  nothing,
};
inline constexpr std::size_t kEditKinds = static_cast<std::size_t>(EditKind::nothing) + 1;

// `a` and `b` choose what is changed, and to what; any numbers do.
struct Edit {
  EditKind kind = EditKind::nothing;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

std::string to_string(const Edit& edit);

class EditedProject {
 public:
  // Starts with four articles and writes them.
  EditedProject();

  // Changes the model and the files. What an edit does to an output folder happens in `out`, if at all.
  void apply(const Edit& edit, const std::filesystem::path& out);

  // The command line that goes with the configuration now.
  commands::BuildOptions options(const std::string& out) const;

 private:
  static constexpr std::size_t kArticles = 6;
  static constexpr std::uint32_t kNameCount = 8;
  static constexpr std::size_t kRules = 5;
  struct Link {
    std::uint32_t name = 0;  // 0: none
    std::uint32_t code = 0;
  };
  struct Article {
    bool present = false;
    bool readable = true;
    bool titled = true;
    std::uint32_t name = 0;
    std::uint32_t code = 0;
    std::uint32_t hex_error = 0;
    std::uint32_t message = 0;
    std::uint32_t folder = 0;
    std::array<Link, 2> references;
    Link mention;
  };

  std::string article_text(const Article& article) const;
  std::string configuration() const;
  std::map<std::string, std::string> files() const;
  void change(const Edit& edit);
  void change(Article& article, const Edit& edit);
  void synchronise();
  static void edit_output(const Edit& edit, const std::filesystem::path& out);

  std::array<Article, kArticles> articles_;
  std::array<std::uint32_t, kNameCount> registry_codes_{};  // of each name; 0 where the registry does not know it
  std::uint32_t registries_ = 0;                            // which files, in which order
  std::array<std::uint32_t, kRules> severities_{};
  std::uint32_t aliases_ = 0;
  std::uint32_t targets_ = 3;
  std::uint32_t option_ = 0;
  std::uint32_t template_ = 0;
  std::uint32_t dialect_ = 0;
  std::uint32_t roots_ = 0;
  std::uint32_t strict_ = 0;
  std::uint32_t jobs_ = 0;
  std::map<std::string, std::string> written_;  // files as they are on disk; a text of "link" is a link to nowhere
};

}  // namespace errpress::tests
