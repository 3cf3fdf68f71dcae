# Every library comes from Debian 12 packages (scripts/setup installs them). What starts with each
# `record` is linked statically: dynamic linking alone would cost as much as a commit.

find_package(Threads REQUIRED)

# A target for a static archive with its header: static_library(name header archive).
function(static_library name header archive)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_ARCHIVE ${archive} REQUIRED)
  add_library(${name}_static STATIC IMPORTED GLOBAL)
  set_target_properties(${name}_static PROPERTIES
    IMPORTED_LOCATION ${${name}_ARCHIVE}
    INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE})
endfunction()

static_library(sqlite3 sqlite3.h libsqlite3.a)
static_library(yaml_cpp yaml-cpp/yaml.h libyaml-cpp.a)
static_library(sodium sodium.h libsodium.a)
static_library(nettle nettle/sha2.h libnettle.a)
static_library(expat expat.h libexpat.a)
static_library(utf8proc utf8proc.h libutf8proc.a)
target_link_libraries(sqlite3_static INTERFACE m dl Threads::Threads)
target_compile_definitions(utf8proc_static INTERFACE UTF8PROC_STATIC)

find_program(CCACHE ccache)
if(CCACHE)
  # Without these words ccache passes by whatever uses a precompiled header.
  set(ccache_command ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ccache_command})
  set(CMAKE_C_COMPILER_LAUNCHER ${ccache_command})
endif()

# fmt compiled once: header-only it dominates every compile, and Debian has no static archive.
find_path(FMT_INCLUDE fmt/format.h REQUIRED)
add_library(fmt_static STATIC ${CMAKE_SOURCE_DIR}/cmake/fmt.cpp)
target_include_directories(fmt_static SYSTEM PUBLIC ${FMT_INCLUDE})
