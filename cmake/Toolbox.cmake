# How every target is compiled and linked. Nothing here depends on what the code does.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(MASAR_CCACHE ccache)
if(MASAR_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MASAR_CCACHE})
endif()

find_program(MASAR_MOLD mold)
if(MASAR_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-qual -Wextra-semi
  # Records have defaults; a designated initializer may leave the rest to them.
  -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Both misfire in g++ 12 on std::string and tl::expected (GCC bugs 105651, 105562).
  add_compile_options(-Wduplicated-cond -Wlogical-op -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12's own algorithms use what its own headers deprecate.
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(MASAR_WERROR)
  add_compile_options(-Werror)
endif()

# Same input, same bytes: no fused multiply-add the source did not ask for, on any machine.
add_compile_options(-ffp-contract=off)

# The presets say the rest. Debug is for tests: they wait more for the compiler than for the program (with the sanitizers -O1 takes
# three times as long to compile as -O0), so that only rooms that COMPUTE are optimised; line numbers are enough for a stack trace.
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1 -D_GLIBCXX_ASSERTIONS" CACHE STRING "" FORCE)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG" CACHE STRING "" FORCE)

# What people run is hardened: the flags of the OpenSSF's compiler guide that g++ 12 knows (docs/hardening.md: each, and what they cost).
option(MASAR_HARDEN "Harden release builds" ON)
if(MASAR_HARDEN AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fstack-clash-protection
    -ftrivial-auto-var-init=zero -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing
    -Wformat=2 -Werror=format-security -Wbidi-chars=unpaired -Wtrampolines)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|amd64")
    add_compile_options(-fcf-protection=full)
  elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
    add_compile_options(-mbranch-protection=standard)
  endif()
  add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,separate-code -Wl,--as-needed)
endif()

if(MASAR_SANITIZE)
  add_compile_options(-fsanitize=${MASAR_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MASAR_SANITIZE})
  if(MASAR_SANITIZE MATCHES undefined)
    # They double every object and make a build a quarter longer, and find little more: AddressSanitizer stops at a null pointer by
    # itself, the size of objects is unknown without optimisation, x86 and AArch64 read what is not aligned, and we cast down nowhere.
    add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  endif()
endif()
