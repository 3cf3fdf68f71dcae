# How much of what a program needs it carries itself. To find shared libraries and to put right the
# addresses of each takes a start longer than all that a `record` does until its commit.
#
# All programs carry the C++ library. `minqing` carries the C library, too, where MINQING_STATIC
# says so, and still lies anywhere in memory. What the C library would load while it runs is done by
# others then: minqing-office converts texts (iconv), `getent` asks the name services, and
# minqing-office is started where LD_PRELOAD is set (cli/main.cpp).
include(CheckCXXSourceCompiles)

add_link_options($<$<NOT:$<BOOL:$<TARGET_PROPERTY:CARRIES_ALL>>>:-static-libstdc++>
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CARRIES_ALL>>>:-static-libgcc>)

set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
check_cxx_source_compiles("int main() { return 0; }" MINQING_CAN_CARRY_ALL)
unset(CMAKE_REQUIRED_LINK_OPTIONS)
if(MINQING_SANITIZE OR MINQING_FUZZ)
  set(MINQING_CAN_CARRY_ALL OFF)  # their runtimes are shared libraries' own business
elseif(MINQING_STATIC AND NOT MINQING_CAN_CARRY_ALL)
  message(WARNING "this machine cannot link without shared libraries: minqing will start more slowly")
endif()

# carry_all(program): links it without shared libraries, where that can be done.
function(carry_all program)
  if(NOT MINQING_CAN_CARRY_ALL)
    return()
  endif()
  set_target_properties(${program} PROPERTIES CARRIES_ALL ON)
  target_compile_definitions(${program} PRIVATE MINQING_CARRIES_ALL)
  target_sources(${program} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/no_extensions.cpp)
  target_link_options(${program} PRIVATE -static-pie -Wl,--wrap=dlopen)
endfunction()
