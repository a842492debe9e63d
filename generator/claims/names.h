// The one question that every site asks (title, entry, field, prose): is this word the name of an error? Look-up comes
// first, spelling second. Const, thread-safe as far as the look-up is.
#pragma once

#include <functional>
#include <string_view>

#include "article/dialect.h"

namespace errpress::claims {

// Whether the registries have exactly this name. May be empty: then nothing is known.
using KnownNames = std::function<bool(std::string_view)>;

class Names {
 public:
  // Keeps references to its arguments.
  Names(const article::Dialect& dialect, const KnownNames& known) : dialect_(dialect), known_(known) {}

  bool is_known(std::string_view word) const { return known_ && known_(word); }

  bool is_known_in_capitals(std::string_view word) const;

  // Whether a word with an underscore and lower-case letters is a name in wrong case: it is known in capitals, or
  // begins with a prefix of the dialect and another capital ("ERROR_NOACcess").
  bool is_misspelled(std::string_view word) const;

 private:
  const article::Dialect& dialect_;
  const KnownNames& known_;
};

}  // namespace errpress::claims
