# Every header compiles alone: the target `headers` has one source per header that includes it and
# nothing else. Not part of an ordinary build; scripts/test builds it.
file(GLOB_RECURSE all_headers RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/lib/*.hpp ${CMAKE_SOURCE_DIR}/cli/*.hpp)

set(header_sources)
foreach(header IN LISTS all_headers)
  set(source ${CMAKE_BINARY_DIR}/headers/${header}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n")
  list(APPEND header_sources ${source})
endforeach()

if(header_sources)
  add_library(headers OBJECT EXCLUDE_FROM_ALL ${header_sources})
  target_include_directories(headers PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(headers PRIVATE minqing_base minqing_warnings)
  target_compile_options(headers PRIVATE -O0 -g0)
endif()
