# A room is one folder of src/ in the total order of CMakeLists.txt. Each becomes a static library
# that sees only the rooms named before it; tests/tidy checks the same order in the includes.
set_property(GLOBAL PROPERTY SLUIS_ROOMS "")

# Tables of routes and commands instantiate much and run little: without inlining they compile in
# half the time. So do tests unoptimised; what they test is optimised as it is shipped.
set(SLUIS_COMPILE_QUICKLY -fno-inline-functions)
set(SLUIS_COMPILE_UNOPTIMISED -O0)
function(sluis_compile_tables_quickly)
  foreach(source IN LISTS ARGN)
    if(source MATCHES "(routes|commands)\\.cc$")
      set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS ${SLUIS_COMPILE_QUICKLY})
    endif()
  endforeach()
endfunction()

# simdjson chooses its instructions when it is compiled. Every 64-bit x86 since 2011 has these; the
# precompiled header was made without them.
function(sluis_compile_for_simd source)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON
                                COMPILE_OPTIONS "-march=x86-64-v2;-mpclmul")
  endif()
endfunction()

# The one source that draws. What GLib wants of its users (macros like MIN and TRUE, -pthread, a
# dozen folders of headers) reaches no neighbour.
function(sluis_compile_with_pango source)
  list(TRANSFORM PANGOCAIRO_INCLUDE_DIRS PREPEND -isystem OUTPUT_VARIABLE headers)
  set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON
                              COMPILE_OPTIONS "${headers}")
endfunction()

# Six sources of a room are compiled as one: the headers and templates that they share are half of
# the work. Never neighbours by name, in whatever folder: files of one kind (store, store_*,
# refusals) give the same names to the same private things. Where two names meet all the same, the
# compiler says so, and one should say more. Tables, and what is compiled for SIMD, have options of
# their own and stay alone. One by one the others are never compiled; the linters read there how,
# and that each stands by itself.
function(sluis_compile_together)
  list(FILTER ARGN EXCLUDE REGEX "(routes|commands)\\.cc$")
  list(TRANSFORM ARGN REPLACE "^(.*/)([^/]*)$" "\\2|\\1")
  list(SORT ARGN)
  list(TRANSFORM ARGN REPLACE "^([^|]*)\\|(.*)$" "\\2\\1")
  list(LENGTH ARGN count)
  math(EXPR groups "(${count} + 5) / 6")
  set(at 0)
  foreach(source IN LISTS ARGN)
    math(EXPR group "${at} % ${groups}")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    math(EXPR at "${at} + 1")
  endforeach()
endfunction()

# sluis_room(NAME DESCRIPTION): all .cc of src/NAME but its tests, with its schema/*.sql and
# analytics/*.sql compiled in.
function(sluis_room name description)
  get_property(below GLOBAL PROPERTY SLUIS_ROOMS)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*_test.cc)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  if(NOT sources)
    return()
  endif()
  file(GLOB schema CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/schema/*.sql)
  if(schema)
    sluis_embed_schema(${name} migrations
      ${CMAKE_BINARY_DIR}/generated/${name}_schema.cc ${schema})
    list(APPEND sources ${CMAKE_BINARY_DIR}/generated/${name}_schema.cc)
  endif()
  file(GLOB analytics CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/analytics/*.sql)
  if(analytics)
    sluis_embed_schema(${name} analytics_migrations
      ${CMAKE_BINARY_DIR}/generated/${name}_analytics.cc ${analytics})
    list(APPEND sources ${CMAKE_BINARY_DIR}/generated/${name}_analytics.cc)
  endif()
  sluis_compile_tables_quickly(${sources})
  sluis_compile_together(${sources})
  add_library(sluis_${name} STATIC ${sources})
  set_target_properties(sluis_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  target_include_directories(sluis_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(sluis_${name} PUBLIC sluis_options fmt::fmt Boost::headers)
  foreach(room IN LISTS below)
    target_link_libraries(sluis_${name} PUBLIC sluis_${room})
  endforeach()
  if(name STREQUAL kernel)
    target_link_libraries(sluis_kernel PUBLIC Boost::json PkgConfig::SODIUM)
    target_precompile_headers(sluis_kernel PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled.h)
  else()
    target_precompile_headers(sluis_${name} REUSE_FROM sluis_kernel)
  endif()
  if(name STREQUAL methods)
    target_link_libraries(sluis_methods PRIVATE Eigen3::Eigen)
  endif()
  if(name STREQUAL platform)
    target_link_libraries(sluis_platform PRIVATE Boost::json Boost::url OpenSSL::SSL SQLite::SQLite3
      PostgreSQL::PostgreSQL ZLIB::ZLIB ICU::i18n ICU::uc tomlplusplus::tomlplusplus
      PkgConfig::SODIUM DuckDB::duckdb ${SLUIS_XLSXWRITER_LIBRARY} ${PANGOCAIRO_LINK_LIBRARIES}
      PUBLIC Threads::Threads)
    sluis_compile_with_pango(${CMAKE_SOURCE_DIR}/src/platform/pdf/canvas.cc)
  endif()
  if(name STREQUAL identities)
    target_link_libraries(sluis_identities PRIVATE ICU::uc PkgConfig::SODIUM)
  endif()
  if(name STREQUAL contacts)
    target_link_libraries(sluis_contacts PRIVATE PkgConfig::QRENCODE)
  endif()
  if(name STREQUAL connectors)
    target_link_libraries(sluis_connectors PRIVATE simdjson::simdjson ZLIB::ZLIB)
    sluis_compile_for_simd(${CMAKE_SOURCE_DIR}/src/connectors/ingest/tree.cc)
  endif()
  if(name STREQUAL simulator)
    target_link_libraries(sluis_simulator PRIVATE ZLIB::ZLIB)
  endif()
  if(name STREQUAL events)
    target_link_libraries(sluis_events PRIVATE simdjson::simdjson PkgConfig::SODIUM)
    sluis_compile_for_simd(${CMAKE_SOURCE_DIR}/src/events/native.cc)
  endif()
  if(name STREQUAL imports)
    sluis_embed_presets(${CMAKE_BINARY_DIR}/generated/imports_presets.cc)
    target_sources(sluis_imports PRIVATE ${CMAKE_BINARY_DIR}/generated/imports_presets.cc)
    target_link_libraries(sluis_imports PRIVATE ZLIB::ZLIB PkgConfig::MINIZIP EXPAT::EXPAT
                          PkgConfig::SODIUM tomlplusplus::tomlplusplus)
  endif()
  list(FILTER sources EXCLUDE REGEX "(routes|commands)\\.cc$")
  add_library(sluis_${name}_alone OBJECT EXCLUDE_FROM_ALL ${sources})
  target_include_directories(sluis_${name}_alone PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(sluis_${name}_alone PRIVATE
                        $<TARGET_PROPERTY:sluis_${name},LINK_LIBRARIES>)
  target_precompile_headers(sluis_${name}_alone REUSE_FROM sluis_kernel)
  set_property(GLOBAL APPEND PROPERTY SLUIS_ROOMS ${name})
  set_property(GLOBAL APPEND PROPERTY SLUIS_TEST_SOURCES ${tests})
endfunction()

# Compiles numbered SQL files into `std::span<const store::Migration> NAME::FUNCTION()`.
function(sluis_embed_schema name function output)
  set(rows "")
  foreach(file IN LISTS ARGN)
    get_filename_component(stem ${file} NAME_WE)
    file(READ ${file} sql)
    string(APPEND rows "    {\"${name}/${stem}\", R\"sql(${sql})sql\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "#include \"platform/store/migrations.h\"

namespace sluis::${name} {
std::span<const store::Migration> ${function}();
std::span<const store::Migration> ${function}() {
  static constexpr store::Migration all[] = {
${rows}  };
  return all;
}
}  // namespace sluis::${name}
")
endfunction()

# Compiles src/imports/presets/PRESET/NAME.toml into `imports::preset_files()`.
function(sluis_embed_presets output)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/imports/presets/*/*.toml)
  set(rows "")
  foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(GET folder FILENAME preset)
    file(READ ${file} toml)
    string(APPEND rows "    {\"${preset}\", R\"toml(${toml})toml\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "#include \"imports/presets.h\"

namespace sluis::imports {
std::span<const PresetFile> preset_files() {
  static constexpr PresetFile all[] = {
${rows}  };
  return all;
}
}  // namespace sluis::imports
")
endfunction()

# The one program: src/NAME knows every room. All of it but main.cc is also there for the tests.
function(sluis_program name)
  get_property(rooms GLOBAL PROPERTY SLUIS_ROOMS)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*_test.cc)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/src/${name}/main.cc)
  list(REVERSE rooms)
  list(TRANSFORM rooms PREPEND sluis_)
  add_library(sluis_${name} STATIC ${sources})
  target_link_libraries(sluis_${name} PUBLIC ${rooms})
  target_precompile_headers(sluis_${name} REUSE_FROM sluis_kernel)
  add_executable(sluis ${CMAKE_SOURCE_DIR}/src/${name}/main.cc)
  target_link_libraries(sluis PRIVATE sluis_${name})
  target_precompile_headers(sluis REUSE_FROM sluis_kernel)
  set_target_properties(sluis PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  install(TARGETS sluis)
  set_property(GLOBAL APPEND PROPERTY SLUIS_TEST_SOURCES ${tests})
endfunction()

# One test program for all *_test.cc beside the code they test, eight compiled at a time as those of
# the rooms are.
function(sluis_tests)
  get_property(rooms GLOBAL PROPERTY SLUIS_ROOMS)
  get_property(tests GLOBAL PROPERTY SLUIS_TEST_SOURCES)
  list(REVERSE rooms)
  list(TRANSFORM rooms PREPEND sluis_)
  add_executable(sluis_tests EXCLUDE_FROM_ALL ${tests})
  add_library(sluis_tests_alone OBJECT EXCLUDE_FROM_ALL ${tests})
  foreach(target IN ITEMS sluis_tests sluis_tests_alone)
    target_compile_options(${target} PRIVATE ${SLUIS_COMPILE_UNOPTIMISED})
    target_include_directories(${target} SYSTEM PRIVATE ${SLUIS_RAPIDCHECK_INCLUDE})
    target_link_libraries(${target} PRIVATE sluis_app ${rooms} ${SLUIS_RAPIDCHECK_LIBRARY}
                          GTest::gtest_main
                          OpenSSL::SSL SQLite::SQLite3 PostgreSQL::PostgreSQL ZLIB::ZLIB)
  endforeach()
  target_precompile_headers(sluis_tests PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled_tests.h)
  target_precompile_headers(sluis_tests_alone REUSE_FROM sluis_tests)
  set_target_properties(sluis_tests PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8
                        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()
