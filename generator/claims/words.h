// What words say about a number near them, as classes. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace errpress::claims {

// A set of classes; a word may be in several.
using WordClasses = std::uint64_t;

inline constexpr WordClasses kDet = 1U << 0;         // the, a, its
inline constexpr WordClasses kAdj = 1U << 1;         // before a label: numeric, hexadecimal, Win32
inline constexpr WordClasses kLabel = 1U << 2;       // what a number is called: code, value, constant
inline constexpr WordClasses kStrong = 1U << 3;      // a label or adjective that says "code of an error": code, HRESULT
inline constexpr WordClasses kNoun = 1U << 4;        // behind a name: "the NAME error"
inline constexpr WordClasses kBe = 1U << 5;          // is, are
inline constexpr WordClasses kLink = 1U << 6;        // equals, corresponds, maps
inline constexpr WordClasses kHave = 1U << 7;        // has, with, carries: a label has to follow
inline constexpr WordClasses kPart = 1U << 8;        // defined, represented, assigned
inline constexpr WordClasses kAs = 1U << 9;          // behind a participle or verb: as, by, to, with
inline constexpr WordClasses kOf = 1U << 10;         // of, for
inline constexpr WordClasses kIn = 1U << 11;         // in, on
inline constexpr WordClasses kAdverb = 1U << 12;     // also, always
inline constexpr WordClasses kOr = 1U << 13;         // or, that is, i.e.
inline constexpr WordClasses kAnd = 1U << 14;        // and, but
inline constexpr WordClasses kWhich = 1U << 15;      // which, that
inline constexpr WordClasses kWhose = 1U << 16;      // whose
inline constexpr WordClasses kHex = 1U << 17;        // hex, hexadecimal
inline constexpr WordClasses kDecimal = 1U << 18;    // decimal
inline constexpr WordClasses kCount = 1U << 19;      // before a number that is no code: bit, line, step
inline constexpr WordClasses kUnit = 1U << 20;       // behind a number that is no code: bytes, seconds
inline constexpr WordClasses kReturn = 1U << 21;     // a call returns a code: returns, reports, throws
inline constexpr WordClasses kFail = 1U << 22;       // with "with": fails
inline constexpr WordClasses kMean = 1U << 23;       // a code means a name: means, denotes, belongs
inline constexpr WordClasses kDefine = 1U << 24;     // "winerror.h defines NAME as": defines, maps
inline constexpr WordClasses kGive = 1U << 25;       // "gives NAME the code": gives, assigns
inline constexpr WordClasses kContinue = 1U << 26;   // may follow a code: when, because, in
inline constexpr WordClasses kCondition = 1U << 27;  // if, when, unless
inline constexpr WordClasses kThis = 1U << 28;       // this, it
inline constexpr WordClasses kError = 1U << 29;      // error
inline constexpr WordClasses kRange = 1U << 30;      // through, between
inline constexpr WordClasses kWhat = 1ULL << 31;     // what
inline constexpr WordClasses kMacro = 1ULL << 32;    // define
inline constexpr WordClasses kIts = 1ULL << 33;      // its
inline constexpr WordClasses kExact = 1ULL << 34;    // before "code" of this error: numeric, decimal, error
inline constexpr WordClasses kHresult = 1ULL << 35;
inline constexpr WordClasses kNtstatus = 1ULL << 36;
inline constexpr WordClasses kWin32 = 1ULL << 37;
inline constexpr WordClasses kStop = 1ULL << 38;  // stop, bug (check)
inline constexpr WordClasses kErrno = 1ULL << 39;
inline constexpr WordClasses kCode = 1ULL << 40;         // code, codes
inline constexpr WordClasses kPreposition = 1ULL << 41;  // before a name whose number belongs to something else
inline constexpr WordClasses kForeign = 1ULL << 42;      // a "code" of something else than an error: return, status
inline constexpr WordClasses kModal = 1ULL << 43;        // can, may: before "be" and a participle
inline constexpr WordClasses kArticle = 1ULL << 44;      // the, a
inline constexpr WordClasses kAsk = 1ULL << 45;          // how, does, fix: words of a question about a code

// Ignores case (ASCII). 0 for a word that is in no class.
WordClasses classes_of(std::string_view word);

}  // namespace errpress::claims
