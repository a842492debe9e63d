#include "driver/render_plan.h"

#include "render/view_parts.h"

namespace errpress::driver {

namespace {

// The part of an article's view that path templates may use.
mustache::Value path_view(const corpus::ArticleSummary& summary, const Sources& sources, const std::string& identifier,
                          mustache::ViewArena& arena) {
  return render::make_object(arena,
                             {{render::key("name"), mustache::Value::text(summary.name())},
                              {render::key("identifier"), mustache::Value::text(identifier)},
                              {render::key("code"), render::code_view(summary.code().decimal.value, arena)},
                              {render::key("path"), mustache::Value::text(sources.files[summary.file].relative)}});
}

}  // namespace

base::Result<RenderPlan> plan_outputs(const std::vector<render::Target>& targets, const Analysis& analysis,
                                      const Sources& sources, const render::PublishedArticles& published) {
  RenderPlan plan;
  for (const render::Target& target : targets) {
    for (const render::Output& output : target.outputs()) {
      auto& list = output.scope == render::Scope::article ? plan.per_article : plan.per_corpus;
      list.push_back({&target, &output});
    }
  }
  plan.entries = published.entries.size();
  plan.paths.resize(plan.entries * plan.per_article.size() + plan.per_corpus.size());
  mustache::ViewArena arena;
  for (std::size_t i = 0; i < plan.entries; ++i) {
    const auto& entry = published.entries[i];
    arena.reset();
    const mustache::Value view = path_view(analysis.index.articles()[entry.article], sources, entry.identifier, arena);
    for (std::size_t output = 0; output < plan.per_article.size(); ++output) {
      auto path = plan.per_article[output].target->path(*plan.per_article[output].output, view);
      if (!path) return path.error();
      plan.paths[plan.article_file(i, output)] = std::move(*path);
    }
  }
  for (std::size_t output = 0; output < plan.per_corpus.size(); ++output) {
    auto path = plan.per_corpus[output].target->path(*plan.per_corpus[output].output, mustache::Value::object({}));
    if (!path) return path.error();
    plan.paths[plan.corpus_file(output)] = std::move(*path);
  }
  return plan;
}

}  // namespace errpress::driver
