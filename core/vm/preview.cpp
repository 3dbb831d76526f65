// Looking one step ahead: what an actor is about to do.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using schedule::Actor;

namespace {

// What a Load or Store that stands at its step is about to touch.
Address address_of(const bytecode::Instruction& i, const Goroutine& goroutine) {
  const int32_t pointer = i.op == Op::Load ? i.b : i.a;
  Address base;
  std::memcpy(&base, goroutine.stack.data() + goroutine.frames.back().base + pointer, sizeof base);
  return base + static_cast<uint64_t>(i.c);
}

}  // namespace

Step World::preview(schedule::Move move) const {
  World ahead = *this;
  return ahead.step(move);
}

bool World::next_is_visible(Actor actor) const {
  const Goroutine* goroutine = this->goroutine(actor);
  if (!goroutine || goroutine->frames.empty()) return true;
  if (goroutine->next == memory::Point::runtime_spin) return false;
  if (!memory::is_access(goroutine->next)) return true;
  const Frame& top = goroutine->frames.back();
  const bytecode::Instruction& next = program_->function(top.function).code[top.pc];
  if (next.op == Op::Load || next.op == Op::Store)
    return heap_.is_shared(address_of(next, *goroutine));
  return preview(actor).visible;
}

}  // namespace hmaplab::vm
