# tellwire_room(NAME ROOMS room... LIBRARIES target...)
#
# One static library from all .cc files of engine/NAME. ROOMS are the rooms that it may include: an include
# that is not allowed may still compile, but it does not link, and tests/layers_test names it.
function(tellwire_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/engine/${name}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  if(NOT sources)
    add_library(tellwire_${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(tellwire_${name} STATIC ${sources})
    target_link_libraries(tellwire_${name} PRIVATE tellwire_options)
    set(scope PUBLIC)
  endif()
  target_include_directories(tellwire_${name} ${scope} ${CMAKE_SOURCE_DIR}/engine)
  foreach(room ${ROOM_ROOMS})
    target_link_libraries(tellwire_${name} ${scope} tellwire_${room})
  endforeach()
  if(ROOM_LIBRARIES AND sources)
    target_link_libraries(tellwire_${name} PRIVATE ${ROOM_LIBRARIES})  # no header of theirs is seen from outside
  endif()
endfunction()
