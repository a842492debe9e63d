#include "claims/matcher.h"

#include <algorithm>

namespace errpress::claims {

namespace {

constexpr int kMaxRepeats = 5;

class Matcher {
 public:
  Matcher(const Form& form, const Sentence& sentence, const CodeRange& code)
      : form_(form), sentence_(sentence), tokens_(sentence.tokens), code_(code) {}

  std::optional<Match> run() {
    result_ = {kNoName, code_.first, code_.last};
    return left(form_.code, code_.first, 0) ? std::optional(result_) : std::nullopt;
  }

 private:
  // Matches the elements before `element` against the tokens before `at`, then those behind CODE.
  bool left(std::size_t element, std::size_t at, int repeats) {
    if (element == 0) {
      result_.first = at;
      return right(form_.code + std::size_t{1}, code_.last + 1, 0);
    }
    const Element& wanted = form_.elements[element - 1];
    if (is_place(wanted.kind)) return holds_before(wanted.kind, at) && left(element - 1, at, 0);
    if (wanted.kind == ElementKind::link) {
      const std::size_t begin = link_begin(at);
      if (begin < at && left(element - 1, begin, 0)) return true;
      return wanted.optional && left(element - 1, at, 0);
    }
    if (at > 0 && repeats < kMaxRepeats && takes(wanted, tokens_[at - 1])) {
      const std::size_t name = result_.name;
      if (wanted.kind == ElementKind::name) result_.name = at - 1;
      if (left(wanted.repeated ? element : element - 1, at - 1, wanted.repeated ? repeats + 1 : 0)) return true;
      result_.name = name;
    }
    if ((wanted.optional || (wanted.repeated && repeats > 0)) && left(element - 1, at, 0)) return true;
    return at > 0 && tokens_[at - 1].soft && left(element, at - 1, repeats);
  }

  bool right(std::size_t element, std::size_t at, int repeats) {
    if (element == form_.size) {
      result_.last = at - 1;
      return true;
    }
    const Element& wanted = form_.elements[element];
    if (is_place(wanted.kind)) return holds_behind(wanted.kind, at) && right(element + 1, at, 0);
    if (at < tokens_.size() && repeats < kMaxRepeats && takes(wanted, tokens_[at])) {
      const std::size_t name = result_.name;
      if (wanted.kind == ElementKind::name) result_.name = at;
      if (right(wanted.repeated ? element : element + 1, at + 1, wanted.repeated ? repeats + 1 : 0)) return true;
      result_.name = name;
    }
    return wanted.optional && right(element + 1, at, 0);
  }

  static bool is_place(ElementKind kind) { return kind >= ElementKind::begin; }

  bool takes(const Element& wanted, const Token& token) const {
    switch (wanted.kind) {
      case ElementKind::word:
        return token.is(wanted.classes);
      case ElementKind::name:
        return token.kind == TokenKind::name || (sentence_.capitals && token.kind == TokenKind::capitals);
      case ElementKind::open:
        return token.kind == TokenKind::open;
      case ElementKind::close:
        return token.kind == TokenKind::close;
      case ElementKind::comma:
        return token.kind == TokenKind::comma;
      case ElementKind::colon:
        return token.kind == TokenKind::colon;
      case ElementKind::equals:
        return token.kind == TokenKind::equals;
      case ElementKind::dash:
        return token.kind == TokenKind::dash;
      case ElementKind::bar:
        return token.kind == TokenKind::bar;
      case ElementKind::possessive:
        return token.kind == TokenKind::possessive;
      case ElementKind::comment:
        return token.kind == TokenKind::comment;
      case ElementKind::any:
        return token.kind == TokenKind::word;
      default:
        return false;
    }
  }

  // Where a link that ends before `at` begins; `at` if there is none: "is", "is defined as", "corresponds to".
  std::size_t link_begin(std::size_t at) const {
    const auto skip = [&](std::size_t& end, WordClasses classes) {
      if (end == 0 || !tokens_[end - 1].is(classes)) return false;
      --end;
      return true;
    };
    std::size_t begin = at;
    while (skip(begin, kAdverb)) continue;
    const bool as = skip(begin, kAs);
    while (skip(begin, kAdverb)) continue;
    const bool verb = skip(begin, kPart | kLink);
    if (as && !verb) return at;
    while (skip(begin, kAdverb)) continue;
    bool be = false;
    if (verb) {
      be = skip(begin, kBe | kHave);
    } else {
      be = begin > 0 && tokens_[begin - 1].is(kBe) && skip(begin, kBe);
    }
    while (skip(begin, kAdverb)) continue;
    if (verb || be) skip(begin, kModal);
    return verb || be ? begin : at;
  }

  bool holds_before(ElementKind kind, std::size_t at) const {
    if (kind == ElementKind::free) return is_free(at);
    const bool first = at <= sentence_.first;
    if (kind == ElementKind::start) return first && sentence_.begins;
    if (first) return true;
    const Token& before = tokens_[at - 1];
    switch (before.kind) {
      case TokenKind::stop:
      case TokenKind::comma:
      case TokenKind::colon:
      case TokenKind::dash:
      case TokenKind::open:
      case TokenKind::bar:
      case TokenKind::equals:
        return true;
      default:
        return before.is(kAnd | kOr | kWhich | kCondition | kContinue);
    }
  }

  // Whether no preposition stands before the name at `at`.
  bool is_free(std::size_t at) const {
    while (at > 0 && tokens_[at - 1].is(kDet)) --at;
    return at <= sentence_.first || !tokens_[at - 1].is(kPreposition);
  }

  bool holds_behind(ElementKind kind, std::size_t at) const {
    if (kind == ElementKind::text_end) {
      const auto closes = [](const Token& token) {
        return token.kind == TokenKind::stop || token.kind == TokenKind::close;
      };
      return sentence_.ends_text &&
             std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.end(), closes);
    }
    return ends_clause(at) || (kind == ElementKind::loose_end && continues(at));
  }

  bool number_at(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].is(kLabel | kDet)) ++at;
    return at < tokens_.size() && (tokens_[at].kind == TokenKind::number || tokens_[at].bare);
  }

  bool ends_clause(std::size_t at) const {
    if (at == tokens_.size()) return true;
    switch (tokens_[at].kind) {
      case TokenKind::stop:
      case TokenKind::close:
      case TokenKind::bar:
      case TokenKind::comment:
        return true;
      case TokenKind::colon:
      case TokenKind::dash:  // "ERROR_A, error 5: ERROR_B": it is the code of the name that follows
        return at + 1 == tokens_.size() || tokens_[at + 1].kind != TokenKind::name;
      case TokenKind::comma:
        return !number_at(at + 1);
      default:
        return false;
    }
  }

  bool continues(std::size_t at) const {
    return (tokens_[at].is(kContinue) && !number_at(at + 1)) || tokens_[at].kind == TokenKind::open;
  }

  const Form& form_;
  const Sentence& sentence_;
  std::span<const Token> tokens_;
  const CodeRange& code_;
  Match result_;
};

}  // namespace

std::optional<Match> match(const Form& form, const Sentence& sentence, const CodeRange& code) {
  return Matcher(form, sentence, code).run();
}

}  // namespace errpress::claims
