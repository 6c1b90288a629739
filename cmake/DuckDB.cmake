# DuckDB::duckdb, the analytical engine. Debian has no package of it: its library and its C header
# come from npm, pinned with their integrity by cmake/duckdb/package-lock.json, and are kept in
# build/duckdb. -DDUCKDB_ROOT=FOLDER uses another (its lib/libduckdb.so and include/duckdb.h).
set(SLUIS_DUCKDB_PINS ${CMAKE_SOURCE_DIR}/cmake/duckdb)
set(SLUIS_DUCKDB_FOLDER ${CMAKE_SOURCE_DIR}/build/duckdb)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             ${SLUIS_DUCKDB_PINS}/package-lock.json)

# A copy of the lock file stands beside what it brought.
function(sluis_fetch_duckdb)
  set(lock ${SLUIS_DUCKDB_PINS}/package-lock.json)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${lock}
                          ${SLUIS_DUCKDB_FOLDER}/package-lock.json
                  RESULT_VARIABLE differs ERROR_QUIET)
  if(NOT differs)
    return()
  endif()
  find_program(SLUIS_NPM npm REQUIRED NO_CACHE HINTS ${CMAKE_SOURCE_DIR}/build/node/bin)
  set(unpacked ${SLUIS_DUCKDB_FOLDER}/unpacked)
  file(REMOVE_RECURSE ${SLUIS_DUCKDB_FOLDER})
  file(COPY ${SLUIS_DUCKDB_PINS}/ DESTINATION ${unpacked})
  # --ignore-scripts: an install script would download a binary that nothing pins.
  execute_process(COMMAND ${SLUIS_NPM} ci --ignore-scripts --no-audit --no-fund
                  WORKING_DIRECTORY ${unpacked} COMMAND_ERROR_IS_FATAL ANY)
  file(COPY ${unpacked}/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so
       DESTINATION ${SLUIS_DUCKDB_FOLDER}/lib)
  file(COPY ${unpacked}/node_modules/duckdb/src/duckdb/src/include/duckdb.h
       DESTINATION ${SLUIS_DUCKDB_FOLDER}/include)
  file(COPY ${unpacked}/node_modules/duckdb/LICENSE DESTINATION ${SLUIS_DUCKDB_FOLDER})
  file(REMOVE_RECURSE ${unpacked})
  file(COPY ${lock} DESTINATION ${SLUIS_DUCKDB_FOLDER})
endfunction()

if(NOT DUCKDB_ROOT)
  sluis_fetch_duckdb()
endif()
find_path(SLUIS_DUCKDB_INCLUDE duckdb.h REQUIRED NO_CACHE NO_DEFAULT_PATH
          PATHS ${DUCKDB_ROOT} ${SLUIS_DUCKDB_FOLDER} PATH_SUFFIXES include)
find_library(SLUIS_DUCKDB_LIBRARY duckdb REQUIRED NO_CACHE NO_DEFAULT_PATH
             PATHS ${DUCKDB_ROOT} ${SLUIS_DUCKDB_FOLDER} PATH_SUFFIXES lib)

add_library(DuckDB::duckdb SHARED IMPORTED GLOBAL)
set_target_properties(DuckDB::duckdb PROPERTIES
  IMPORTED_LOCATION ${SLUIS_DUCKDB_LIBRARY}
  IMPORTED_SONAME libduckdb.so
  INTERFACE_INCLUDE_DIRECTORIES ${SLUIS_DUCKDB_INCLUDE}
  # What is deprecated is gone from a later library that may stand in.
  INTERFACE_COMPILE_DEFINITIONS DUCKDB_API_NO_DEPRECATED)
# Built: its absolute folder. Installed: beside the program.
set(CMAKE_INSTALL_RPATH $ORIGIN/../lib/sluis)
install(IMPORTED_RUNTIME_ARTIFACTS DuckDB::duckdb LIBRARY DESTINATION lib/sluis)
