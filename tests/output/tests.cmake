# What tests/output has beyond its *_test.cpp: cases for POSIX only, the same tests over the portable disk, and Python
# scripts that kill, count and mount around a small program, or run the whole one in a git repository.

set(output_tests ${CMAKE_CURRENT_LIST_DIR})

if(UNIX)
  target_sources(test_output PRIVATE ${output_tests}/posix_cases.cpp ${output_tests}/lock_cases.cpp)

  # disk_portable.cpp stands first, so the linker leaves the library's disk_posix.cpp out.
  file(GLOB output_test_sources CONFIGURE_DEPENDS ${output_tests}/*_test.cpp)
  add_executable(test_output_portable ${CMAKE_CURRENT_SOURCE_DIR}/support/main.cpp ${output_test_sources}
    ${PROJECT_SOURCE_DIR}/generator/disk/disk_portable.cpp)
  target_include_directories(test_output_portable PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(test_output_portable PRIVATE
    ERRPRESS_PORTABLE_DISK ERRPRESS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_output_portable PRIVATE errpress_output doctest::doctest)
  doctest_discover_tests(test_output_portable TEST_PREFIX "output, portable disk: ")

  add_executable(output_worker ${output_tests}/worker.cpp)
  target_link_libraries(output_worker PRIVATE errpress_output)
  foreach(kind random each-call)
    errpress_python_test("output: killed, ${kind}" ${output_tests}/crash_test.py ${kind} $<TARGET_FILE:output_worker>)
  endforeach()
  errpress_python_test("output: system calls, still" ${output_tests}/calls_test.py still $<TARGET_FILE:output_worker>)
  if(NOT ERRPRESS_SANITIZE)
    errpress_python_test("output: system calls, costs" ${output_tests}/calls_test.py costs $<TARGET_FILE:output_worker>)
  endif()
  foreach(kind crlf merge attributes)
    errpress_python_test("output: git, ${kind}" ${output_tests}/git_test.py ${kind} $<TARGET_FILE:errpress>)
  endforeach()
  foreach(kind full read-only another)
    errpress_python_test("output: disk, ${kind}" ${output_tests}/mount_test.py ${kind} $<TARGET_FILE:output_worker>)
  endforeach()
endif()
