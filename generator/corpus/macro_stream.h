// The tokens of a macro's replacement with all macros in it expanded, one after the other, as the preprocessor of C
// would give them. Nothing is copied but what ## joins. Used by macro_values.cpp. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/c_lexer.h"
#include "corpus/c_number.h"
#include "corpus/header_set.h"

namespace errpress::corpus {

// What a stream asks about names.
class MacroContext {
 public:
  // The value of a definition that is not a function-like macro, if it can stand for the definition's text: operators
  // around that text must not bind closer than those in it. Otherwise nullopt.
  virtual std::optional<CNumber> operand(HeaderSet::Id id) = 0;
  // Takes a token from the budget of all expansions; false if nothing is left.
  virtual bool spend() = 0;
  // Notes that a definition of another header is used.
  virtual void use(HeaderSet::Id id) = 0;

 protected:
  ~MacroContext() = default;
};

class MacroStream {
 public:
  MacroStream(const HeaderSet& headers, MacroContext& context) : headers_(headers), context_(context) {}

  // Begins with the text of a definition, within which its own name is not expanded.
  void reset(HeaderSet::Id id, std::string_view text);

  struct Token {
    CToken token;
    std::optional<CNumber> number;  // of a literal, or of a name that has a value
  };
  // The next token. After the last one, and after anything that cannot be expanded, a token of the kind `end` or
  // `other`.
  Token next();

 private:
  // The macros whose replacements surround a text: they are not expanded in it again.
  struct Hidden {
    HeaderSet::Id id;
    const Hidden* outer;
    std::uint32_t depth;
  };
  struct Environment;
  struct Frame {
    std::string_view rest;
    std::uint32_t header;
    const Hidden* hidden;
    const Environment* environment;  // the arguments of the macro whose replacement this is, or nullptr
  };
  struct Argument {
    std::string_view text;
    const Environment* environment;
    std::uint32_t header;
    const Hidden* hidden;
    bool is_rest = false;  // what __VA_ARGS__ stands for
  };
  struct Environment {
    HeaderSet::Id function;
    std::vector<Argument> arguments;  // by parameter
  };

  std::optional<Token> take_name(const CToken& name);
  std::optional<Token> expand(HeaderSet::Id id);
  std::optional<Token> call(HeaderSet::Id id);
  bool take_arguments(Environment& environment);
  bool split(std::string_view& text, const Argument& all, std::vector<Argument>& arguments);
  bool add_argument(const Argument& argument, std::vector<Argument>& arguments);
  std::optional<Argument> find_argument(const Environment* environment, std::string_view name) const;
  bool push(const Frame& frame);
  bool take_bracket();
  bool is_hidden(HeaderSet::Id id) const;
  bool joins(std::string_view& rest) const;
  std::optional<Token> join(const CToken& first);
  bool append_raw(std::string_view text, const Environment* environment, std::string& out, int depth) const;
  Token failure();

  const HeaderSet& headers_;
  MacroContext& context_;
  std::vector<Frame> frames_;
  std::deque<Hidden> hidden_;
  std::deque<Environment> environments_;
  std::deque<std::string> joined_;
};

// Whether a macro of this name stands for its only argument, however it is defined: __MSABI_LONG and names that end in
// _TYPEDEF_, which only change the type.
bool is_type_wrapper(std::string_view name);

}  // namespace errpress::corpus
