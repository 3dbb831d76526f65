// Collection: what carries out one step of the collector in one World. Mark and sweep with the world
// stopped: Go marks while the program runs, which nobody who is inside it can tell apart.
//
//   gc/roots   everybody stops; what variables, stacks and finalizers lead to is marked
//   gc/mark    a marked object: what it points to is marked too
//   gc/free    an object that nobody reached: freed, or
//   gc/queue   kept for its finalizer, which is queued
//
// One step looks at one object while there are few, at a 128th of them where there are many; with
// CollectorSteps::Whole a collection is one step.
#pragma once

#include <string>

#include "core/vm/collector.h"
#include "core/vm/step.h"

namespace hmaplab::vm {

class World;

class Collection {
 public:
  Collection(World& world, Step& record);

  // The step that the lane stands before.
  static memory::Point next_point(const World& world);
  void step();

 private:
  struct Reference {
    Address object = Address::Nil;  // that holds the pointer; Nil: not in an object
    uint64_t offset = 0;
  };

  void begin();
  void mark_some();
  void sweep_some();
  // Goes on to the next phase when this one has nothing left.
  void settle();
  void finish();
  bool find_unreached();

  void mark(ObjectPlace place);
  void reach(Address pointer, Reference from);
  void scan(const memory::Object& object);
  void queue_finalizers(const memory::Object& object, size_t first, size_t count);
  void bad_pointer(const memory::Object& freed, Address pointer, Reference from);

  World& world_;
  Collector& state_;
  memory::Heap& heap_;
  Step& record_;
  Address scanned_begin_ = Address::Nil;  // the object whose pointers are looked at
  uint64_t scanned_bytes_ = 0;
};

}  // namespace hmaplab::vm
