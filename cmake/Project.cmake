# Flags, and one function a room: rtk_room(<name> [FLOOR <n>] [DEPENDS <room>...] [LIBS <target>...]).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_OPTIMIZE_DEPENDENCIES ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
# What one room finds, the rooms above it may link.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

# GCC 12 warns of overlapping copies inside std::string where there are none (PR 105651), with optimisation only.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-restrict)
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)

# Flags as targets, so that nothing global leaks into tools or third-party code.
add_library(rtk_flags INTERFACE)
target_compile_options(rtk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
    -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wundef -Wswitch-enum -Wmissing-declarations
    -Wdouble-promotion -fstack-reuse=none -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(rtk_flags INTERFACE -Wsuggest-override -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
else()
    # -fstack-reuse is GCC's; clang builds the fuzzers only.
    target_compile_options(rtk_flags INTERFACE -Wno-unused-command-line-argument -Wno-ignored-optimization-argument)
endif()
target_compile_definitions(rtk_flags INTERFACE _GLIBCXX_ASSERTIONS BOOST_ALLOW_DEPRECATED_HEADERS)
target_include_directories(rtk_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/gen)

option(RTK_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(RTK_TSAN "Thread sanitizer" OFF)
option(RTK_FUZZ "libFuzzer drivers (clang)" OFF)
if(RTK_SANITIZE)
    # A null pointer stops under the address sanitizer as well; the checks for it and for alignment at every access made two fifths of the objects.
    target_compile_options(rtk_flags INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(rtk_flags INTERFACE -fsanitize=address,undefined)
elseif(RTK_TSAN)
    target_compile_options(rtk_flags INTERFACE -fsanitize=thread)
    target_link_options(rtk_flags INTERFACE -fsanitize=thread)
endif()
if(RTK_FUZZ)
    target_compile_options(rtk_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(rtk_flags INTERFACE -fsanitize=address,undefined)
endif()
find_program(RTK_MOLD mold)
if(RTK_MOLD)
    target_link_options(rtk_flags INTERFACE -fuse-ld=mold)
endif()

set(RTK_ALL_MIGRATIONS "" CACHE INTERNAL "")
set(RTK_ROOM_EDGES "" CACHE INTERNAL "")

function(rtk_room name)
    cmake_parse_arguments(arg "" "" "DEPENDS;LIBS;TEST_DEPENDS" ${ARGN})
    set(dir ${CMAKE_CURRENT_SOURCE_DIR})
    set(gen ${CMAKE_BINARY_DIR}/gen/${name})
    file(MAKE_DIRECTORY ${gen})
    file(GLOB sources CONFIGURE_DEPENDS ${dir}/*.cpp)
    file(GLOB unit_tests CONFIGURE_DEPENDS ${dir}/*_test.cpp)
    file(GLOB db_tests CONFIGURE_DEPENDS ${dir}/*_dbtest.cpp)
    file(GLOB queries CONFIGURE_DEPENDS ${dir}/sql/*.sql)
    file(GLOB pages CONFIGURE_DEPENDS ${dir}/pages/*.html)
    file(GLOB migrations CONFIGURE_DEPENDS ${dir}/migrations/*.sql)
    list(REMOVE_ITEM sources ${dir}/main.cpp ${unit_tests} ${db_tests})
    set(generated "")

    # sql/*.sql -> <room>/sql.hpp with one typed constant a file.
    if(queries AND TARGET sqlc)
        add_custom_command(OUTPUT ${gen}/sql.hpp
            COMMAND sqlc ${name} ${gen}/sql.hpp ${queries}
            DEPENDS sqlc ${queries} COMMENT "sqlc ${name}" VERBATIM)
        list(APPEND generated ${gen}/sql.hpp)
    endif()
    # pages/*.html -> <room>/pages/<page>.cpp; the page's struct and render() are declared in <room>/pages.hpp.
    foreach(page IN LISTS pages)
        get_filename_component(base ${page} NAME_WE)
        if(base MATCHES "^_" OR NOT TARGET htmlc)
            continue() # a partial: included by pages
        endif()
        set(out ${gen}/page_${base}.cpp)
        file(GLOB partials CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/html/pages/_*.html ${dir}/pages/_*.html)
        add_custom_command(OUTPUT ${out}
            COMMAND htmlc ${name} ${page} ${out} ${CMAKE_SOURCE_DIR}/src/html/pages ${dir}/pages
            DEPENDS htmlc ${page} ${partials} COMMENT "htmlc ${name}/${base}" VERBATIM)
        list(APPEND generated ${out})
    endforeach()
    if(NOT sources AND NOT generated)
        set(sources ${CMAKE_SOURCE_DIR}/cmake/empty.cpp)
    endif()

    add_library(rtk_${name} STATIC ${sources} ${generated})
    list(TRANSFORM arg_DEPENDS PREPEND rtk_ OUTPUT_VARIABLE dep_targets)
    target_link_libraries(rtk_${name} PUBLIC rtk_flags ${dep_targets} ${arg_LIBS} fmt::fmt)
    if(queries AND TARGET sqlc)
        add_custom_target(rtk_${name}_sql DEPENDS ${gen}/sql.hpp)
        add_dependencies(rtk_${name} rtk_${name}_sql)
    endif()
    if(RTK_UNITY)
        set_target_properties(rtk_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
        set_source_files_properties(${generated} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()

    set(RTK_ALL_MIGRATIONS ${RTK_ALL_MIGRATIONS} ${migrations} CACHE INTERNAL "")
    list(JOIN arg_DEPENDS "," joined)
    set(RTK_ROOM_EDGES ${RTK_ROOM_EDGES} "${name}:${joined}" CACHE INTERNAL "")

    set(RTK_PENDING_TESTS_${name} "${unit_tests}" CACHE INTERNAL "")
    set(RTK_PENDING_DBTESTS_${name} "${db_tests}" CACHE INTERNAL "")
    set(RTK_PENDING_TEST_DEPENDS_${name} "${arg_TEST_DEPENDS}" CACHE INTERNAL "")
    set(RTK_ROOM_NAMES ${RTK_ROOM_NAMES} ${name} CACHE INTERNAL "")
endfunction()

# Data files as `<room>::embedded_texts()`: rtk_embed(<room> <root> <file>...).
function(rtk_embed room root)
    set(out ${CMAKE_BINARY_DIR}/gen/${room}/embedded.cpp)
    string(REPLACE ";" " " joined "${ARGN}")
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=rtkeren::${room} -DROOT=${root} "-DFILES=${joined}" -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
        DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake COMMENT "embed ${room}" VERBATIM)
    target_sources(rtk_${room} PRIVATE ${out})
    set_source_files_properties(${out} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# After all rooms are known: the schema (every migration, embedded), and the tests, which may stand on the whole schema.
function(rtk_finish)
    if(TARGET sqlc AND TARGET rtk_db)
        set(schema_cpp ${CMAKE_BINARY_DIR}/gen/schema.cpp)
        add_custom_command(OUTPUT ${schema_cpp}
            COMMAND sqlc --migrations ${schema_cpp} ${RTK_ALL_MIGRATIONS}
            DEPENDS sqlc ${RTK_ALL_MIGRATIONS} COMMENT "schema" VERBATIM)
        add_library(rtk_schema STATIC ${schema_cpp})
        target_link_libraries(rtk_schema PUBLIC rtk_flags rtk_db)
    endif()

    list(JOIN RTK_ROOM_EDGES "\n" edges)
    file(WRITE ${CMAKE_BINARY_DIR}/rooms.txt "${edges}\n")

    if(NOT BUILD_TESTING)
        return()
    endif()
    find_package(GTest REQUIRED)
    # rapidcheck is a header and a static library of Debian without a package file of its own.
    find_library(RTK_RAPIDCHECK rapidcheck)
    add_library(rtk_test_support STATIC ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
    target_include_directories(rtk_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(rtk_test_support PUBLIC RTK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(rtk_test_support PUBLIC rtk_flags GTest::gtest GTest::gmock ${RTK_RAPIDCHECK} rtk_base)
    if(TARGET rtk_schema AND EXISTS ${CMAKE_SOURCE_DIR}/tests/support/database.cpp)
        file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
        list(REMOVE_ITEM support ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
        add_library(rtk_db_support STATIC ${support})
        target_link_libraries(rtk_db_support PUBLIC rtk_test_support rtk_schema)
    endif()
    set_property(GLOBAL PROPERTY RTK_TEST_TARGETS "")
    foreach(room IN LISTS RTK_ROOM_NAMES)
        list(TRANSFORM RTK_PENDING_TEST_DEPENDS_${room} PREPEND rtk_ OUTPUT_VARIABLE extra)
        if(RTK_PENDING_TESTS_${room})
            add_executable(${room}_test ${RTK_PENDING_TESTS_${room}})
            target_link_libraries(${room}_test PRIVATE rtk_${room} ${extra} rtk_test_support)
            add_test(NAME ${room}_test COMMAND ${room}_test)
            if(RTK_UNITY)
                set_target_properties(${room}_test PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
            endif()
        endif()
        if(RTK_PENDING_DBTESTS_${room} AND TARGET rtk_db_support)
            add_executable(${room}_dbtest ${RTK_PENDING_DBTESTS_${room}})
            target_link_libraries(${room}_dbtest PRIVATE rtk_${room} ${extra} rtk_db_support)
            add_test(NAME ${room}_dbtest@sqlite COMMAND ${room}_dbtest)
            set_tests_properties(${room}_dbtest@sqlite PROPERTIES ENVIRONMENT "RTK_TEST_DB=sqlite")
            add_test(NAME ${room}_dbtest@postgres COMMAND ${CMAKE_SOURCE_DIR}/scripts/with-postgres $<TARGET_FILE:${room}_dbtest>)
            set_tests_properties(${room}_dbtest@postgres PROPERTIES ENVIRONMENT "RTK_TEST_DB=postgres" LABELS postgres)
            # What a room says of its own files holds for its tests too.
            get_target_property(joined rtk_${room} UNITY_BUILD)
            if(joined)
                set_target_properties(${room}_dbtest PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
            endif()
        endif()
    endforeach()
endfunction()
set(RTK_ROOM_NAMES "" CACHE INTERNAL "")
option(RTK_UNITY "Compile several files as one: release, sanitizers and CI" OFF)
