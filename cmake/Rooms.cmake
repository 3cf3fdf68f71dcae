# One library target per folder below lib/; which folder may use which is stated in lib/layers.txt
# and held by scripts/check_layers.

# Designated initialisers name what differs and leave the rest at its default: no warning for that.
add_library(minqing_warnings INTERFACE)
target_compile_options(minqing_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion
  -Wno-sign-conversion -Wno-missing-field-initializers)
if(MINQING_TOGETHER)
  # In a group a file is taken for a header, where a class made of what the file keeps to itself
  # would be a fault; and what it calls its own lies before the files that follow.
  target_compile_options(minqing_warnings INTERFACE -Wno-subobject-linkage -Wno-shadow)
endif()
if(MINQING_WERROR)
  target_compile_options(minqing_warnings INTERFACE -Werror)
endif()
if(MINQING_SANITIZE)
  # Warnings are errors in `dev` alone: what the sanitizers insert leads g++ to warn of values that
  # nothing leaves uninitialised (its manual says so).
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  # The static runtime lets the tests preload their clock before everything else.
  add_link_options(-fsanitize=address,undefined -static-libasan -static-libubsan)
endif()
if(MINQING_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
# 28,000 addresses have to be put right at each start of a program that may lie anywhere in memory.
# Packed, they take a tenth of the pages; a fifth of the time of a short command went into them.
include(CheckLinkerFlag)
check_linker_flag(CXX -Wl,-z,pack-relative-relocs MINQING_PACKS_RELOCATIONS)
if(MINQING_PACKS_RELOCATIONS AND NOT MINQING_SANITIZE)
  add_link_options(-Wl,-z,pack-relative-relocs)
endif()

# minqing_room(name SOURCES … USES rooms… LINKS libraries…)
function(minqing_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LINKS" ${ARGN})
  add_library(minqing_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(minqing_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  list(TRANSFORM ROOM_USES PREPEND minqing_)
  target_link_libraries(minqing_${name} PUBLIC ${ROOM_USES} fmt_static
    PRIVATE minqing_warnings ${ROOM_LINKS})
  use_precompiled(minqing_${name} precompiled)
endfunction()
