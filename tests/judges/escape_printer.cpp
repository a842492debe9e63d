// A program for the judges: prints hostile texts through an escaper, after a piece of a template that they choose.
//   escape_printer texts           prints every hostile text, one a line, in hexadecimal
//   escape_printer NAME < LINES    reads lines "BEFORE TEXT" in hexadecimal ("-" for nothing) and prints for each what
//   `out`
//                                  holds once NAME's escaper has appended TEXT to BEFORE, in hexadecimal
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "escape/escapers.h"
#include "escape/payloads.h"

namespace {

void print_hex(std::string_view bytes) {
  if (bytes.empty()) std::putchar('-');
  for (const char c : bytes) std::printf("%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  std::putchar('\n');
}

std::string parse_hex(const std::string& digits) {
  std::string bytes;
  if (digits == "-") return bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  if (std::string_view(argv[1]) == "texts") {
    for (const std::string& text : errpress::testing::hostile_texts()) print_hex(text);
    return 0;
  }
  const errpress::mustache::Escaper* escaper = errpress::escape::find_escaper(argv[1]);
  if (escaper == nullptr) return 2;
  std::string before;
  std::string text;
  while (std::cin >> before >> text) {
    errpress::base::TextBuffer out(parse_hex(before));
    escaper->append(out, parse_hex(text), errpress::base::kUnknownTraits);
    print_hex(out);
  }
  return 0;
}
