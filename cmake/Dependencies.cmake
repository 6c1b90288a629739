# Debian 12 packages only; the names of the packages are in tools/packages.txt.
find_package(Threads REQUIRED)
# 1.74, Debian's default, lacks boost::asio::as_tuple and cannot be installed beside 1.81.
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(fmt 9 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(PostgreSQL 15 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(simdjson 3 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc)
find_package(tomlplusplus 3 REQUIRED)
find_package(GTest REQUIRED)
find_path(SLUIS_RAPIDCHECK_INCLUDE rapidcheck.h REQUIRED)
find_library(SLUIS_RAPIDCHECK_LIBRARY rapidcheck REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
include(DuckDB)
