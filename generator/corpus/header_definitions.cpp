#include "corpus/header_definitions.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "corpus/c_lexer.h"
#include "corpus/constant_scanner.h"

namespace errpress::corpus {

namespace {

// Tracks which lines a compiler would see. Only conditions that are literally 0 or 1 are evaluated: which macros a
// platform defines is unknown, so all branches of other conditions count.
class Conditions {
 public:
  // Processes a directive that opens, divides or closes a condition; returns false for other directives.
  bool take(std::string_view directive, std::string_view rest) {
    if (directive == "if" || directive == "ifdef" || directive == "ifndef") {
      open(directive == "if" ? branch_of(rest) : Branch::unknown);
    } else if (directive == "else" || directive.starts_with("elif")) {
      if (open_.empty()) return true;
      const Branch before = close();
      open(next_branch(before, directive == "else"));
    } else if (directive == "endif") {
      if (!open_.empty()) close();
    } else {
      return false;
    }
    return true;
  }

  bool active() const { return hidden_ == 0; }

 private:
  enum class Branch : std::uint8_t { taken, skipped, over, unknown };  // over: an earlier branch was taken

  static bool is_hidden(Branch branch) { return branch == Branch::skipped || branch == Branch::over; }

  void open(Branch branch) {
    open_.push_back(branch);
    hidden_ += is_hidden(branch) ? 1 : 0;
  }

  Branch close() {
    const Branch branch = open_.back();
    open_.pop_back();
    hidden_ -= is_hidden(branch) ? 1 : 0;
    return branch;
  }

  // Evaluates a condition that is a single number, such as "0", "(0)" or "0L".
  static Branch branch_of(std::string_view condition) {
    const std::size_t begin = condition.find_first_not_of(" \t\v\f\r(");
    const std::size_t end = condition.find_last_not_of(" \t\v\f\r)uUlL");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return Branch::unknown;
    const std::string_view number = condition.substr(begin, end + 1 - begin);
    return number == "0" || number == "0x0" ? Branch::skipped : number == "1" ? Branch::taken : Branch::unknown;
  }

  static Branch next_branch(Branch branch, bool is_else) {
    if (branch == Branch::taken || branch == Branch::over) return Branch::over;
    return branch == Branch::skipped && is_else ? Branch::taken : Branch::unknown;
  }

  std::vector<Branch> open_;
  std::size_t hidden_ = 0;  // how many open conditions hide lines
};

// Removes blanks and then an identifier from the front of `text`, and returns the identifier.
std::string_view take_word(std::string_view& text) {
  skip_c_blanks(text);
  const std::string_view word = text.substr(0, identifier_size(text));
  text.remove_prefix(word.size());
  return word;
}

class Finder {
 public:
  explicit Finder(std::string_view source) : source_(source), constants_(source, found_) {}

  std::vector<Definition> find() {
    for (std::size_t at = 0; at < source_.size();) {
      const std::size_t end = std::min(source_.find('\n', at), source_.size());
      std::string_view line = source_.substr(at, end - at);
      at = end + 1;
      skip_c_blanks(line);
      if (line.empty()) continue;
      if (line.front() == '#') {
        take_directive(line.substr(1));
      } else if (conditions_.active()) {
        constants_.take(line);
      }
    }
    remove_undefined();
    // A directive can stand between an enumerator and its comma.
    const auto precedes = [](const Definition& a, const Definition& b) { return a.name.begin < b.name.begin; };
    if (!std::is_sorted(found_.begin(), found_.end(), precedes)) std::sort(found_.begin(), found_.end(), precedes);
    return std::move(found_);
  }

 private:
  void take_directive(std::string_view line) {
    const std::string_view directive = take_word(line);
    if (conditions_.take(directive, line) || !conditions_.active()) return;
    if (directive == "define") return take_macro(line);
    if (directive == "undef") undefined_[take_word(line)] = found_.size();
  }

  void take_macro(std::string_view line) {
    const std::string_view name = take_word(line);
    if (name.empty()) return;
    Definition macro{.name = span_of(name)};
    if (line.starts_with('(')) {
      const std::size_t end = line.find(')');
      if (end == std::string_view::npos) return;
      macro.kind = Definition::Kind::function;
      macro.parameters = span_of(line.substr(1, end - 1));
      line.remove_prefix(end + 1);
    } else if (!line.empty() && !is_c_blank(line.front())) {
      return;
    }
    macro.value = span_of(line);
    found_.push_back(macro);
  }

  void remove_undefined() {
    if (undefined_.empty()) return;
    std::size_t number = 0;
    std::erase_if(found_, [&](const Definition& definition) {
      const std::size_t at = number++;
      if (definition.kind == Definition::Kind::constant) return false;
      const auto found = undefined_.find(definition.name.of(source_));
      return found != undefined_.end() && at < found->second;
    });
  }

  base::Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - source_.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  std::string_view source_;
  std::vector<Definition> found_;
  ConstantScanner constants_;
  Conditions conditions_;
  std::unordered_map<std::string_view, std::size_t> undefined_;  // by name: the number of definitions before its #undef
};

}  // namespace

std::vector<Definition> find_definitions(std::string_view source) { return Finder(source).find(); }

}  // namespace errpress::corpus
