#include "commands/print_plan.h"

#include "render/built_in_files.h"
#include "render/view_parts.h"
#include "text/files.h"

namespace errpress::commands {

text::Result<std::vector<render::Target>> load_targets(const std::vector<TargetChoice>& chosen,
                                                       const std::string& templates, const std::string& config_path) {
  if (!templates.empty() && !text::is_folder(templates))
    return text::Error{"there is no folder of templates", templates};
  const render::TargetFiles files(render::built_in_files(), templates);
  std::vector<TargetChoice> choices = chosen;
  if (choices.empty()) {
    for (std::string& name : files.target_names()) choices.push_back({std::move(name), {}});
  }
  std::vector<render::Target> targets;
  for (const TargetChoice& choice : choices) {
    std::vector<render::OptionValue> options;
    for (const auto& option : choice.options) {
      options.push_back({option.name, option.value, {{}, config_path, option.line, option.column}});
    }
    auto target = render::Target::load(choice.name, files, options);
    if (!target) return target.error();
    targets.push_back(std::move(*target));
  }
  return targets;
}

namespace {

// The part of an article's view that its paths can be made from.
render::Value path_view(const corpus::Facts& facts, const Sources& sources, const std::string& identifier,
                        render::ViewArena& arena) {
  return render::make_object(arena, {{render::kKeyName, render::Value::text(facts.name())},
                                     {render::kKeyIdentifier, render::Value::text(identifier)},
                                     {render::kKeyCode, render::code_view(facts.code().decimal.value, arena)},
                                     {render::kKeyPath, render::Value::text(sources.files[facts.file].relative)}});
}

}  // namespace

text::Result<PrintPlan> plan_outputs(const std::vector<render::Target>& targets, const Analysis& analysis,
                                     const Sources& sources, const render::Catalogue& catalogue) {
  PrintPlan plan;
  for (const render::Target& target : targets) {
    for (const render::Output& output : target.outputs()) {
      auto& list = output.scope == render::Scope::article ? plan.per_article : plan.per_corpus;
      list.push_back({&target, &output});
    }
  }
  plan.entries = catalogue.entries.size();
  plan.paths.resize(plan.entries * plan.per_article.size() + plan.per_corpus.size());
  render::ViewArena arena;
  for (std::size_t i = 0; i < plan.entries; ++i) {
    const auto& entry = catalogue.entries[i];
    arena.reset();
    const render::Value view = path_view(analysis.index.articles()[entry.article], sources, entry.identifier, arena);
    for (std::size_t output = 0; output < plan.per_article.size(); ++output) {
      auto path = plan.per_article[output].target->path(*plan.per_article[output].output, view);
      if (!path) return path.error();
      plan.paths[plan.article_file(i, output)] = std::move(*path);
    }
  }
  for (std::size_t output = 0; output < plan.per_corpus.size(); ++output) {
    auto path = plan.per_corpus[output].target->path(*plan.per_corpus[output].output, render::Value::object({}));
    if (!path) return path.error();
    plan.paths[plan.corpus_file(output)] = std::move(*path);
  }
  return plan;
}

}  // namespace errpress::commands
