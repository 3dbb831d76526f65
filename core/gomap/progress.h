// How an operation on a map goes on and how it can end. Progress is what advance() answers; Failure
// says why an operation ended badly, with Go's own text.
//   fatal, throw   the process dies with "fatal error: " + text; no defer runs, no recover sees it,
//   exit status 2 panic          a Go panic: deferred functions run, recover works
#pragma once

#include <cstdint>
#include <string_view>

namespace hmaplab::gomap {

enum class Progress : uint8_t {
  AtPoint,  // stopped before the access named by the operation's `point`; advance() again performs
            // it
  Done,     // the operation has returned; its results are valid
  Fatal,    // runtime.fatal: the program's fault
  Throw,    // runtime.throw: the runtime found its own state broken
  Panic,    // a run-time error
};

enum class Failure : uint8_t {
  None,
  ConcurrentMapWrites,
  ConcurrentMapReadAndMapWrite,
  ConcurrentMapIterationAndMapWrite,
  ConcurrentMapCloneAndMapWrite,
  BadMapState,
  OldoverflowIsNotNil,
  AssignmentToEntryInNilMap,
  UnhashableType,    // text is completed with the name of the type `offender`
  UncomparableType,  // likewise; only torn interface keys can lead here
};

// Fatal, Throw or Panic; Done for Failure::None.
constexpr Progress severity(Failure failure) {
  switch (failure) {
    case Failure::None:
      return Progress::Done;
    case Failure::ConcurrentMapWrites:
    case Failure::ConcurrentMapReadAndMapWrite:
    case Failure::ConcurrentMapIterationAndMapWrite:
    case Failure::ConcurrentMapCloneAndMapWrite:
      return Progress::Fatal;
    case Failure::BadMapState:
    case Failure::OldoverflowIsNotNil:
      return Progress::Throw;
    case Failure::AssignmentToEntryInNilMap:
    case Failure::UnhashableType:
    case Failure::UncomparableType:
      return Progress::Panic;
  }
  return Progress::Done;
}

// Go's text, without "fatal error: " or "panic: ".
constexpr std::string_view text(Failure failure) {
  switch (failure) {
    case Failure::None:
      return "";
    case Failure::ConcurrentMapWrites:
      return "concurrent map writes";
    case Failure::ConcurrentMapReadAndMapWrite:
      return "concurrent map read and map write";
    case Failure::ConcurrentMapIterationAndMapWrite:
      return "concurrent map iteration and map write";
    case Failure::ConcurrentMapCloneAndMapWrite:
      return "concurrent map clone and map write";
    case Failure::BadMapState:
      return "bad map state";
    case Failure::OldoverflowIsNotNil:
      return "oldoverflow is not nil";
    case Failure::AssignmentToEntryInNilMap:
      return "assignment to entry in nil map";
    case Failure::UnhashableType:
      return "runtime error: hash of unhashable type ";
    case Failure::UncomparableType:
      return "runtime error: comparing uncomparable type ";
  }
  return "";
}

}  // namespace hmaplab::gomap
