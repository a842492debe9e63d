// The files built into the program: the shipped targets and the default dialect. Generated from templates/ and
// corpus/dialect.yaml when errpress is built (cmake/embed.cmake). Constant, thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "render/target.h"

namespace errpress::render {

// All files of the targets in templates/, sorted by path.
std::span<const BuiltInFile> built_in_files();

std::string_view built_in_dialect();

}  // namespace errpress::render
