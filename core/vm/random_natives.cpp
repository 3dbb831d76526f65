// The natives of packages math/rand, math/rand/v2 and log.
#include <iterator>

#include "core/vm/machine.h"

namespace hmaplab::vm {

namespace {

constexpr uint64_t kStart[] = {
#include "core/vm/random_table.inc"
};

}  // namespace

// func random() uint64
Machine::Flow Machine::rand_random(int32_t call) {
  set(call, goroutine_.random.next());
  return Flow::Next;
}

Machine::Flow Machine::rand_v2_random(int32_t call) { return rand_random(call); }

// func nanotime() int64, of package log
Machine::Flow Machine::log_nanotime(int32_t call) {
  set(call, world_.now_);
  return Flow::Next;
}

// func start(i int) uint64
Machine::Flow Machine::rand_start(int32_t call) {
  set(call, kStart[get<uint64_t>(call + 8) % std::size(kStart)]);
  return Flow::Next;
}

}  // namespace hmaplab::vm
