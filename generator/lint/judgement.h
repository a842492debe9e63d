// What registries say about one claim, judged within the family of its name. A claim has one judgement, so that one
// mistake becomes one finding. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"
#include "corpus/family.h"
#include "lint/corpus_input.h"

namespace errpress::lint {

// In the order of causes: the first that applies is the verdict.
enum class Verdict : std::uint8_t {
  right,         // registries confirm it, or nothing is known that contradicts it
  unknown_name,  // no registry and no article has the name, and a registry covers its family; or a misspelt title
  wrong_code,    // registries give the name other codes
  taken_code,    // no registry has the name, and one gives the code to another name of the family
  mismatch,      // the decimal and the hexadecimal number differ, and no registry has the name
  wrapped,       // right: a code of the name, wrapped in another family (HRESULT_FROM_WIN32)
};

struct Judgement {
  Verdict verdict = Verdict::right;
  // Which of the two numbers is that of another error: one that the name does not have (wrong_code), or that another
  // name of the family has (taken_code, and unknown_name if there is one).
  bool wrong_decimal = false;
  bool wrong_hex = false;
  corpus::FamilyId family = corpus::kNoFamily;  // of the name
};

Judgement judge(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim);

// The registry's entries that the claim is judged by: those of its name, or of a configured alias, in the families in
// which the name can stand here. Empty if no registry says anything about it.
std::vector<const corpus::RegistryEntry*> entries_for(const CorpusInput& input, const corpus::ArticleSummary& summary,
                                                      const corpus::Claim& claim);

// The family of the claim's name: that of its article, of its registry entries, or of the article that it stands in.
corpus::FamilyId family_of(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim);

// The entries that own `value` in `family`; in any family if it is kNoFamily.
std::vector<const corpus::RegistryEntry*> owners_of(const CorpusInput& input, std::uint32_t value,
                                                    corpus::FamilyId family);

// The family in which `value` carries `code` of the family `inner`; kNoFamily if it carries something else.
corpus::FamilyId wrapping_family(corpus::FamilyId inner, std::uint32_t code, std::uint32_t value);

// The claim's code without the numbers that are not wrong; not written if there is none.
base::Code wrong_part(const corpus::Claim& claim, const Judgement& judgement);

}  // namespace errpress::lint
