#include "commands/print_plan.h"

#include "render/built_in_files.h"
#include "render/view_parts.h"
#include "text/files.h"

namespace errpress::commands {

namespace {

text::Error with_place(text::Error error, const text::Error& place) {
  if (!error.path.empty() || place.path.empty()) return error;
  return {std::move(error.message), place.path, place.line, place.column};
}

}  // namespace

text::Result<LoadedTargets> load_targets(const std::vector<TargetChoice>& chosen, const std::string& templates) {
  if (!templates.empty() && !text::is_folder(templates))
    return text::Error{"there is no folder of templates", templates};
  const render::TargetFiles files(render::built_in_files(), templates);
  std::vector<TargetChoice> choices = chosen;
  if (choices.empty()) {
    for (std::string& name : files.target_names()) choices.push_back({std::move(name), {}});
  }
  std::vector<render::Target> targets;
  for (const TargetChoice& choice : choices) {
    auto target = render::Target::load(choice.name, files, choice.options);
    if (!target) return with_place(target.error(), choice.place);
    targets.push_back(std::move(*target));
  }
  std::vector<std::string> unused = files.unused(targets);
  return LoadedTargets{std::move(targets), std::move(unused)};
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
