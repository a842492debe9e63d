// libFuzzer target: templates. The first file of the input (input_files.h) is the template, the others are its
// partials. Strict and lenient, it is compiled or refused with a place in the text, and rendered or refused likewise;
// rendering ends within its limits, leaves the output as it was after an error, and gives the same twice.
#include "escape/escapers.h"
#include "fuzz/input_files.h"
#include "fuzz/require.h"
#include "fuzz/sample_view.h"
#include "mustache/template.h"

using namespace errpress;
using fuzz::require;

namespace {

constexpr mustache::RenderLimits kLimits = {.steps = 1 << 14, .bytes = 1 << 18};
// A literal or a value may still be added where the page is just below the limit.
constexpr std::size_t kMostText = 1 << 18;

void require_place(const base::Error& error, const std::vector<fuzz::InputFile>& files) {
  require(error.line != 0 && error.column != 0, "an error has a place");
  for (const fuzz::InputFile& file : files) {
    if (error.path != file.name) continue;
    fuzz::require_sound(error, file.text, fuzz::kAnyLineEnd);
    return;
  }
  require(false, "an error is in one of the files");
}

void run(const std::vector<fuzz::InputFile>& files, const fuzz::SampleView& view, mustache::TemplateMode mode,
         const mustache::Escaper* escaper) {
  mustache::CompileOptions options{.keys = view.keys(), .escaper = escaper, .escapers = escape::escapers()};
  options.mode = mode;
  options.limits = kLimits;
  options.load_partial = [&](std::string_view name) -> std::optional<mustache::TemplateSource> {
    for (std::size_t i = 1; i < files.size(); ++i) {
      if (files[i].name == name) return mustache::TemplateSource{files[i].name, files[i].text};
    }
    return std::nullopt;
  };
  for (std::size_t i = 1; i < files.size(); ++i) options.partial_names.push_back(files[i].name);
  const auto compiled = mustache::Template::compile({files[0].name, files[0].text}, options);
  if (!compiled) return require_place(compiled.error(), files);

  base::TextBuffer page;
  page += "before";
  const base::Status rendered = compiled->render(view.root(), page);
  require(page.view().starts_with("before"), "rendering appends");
  require(page.size() <= kLimits.bytes + kMostText * 8, "a page is within its limits");
  if (!rendered) {
    require(page.view() == "before", "a failed page leaves the output as it was");
    require_place(rendered.error(), files);
  }
  base::TextBuffer again;
  again += "before";
  const base::Status same = compiled->render(view.root(), again);
  require(same.ok() == rendered.ok() && again.view() == page.view(), "a page is the same twice");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::SampleView view;
  const auto files = fuzz::split_files(fuzz::text_of(data, size));
  const auto escapers = escape::escapers();
  const mustache::Escaper* escaper = size == 0 ? nullptr : &escapers[size % escapers.size()];
  run(files, view, mustache::TemplateMode::strict, escaper);
  run(files, view, mustache::TemplateMode::lenient, nullptr);
  return 0;
}
