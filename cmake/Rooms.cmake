# One line a room, lowest floor first; each says in its own CMakeLists.txt what it stands on.
set(RTK_ROOMS
    # base
    base identifiers calendar
    # mechanism
    secrets db language html assets http charts documents tables operations sheets jobs
    # kernel
    audit territory workflow screens identity evidence ledger rules
    # money side
    programme planning payout spending reporting
    # market side
    enterprise turnover training followup ladder
    # shown
    insight portal
    # top
    simulation app)

foreach(room IN LISTS RTK_ROOMS)
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/${room}/CMakeLists.txt)
        add_subdirectory(src/${room})
    endif()
endforeach()
rtk_finish()
