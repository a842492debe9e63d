// Compiles the text of a template to a Program. ProgramCompiler resolves partials, BodyCompiler compiles the tags of
// one text. Both live for one compilation. Not thread-safe.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mustache/lexer.h"
#include "mustache/program.h"
#include "mustache/template.h"

namespace errpress::mustache {

// The maximum nesting depth of sections in one text, and of partials in each other.
inline constexpr std::size_t kMaxNesting = 100;

// A text with the indentation and escaper it is compiled with: the template, or a use of a partial. Equal uses share
// one body.
struct Use {
  std::string partial = {};  // empty for the template itself
  std::string indent = {};
  const Escaper* escaper = nullptr;
  friend auto operator<=>(const Use&, const Use&) = default;
};

class ProgramCompiler {
 public:
  explicit ProgramCompiler(const CompileOptions& options) : options_(options) {}

  base::Result<Program> compile(TemplateSource source);

  const CompileOptions& options() const { return options_; }
  std::vector<Key>& paths() { return program_.paths; }
  const SourceText& source(std::uint32_t body) const { return program_.sources[body]; }
  // The index of the body that a partial tag calls; compiles it on first use. Errors are reported at `offset` in
  // `from`.
  base::Result<std::uint32_t> body_of(const Use& use, const SourceText& from, std::uint32_t offset);

 private:
  struct Active {
    std::string partial;
    std::uint32_t body;
  };

  base::Result<std::uint32_t> add_body(const Use& use, TemplateSource source);
  base::Result<TemplateSource> load(const std::string& partial, const SourceText& from, std::uint32_t offset) const;
  const Active* find_active(std::string_view partial) const;
  std::string cycle_to(const std::string& partial) const;
  void link();

  const CompileOptions& options_;
  Program program_;
  std::map<Use, std::uint32_t> bodies_;
  std::vector<std::uint32_t> starts_;  // index of each body's first instruction in Program::code
  std::vector<Active> active_;         // the texts being compiled, each included by the previous one
};

class BodyCompiler {
 public:
  BodyCompiler(ProgramCompiler& program, std::uint32_t body, const Escaper* escaper);

  // The instructions of the text, ending with `leave`. Calls hold the index of a body, not of an instruction.
  base::Result<std::vector<Instruction>> compile();

 private:
  struct Open {
    Token token;
    const Escaper* outer_escaper;
    std::size_t instruction;  // kNone for {{#escape.NAME}}
  };

  base::Status add(const Token& token);
  void add_literal(const Token& token);
  base::Status add_variable(const Token& token);
  base::Status open(const Token& token);
  base::Status open_escaper(const Token& token, std::string_view name);
  base::Status close(const Token& token);
  base::Status add_call(const Token& token);
  Instruction& emit(Op op, std::uint32_t offset);
  base::Error error(const Token& token, std::string message) const;

  ProgramCompiler& program_;
  std::uint32_t body_;
  const SourceText& source_;
  const Escaper* escaper_;
  std::vector<Open> open_;
  std::vector<Instruction> code_;
};

}  // namespace errpress::mustache
