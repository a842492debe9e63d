#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rewrite.h"
#include "lint/rules.h"
#include "lint/slip.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) { return judged.judgement.verdict == Verdict::wrong_code; }

corpus::Location place(const JudgedClaim& judged) {
  const base::Code wrong = wrong_part(judged.claim, judged.judgement);
  if (wrong.decimal.written() && wrong.hex.written()) return code_place(judged.summary, judged.claim);
  return number_place(judged.summary, judged.claim, wrong.decimal.written() ? wrong.decimal.value : wrong.hex.value);
}

// `right`, a code of the family `inner`, wrapped as `wrong` wraps the code of another error; nullopt if it wraps none.
std::optional<std::uint32_t> wrapped_like(const JudgedClaim& judged, std::uint32_t wrong, corpus::FamilyId inner,
                                          std::uint32_t right) {
  const auto carried = corpus::unwrap(wrong);
  if (!carried || carried->inner != inner) return std::nullopt;
  // 0x8007nnnn is an HRESULT of Win32 even if nobody has nnnn; half of all numbers can be read as a wrapped NTSTATUS.
  if (inner != corpus::kWin32 && owners_of(judged.input, carried->code, inner).empty()) return std::nullopt;
  return corpus::wrap(inner, right, carried->outer);
}

// A wrap of the right code that a slip turns into the wrong number: "0x8007002" lacks a digit of 0x80070002.
struct WrappedSlip {
  std::uint32_t code = 0;
  std::string text;
};

std::optional<WrappedSlip> wrapped_slip(const JudgedClaim& judged, const base::Code& wrong,
                                        const corpus::RegistryEntry& right) {
  for (const corpus::Wrap& wrap : corpus::wraps()) {
    const auto code = wrap.inner == right.family ? corpus::wrap(right.family, right.code, wrap.outer) : std::nullopt;
    if (!code) continue;
    if (std::string text = slip(*code, wrong); !text.empty()) {
      const std::string_view kind = kind_of_code(judged.input.registry.families(), wrap.outer);
      return WrappedSlip{*code, fmt::format("{}: as {}, {} is {}", text, kind, right.name, base::format_hex(*code))};
    }
  }
  return std::nullopt;
}

// The code that replaces the wrong numbers: an HRESULT stays one.
std::uint32_t replacement(const JudgedClaim& judged, const base::Code& wrong, const corpus::RegistryEntry& right) {
  std::optional<std::uint32_t> code;
  for (const std::uint32_t value : stated_numbers(wrong)) {
    const auto wrapped = wrapped_like(judged, value, right.family, right.code);
    if (!wrapped || (code && code != wrapped)) return right.code;
    code = wrapped;
  }
  return code.value_or(right.code);
}

void offer_fix(const JudgedClaim& judged, const base::Code& wrong, std::uint32_t right, Diagnostic& finding) {
  if (judged.claim.implied || judged.claim.grade < Grade::bracket) return;
  auto text = rewritten(judged.claim, wrong, right, judged.is_signed());
  if (!text) return;
  finding.fix = Fix{{judged.summary.file, wrong.span()}, std::move(*text)};
  base::Span& replaced = finding.fix->location.span;
  // "3 (0x3)" is easier to read than "3 (0x3".
  const bool bracket_follows = judged.is_title() && replaced.end + 1 == judged.claim.span.end;
  if (!bracket_follows || !wrong.decimal.written() || !wrong.hex.written()) return;
  ++replaced.end;
  finding.fix->text += ')';
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const base::Code wrong = wrong_part(judged.claim, judged.judgement);
  const auto entries = entries_for(judged.input, judged.summary, judged.claim);
  const std::vector<std::uint32_t> codes = codes_of(entries);
  finding.message = fmt::format("{} is {}, not {}", judged.name(), listed_codes(judged, codes), stated(wrong, "or"));
  finding.label = "not this error's code";
  note_numbers(judged, wrong, finding);
  if (codes.size() != 1) return;
  std::uint32_t right = replacement(judged, wrong, *entries.front());
  std::string text = slip(codes.front(), wrong);
  if (text.empty()) {
    if (auto wrapped = wrapped_slip(judged, wrong, *entries.front())) {
      text = std::move(wrapped->text);
      right = wrapped->code;
    }
  }
  if (!text.empty()) finding.notes.push_back({std::move(text), std::nullopt});
  offer_fix(judged, wrong, right, finding);
}

}  // namespace

const Rule kWrongCode = {
    .id = "wrong-code",
    .summary = "the registry gives this name another code",
    .explanation =
        R"(A registry says which code belongs to which name. This rule finds a title, field, related error or sentence
that gives a code to a name for which the registry has other codes. If two numbers are stated, each is checked
separately. Repetitions of the mistake in the same article are counted by one finding, at the title if it is wrong
there. A code of the name that is wrapped in another family is right: see wrapped-code.

Programs compare numbers, not names: a reader who copies a wrong code waits for an error that never occurs, or
mistakes another error for it. The notes say what the stated numbers really are, because that often shows what was
meant. A wrong title keeps `build` from writing only if its two numbers differ, or if another title of the family has
the same code.

Write the code from the registry; if the name has only one, the finding has a fix. If the number is right and the name
is wrong, correct the name. If the name belongs to another family than that of the registry, say so under `families`
in errpress.yaml.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32CA): The policy does not exist.",
    .severity = Severity::error,
    .needs = Needs::registry,
    .blocks_output = Blocks::in_title,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
