#include "article/name_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/name.h"

namespace errpress::article {

namespace {

constexpr bool may_be_in_name(char c) { return base::is_name_char(c) || c == '-' || c == '.'; }

}  // namespace

class NamePatternReader {
 public:
  NamePatternReader(std::string_view text, std::string& fault) : text_(text), fault_(fault) {}

  std::optional<NamePattern> read() {
    while (at_ < text_.size()) {
      NamePattern::Step step;
      if (!read_characters(step) || !read_repetition(step)) return std::nullopt;
      if (pattern_.steps_.size() > NamePattern::kMostSteps) return fail("the pattern is too long"), std::nullopt;
    }
    if (pattern_.steps_.empty()) return fail("the pattern is empty"), std::nullopt;
    if (!check_first()) return std::nullopt;
    return std::move(pattern_);
  }

 private:
  bool fail(std::string fault) {
    if (fault_.empty()) fault_ = std::move(fault);
    return false;
  }

  bool add(NamePattern::Step& step, char c) {
    if (!may_be_in_name(c)) return fail(fmt::format("a name cannot contain `{}`", c));
    step.characters.set(static_cast<std::size_t>(c));
    return true;
  }

  bool read_characters(NamePattern::Step& step) {
    const char c = text_[at_++];
    if (c == '[') return read_class(step);
    if (c == '\\') return read_escape(step);
    return add(step, c);
  }

  // "\d" is a digit; before anything else, the backslash means the character itself.
  bool read_escape(NamePattern::Step& step) {
    if (at_ == text_.size()) return fail("nothing follows the `\\`");
    const char c = text_[at_++];
    return c == 'd' ? add_range(step, '0', '9') : add(step, c);
  }

  bool add_range(NamePattern::Step& step, char first, char last) {
    if (first > last) return fail(fmt::format("`{}-{}` is not a range", first, last));
    for (char c = first; c < last; ++c) {
      if (!add(step, c)) return false;
    }
    return add(step, last);
  }

  bool read_class(NamePattern::Step& step) {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string_view::npos || close == at_) return fail("`[` without characters and a `]`");
    while (at_ < close) {
      const char first = text_[at_++];
      const bool range = at_ + 1 < close && text_[at_] == '-';
      const char last = range ? text_[at_ + 1] : first;
      if (range) at_ += 2;
      if (static_cast<unsigned char>(last) >= 0x80) return fail("a name has ASCII characters only");
      if (!add_range(step, first, last)) return false;
    }
    at_ = close + 1;
    return true;
  }

  bool read_repetition(NamePattern::Step step) {
    const char c = at_ < text_.size() ? text_[at_] : ' ';
    if (c == '{') return read_counts(step);
    step.optional = c == '*' || c == '?';
    step.repeats = c == '*' || c == '+';
    if (step.optional || step.repeats) ++at_;
    pattern_.steps_.push_back(step);
    return true;
  }

  // "{5}", "{1,5}", "{2,}".
  bool read_counts(NamePattern::Step step) {
    ++at_;
    const int least = read_count();
    int most = least;
    if (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      const bool open = at_ < text_.size() && text_[at_] == '}';
      most = open ? 0 : read_count();
      step.repeats = open;
    }
    const bool valid = least > 0 && (step.repeats || most >= least) && most <= kMostCount && least <= kMostCount;
    if (!valid || at_ >= text_.size() || text_[at_] != '}') return fail("expected a count such as {5} or {1,5}");
    ++at_;
    NamePattern::Step once = step;
    once.repeats = false;
    pattern_.steps_.insert(pattern_.steps_.end(), static_cast<std::size_t>(least - 1), once);
    pattern_.steps_.push_back(step);
    once.optional = true;
    if (most > least) pattern_.steps_.insert(pattern_.steps_.end(), static_cast<std::size_t>(most - least), once);
    return true;
  }

  // -1 if there is no number of one or two digits.
  int read_count() {
    int count = -1;
    for (int digits = 0; digits < 2 && at_ < text_.size() && base::is_digit(text_[at_]); ++digits)
      count = std::max(count, 0) * 10 + (text_[at_++] - '0');
    return count;
  }

  // A name must not begin with '.', '-' or '_', whichever optional steps are left out.
  bool check_first() {
    for (const NamePattern::Step& step : pattern_.steps_) {
      const bool odd = step.characters.test('.') || step.characters.test('-') || step.characters.test('_');
      if (odd) return fail("a name begins with a letter or a digit");
      if (!step.optional) return true;
    }
    return fail("the pattern matches an empty name");
  }

  static constexpr int kMostCount = 40;
  std::string_view text_;
  std::string& fault_;
  std::size_t at_ = 0;
  NamePattern pattern_;
};

std::optional<NamePattern> NamePattern::parse(std::string_view text, std::string& fault) {
  return NamePatternReader(text, fault).read();
}

std::size_t NamePattern::match(std::string_view text) const {
  // Bit i: the first i steps have matched.
  const auto with_skipped = [&](std::uint64_t states) {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (steps_[i].optional && (states >> i & 1) != 0) states |= std::uint64_t{1} << (i + 1);
    }
    return states;
  };
  const std::uint64_t accepting = std::uint64_t{1} << steps_.size();
  std::uint64_t states = with_skipped(1);
  std::size_t longest = 0;
  text = text.substr(0, base::kMaxNameSize);
  for (std::size_t at = 0; at < text.size() && states != 0; ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) break;
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (!steps_[i].characters.test(c)) continue;
      if ((states >> i & 1) != 0) next |= std::uint64_t{1} << (i + 1);
      if (steps_[i].repeats && (states >> (i + 1) & 1) != 0) next |= std::uint64_t{1} << (i + 1);
    }
    states = with_skipped(next);
    if ((states & accepting) != 0) longest = at + 1;
  }
  return longest;
}

std::size_t NameShape::match(std::string_view text) const {
  std::size_t longest = 0;
  for (const NamePattern& pattern : patterns_) longest = std::max(longest, pattern.match(text));
  return longest < text.size() && base::is_name_char(text[longest]) ? 0 : longest;
}

std::size_t NameShape::size_at(std::string_view text) const {
  const std::size_t size = custom() ? match(text) : 0;
  return size > 0 ? size : base::name_prefix_size(text);
}

}  // namespace errpress::article
