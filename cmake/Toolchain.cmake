set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

option(TELLWIRE_TESTS "Build the tests" ON)
option(TELLWIRE_BENCH "Build the benchmarks" OFF)
option(TELLWIRE_FUZZ "Build the fuzz targets (clang only)" OFF)
option(TELLWIRE_SANITIZE "Build with ASan and UBSan" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Warnings are errors for our own targets; the rooms and tests link to this.
add_library(tellwire_options INTERFACE)
target_compile_options(tellwire_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 warns of overlapping copies inside its own std::string (GCC bug 105651), where there are none.
  target_compile_options(tellwire_options INTERFACE -Wno-restrict)
endif()
if(TELLWIRE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(TELLWIRE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
