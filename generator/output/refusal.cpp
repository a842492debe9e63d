#include "output/refusal.h"

#include <fmt/format.h>

#include "base/words.h"

namespace errpress::output {
namespace {

// Lists up to five paths, and the number of the others.
std::string some_of(const Plan& plan, const std::vector<std::uint32_t>& ids) {
  constexpr std::size_t kShown = 5;
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) list.append(i == 0 ? "" : ", ").append(plan.path(ids[i]));
  if (ids.size() > kShown) list += fmt::format(" and {} more", ids.size() - kShown);
  return list;
}

std::string in_the_way(const Plan& plan, const std::vector<std::uint32_t>& ids) {
  const bool one = ids.size() == 1;
  return fmt::format(
      "{} {} in the way that errpress did not write: {}; move {} away, replace {} with --take-over, or choose another "
      "folder",
      ids.size(), one ? "file is" : "files are", some_of(plan, ids), one ? "it" : "them", one ? "it" : "them");
}

std::string changed(const Plan& plan, const std::vector<std::uint32_t>& ids) {
  const bool one = ids.size() == 1;
  return fmt::format(
      "{} {} changed since errpress wrote {}: {}; move the change into the article or the template, then replace {} "
      "with --overwrite-changed",
      ids.size(), one ? "file was" : "files were", one ? "it" : "them", some_of(plan, ids), one ? "it" : "them");
}

// Names the target of each of the first five.
std::string of_other_target(const Plan& plan, const Outputs& outputs, const std::vector<std::uint32_t>& ids) {
  constexpr std::size_t kShown = 5;
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) {
    list += fmt::format("{}{} (target `{}`)", i == 0 ? "" : ", ", plan.path(ids[i]),
                        outputs.lines_of(ids[i]).front().target);
  }
  if (ids.size() > kShown) list += fmt::format(" and {} more", ids.size() - kShown);
  const bool one = ids.size() == 1;
  return fmt::format(
      "{} of another target {} in the way: {}; change a path in one target.yaml, or replace {} with "
      "--take-over",
      base::counted(ids.size(), "output", "outputs"), one ? "is" : "are", list, one ? "it" : "them");
}

}  // namespace

base::Status refuse_outputs(const Plan& plan, const Outputs& outputs, const std::string& shown) {
  if (!outputs.any_with(is_refused)) return base::Done{};
  const auto all = [&](State wanted) { return outputs.all_with([=](State state) { return state == wanted; }); };
  if (const auto ids = all(State::folder_in_the_way); !ids.empty()) {
    return base::Error{fmt::format("cannot write files, because there are folders of the same names: {}; move them "
                                   "away, or choose another folder",
                                   some_of(plan, ids)),
                       shown};
  }
  if (const auto ids = all(State::input); !ids.empty()) {
    return base::Error{fmt::format("cannot write over files that this run reads: {}; choose another output folder, or "
                                   "another path in target.yaml",
                                   some_of(plan, ids)),
                       shown};
  }
  if (const auto ids = all(State::of_other_target); !ids.empty())
    return base::Error{of_other_target(plan, outputs, ids), shown};
  if (const auto ids = all(State::in_the_way); !ids.empty()) return base::Error{in_the_way(plan, ids), shown};
  if (const auto ids = all(State::changed); !ids.empty()) return base::Error{changed(plan, ids), shown};
  return base::Done{};
}

base::Status refuse_failures(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans,
                             const std::string& shown) {
  const auto shown_path = [&](std::string_view path) { return shown + '/' + std::string(path); };
  const auto is_failed = [](State state) { return state == State::failed; };
  if (outputs.any_with(is_failed)) {
    const std::uint32_t first = outputs.all_with(is_failed).front();
    return base::Error{"was not written, so nothing was changed", shown_path(plan.path(first))};
  }
  for (const Orphan& orphan : orphans) {
    const bool stays = orphan.verdict == Verdict::leave || orphan.verdict == Verdict::input;
    if (!stays || !plan.find_folder(orphan.path)) continue;
    if (orphan.verdict == Verdict::input) {
      return base::Error{"is read by this run, and a folder of this name is needed; choose another output folder",
                         shown_path(orphan.path)};
    }
    return base::Error{"was changed after errpress wrote it, and a folder of this name is needed; move it away",
                       shown_path(orphan.path)};
  }
  return base::Done{};
}

}  // namespace errpress::output
