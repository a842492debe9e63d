// The input of rules that judge claims: the index of the whole corpus, the registry, the aliases from the
// configuration, and what follows from them. Const use is thread-safe.
#pragma once

#include "corpus/article_family.h"
#include "corpus/corpus_index.h"
#include "corpus/crowded_families.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"
#include "lint/aliases.h"
#include "lint/close_names.h"
#include "lint/conflicts.h"
#include "lint/signed_families.h"

namespace errpress::lint {

// Keeps references to its inputs. `registry` may be empty.
struct CorpusInput {
  const corpus::CorpusIndex& index;
  const corpus::Registry& registry;
  const corpus::FileTable& files;
  const Aliases& aliases;
  const corpus::NameFamilies& families;
  SignedFamilies signed_families{index};
  corpus::CrowdedFamilies crowded_families{registry};
  // Built when a finding first uses it.
  CloseNames close_names{index, registry};
  Conflicts conflicts{*this};
};

}  // namespace errpress::lint
