# masar_room(<name> [COMPUTES] USES <rooms…> LIBS <libraries…> [TEST_USES <rooms…>]
#            [TEST_LIBS <libraries…>] [TEST_PROPERTIES <property> <value>…])
#
# Turns the folder it is called from into the room <name>:
#   *.cc           → static library masar_<name> (header-only rooms need none)
#   *_test.cc      → one GoogleTest program <name>_test, each test known to ctest as <name>.Suite.Test
#   *_fuzz.cc      → one libFuzzer program each, when MASAR_FUZZ is on
# Files are globbed, so adding one needs no edit here. Tests run with the repository's root as their
# working directory: they open "examples/…" and "tests/…" directly.
function(masar_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "COMPUTES" "" "USES;LIBS;TEST_USES;TEST_LIBS;TEST_PROPERTIES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  set(tests ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cc$")

  list(TRANSFORM room_USES PREPEND masar_)
  list(TRANSFORM room_TEST_USES PREPEND masar_)
  masar_room_library(masar_${name} "${sources}" "${room_USES};${room_LIBS}")
  if(room_COMPUTES AND sources)
    # What computes reads data that were checked before, and its tests look at every index; without looking again, and without
    # clearing the arrays that each batch fills anyway, it is a fifth faster (docs/hardening.md).
    target_compile_options(masar_${name} PRIVATE $<$<CONFIG:Debug>:-O1>
      $<$<CONFIG:Release>:-U_GLIBCXX_ASSERTIONS -ftrivial-auto-var-init=uninitialized>)
  endif()
  if(tests AND NOT MASAR_FUZZ)
    masar_room_tests(${name} "${tests}" "${room_TEST_USES};${room_TEST_LIBS}" "${room_TEST_PROPERTIES}")
  endif()
  if(MASAR_FUZZ)
    foreach(fuzzer ${fuzzers})
      masar_room_fuzzer(${name} ${fuzzer} "${room_TEST_USES};${room_TEST_LIBS}")
    endforeach()
  endif()
endfunction()

function(masar_room_library target sources uses)
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR}/src
                             ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(${target} ${scope} ${uses})
  if(MASAR_FUZZ AND sources)
    # Coverage of the code under test is what guides the fuzzer.
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

function(masar_room_tests name tests uses properties)
  add_executable(${name}_test ${tests})
  target_link_libraries(${name}_test PRIVATE masar_${name} ${uses} GTest::gmock GTest::gtest_main
                        rapidcheck Threads::Threads)
  set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # Sanitizers make the tests against brute force some three times as long.
  set(seconds 600)
  if(MASAR_SANITIZE)
    set(seconds 1200)
  endif()
  # PRE_TEST: a crash while listing tests fails the run, not the build.
  gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST
                       WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES TIMEOUT ${seconds} ${properties})
endfunction()

function(masar_room_fuzzer name source uses)
  cmake_path(GET source STEM target)
  add_executable(${target} ${source})
  target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${target} PRIVATE masar_${name} ${uses})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
  # All of them and nothing else: what no parser reaches need not be built for fuzzing.
  if(NOT TARGET fuzzers)
    add_custom_target(fuzzers)
  endif()
  add_dependencies(fuzzers ${target})
endfunction()
