#include "corpus/registry_header.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/name.h"
#include "corpus/macro_values.h"

namespace errpress::corpus {

namespace {

bool can_be_error(std::string_view name) { return base::is_name(name) && !is_part_of_codes(name); }

std::optional<std::uint32_t> to_code(const std::optional<CNumber>& number) {
  if (!number || number->value < std::numeric_limits<std::int32_t>::min()) return std::nullopt;
  if (number->value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(number->value);
}

bool has_lower_case(std::string_view text) { return std::any_of(text.begin(), text.end(), base::is_lower); }

bool is_float(std::string_view number) {
  const bool is_hex = number.size() > 1 && (number[1] | 0x20) == 'x';
  return number.find('.') != std::string_view::npos ||
         (!is_hex && number.find_first_of("eE") != std::string_view::npos);
}

// Recognises macros without a value that a person would take for codes. Guards, types, strings, functions and
// floating-point numbers are none.
class CodeShape {
 public:
  CodeShape(const HeaderSet& headers, HeaderSet::Id id) : headers_(headers), id_(id) {}

  bool looks_like_code() {
    const Definition& macro = headers_[id_];
    const std::string_view name = headers_.name(id_);
    if (macro.kind != Definition::Kind::macro || !can_be_error(name) || has_lower_case(name)) return false;
    std::string_view text = headers_.text(id_, macro.value);
    for (CToken token = take_token(text); token.kind != CTokenKind::end; token = take_token(text)) {
      if (!take(token, text)) return false;
    }
    return has_number_ || is_alias(name) || (calls_known_ && has_error_name_);
  }

 private:
  // False for what cannot be a part of a code.
  bool take(const CToken& token, std::string_view rest) {
    ++tokens_;
    last_ = token.text;
    switch (token.kind) {
      case CTokenKind::number:
        has_number_ = true;
        return !is_float(token.text);
      case CTokenKind::character:
        has_number_ = true;
        return true;
      case CTokenKind::name:
        return take_name(token.text, take_token(rest).is("("));
      case CTokenKind::sign:
        nesting_ += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        return token.text.find_first_of("{};#[]") == std::string_view::npos && !(token.is(",") && nesting_ == 0);
      default:
        return false;
    }
  }

  bool take_name(std::string_view name, bool is_called) {
    const bool is_known = is_code_function(name) || headers_.find(name, headers_.header_of(id_));
    calls_known_ = calls_known_ || (is_called && is_known);
    has_error_name_ = has_error_name_ || (!is_called && base::looks_like_error_name(name));
    return is_known || !name.starts_with("__");
  }

  // Another name for an unknown code: of the shape of error names, or of the names of errno.
  bool is_alias(std::string_view name) const {
    if (tokens_ != 1 || has_number_ || headers_.find(last_, headers_.header_of(id_))) return false;
    return has_error_name_ || (name.starts_with('E') && last_.starts_with('E') && !has_lower_case(last_));
  }

  const HeaderSet& headers_;
  HeaderSet::Id id_;
  std::size_t tokens_ = 0;
  std::string_view last_;
  int nesting_ = 0;
  bool has_number_ = false;
  bool has_error_name_ = false;
  bool calls_known_ = false;
};

void count(std::vector<std::pair<std::size_t, std::size_t>>& counts, std::size_t key) {
  for (auto& [known, number] : counts) {
    if (known == key) {
      ++number;
      return;
    }
  }
  counts.emplace_back(key, 1);
}

void read_definition(const HeaderSet& headers, MacroValues& values, HeaderSet::Id id, const HeaderInput& input,
                     HeaderContent& content) {
  if (headers[id].kind == Definition::Kind::function) return;
  const std::string_view name = headers[id].name.of(input.bytes);
  if (!can_be_error(name)) return;
  const auto number = values.value(id);
  const auto code = to_code(number);
  if (!code) {
    if (!number && CodeShape(headers, id).looks_like_code()) content.not_understood.push_back(name);
    return;
  }
  content.entries.push_back({name, *code, number->family, {input.file, headers[id].name}});
  const auto foreign = values.foreign(id);
  if (foreign && number->family == kNoFamily) count(content.builds_on, headers.header_of(*foreign));
}

}  // namespace

std::vector<HeaderContent> read_headers(const std::vector<HeaderInput>& inputs) {
  std::vector<std::string_view> sources;
  sources.reserve(inputs.size());
  for (const HeaderInput& input : inputs) sources.push_back(input.bytes);
  const HeaderSet headers(sources);
  MacroValues values(headers);
  std::vector<HeaderContent> contents(inputs.size());
  for (std::size_t header = 0; header < inputs.size(); ++header) {
    for (HeaderSet::Id id = headers.begin(header); id < headers.begin(header + 1); ++id) {
      read_definition(headers, values, id, inputs[header], contents[header]);
    }
  }
  return contents;
}

}  // namespace errpress::corpus
