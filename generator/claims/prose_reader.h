// Reads what a text says of codes: splits it into sentences, finds their codes and tries the forms on each. Used by
// collect. Linear in the text; text without digits is only searched for a digit. Not thread-safe: create one per
// article.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "claims/claim.h"
#include "claims/code_range.h"
#include "claims/form.h"
#include "claims/matcher.h"
#include "claims/names.h"
#include "claims/token.h"

namespace errpress::claims {

class ProseReader {
 public:
  // Keeps references to its arguments. Adds to `claims`.
  ProseReader(const article::Article& article, std::string_view source, const Names& names, std::vector<Claim>& claims)
      : article_(article), source_(source), claims_(claims), tokenizer_(source, names, article.title.name.of(source)) {}

  // Reads `text`, a span of the source. `subject` is the name of the entry without a code that the text describes;
  // empty for none.
  void read(Span text, Span subject = {});

  // Reads a text in which "this error" may be another one than the article's: the description of an entry that has its
  // code, the answer to a question about another error.
  void read_about_another(Span text);

  // Whether a name other than the article's own stands in `text`, so that "it" may mean that.
  bool names_another(Span text) const;

  // The first row of the table whose rows are read next; empty where there is no table.
  void set_table_head(Span row) { table_head_ = row; }

 private:
  void read_sentence(Span text, Span sentence, Span subject);
  void add_subject(Span text, Span subject);
  void read_code(const Sentence& sentence, const CodeRange& code, Span text, Span subject);
  bool try_forms(const Sentence& sentence, const CodeRange& code, Span text, Span subject);
  bool meets(const Form& form, const Sentence& sentence, const CodeRange& code, const Match& found, Span text,
             Span subject) const;
  bool is_about_own(const Sentence& sentence, const CodeRange& code, const Match& found, Span text) const;
  bool fits_bracket(const Sentence& sentence, const CodeRange& code, const Match& found) const;
  void drop_second_codes(std::size_t first);
  bool is_bare_pronoun(const Sentence& sentence, const CodeRange& code, const Match& found) const;
  bool speaks_of_own(Span text) const;
  bool on_one_line(Span a, Span b) const;
  bool is_code_column(const Sentence& sentence, std::size_t at) const;
  WordClasses column_classes(std::ptrdiff_t column) const;
  void mark_hex_columns();
  bool is_own_code(const base::Code& code) const;
  static Claim claim_of(const CodeRange& code);
  void add(const Form& form, const Sentence& sentence, const CodeRange& code, const Match& found, Span subject);

  const article::Article& article_;
  std::string_view source_;
  std::vector<Claim>& claims_;
  Tokenizer tokenizer_;
  Span table_head_;
  bool reads_own_ = true;  // whether "this error" is the article's
  std::vector<Token> tokens_;
  std::vector<CodeRange> codes_;
};

}  // namespace errpress::claims
