#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "mustache/compiler.h"
#include "mustache/name_resolver.h"

namespace errpress::mustache {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

void append_raw(base::TextBuffer& out, std::string_view text, base::Traits /*traits*/) { out += text; }

constexpr Escaper kRaw = {"", append_raw, base::kNoTraits};

}  // namespace

BodyCompiler::BodyCompiler(ProgramCompiler& program, std::uint32_t body, const Escaper* escaper)
    : program_(program), body_(body), source_(program.source(body)), escaper_(escaper) {}

base::Result<std::vector<Instruction>> BodyCompiler::compile() {
  const base::Result<std::vector<Token>> tokens = lex_template(source_);
  if (!tokens) return tokens.error();
  for (const Token& token : *tokens) {
    if (const base::Status added = add(token); !added) return added.error();
  }
  if (!open_.empty()) {
    const Token& token = open_.back().token;
    return error(token, fmt::format("section `{0}` is never closed; {{{{/{0}}}}} would close it", token.text));
  }
  emit(Op::leave, static_cast<std::uint32_t>(source_.text().size()));
  return std::move(code_);
}

base::Status BodyCompiler::add(const Token& token) {
  switch (token.tag) {
    case Tag::literal:
      add_literal(token);
      return base::Done{};
    case Tag::variable:
    case Tag::raw:
      return add_variable(token);
    case Tag::section:
    case Tag::inverted:
      return open(token);
    case Tag::close:
      return close(token);
    case Tag::partial:
      return add_call(token);
  }
  return base::Done{};
}

void BodyCompiler::add_literal(const Token& token) {
  const bool is_short = token.text.size() <= kShortSize;
  Instruction& literal = emit(is_short ? Op::short_literal : Op::literal, token.offset);
  literal.size = static_cast<std::uint32_t>(token.text.size());
  if (is_short) {
    literal.bytes = {};
    std::copy(token.text.begin(), token.text.end(), literal.bytes.begin());
  } else {
    literal.chars = token.text.data();
  }
}

base::Status BodyCompiler::add_variable(const Token& token) {
  const base::Result<Name> name = resolve_name(token.text, program_.options(), program_.paths());
  if (!name) return error(token, name.error().message);
  Instruction& variable = emit(Op::variable, token.offset);
  variable.name = *name;
  const Escaper& escaper = token.tag == Tag::raw || escaper_ == nullptr ? kRaw : *escaper_;
  variable.append = escaper.append;
  variable.size = escaper.relevant_traits;
  return base::Done{};
}

base::Status BodyCompiler::open(const Token& token) {
  if (open_.size() == kMaxNesting) return error(token, fmt::format("sections nest deeper than {} here", kMaxNesting));
  const auto escaper = escaper_name(token.text, program_.options().mode);
  if (escaper && token.tag == Tag::section) return open_escaper(token, *escaper);
  const base::Result<Name> name = resolve_name(token.text, program_.options(), program_.paths());
  if (!name) return error(token, name.error().message);
  open_.push_back({token, escaper_, code_.size()});
  emit(token.tag == Tag::section ? Op::section : Op::inverted, token.offset).name = *name;
  return base::Done{};
}

base::Status BodyCompiler::open_escaper(const Token& token, std::string_view name) {
  const base::Result<const Escaper*> escaper = resolve_escaper(name, program_.options());
  if (!escaper) return error(token, escaper.error().message);
  open_.push_back({token, escaper_, kNone});
  escaper_ = *escaper;
  return base::Done{};
}

base::Status BodyCompiler::close(const Token& token) {
  if (open_.empty()) return error(token, fmt::format("{{{{/{}}}}} closes no section", token.text));
  const Open opened = open_.back();
  if (opened.token.text != token.text) {
    const std::uint32_t line = error(opened.token, "").line;
    return error(token,
                 fmt::format("found {{{{/{}}}}} where {{{{/{}}}}} was expected, for the section opened on line {}",
                             token.text, opened.token.text, line));
  }
  open_.pop_back();
  escaper_ = opened.outer_escaper;
  if (opened.instruction == kNone) return base::Done{};
  if (opened.token.tag == Tag::section) emit(Op::end, token.offset);
  const auto jump = static_cast<std::uint32_t>(code_.size() - 1 - opened.instruction);
  code_[opened.instruction].size = jump;
  if (opened.token.tag == Tag::section) code_.back().size = jump;
  return base::Done{};
}

base::Status BodyCompiler::add_call(const Token& token) {
  const Use use{std::string(token.text), std::string(token.indent), escaper_};
  const base::Result<std::uint32_t> body = program_.body_of(use, source_, token.offset);
  if (!body) return body.error();
  emit(Op::call, token.offset).size = *body;
  return base::Done{};
}

Instruction& BodyCompiler::emit(Op op, std::uint32_t offset) {
  Instruction& instruction = code_.emplace_back();
  instruction.op = op;
  instruction.source = body_;
  instruction.offset = offset;
  return instruction;
}

base::Error BodyCompiler::error(const Token& token, std::string message) const {
  return source_.error_at(token.offset, std::move(message));
}

}  // namespace errpress::mustache
