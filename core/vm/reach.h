// Reach: which objects of the heap somebody can come to, by following pointers: a goroutine from its
// stack (live words only), its deferred calls and panics; the clock from its timers; the finalizer
// goroutine from finalizers and their objects; anybody from package variables. This is what the
// collector follows, asked for each of them alone.
//
// "Can come to" says what is possible, not what will be done: a goroutine that holds a channel may
// only ever read from it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/memory/address.h"
#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

// Of one World, which must outlive it. Each set is made when it is first asked for.
class Reach {
 public:
  // Pointers that are followed for one actor; a heap with more is not looked at to the end.
  static constexpr uint64_t kMostPointers = 200'000;

  explicit Reach(const World& world) : world_(world) {}

  // Whether the actor comes to the object that holds the address. kNobody stands for what package
  // variables lead to, and for these themselves.
  bool comes_to(schedule::Actor actor, memory::Address address);
  // False when what was asked so far was not looked at to the end: more may be reached.
  bool is_complete() const { return complete_; }

 private:
  using Objects = std::vector<memory::Address>;  // where they begin, sorted

  const Objects& of(schedule::Actor actor);
  Objects objects_from(std::vector<memory::Address> pointers);

  const World& world_;
  std::map<schedule::Actor, Objects> known_;
  bool complete_ = true;
};

}  // namespace hmaplab::vm
