#include "corpus/macro_stream.h"

#include <algorithm>

namespace errpress::corpus {

namespace {

// Real headers nest a few levels.
constexpr std::size_t kMaxFrames = 200;
constexpr std::size_t kMaxArguments = 100;
constexpr std::size_t kMaxJoined = 1000;
constexpr int kMaxJoinDepth = 20;

std::string_view without_blanks(std::string_view text) {
  skip_c_blanks(text);
  while (!text.empty() && is_c_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Removes the first of the names between commas, and returns it.
std::string_view take_parameter(std::string_view& parameters) {
  const std::size_t comma = std::min(parameters.find(','), parameters.size());
  const std::string_view parameter = without_blanks(parameters.substr(0, comma));
  parameters.remove_prefix(std::min(comma + 1, parameters.size()));
  return parameter;
}

// Whether a macro with these parameters takes this many arguments. f() has one, which `is_empty`.
bool fits(std::string_view parameters, std::size_t arguments, bool is_empty) {
  if (without_blanks(parameters).empty()) return arguments == 1 && is_empty;
  const auto count = 1 + static_cast<std::size_t>(std::count(parameters.begin(), parameters.end(), ','));
  return arguments == count || (arguments > count && parameters.find("...") != std::string_view::npos);
}

// Whether the text of a definition without a value can be a part of something with one, such as a type or the name of a
// function-like macro: not if it is an expression in brackets.
bool can_expand(const Definition& definition, std::string_view text) {
  if (definition.kind == Definition::Kind::constant) return false;
  if (!take_token(text).is("(")) return true;
  CToken token = take_token(text);
  while (token.kind == CTokenKind::name) token = take_token(text);
  return token.is(")");
}

}  // namespace

bool is_type_wrapper(std::string_view name) { return name == "__MSABI_LONG" || name.ends_with("_TYPEDEF_"); }

void MacroStream::reset(HeaderSet::Id id, std::string_view text) {
  frames_.clear();
  hidden_.clear();
  environments_.clear();
  joined_.clear();
  hidden_.push_back({id, nullptr, 0});
  frames_.push_back({text, headers_.header_of(id), &hidden_.back(), nullptr});
}

MacroStream::Token MacroStream::next() {
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    const CToken token = take_token(frame.rest);
    if (token.kind == CTokenKind::end) {
      if (frames_.size() == 1) return {};
      frames_.pop_back();
      continue;
    }
    if (frames_.size() > 1 && !context_.spend()) return failure();
    if (token.kind == CTokenKind::name) {
      if (auto result = take_name(token)) return *result;
      continue;
    }
    std::string_view rest = frame.rest;
    if (token.kind == CTokenKind::number && joins(rest)) {
      if (auto result = join(token)) return *result;
      continue;
    }
    if (token.kind == CTokenKind::number) return {token, parse_c_literal(token.text)};
    if (token.kind == CTokenKind::character) return {token, parse_c_character(token.text)};
    return {token, std::nullopt};
  }
  return {};
}

MacroStream::Token MacroStream::failure() {
  frames_.clear();
  return {{CTokenKind::other, {}}, std::nullopt};
}

// Nullopt if the name was replaced by a text that comes next.
std::optional<MacroStream::Token> MacroStream::take_name(const CToken& name) {
  const Frame& frame = frames_.back();
  std::string_view rest = frame.rest;
  if (joins(rest)) return join(name);
  if (const auto argument = find_argument(frame.environment, name.text)) {
    if (!push({argument->text, argument->header, argument->hidden, argument->environment})) return failure();
    return std::nullopt;
  }
  if (is_type_wrapper(name.text)) return Token{name, std::nullopt};
  const auto id = headers_.find(name.text, frame.header);
  if (!id || is_hidden(*id)) return Token{name, std::nullopt};
  context_.use(*id);
  if (headers_[*id].kind == Definition::Kind::function) return take_bracket() ? call(*id) : Token{name, std::nullopt};
  if (const auto number = context_.operand(*id)) return Token{name, number};
  if (!can_expand(headers_[*id], headers_.text(*id, headers_[*id].value))) return failure();
  return expand(*id);
}

std::optional<MacroStream::Token> MacroStream::expand(HeaderSet::Id id) {
  const Frame frame = frames_.back();
  hidden_.push_back({id, frame.hidden, frame.hidden->depth + 1});
  const std::string_view text = headers_.text(id, headers_[id].value);
  if (!push({text, headers_.header_of(id), &hidden_.back(), nullptr})) return failure();
  return std::nullopt;
}

// Expands a function-like macro whose opening bracket comes next.
std::optional<MacroStream::Token> MacroStream::call(HeaderSet::Id id) {
  const Hidden* outer = frames_.back().hidden;
  Environment& environment = environments_.emplace_back(Environment{id, {}});
  if (!take_arguments(environment)) return failure();
  const std::vector<Argument>& arguments = environment.arguments;
  const std::string_view parameters = headers_.text(id, headers_[id].parameters);
  if (!fits(parameters, arguments.size(), arguments.front().text.empty())) return failure();
  hidden_.push_back({id, outer, outer->depth + 1});
  const std::string_view text = headers_.text(id, headers_[id].value);
  if (!push({text, headers_.header_of(id), &hidden_.back(), &environment})) return failure();
  return std::nullopt;
}

// Takes what stands between the brackets.
bool MacroStream::take_arguments(Environment& environment) {
  Frame& frame = frames_.back();
  take_token(frame.rest);
  return split(frame.rest, {{}, frame.environment, frame.header, frame.hidden}, environment.arguments);
}

// Removes arguments and their closing bracket from the front of a text, and appends them, each as `all` with a part of
// the text. The closing bracket can be missing only at the end of the arguments of another macro.
bool MacroStream::split(std::string_view& text, const Argument& all, std::vector<Argument>& arguments) {
  const char* begin = text.data();
  int nesting = 0;
  for (;;) {
    const CToken token = take_token(text);
    if (!context_.spend() || arguments.size() > kMaxArguments) return false;
    if (token.is("(")) ++nesting;
    const bool is_last = token.kind == CTokenKind::end || (token.is(")") && nesting == 0);
    if (is_last || (token.is(",") && nesting == 0)) {
      Argument argument = all;
      const char* end = token.kind == CTokenKind::end ? text.data() : token.text.data();
      argument.text = without_blanks({begin, static_cast<std::size_t>(end - begin)});
      begin = text.data();
      if (!add_argument(argument, arguments)) return false;
    }
    if (is_last) return token.is(")") || all.is_rest;
    if (token.is(")")) --nesting;
  }
}

// __VA_ARGS__ is as many arguments as it stands for.
bool MacroStream::add_argument(const Argument& argument, std::vector<Argument>& arguments) {
  const auto rest = argument.text == "__VA_ARGS__" ? find_argument(argument.environment, argument.text) : std::nullopt;
  if (!rest) {
    arguments.push_back(argument);
    return true;
  }
  std::string_view text = rest->text;
  return split(text, *rest, arguments);
}

std::optional<MacroStream::Argument> MacroStream::find_argument(const Environment* environment,
                                                                std::string_view name) const {
  if (environment == nullptr) return std::nullopt;
  const std::vector<Argument>& arguments = environment->arguments;
  std::string_view parameters = headers_.text(environment->function, headers_[environment->function].parameters);
  for (std::size_t number = 0; !parameters.empty() && number < arguments.size(); ++number) {
    const std::string_view parameter = take_parameter(parameters);
    if (parameter == name) return arguments[number];
    if (parameter != "..." || name != "__VA_ARGS__") continue;
    Argument rest = arguments[number];
    const std::string_view last = arguments.back().text;
    rest.is_rest = true;
    rest.text = {rest.text.data(), static_cast<std::size_t>(last.data() + last.size() - rest.text.data())};
    return rest;
  }
  return std::nullopt;
}

bool MacroStream::push(const Frame& frame) {
  if (frames_.size() >= kMaxFrames || frame.hidden->depth >= kMaxFrames) return false;
  frames_.push_back(frame);
  return true;
}

// Whether an opening bracket comes next, possibly behind the end of the text in which the name stands.
bool MacroStream::take_bracket() {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    std::string_view rest = frames_[i].rest;
    const CToken token = take_token(rest);
    if (token.kind == CTokenKind::end) continue;
    if (!token.is("(")) return false;
    frames_.resize(i + 1, frames_.front());
    return true;
  }
  return false;
}

bool MacroStream::is_hidden(HeaderSet::Id id) const {
  for (const Hidden* hidden = frames_.back().hidden; hidden != nullptr; hidden = hidden->outer) {
    if (hidden->id == id) return true;
  }
  return false;
}

// Whether ## comes next; removes it.
bool MacroStream::joins(std::string_view& rest) const {
  std::string_view after = rest;
  skip_c_blanks(after);
  if (!after.starts_with("##")) return false;
  after.remove_prefix(2);
  rest = after;
  return true;
}

// Joins a token with what stands behind the ## after it, and puts the result in front of what follows.
std::optional<MacroStream::Token> MacroStream::join(const CToken& first) {
  Frame& frame = frames_.back();
  std::string text;
  if (!append_raw(first.text, frame.environment, text, 0)) return failure();
  while (joins(frame.rest)) {
    const CToken token = take_token(frame.rest);
    if (!context_.spend() || !append_raw(token.text, frame.environment, text, 0)) return failure();
  }
  joined_.push_back(std::move(text));
  const Frame copy = frame;
  if (!push({joined_.back(), copy.header, copy.hidden, nullptr})) return failure();
  return std::nullopt;
}

// Appends a text with arguments in place of parameters, and nothing else expanded. False if it becomes too long.
bool MacroStream::append_raw(std::string_view text, const Environment* environment, std::string& out, int depth) const {
  if (depth > kMaxJoinDepth) return false;
  const char* end = text.data();
  for (CToken token = take_token(text); token.kind != CTokenKind::end; token = take_token(text)) {
    if (token.text.data() != end && depth > 0) out += ' ';
    end = token.text.data() + token.text.size();
    const auto argument = token.kind == CTokenKind::name ? find_argument(environment, token.text) : std::nullopt;
    if (!argument) {
      out += token.text;
    } else if (!append_raw(argument->text, argument->environment, out, depth + 1)) {
      return false;
    }
    if (out.size() > kMaxJoined) return false;
  }
  return true;
}

}  // namespace errpress::corpus
