# Makes the target `lexbor`, the HTML parser, out of the sources that the source distribution of
# the Python package selectolax carries (Apache 2.0), since Debian 12 has no package of it. They
# are fetched once, into .cache/, and known by their hash. Where they cannot be had the target is
# not made, and pages are parsed with Gumbo: with the same outcome, but about a third as fast.
option(TACITUS_LEXBOR "Parse pages with Lexbor, fetched if it is not there; OFF: with Gumbo" ON)
set(LEXBOR_PACKAGE selectolax 1.0.2 f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418)
set(LEXBOR_SOURCE ${PROJECT_SOURCE_DIR}/.cache/lexbor-3.1.0)

if(TACITUS_LEXBOR AND NOT EXISTS ${LEXBOR_SOURCE})
  find_package(Python3 COMPONENTS Interpreter QUIET)
  if(Python3_FOUND)
    execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/fetch_sdist.py
                            ${LEXBOR_PACKAGE} lexbor ${LEXBOR_SOURCE}
                    ERROR_VARIABLE why RESULT_VARIABLE failed OUTPUT_QUIET ERROR_STRIP_TRAILING_WHITESPACE)
    string(REGEX REPLACE ".*\n" "" why "${why}")
  endif()
endif()

if(TACITUS_LEXBOR AND EXISTS ${LEXBOR_SOURCE})
  enable_language(C)
  set(folders core dom html ns tag ports/posix)
  list(TRANSFORM folders PREPEND ${LEXBOR_SOURCE}/source/lexbor/)
  list(TRANSFORM folders APPEND /*.c)
  file(GLOB_RECURSE sources ${folders})
  add_library(lexbor STATIC ${sources})
  target_include_directories(lexbor SYSTEM PUBLIC ${LEXBOR_SOURCE}/source)
  target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
  target_compile_options(lexbor PRIVATE -w)
  if(TACITUS_SANITIZE MATCHES address)
    target_compile_options(lexbor PRIVATE -fsanitize=address -fno-omit-frame-pointer)
  endif()
elseif(TACITUS_LEXBOR)
  message(STATUS "Pages are parsed with Gumbo, since Lexbor is not at hand: ${why}")
endif()
