#include "corpus/macro_values.h"

#include "corpus/c_expression.h"
#include "corpus/c_lexer.h"

namespace errpress::corpus {

namespace {

constexpr std::size_t kMaxEvaluations = 50;  // on the stack at once
constexpr std::size_t kBudgetPerByte = 4;
constexpr std::size_t kMinBudget = 1'000'000;
constexpr std::size_t kBudgetOfOne = 20'000;

// Whether no operator around a text binds closer than those within it: one token, or all of it in brackets.
bool is_operand(std::string_view text) {
  int nesting = 0;
  CToken token = take_token(text);
  const bool bracketed = token.is("(");
  while (token.kind != CTokenKind::end) {
    if (token.is("(")) ++nesting;
    if (token.is(")")) --nesting;
    token = take_token(text);
    if (nesting == 0) return token.kind == CTokenKind::end;
    if (!bracketed) return false;
  }
  return false;
}

}  // namespace

bool is_part_of_codes(std::string_view name) {
  return name.starts_with("FACILITY_") || name.starts_with("SEVERITY_") ||
         name.find("_SEVERITY_") != std::string_view::npos;
}

MacroValues::MacroValues(const HeaderSet& headers)
    : headers_(headers), evaluations_(headers.size()), budget_(kMinBudget + kBudgetPerByte * headers.bytes()) {}

std::optional<CNumber> MacroValues::value(HeaderSet::Id id) {
  if (evaluations_[id].state == State::unknown) {
    if (evaluating_.size() >= kMaxEvaluations) return std::nullopt;
    evaluations_[id].state = State::evaluating;
    if (evaluating_.empty()) spent_ = 0;
    evaluating_.push_back(id);
    const auto value = evaluate(id);
    evaluating_.pop_back();
    evaluations_[id].value = value;
    evaluations_[id].state = State::known;
  }
  return evaluations_[id].value;  // nullopt during evaluation: a definition that refers to itself has no value
}

std::optional<CNumber> MacroValues::evaluate(HeaderSet::Id id) {
  const Definition& definition = headers_[id];
  const std::string_view text = headers_.text(id, definition.value);
  const bool is_constant = definition.kind == Definition::Kind::constant;
  evaluations_[id].is_operand = is_constant || is_operand(text);
  if (is_constant && text.empty()) return CNumber{definition.offset};
  if (streams_.size() < evaluating_.size()) {
    MacroContext& context = *this;
    streams_.push_back(std::make_unique<MacroStream>(headers_, context));
  }
  MacroStream& stream = *streams_[evaluating_.size() - 1];
  stream.reset(id, text);
  auto value = CExpression(stream, depth_).evaluate();
  if (!value || !is_constant) return value;
  value = apply_binary("+", *value, {definition.offset});
  return value ? std::optional(cast(*value, headers_.text(id, definition.type))) : std::nullopt;
}

std::optional<CNumber> MacroValues::operand(HeaderSet::Id id) {
  const auto number = value(id);
  const HeaderSet::Id foreign = evaluations_[id].foreign;
  if (foreign != kNone) use(foreign);
  return evaluations_[id].is_operand ? number : std::nullopt;
}

bool MacroValues::spend() {
  if (budget_ == 0 || spent_ >= kBudgetOfOne) return false;
  --budget_;
  ++spent_;
  return true;
}

void MacroValues::use(HeaderSet::Id id) {
  const HeaderSet::Id user = evaluating_.back();
  if (headers_.header_of(user) == headers_.header_of(id) || is_part_of_codes(headers_.name(id))) return;
  evaluations_[user].foreign = id;
}

std::optional<HeaderSet::Id> MacroValues::foreign(HeaderSet::Id id) const {
  const HeaderSet::Id found = evaluations_[id].foreign;
  return found == kNone ? std::nullopt : std::optional(found);
}

}  // namespace errpress::corpus
