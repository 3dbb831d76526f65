// Access: one read or write of bytes as the race detector sees it, and Race: two of them that
// nothing orders.
#pragma once

#include <cstdint>

#include "core/base/address.h"
#include "core/order/clock.h"

namespace hmaplab::order {

enum class AccessKind : uint8_t {
  Read,
  Write,
  AtomicRead,  // of package sync/atomic: races with plain accesses only
  AtomicWrite,
};

constexpr bool is_write(AccessKind kind) {
  return kind == AccessKind::Write || kind == AccessKind::AtomicWrite;
}
constexpr bool is_atomic(AccessKind kind) {
  return kind == AccessKind::AtomicRead || kind == AccessKind::AtomicWrite;
}
// Whether two accesses of the same bytes must be ordered.
constexpr bool conflict(AccessKind a, AccessKind b) {
  return (is_write(a) || is_write(b)) && !(is_atomic(a) && is_atomic(b));
}
// Whether all that conflicts with `older` conflicts with `newer`, too: then the newer one stands
// for both.
constexpr bool stands_for(AccessKind newer, AccessKind older) {
  if (is_atomic(newer) && !is_atomic(older)) return false;
  return is_write(newer) || !is_write(older);
}

// What was touched, as a person would call it.
enum class Touched : uint8_t {
  Variable,   // bytes of the program: variables, elements of slices, elems of maps
  Map,        // the whole map, by an operation on it: its first byte
  Channel,    // a channel, by sending or closing
  WaitGroup,  // a WaitGroup whose first Add is not ordered with Wait
};

struct Access {
  base::Address address = base::Address::Nil;
  uint64_t size = 0;  // bytes
  AccessKind kind = AccessKind::Read;
  Touched touched = Touched::Variable;
  Strand strand;
  uint64_t step = 0;      // the number of its step, from 1
  bool behind = false;    // it was made behind that step, on the way to the next one
  uint32_t function = 0;  // where it stands in the program …
  uint32_t line = 0;      // … and the line (0: none)
};

// `first` was made before `second`, but nothing that Go guarantees orders them.
struct Race {
  Access first;
  Access second;
};

}  // namespace hmaplab::order
