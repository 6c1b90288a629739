# One compiler for building, linting, sanitizing and fuzzing: clang 19 with libstdc++ 12.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "Sluis is built with clang 19 or newer (Debian package clang-19); "
                      "found ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}.")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# Assertions stay on, also in the build that is shipped. Lines of the source are left out, a tenth
# of the time to build; whoever profiles or debugs gets them by -DCMAKE_CXX_FLAGS=-g1.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2")

set(SLUIS_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")
option(SLUIS_FUZZ "Build the libFuzzer targets instead of their corpus replayers" OFF)

add_library(sluis_options INTERFACE)
target_compile_options(sluis_options INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wswitch -Wunused -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  -Wno-missing-designated-field-initializers -Wno-unused-command-line-argument
  -fno-omit-frame-pointer -fstack-protector-strong)
target_compile_definitions(sluis_options INTERFACE SLUIS_VERSION="${PROJECT_VERSION}")
if(SLUIS_FUZZ)
  target_compile_options(sluis_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(SLUIS_SANITIZE)
  # -O1, as the sanitizers' manual advises: it builds in two thirds of the time.
  target_compile_options(sluis_options INTERFACE -O1 -g1 -fsanitize=${SLUIS_SANITIZE}
                         -fno-sanitize-recover=all)
  target_link_options(sluis_options INTERFACE -fsanitize=${SLUIS_SANITIZE})
else()
  target_compile_definitions(sluis_options INTERFACE _FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
endif()

find_program(SLUIS_CCACHE ccache)
if(SLUIS_CCACHE)
  # A precompiled header and ccache go together only with these (see ccache's manual).
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${SLUIS_CCACHE})
endif()
find_program(SLUIS_MOLD mold)
if(SLUIS_MOLD AND NOT SLUIS_SANITIZE)
  add_link_options(-fuse-ld=mold)
else()
  add_link_options(-fuse-ld=lld)
endif()
