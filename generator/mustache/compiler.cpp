#include "mustache/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/closest.h"

namespace errpress::mustache {

namespace {

constexpr std::size_t kMaxBodies = 4096;
constexpr std::size_t kMaxTextSize = std::size_t{1} << 30;

}  // namespace

base::Result<Program> ProgramCompiler::compile(TemplateSource source) {
  program_.keys = &options_.keys;
  program_.strict = options_.mode == TemplateMode::strict;
  program_.limits = options_.limits;
  const base::Result<std::uint32_t> body = add_body({.escaper = options_.escaper}, std::move(source));
  if (!body) return body.error();
  program_.start = starts_[*body];
  link();
  return std::move(program_);
}

base::Result<std::uint32_t> ProgramCompiler::body_of(const Use& use, const SourceText& from, std::uint32_t offset) {
  const bool strict = options_.mode == TemplateMode::strict;
  const Active* const active = find_active(use.partial);
  if (active != nullptr && strict) return from.error_at(offset, cycle_to(use.partial));
  if (const auto known = bodies_.find(use); known != bodies_.end()) return known->second;
  if (active_.size() > kMaxNesting) {
    // An indented partial that includes itself would be compiled for ever, with ever more indentation: from this depth
    // on, the indentation stays the same.
    if (active != nullptr) return active->body;
    return from.error_at(offset, fmt::format("partials nest deeper than {} here", kMaxNesting));
  }
  if (bodies_.size() == kMaxBodies) {
    return from.error_at(
        offset, fmt::format("more than {} uses of partials that differ in name, indentation or escaper", kMaxBodies));
  }
  base::Result<TemplateSource> loaded = load(use.partial, from, offset);
  if (!loaded) return loaded.error();
  return add_body(use, std::move(*loaded));
}

base::Result<std::uint32_t> ProgramCompiler::add_body(const Use& use, TemplateSource source) {
  if (source.text.size() > kMaxTextSize) return base::Error{"a template is larger than 1 GB", std::move(source.file)};
  const auto body = static_cast<std::uint32_t>(program_.sources.size());
  program_.sources.emplace_back(std::move(source.file), std::move(source.text), use.indent);
  starts_.push_back(0);
  bodies_.emplace(use, body);
  active_.push_back({use.partial, body});
  base::Result<std::vector<Instruction>> code = BodyCompiler(*this, body, use.escaper).compile();
  active_.pop_back();
  if (!code) return code.error();
  starts_[body] = static_cast<std::uint32_t>(program_.code.size());
  program_.code.insert(program_.code.end(), code->begin(), code->end());
  return body;
}

base::Result<TemplateSource> ProgramCompiler::load(const std::string& partial, const SourceText& from,
                                                   std::uint32_t offset) const {
  std::optional<TemplateSource> source;
  if (options_.load_partial) source = options_.load_partial(partial);
  if (source) return *std::move(source);
  if (options_.mode == TemplateMode::lenient) return TemplateSource{partial, ""};
  return from.error_at(
      offset, fmt::format("there is no partial `{}`{}", partial, base::did_you_mean(partial, options_.partial_names)));
}

const ProgramCompiler::Active* ProgramCompiler::find_active(std::string_view partial) const {
  const auto found =
      std::find_if(active_.rbegin(), active_.rend(), [&](const Active& a) { return a.partial == partial; });
  return found == active_.rend() ? nullptr : &*found;
}

// "partial `a` includes itself: a > b > a"
std::string ProgramCompiler::cycle_to(const std::string& partial) const {
  std::string message = fmt::format("partial `{}` includes itself: ", partial);
  for (const Active* step = find_active(partial); step != active_.data() + active_.size(); ++step) {
    message += step->partial + " > ";
  }
  return message + partial;
}

// Replaces the body index of each call with the index of the body's first instruction.
void ProgramCompiler::link() {
  for (Instruction& instruction : program_.code) {
    if (instruction.op == Op::call) instruction.size = starts_[instruction.size];
  }
}

base::Result<Template> Template::compile(TemplateSource source, const CompileOptions& options) {
  base::Result<Program> program = ProgramCompiler(options).compile(std::move(source));
  if (!program) return program.error();
  return Template(std::make_shared<const Program>(std::move(*program)));
}

}  // namespace errpress::mustache
