// Lists of lines in tests, printed one a line where a check fails.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace errpress::tests {

using Lines = std::vector<std::string>;

}  // namespace errpress::tests

template <>
struct doctest::StringMaker<errpress::tests::Lines> {
  static doctest::String convert(const errpress::tests::Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};
