// What a goroutine tells the race detector, as Go's runtime and package sync do it when a program
// was built with -race. With Options::races off none of this does anything.
#include "core/vm/channel.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

namespace {

// The parts of a channel that goroutines learn through.
constexpr uint32_t kClosePart = 1;
constexpr uint32_t kFirstSlot = 2;

order::Strand strand_of(schedule::Actor actor) { return order::Strand{actor.value}; }

// Slots take turns. In Go a value that is handed over directly on a buffered channel goes through
// the buffer as far as the race detector knows; so the slots have moved on by more than the
// buffer's own indices say. Slots of elements without bytes are all one.
order::Sync slot_of(const order::HappensBefore& order, const ChannelView& channel, uint64_t index) {
  const order::Sync whole{channel.address(), kClosePart};
  if (channel.has_empty_elements() || channel.capacity() == 0) return whole;
  const uint64_t slot = (index + order.turns(whole)) % channel.capacity();
  return {channel.address(), kFirstSlot + static_cast<uint32_t>(slot)};
}

// racenotify
void pass_through(order::HappensBefore& order, const ChannelView& channel, schedule::Actor who,
                  order::Sync slot) {
  if (!channel.has_empty_elements()) return order.exchange(strand_of(who), slot);
  order.acquire(strand_of(who), slot);
  order.release(strand_of(who), slot);
}

}  // namespace

void Machine::race_acquire(Address object, uint32_t part) {
  if (world_.order_) world_.order_->acquire(strand_of(goroutine_.actor), {object, part});
}

void Machine::race_release(Address object, uint32_t part) {
  if (world_.order_) world_.order_->release(strand_of(goroutine_.actor), {object, part});
}

void Machine::race_release_merge(Address object, uint32_t part) {
  if (world_.order_) world_.order_->release_merge(strand_of(goroutine_.actor), {object, part});
}

// What nobody else can reach is left out: it cannot race before its address reaches others, and if
// nothing orders that, its address itself has raced.
void Machine::race_access(order::AccessKind kind, Address address, uint64_t size,
                          order::Touched touched) {
  if (!world_.order_ || !is_visible(address)) return;
  world_.order_->access({.address = address,
                         .size = size,
                         .kind = kind,
                         .touched = touched,
                         .strand = strand_of(goroutine_.actor),
                         .step = world_.step_count_,
                         .function = record_.function,
                         .line = record_.line});
}

// The program's own accesses. Those inside the runtime and the locks are nobody's business.
void Machine::race_read(Address address, uint64_t size) {
  if (world_.order_ && !program().function(frame().function).is_unwatched)
    race_access(order::AccessKind::Read, address, size);
}

void Machine::race_write(Address address, uint64_t size) {
  if (world_.order_ && !program().function(frame().function).is_unwatched)
    race_access(order::AccessKind::Write, address, size);
}

// A whole operation on a map is one access, made when it begins: of the map's first byte, as in Go.
void Machine::race_map(Address map, order::AccessKind kind) {
  if (map != Address::Nil) race_access(kind, map, 1, order::Touched::Map);
}

// What package fmt reads of a value it reads in one go, on the way to the step that prints. A map
// is read through an iterator there; what the engine keeps in its buckets besides the elems nobody
// else touches.
void Machine::race_formatted(const std::vector<ReadBytes>& read) {
  if (!world_.order_) return;
  for (const ReadBytes& bytes : read) {
    const memory::Object* object = world_.heap_.find(bytes.address);
    if (!object || !object->shared) continue;
    const bool is_map = object->kind == memory::ObjectKind::Hmap;
    world_.order_->access({.address = is_map ? object->begin : bytes.address,
                           .size = is_map ? 1 : bytes.size,
                           .kind = order::AccessKind::Read,
                           .touched = is_map ? order::Touched::Map : order::Touched::Variable,
                           .strand = strand_of(goroutine_.actor),
                           .step = world_.step_count_,
                           .behind = true,
                           .function = goroutine_.frames.back().function,
                           .line = world_.line_of(goroutine_)});
  }
}

// A load acquires, a store releases, everything else does both; of the same word only.
void Machine::race_atomic(Address address, uint64_t size, Atomic how) {
  if (!world_.order_) return;
  const bool stores = how != Atomic::Load && how != Atomic::Failed;
  if (how != Atomic::Store) race_acquire(address);
  race_access(stores ? order::AccessKind::AtomicWrite : order::AccessKind::AtomicRead, address,
              size);
  if (how == Atomic::Store) race_release(address);
  if (how == Atomic::Both) race_release_merge(address);
}

// chansend reads, closechan writes the address of hchan.buf: closing must not race with sending.
void Machine::race_begin_send(Address channel) {
  race_access(order::AccessKind::Read, channel + Hchan::kBuffer, 1, order::Touched::Channel);
}

void Machine::race_closed(Address channel, const std::vector<Granted>& waited) {
  if (!world_.order_) return;
  race_access(order::AccessKind::Write, channel + Hchan::kBuffer, 1, order::Touched::Channel);
  race_release(channel, kClosePart);
  for (const Granted& one : waited)
    world_.order_->acquire(strand_of(world_.goroutines()[one.goroutine]->actor),
                           {channel, kClosePart});
}

void Machine::race_sent(const ChannelView& channel, uint64_t index,
                        const std::optional<Granted>& receiver) {
  if (!world_.order_) return;
  order::HappensBefore& order = *world_.order_;
  const order::Sync slot = slot_of(order, channel, index);
  if (!receiver) return pass_through(order, channel, goroutine_.actor, slot);
  const schedule::Actor partner = world_.goroutines()[receiver->goroutine]->actor;
  if (channel.capacity() == 0) return order.meet(strand_of(goroutine_.actor), strand_of(partner));
  pass_through(order, channel, goroutine_.actor, slot);
  pass_through(order, channel, partner, slot);
  if (!channel.has_empty_elements()) order.turn({channel.address(), kClosePart});
}

void Machine::race_received(const ChannelView& channel, uint64_t index, bool received,
                            const std::optional<Granted>& sender) {
  if (!world_.order_) return;
  order::HappensBefore& order = *world_.order_;
  if (!received) return race_acquire(channel.address(), kClosePart);
  const order::Sync slot = slot_of(order, channel, index);
  if (sender && channel.capacity() == 0) {
    const schedule::Actor partner = world_.goroutines()[sender->goroutine]->actor;
    return order.meet(strand_of(goroutine_.actor), strand_of(partner));
  }
  pass_through(order, channel, goroutine_.actor, slot);
  if (sender) pass_through(order, channel, world_.goroutines()[sender->goroutine]->actor, slot);
}

// The runtime sends the time for whoever started the timer.
void World::race_sent_time(const Timer& timer, const ChannelView& channel, uint64_t index,
                           const std::optional<Granted>& receiver) {
  if (!order_) return;
  const order::Sync start{timer.object};
  if (receiver) {
    order_->acquire(strand_of(goroutines()[receiver->goroutine]->actor), start);
  } else {
    order_->carry(start, slot_of(*order_, channel, index));
  }
}

void World::race_fork(schedule::Actor parent, schedule::Actor child) {
  if (order_) order_->fork(strand_of(parent), strand_of(child));
}

void World::race_retire(schedule::Actor actor) {
  if (order_) order_->retire(strand_of(actor));
}

// The finalizer goroutine takes up the next batch: it learns from everybody (racefingo).
void World::race_begin_batch() {
  const order::Strand finalizer = strand_of(schedule::kFinalizer);
  if (order_ && !order_->is_living(finalizer)) order_->acquire_all(finalizer);
}

}  // namespace hmaplab::vm
