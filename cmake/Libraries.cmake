# Every library is a Debian 12 package (tools/debian-packages.txt says why we need it).
# Rooms name these in LIBS:
#   fmt::fmt  tl::expected  Threads::Threads  ICU::uc ICU::i18n  PkgConfig::fyaml
#   Boost::json  Boost::headers  CLI11::CLI11  PkgConfig::sqlite  PkgConfig::postgres  PkgConfig::sodium  PkgConfig::seccomp  PkgConfig::curl  PkgConfig::zip
#   pugixml::pugixml  PkgConfig::ical  PkgConfig::pangocairo  PkgConfig::fontconfig  ${csv_library}  OpenSSL::SSL  OpenSSL::Crypto
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(pugixml REQUIRED)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip>=1.7)
pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo>=1.50 cairo-pdf>=1.16)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical>=3)
find_library(csv_library csv REQUIRED) # Debian's libcsv comes without a description for CMake or pkg-config
pkg_check_modules(fyaml REQUIRED IMPORTED_TARGET libfyaml>=0.7.12)
find_package(OpenSSL 3 REQUIRED)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3>=3.40)
pkg_check_modules(postgres REQUIRED IMPORTED_TARGET libpq>=15)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl>=7.88)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp>=2.5)

# Optional: several processes share one simulation (mpirun).
pkg_check_modules(ompi QUIET IMPORTED_TARGET ompi-c)

# For tests only.
find_package(GTest 1.12 REQUIRED)
find_package(rapidcheck REQUIRED)
include(GoogleTest)
