// The table of forms: every row reads its own example, so none is shadowed by mistake and none is dead.
#include "claims/form.h"

#include <fmt/format.h>

#include "claims/sentences.h"

using namespace errpress::tests;
using errpress::claims::Form;

namespace {

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
    out.replace(at, from.size(), to);
  return out;
}

}  // namespace

TEST_CASE("every form reads its example") {
  for (const Form& form : errpress::claims::forms()) {
    CAPTURE(form.pattern);
    CAPTURE(form.example);
    std::string text = replaced(form.example, "NAME", "ERROR_BUSY");
    if (form.demand == errpress::claims::Demand::column) text = "| Code | Name | Code |\n" + text;
    if (text.find("|") != std::string::npos && form.demand == errpress::claims::Demand::column)
      text = replaced(text, "| Code | Name | Code |",
                      form.pattern.starts_with("| CODE") ? "| Code | Name |" : "| Name | Code |");
    const std::string claims = claims_of(text);
    CHECK(claims.starts_with(form.grade == errpress::claims::Grade::bracket ? "b " : "s "));
    CHECK(claims.find(';') == std::string::npos);
  }
}

TEST_CASE("blanks, emphasis and quotes change nothing") {
  for (const Form& form : errpress::claims::forms()) {
    if (form.pattern.find('|') != std::string_view::npos || form.pattern.starts_with("#")) continue;
    CAPTURE(form.example);
    const std::string plain = replaced(form.example, "NAME", "ERROR_BUSY");
    const std::string expected = claims_of(plain);
    for (const std::string_view blank : {"  ", "\t", "\u00A0", " \u2009"})
      CHECK(claims_of(replaced(plain, " ", blank)) == expected);
    for (const std::string_view mark : {"`", "**", "\"", "'"}) {
      const std::string name = std::string(mark) + "ERROR_BUSY" + std::string(mark);
      CHECK(claims_of(replaced(plain, "ERROR_BUSY", name)) == expected);
    }
    CHECK(claims_of(replaced(plain, "ERROR_BUSY", "\u201CERROR_BUSY\u201D")) == expected);
    for (const std::string_view number : {"13004", "171", "5"}) {
      const std::size_t at = plain.find(number);
      if (at == std::string::npos) continue;
      std::string marked = plain;
      marked.insert(at + number.size(), "**").insert(at, "**");
      CHECK(claims_of(marked) == expected);
      break;
    }
  }
}
