# tacitus_room(NAME [DEPENDS room...] [LIBRARIES target...] [FOLDERS folder...])
#
# Makes the library of one room of the house out of every .cc in the folder, and in the FOLDERS
# below it, but the *_test.cc, which become one test program beside it. DEPENDS names the earlier
# rooms that it includes; LIBRARIES names libraries of others, which stay private to the room.
function(tacitus_room name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;FOLDERS" ${ARGN})
  set(source_patterns *.cc)
  set(test_patterns *_test.cc)
  foreach(folder ${ARG_FOLDERS})
    list(APPEND source_patterns ${folder}/*.cc)
    list(APPEND test_patterns ${folder}/*_test.cc)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${source_patterns})
  file(GLOB tests CONFIGURE_DEPENDS ${test_patterns})
  list(REMOVE_ITEM sources ${tests})
  list(TRANSFORM ARG_DEPENDS PREPEND tacitus_)
  if(sources)
    add_library(tacitus_${name} STATIC ${sources})
    target_include_directories(tacitus_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(tacitus_${name} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_LIBRARIES})
    tacitus_flags(tacitus_${name})
  else()
    add_library(tacitus_${name} INTERFACE)
    target_include_directories(tacitus_${name} INTERFACE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(tacitus_${name} INTERFACE ${ARG_DEPENDS})
  endif()
  if(TACITUS_TESTS AND tests)
    tacitus_test(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE tacitus_${name})
  endif()
endfunction()

# tacitus_tables(NAME HEADER FOLDER table.ext...)
#
# Compiles word tables into a room's library, so that a program that reads needs no files for them.
# Each table of knowledge/FOLDER becomes the text `k_table_ext`, which HEADER declares; a table may
# lie in a folder below.
function(tacitus_tables name header folder)
  set(code "// Made from knowledge/${folder}.\n#include \"${header}\"\n\nnamespace tacitus {\n\n")
  foreach(table ${ARGN})
    set(file ${PROJECT_SOURCE_DIR}/knowledge/${folder}/${table})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} content)
    string(REGEX REPLACE "[./]" "_" variable ${table})
    string(APPEND code "const char* const k_${variable} = R\"table(${content})table\";\n\n")
  endforeach()
  string(APPEND code "}  // namespace tacitus\n")
  string(MAKE_C_IDENTIFIER ${name}_${folder}_tables file)
  file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${file}.cc CONTENT "${code}")
  target_sources(tacitus_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${file}.cc)
endfunction()

# Warnings are errors for our own code; the sanitizers of the asan preset.
function(tacitus_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees overlaps in std::string's operator+ that are not there (its bug 105329).
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  if(TACITUS_SANITIZE)
    # GCC's flow warnings are wrong about instrumented code; the plain build holds them.
    target_compile_options(${target} PRIVATE -Wno-error)
    target_compile_options(${target} PRIVATE -fsanitize=${TACITUS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${TACITUS_SANITIZE})
  endif()
endfunction()

# A GoogleTest program whose cases ctest lists one by one; run from the project's root.
function(tacitus_test name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE TACITUS_ROOT="${PROJECT_SOURCE_DIR}")
  tacitus_flags(${name})
  # Tests compute little themselves: half of the time that building them takes is worth more.
  target_compile_options(${name} PRIVATE -O0)
  gtest_discover_tests(${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_MODE PRE_TEST
                       PROPERTIES TIMEOUT 300)
endfunction()
