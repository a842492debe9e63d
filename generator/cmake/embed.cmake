# cmake -D OUT=FILE -D ROOT=DIR -D DIALECT=FILE -D FILES=a;b -P embed.cmake
# Generates the C++ source file that contains the built-in files as raw string literals.

set(delimiter "errpress_file")

function(append_literal path)
  file(READ "${path}" text)
  if(text MATCHES "\\)${delimiter}\"")
    message(FATAL_ERROR "${path} contains the end of a raw string literal")
  endif()
  # Compilers limit the size of literals (MSVC: 16,380 bytes), so a long file becomes several adjacent literals.
  string(LENGTH "${text}" size)
  set(at 0)
  while(at LESS size)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    file(APPEND "${OUT}" "R\"${delimiter}(${piece})${delimiter}\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  if(size EQUAL 0)
    file(APPEND "${OUT}" "\"\"\n")
  endif()
endfunction()

file(WRITE "${OUT}" "#include \"render/built_in_files.h\"

namespace errpress::render {

std::span<const BuiltInFile> built_in_files() {
  static constexpr BuiltInFile kFiles[] = {
")
foreach(file IN LISTS FILES)
  file(APPEND "${OUT}" "{\"${file}\",\n")
  append_literal("${ROOT}/${file}")
  file(APPEND "${OUT}" "},\n")
endforeach()
file(APPEND "${OUT}" "  };
  return kFiles;
}

std::string_view built_in_dialect() {
  return\n")
append_literal("${DIALECT}")
file(APPEND "${OUT}" ";
}

}  // namespace errpress::render
")
