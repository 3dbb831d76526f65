# cmake -DNM=nm -DOBJECT=direct_symbols.o -P direct_symbols.cmake: nothing that records accesses, stops at points or
# belongs to a World may be part of the direct map, not even as a function that is never called.
execute_process(COMMAND ${NM} --demangle ${OBJECT} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
foreach(function "try_emplace" "find" "erase" "clear" "begin" "reserve")
  if(NOT symbols MATCHES "hmaplab::gomap::Map<[^\n]*>::${function}[<(]")
    message(FATAL_ERROR "the object holds no Map::${function}: this test looks at the wrong thing")
  endif()
endforeach()
string(REGEX MATCHALL "[^\n]*(SimulatedMemory|WorldMemory|hmaplab::(vm|trace|session|schedule|order)::|hmaplab::memory::(name|sentence|operation|Heap))[^\n]*"
       recorders "${symbols}")
if(recorders)
  message(FATAL_ERROR "the direct map calls:\n${recorders}")
endif()
