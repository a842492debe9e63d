// One claim with everything that rules ask about it. Contains only views and references, valid while the rule runs.
#pragma once

#include "corpus/article_summary.h"
#include "lint/conflicts.h"
#include "lint/corpus_input.h"
#include "lint/earlier_entries.h"
#include "lint/judgement.h"

namespace errpress::lint {

struct JudgedClaim {
  const CorpusInput& input;
  const corpus::ArticleSummary& summary;
  const corpus::Claim& claim;
  Judgement judgement;
  const Conflict* conflict = nullptr;  // nullptr if the claim contradicts no better one
  const EarlierEntries& earlier;

  std::string_view name() const { return summary.name_of(claim); }
  // Whether the family of the name writes codes from 2^31 on as negative numbers.
  bool is_signed() const { return input.signed_families.contains(judgement.family); }
  bool is_title() const { return claim.origin == corpus::Origin::title; }
  bool is_entry() const { return claim.origin == corpus::Origin::reference; }
};

}  // namespace errpress::lint
