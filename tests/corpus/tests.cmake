# Real headers, judged by a compiler.
add_executable(registry_dump corpus/registry_dump.cpp)
target_link_libraries(registry_dump PRIVATE errpress_corpus)
errpress_python_test("corpus: real headers" ${CMAKE_CURRENT_SOURCE_DIR}/corpus/real_headers.py $<TARGET_FILE:registry_dump>)
