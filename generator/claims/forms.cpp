#include <algorithm>

#include "claims/form.h"

namespace errpress::claims {

namespace {

struct ClassName {
  std::string_view name;
  WordClasses classes;
};

// The classes as patterns name them.
constexpr std::array kClassNames = std::to_array<ClassName>({{"det", kDet},
                                                             {"label", kAdj | kLabel},
                                                             {"coded", kStrong},
                                                             {"exact", kExact},
                                                             {"code", kCode},
                                                             {"noun", kNoun},
                                                             {"be", kBe},
                                                             {"link", kLink},
                                                             {"have", kHave},
                                                             {"part", kPart},
                                                             {"as", kAs},
                                                             {"of", kOf},
                                                             {"in", kIn},
                                                             {"adverb", kAdverb},
                                                             {"or", kOr},
                                                             {"and", kAnd},
                                                             {"which", kWhich},
                                                             {"whose", kWhose},
                                                             {"mean", kMean},
                                                             {"define", kDefine},
                                                             {"give", kGive},
                                                             {"this", kThis},
                                                             {"error", kError},
                                                             {"what", kWhat},
                                                             {"#define", kMacro},
                                                             {"its", kIts},
                                                             {"continue", kContinue},
                                                             {"the", kArticle},
                                                             {"ask", kAsk},
                                                             {"return", kReturn},
                                                             {"fail", kFail}});

struct Mark {
  std::string_view text;
  ElementKind kind;
};
constexpr std::array kMarks = std::to_array<Mark>({{"NAME", ElementKind::name},
                                                   {"CODE", ElementKind::code},
                                                   {"LINK", ElementKind::link},
                                                   {"FREE", ElementKind::free},
                                                   {"(", ElementKind::open},
                                                   {")", ElementKind::close},
                                                   {",", ElementKind::comma},
                                                   {":", ElementKind::colon},
                                                   {"=", ElementKind::equals},
                                                   {"-", ElementKind::dash},
                                                   {"|", ElementKind::bar},
                                                   {"#", ElementKind::comment},
                                                   {"any", ElementKind::any},
                                                   {"'s", ElementKind::possessive},
                                                   {"^", ElementKind::begin},
                                                   {"^^", ElementKind::start},
                                                   {"$", ElementKind::end},
                                                   {"$$", ElementKind::text_end},
                                                   {"~", ElementKind::loose_end}});

constexpr WordClasses classes_named(std::string_view names) {
  WordClasses classes = 0;
  while (!names.empty()) {
    const std::size_t size = std::min(names.find('/'), names.size());
    bool found = false;
    for (const ClassName& known : kClassNames) {
      if (known.name != names.substr(0, size)) continue;
      classes |= known.classes;
      found = true;
    }
    if (!found) throw "a pattern names an unknown class";
    names.remove_prefix(std::min(size + 1, names.size()));
  }
  return classes;
}

constexpr Element element(std::string_view text) {
  Element result;
  if (text.size() > 1 && (text.back() == '?' || text.back() == '*')) {
    result.optional = true;
    result.repeated = text.back() == '*';
    text.remove_suffix(1);
  }
  for (const Mark& mark : kMarks) {
    if (mark.text != text) continue;
    result.kind = mark.kind;
    return result;
  }
  result.classes = classes_named(text);
  return result;
}

consteval Form form(Grade grade, Demand demand, std::string_view pattern, std::string_view example) {
  Form result{.pattern = pattern, .example = example, .grade = grade, .demand = demand};
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find(' ', begin), pattern.size());
    const Element next = element(pattern.substr(begin, end - begin));
    if (next.kind == ElementKind::code) result.code = result.size;
    result.elements[result.size++] = next;
    begin = end + 1;
  }
  return result;
}

constexpr auto kBracket = Grade::bracket;
constexpr auto kSaid = Grade::statement;

// clang-format off
constexpr std::array kForms = std::to_array<Form>({
    // A bracket behind a name, and brackets that hold both.
    form(kBracket, Demand::brackets, "NAME noun* ( det/label/be/or/which/in* ,? :? =? det/label* CODE", "NAME (5) says so"),
    form(kBracket, Demand::brackets, "NAME noun* ( have/part/adverb as? det/label* label :? CODE", "NAME (with the code 5) says so"),
    form(kBracket, Demand::brackets, "( det? noun? NAME ,? :? =? -? be? det/label* :? CODE )", "It failed (NAME, 5)."),
    form(kBracket, Demand::nothing, "( det/label* CODE ,? :? =? -? or? NAME )", "It failed (5, NAME)."),
    form(kBracket, Demand::likely, "CODE ( or? det? noun* NAME )", "It returns 171 (NAME)."),
    form(kBracket, Demand::pair, "CODE , NAME )", "It is 5 (0x5, NAME)."),
    form(kSaid, Demand::nothing, "( NAME ) LINK CODE ~", "HRESULT_FROM_WIN32(NAME) is 0x800700AA."),

    // Definitions and tables.
    form(kSaid, Demand::nothing, "#define NAME (* label* )* (? CODE", "#define NAME 171L"),
    form(kSaid, Demand::nothing, "FREE NAME = det/label* CODE $", "NAME = 5"),
    form(kSaid, Demand::hex, "NAME |* CODE", "NAME 0x80000003"),
    form(kSaid, Demand::hex, "CODE |* NAME |", "| 0x80000003 | NAME |"),
    form(kSaid, Demand::column, "NAME | CODE |", "| NAME | 171 |"),
    form(kSaid, Demand::column, "| CODE | NAME", "| 171 | NAME |"),
    form(kSaid, Demand::nothing, "NAME as any = CODE $", "Public Const NAME As Long = 171"),
    form(kSaid, Demand::nothing, "( NAME ) = CODE $", "[NAME] = 171"),
    form(kSaid, Demand::nothing, "NAME ,? # CODE $", "NAME, // 171"),
    form(kSaid, Demand::nothing, "CODE )? :? ,? # NAME $", "return 171; // NAME"),
    form(kSaid, Demand::nothing, "CODE : return NAME $", "case 171: return \"NAME\";"),

    // A name, a verb, a code.
    form(kSaid, Demand::nothing, "FREE NAME noun* LINK CODE $", "NAME is 5."),
    form(kSaid, Demand::marked, "FREE NAME noun* LINK CODE ~", "NAME is defined as 171 in winerror.h."),
    form(kSaid, Demand::nothing, "FREE NAME noun* LINK det? label* coded/exact label* :? of? (? CODE ~", "NAME is represented by the code 171 (0xAB)."),
    form(kSaid, Demand::nothing, "FREE NAME noun* LINK det label* of? (? CODE ~", "NAME is represented by the value 171 on disk."),
    form(kSaid, Demand::nothing, "FREE NAME noun* LINK det? label* CODE $", "NAME is number 171."),
    form(kSaid, Demand::nothing, "NAME noun* ,? and? which? adverb* have adverb* have? det? label* coded/exact label* of? :? =? (? CODE ~", "NAME has the error code 5 on every version."),
    form(kSaid, Demand::nothing, "NAME noun* ,? and? which? adverb* have adverb* det? label label* of? :? =? (? CODE ~", "NAME has the value 5."),
    form(kSaid, Demand::nothing, "FREE NAME noun* mean as/of? det? label* coded/exact label* :? of? CODE ~", "NAME stands for error 171."),
    form(kSaid, Demand::marked, "FREE NAME noun* mean as/of CODE $", "NAME stands for 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* be det? label* noun of det? label* coded label* CODE ~", "NAME is the symbolic name of error 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* be det? label* noun of CODE $", "NAME is the symbolic name for 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* be det? label* noun have det? label* label of? CODE ~", "NAME is the constant with the value 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* be det? label* noun which LINK det? label* CODE ~", "NAME is a macro that expands to 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* be part as be CODE ~", "NAME is defined to be 171."),
    form(kSaid, Demand::nothing, "NAME noun* ,? and its label* label LINK? det? label* ,? CODE ~", "NAME and its code, 171, are old."),
    form(kSaid, Demand::pair, "NAME noun* have CODE ~", "NAME with 5 (0x5) is it."),
    form(kSaid, Demand::nothing, "NAME 's label* label LINK? det? label* :? ,? CODE ~", "NAME's code is 171."),
    form(kSaid, Demand::nothing, "NAME noun* , which LINK det? label* of? CODE ~", "NAME, which is 5."),
    form(kSaid, Demand::nothing, "NAME noun* ,? whose label* label LINK det? label* CODE ~", "NAME, whose code is 5, is one."),
    form(kSaid, Demand::nothing, "NAME noun* , or* det? label* coded/exact label* :? of? CODE $", "NAME, error code 171, is one."),
    form(kSaid, Demand::marked, "NAME noun* , or/in/adverb or/in/adverb* det/label* CODE $", "NAME, i.e. 171, is one."),
    form(kSaid, Demand::marked, "NAME noun* , LINK det? label* of? CODE $", "NAME, also known as error 171, is one."),
    form(kSaid, Demand::marked, "NAME noun* , which be , CODE $", "NAME, that is, 171."),
    form(kSaid, Demand::pair, "FREE NAME noun* , CODE $", "NAME, 171 (0xAB)"),
    form(kSaid, Demand::marked, "NAME noun* , CODE $", "The call fails with NAME, 171."),
    form(kSaid, Demand::nothing, "NAME noun* , CODE , be", "NAME, 5, is returned if there is none."),
    form(kSaid, Demand::nothing, "NAME noun* , det? label* label :? =? CODE $", "Symbol NAME, value = 171"),
    form(kSaid, Demand::nothing, "NAME noun* coded label* CODE $", "It returns NAME, then NAME error code 171."),
    form(kSaid, Demand::nothing, "FREE NAME noun* : det/label* label LINK? det? label* :? =? CODE $", "NAME: code 5"),
    form(kSaid, Demand::marked, "FREE NAME noun* : det/label* CODE $", "NAME: 5 (0x5)"),
    form(kSaid, Demand::nothing, "FREE NAME noun* : CODE $$", "NAME: 5"),
    form(kSaid, Demand::nothing, "FREE NAME noun* - det/label* label :? =? CODE $", "NAME - code 5"),
    form(kSaid, Demand::pair, "FREE NAME noun* - CODE ~", "NAME - 5 (0x6) is it."),
    form(kSaid, Demand::nothing, "FREE NAME noun* - CODE $$", "NAME - 5"),

    // The code of a name.
    form(kSaid, Demand::nothing, "^ det? label* label which? part/mean? of/as det? noun* NAME noun* ,? LINK det? label* CODE ~", "The value of NAME is 171."),
    form(kSaid, Demand::nothing, "^ det? label* label which det? noun* NAME mean as/of? LINK det? label* CODE ~", "The value that NAME stands for is 171."),
    form(kSaid, Demand::nothing, "^ det? label* label part? of/as det? noun* NAME noun* : CODE $", "The code of NAME: 171"),
    form(kSaid, Demand::nothing, "^ det? label* label , CODE , of det? noun* NAME", "Its value, 171, for NAME."),
    form(kSaid, Demand::nothing, "exact label* CODE of det? noun* NAME", "It prints error code 171 for NAME."),
    form(kSaid, Demand::nothing, "CODE be det? label* coded/exact label* part? of/as det? noun* NAME", "171 is the code for NAME."),
    form(kSaid, Demand::nothing, "CODE be det? label* label of/as det? noun* NAME", "171 is the value of NAME."),
    form(kSaid, Demand::nothing, "CODE , det label* label of det? noun* NAME", "Test for 171, the value of NAME."),
    form(kSaid, Demand::nothing, "^ det? label* noun of/as det? label* CODE be det? noun* NAME", "The symbolic name of 171 is NAME."),

    // A code, then its name.
    form(kSaid, Demand::evidence, "CODE : noun* NAME", "Error 171: NAME."),
    form(kSaid, Demand::likely, "CODE = noun* NAME", "171 = NAME"),
    form(kSaid, Demand::evidence, "CODE - noun* NAME", "Error 171 - NAME"),
    form(kSaid, Demand::evidence, "CODE , or* det? noun* NAME $", "The call fails with 171 (0xAB), NAME."),
    form(kSaid, Demand::evidence, "CODE , or or* det? noun* NAME", "It returns 171, i.e. NAME, then."),
    form(kSaid, Demand::evidence, "CODE NAME", "Last error: 171 NAME"),
    form(kSaid, Demand::evidence, "CODE , det? label* noun :? =? NAME", "Code: 171, name: NAME"),
    form(kSaid, Demand::set_apart, "CODE have det? label* noun of? NAME", "Error 171 has the symbolic name NAME."),
    form(kSaid, Demand::evidence, "CODE , det/this label* be det? noun* NAME", "If it returns 171, the error is NAME."),
    form(kSaid, Demand::set_apart, "CODE noun* ,? which? be adverb* det? noun* NAME", "Error 171 is NAME."),
    form(kSaid, Demand::set_apart, "CODE ,? which? be? adverb* mean/part as/of? the? noun* NAME", "Error code 171 means NAME."),
    form(kSaid, Demand::set_apart, "CODE ,? which? adverb* mean as/of? the? noun* NAME", "The code 171 belongs to NAME."),

    // Somebody else says it.
    form(kSaid, Demand::nothing, "define NAME noun* as det? label* of? CODE ~", "winerror.h defines NAME as 171."),
    form(kSaid, Demand::nothing, "define NAME noun* as be det? label* of? CODE ~", "winerror.h defines NAME to be 171."),
    form(kSaid, Demand::nothing, "define/give det? label* CODE as det? noun* NAME", "The header assigns 171 to NAME."),
    form(kSaid, Demand::nothing, "give det? noun* NAME det? label* label of? CODE ~", "The header gives NAME the value 171."),

    // About the article's own error.
    form(kBracket, Demand::own, "^^ this/det error ( label* coded/exact label* :? CODE", "This error (code 13004) is rare."),
    form(kBracket, Demand::own, "^^ this error ( CODE )", "This error (13004) is rare."),
    form(kBracket, Demand::own, "^^ this label* label ( CODE )", "This error code (13004) is rare."),
    form(kBracket, Demand::own_pair, "^^ this error ( CODE", "This error (13004, 0x32CC) is rare."),
    form(kSaid, Demand::own, "^^ this/det? this/error error? ,? have adverb* det? label* label of? CODE ~", "It has the numeric value of 13004."),
    form(kSaid, Demand::own, "^^ this/det? this/error error? LINK det? label* coded/exact label* of? CODE ~", "It is represented by the code 13004."),
    form(kSaid, Demand::own_pair, "^^ this error , CODE $", "This error, 13004 (0x32CC), is rare."),
    form(kSaid, Demand::own, "^^ this error , CODE ,", "This error, 13004, is rare."),
    form(kSaid, Demand::own, "^^ this label* coded/exact label* have det? label* label of? CODE ~", "This error code has the value 13004."),
    form(kSaid, Demand::own, "^^ this label* coded/exact label* LINK det? label* of? CODE ~", "This constant is defined as 13004."),
    form(kSaid, Demand::own_marked, "^^ this/det? this/error error? be part as CODE ~", "It is represented by 13004."),
    form(kSaid, Demand::own, "^^ in exact ,? this error? LINK CODE ~", "In decimal it is 13004."),
    form(kSaid, Demand::own_pair, "^^ this LINK CODE ~", "It is 13004 (0x32CC)."),
    form(kSaid, Demand::own, "^^ in? exact? ,? det label* code LINK det? label* of? CODE ~", "The error code is 13004."),
    form(kSaid, Demand::own, "^^ det label* exact label* LINK det? label* of? CODE ~", "The numeric value is 13004."),
    form(kSaid, Demand::own, "^^ its label* label LINK det? label* of? CODE ~", "Its value is 13004."),
    form(kSaid, Demand::own, "^^ det? label* label of this/det error LINK det? label* CODE ~", "The code of this error is 13004."),
    form(kSaid, Demand::own, "^^ det? label* label of this noun LINK det? label* CODE ~", "The code for this condition is 13004."),
    form(kSaid, Demand::own, "^^ this error 's label* label LINK det? label* CODE ~", "This error's code is 13004."),
    form(kSaid, Demand::own_pair, "^^ what be/continue det? label* coded label* CODE", "What is error 13004 (0x32CC)?"),
    form(kSaid, Demand::own, "^^ ask ask* coded label* CODE ask? $", "What does error 13004 mean?"),
});
// clang-format on

}  // namespace

std::span<const Form> forms() { return kForms; }

}  // namespace errpress::claims
