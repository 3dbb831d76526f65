// A timer of a World: something that the clock has still to do. They are kept in the order in which
// it will do it: by time, and those of equal time in the order in which they were started or reset.
// A step of the clock does the first of them and nothing else, so that between two of equal time
// everybody else can move, as in Go.
//
//   kind      belongs to           goes off as
//   Sleep     a goroutine          that goroutine goes on
//   Channel   a Timer or Ticker    the time goes into its channel, if there is room
//   Function  a Timer              a new goroutine calls the function
#pragma once

#include <cstdint>

#include "core/memory/address.h"
#include "core/schedule/actor.h"

namespace hmaplab::vm {

struct Timer {
  enum class Kind : uint8_t { Sleep, Channel, Function };
  Kind kind = Kind::Sleep;
  int64_t when = 0;                               // ns on the World's clock
  int64_t period = 0;                             // ns between ticks; 0: it goes off once
  schedule::Actor actor = schedule::kNobody;      // who sleeps, or who will call the function
  memory::Address object = memory::Address::Nil;  // the time.Timer or time.Ticker
  memory::Address target = memory::Address::Nil;  // the channel, or the function value
};

// What the clock shows `now` nanoseconds after the start.
struct ClockReading {
  int64_t seconds = 0;      // since the first of January of year 1
  int64_t nanoseconds = 0;  // in that second
  int64_t monotonic = 0;    // since the program began, never 0
};
ClockReading clock_reading(int64_t now);

// What lies where in a time.Timer or time.Ticker as core/golib/time/sleep.go makes them.
struct TimerLayout {
  static constexpr uint64_t kChannel = 0;
  static constexpr uint64_t kRun = 16;  // the function in whose name goroutines are created
  static constexpr uint64_t kFunction = 24;
  static constexpr uint64_t kSize = 32;
};

}  // namespace hmaplab::vm
