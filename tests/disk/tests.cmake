# What tests/disk has beyond its *_test.cpp: the same tests over the portable twin, and a count of system calls.

set(disk_tests ${CMAKE_CURRENT_LIST_DIR})

if(UNIX)
  # disk_portable.cpp stands first, so the linker leaves the library's disk_posix.cpp out.
  file(GLOB disk_test_sources CONFIGURE_DEPENDS ${disk_tests}/*_test.cpp)
  add_executable(test_disk_portable ${CMAKE_CURRENT_SOURCE_DIR}/support/main.cpp ${disk_test_sources}
    ${PROJECT_SOURCE_DIR}/generator/disk/disk_portable.cpp)
  target_include_directories(test_disk_portable PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(test_disk_portable PRIVATE ERRPRESS_PORTABLE_DISK)
  target_link_libraries(test_disk_portable PRIVATE errpress_disk doctest::doctest)
  doctest_discover_tests(test_disk_portable TEST_PREFIX "disk, portable: "
    PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED [a-z0-9-]+: ")

  add_executable(read_worker ${disk_tests}/read_worker.cpp)
  target_link_libraries(read_worker PRIVATE errpress_disk)
  errpress_python_test("disk: system calls" ${disk_tests}/calls_test.py $<TARGET_FILE:read_worker>)
endif()
