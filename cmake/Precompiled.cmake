# The standard headers and fmt, parsed once: they were half of the time of every compile. All rooms
# share the one result, so it may hold nothing of ours; unit tests have Catch2 in theirs. Off, a build
# shows an include that a source file forgot; headers are held to it by the target `headers`.
option(MINQING_PRECOMPILED "Parse the standard headers once" ON)

# precompiled_headers(name headers…): a set for use_precompiled.
function(precompiled_headers name)
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
  target_link_libraries(${name} PRIVATE minqing_warnings fmt_static)
  target_precompile_headers(${name} PRIVATE
    <algorithm> <array> <charconv> <cstdint> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h> ${ARGN})
endfunction()

# use_precompiled(target name)
function(use_precompiled target name)
  if(MINQING_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${name})
    # g++ 12 forgets that precompiled headers are the system's and warns of what it inlines from
    # std::string.
    target_compile_options(${target} PRIVATE
      -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
  endif()
endfunction()

precompiled_headers(precompiled)
