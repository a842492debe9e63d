// A corpus in memory for the tests of reports: files are strings, places are found by the words that stand there.
#pragma once

#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/file_table.h"
#include "lint/diagnostic.h"
#include "report/report_input.h"

namespace errpress::report {

struct ReportFixture {
  corpus::FileTable files;
  std::map<std::string, std::string> texts;  // by path; what is not here cannot be read
  std::vector<lint::Diagnostic> findings;
  std::size_t articles = 1;
  std::size_t loads = 0;

  corpus::FileId add(const std::string& path, const std::string& text) {
    texts[path] = text;
    return files.add({path, path});
  }

  // The `nth` place of `words` in the file; the test is wrong where there is none.
  corpus::Location at(corpus::FileId file, std::string_view words, int nth = 1) const {
    const std::string& text = texts.at(files[file].path);
    std::size_t begin = text.find(words);
    for (int i = 1; i < nth && begin != std::string::npos; ++i) begin = text.find(words, begin + 1);
    if (begin == std::string::npos) throw std::logic_error("the file has no such words");
    return {file, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())}};
  }

  // Where the file ends.
  corpus::Location end(corpus::FileId file) const {
    const auto size = static_cast<std::uint32_t>(texts.at(files[file].path).size());
    return {file, {size, size}};
  }

  lint::Diagnostic& find(std::string_view rule, corpus::Location location, std::string message,
                         std::string label = "") {
    lint::Diagnostic& finding = findings.emplace_back();
    finding.rule = rule;
    finding.location = location;
    finding.message = std::move(message);
    finding.label = std::move(label);
    return finding;
  }

  SourceCache::Loader loader() {
    return [this](corpus::FileId file) -> base::Result<SourceBytes> {
      ++loads;
      const std::string& path = files[file].path;
      const auto found = texts.find(path);
      if (found == texts.end()) return base::Error{"no such file", path};
      return SourceBytes(std::string(found->second));
    };
  }

  std::string write(void (*report)(const ReportInput&, const Sink&), bool colour = false) {
    SourceCache sources(files, loader());
    lint::Counts counts;
    for (const lint::Diagnostic& finding : findings) {
      if (finding.severity == lint::Severity::error) ++counts.errors;
      if (finding.severity == lint::Severity::warning) ++counts.warnings;
      if (finding.severity == lint::Severity::info) ++counts.infos;
      if (finding.blocks_output) ++counts.blocking;
    }
    const auto article_name = [this](corpus::FileId file) {
      return files[file].path.ends_with(".txt") ? std::string_view("ERROR_SAMPLE") : std::string_view();
    };
    std::string out;
    report({findings, files, sources, articles, counts, article_name, {.colour = colour}},
           [&](std::string_view s) { out += s; });
    return out;
  }
};

}  // namespace errpress::report
