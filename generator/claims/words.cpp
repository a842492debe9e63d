#include "claims/words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/name.h"

namespace errpress::claims {

namespace {

struct Entry {
  std::string_view word;  // in lower case
  WordClasses classes;
};

constexpr WordClasses kCommonLabel = kAdj | kLabel;

// One row a word, or a few words of one class: split by blanks.
constexpr Entry kTable[] = {
    {"the a an", kDet | kArticle},
    {"its", kDet | kIts},
    {"this", kDet | kThis},
    {"it", kThis},
    {"that", kDet | kWhich | kContinue},
    {"numeric numerical numerically", kAdj | kExact},
    {"decimal dec", kCommonLabel | kDecimal | kExact},
    {"hex hexadecimal", kCommonLabel | kHex | kExact},
    {"error", kCommonLabel | kStrong | kNoun | kError | kExact},
    {"code", kCommonLabel | kStrong | kNoun | kCode},
    {"errorcode errcode errornumber lasterror", kCommonLabel | kStrong | kNoun | kError | kExact},
    {"err rc ret retval exitcode returncode", kAdj | kLabel | kForeign},
    {"errorname symbolicname", kNoun},
    {"hresult", kCommonLabel | kStrong | kHresult | kExact},
    {"ntstatus", kCommonLabel | kStrong | kNtstatus | kExact},
    {"win32", kCommonLabel | kStrong | kWin32 | kExact},
    {"errno", kCommonLabel | kStrong | kErrno | kExact},
    {"stop", kCommonLabel | kStrong | kStop | kExact | kNoun},
    {"bug", kAdj | kStop | kNoun},
    {"check bugcheck", kCommonLabel | kStrong | kStop | kExact | kNoun},
    {"status", kCommonLabel | kNoun | kForeign},
    {"value", kCommonLabel | kNoun},
    {"constant", kCommonLabel | kNoun | kExact},
    {"number id identifier representation form notation equivalent integer no nr num", kCommonLabel},
    {"system windows symbolic actual unsigned signed corresponding associated official raw own full exact following "
     "equivalent api native underlying internal fixed unique well known dword documented matching respective same "
     "specific posix linux unix standard",
     kAdj},
    {"return exit", kAdj | kForeign | kReturn},
    {"exits", kForeign | kReturn},
    {"result", kAdj | kNoun | kForeign},
    {"macro symbol condition exception failure name entry message", kNoun},
    {"is are be", kBe | kContinue},
    {"equals equal reads", kLink},
    {"appears remains becomes stays", kLink | kContinue},
    {"corresponds maps translates resolves evaluates amounts expands decodes", kLink | kMean},
    {"mean", kAsk},
    {"means denotes identifies represents indicates signifies names", kMean | kContinue},
    {"belongs refers stands", kMean},
    {"has have having carries carry bears uses using gets takes holds receives owns shares had", kHave},
    {"with", kHave | kAs | kContinue | kPreposition},
    {"defined represented assigned identified given listed documented denoted reported shown known mapped encoded "
     "expressed written declared numbered registered coded set associated described specified equal returned "
     "equivalent signalled signaled indicated printed displayed logged recorded stored translated converted referred "
     "called named recognised recognized comes goes labelled labeled catalogued tracked surfaced reserved",
     kPart},
    {"as", kAs | kContinue | kOr},
    {"by to under", kAs | kContinue | kPreposition},
    {"at via", kContinue | kPreposition},
    {"of", kOf | kPreposition},
    {"for", kOf | kContinue | kPreposition},
    {"in on", kIn | kContinue | kPreposition},
    {"from", kContinue | kRange | kPreposition},
    {"after before per", kPreposition | kContinue | kCount},
    {"behind", kOf | kPreposition | kContinue | kCount},
    {"than", kPreposition | kCount},
    {"now already originally also always currently internally officially commonly exactly itself "
     "simply just "
     "thus therefore still both consistently numerically been",
     kAdverb},
    {"or namely alias aka i.e. viz", kOr},
    {"and but", kAnd | kContinue},
    {"which", kWhich | kContinue},
    {"whose", kWhose},
    {"if when whenever unless until whether once where while", kCondition | kContinue},
    {"because so although though since whereas then instead everywhere again tells signals was were "
     "does occurs throughout across there here",
     kContinue},
    {"bit bits block blocks chapter facility level line lines offset page port revision sector severity step version "
     "attempt attempts parameter parameters param argument arg arguments flag flags option options build section table "
     "figure retry retries mode slot index byte bytes size length type class row column item group phase stage state "
     "layer channel device disk drive partition volume process thread pid tid event node core cpu priority ordinal "
     "release update kb rfc exited least most about around roughly approximately over above below up only "
     "every each within first next another more fewer less count total counter timeout width height depth address "
     "pointer handle mask register vector irql ring rule note example article day week year month hour minute "
     "times time sum field member element sizes limit maximum minimum max min",
     kCount},
    {"seconds milliseconds minutes hours days weeks years ms kb mb gb tb kib mib gib percent files retries",
     kUnit | kCount},
    {"returns returned returning gives gave got reports reported sees raises raised throws thrown yields "
     "produces prints logs see saw sets get says say shows show answers hits sends",
     kReturn},
    {"fails failed fail failing rejected rejects", kFail},
    {"through thru between", kRange},
    {"what", kWhat},
    {"can could may might will would shall must should", kModal},
    {"how what why does do did i we you fix solve resolve repair handle", kAsk},
    {"define", kMacro},
    {"defines declares lists documents maps translates describes encodes represents sets set", kDefine},
    {"gives assigns gave assigned allots", kGive},
};

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Entry& entry : kTable)
    count += static_cast<std::size_t>(std::count(entry.word.begin(), entry.word.end(), ' ')) + 1;
  return count;
}

constexpr std::size_t kWords = count_words();

// The words of the table one by one, sorted, each once with all its classes.
struct Words {
  std::array<Entry, kWords> entries{};
  std::size_t count = 0;
};

constexpr Words sorted_words() {
  Words words;
  for (const Entry& entry : kTable) {
    for (std::size_t begin = 0; begin < entry.word.size();) {
      const std::size_t end = std::min(entry.word.find(' ', begin), entry.word.size());
      words.entries[words.count++] = {entry.word.substr(begin, end - begin), entry.classes};
      begin = end + 1;
    }
  }
  std::sort(words.entries.begin(), words.entries.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < words.count; ++i) {
    if (words.entries[i].word == words.entries[kept].word) {
      words.entries[kept].classes |= words.entries[i].classes;
    } else {
      words.entries[++kept] = words.entries[i];
    }
  }
  words.count = kept + 1;
  return words;
}

constexpr Words kSorted = sorted_words();
constexpr std::size_t kLongest = 16;

}  // namespace

WordClasses classes_of(std::string_view word) {
  if (word.size() > kLongest) return 0;
  std::array<char, kLongest> lower{};
  for (std::size_t i = 0; i < word.size(); ++i)
    lower[i] = base::is_upper(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
  const std::string_view key(lower.data(), word.size());
  const auto end = kSorted.entries.begin() + kSorted.count;
  const auto found = std::lower_bound(kSorted.entries.begin(), end, key,
                                      [](const Entry& entry, std::string_view wanted) { return entry.word < wanted; });
  return found != end && found->word == key ? found->classes : 0;
}

}  // namespace errpress::claims
