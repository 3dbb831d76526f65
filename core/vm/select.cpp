// select (runtime/select.go): one step looks at all cases. Which of several ready ones is taken is
// the schedule's choice; where none is, the goroutine queues on all channels at once, and whoever
// comes to one of them first decides.
#include <numeric>

#include "core/vm/channel.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::SelectCase;
using memory::Point;

namespace {

// A channel that a program spoilt counts as ready: taking it faults.
bool is_ready(const World& world, const SelectCase& one, Address address) {
  if (address == Address::Nil) return false;
  ChannelView channel(world, address, *one.element());
  return !channel.is_sound() || (one.sends ? channel.can_send() : channel.can_receive());
}

// Indices of the ready cases of the select before which the goroutine stands.
std::vector<uint32_t> ready_in(const World& world, const Goroutine& goroutine,
                               const bytecode::Select& select) {
  std::vector<uint32_t> ready;
  const std::byte* base = goroutine.stack.data() + goroutine.frames.back().base;
  for (uint32_t i = 0; i < select.cases.size(); ++i) {
    Address address;
    std::memcpy(&address, base + select.cases[i].channel, sizeof(address));
    if (is_ready(world, select.cases[i], address)) ready.push_back(i);
  }
  return ready;
}

}  // namespace

std::vector<uint32_t> World::ready_cases(schedule::Actor actor) const {
  if (schedule::is_drain(actor)) {
    const Goroutine* owner = goroutine(schedule::drained_by(actor));
    std::vector<uint32_t> words(owner ? owner->store_buffer.drainable(options_.memory).size() : 0);
    std::iota(words.begin(), words.end(), 0);
    return words;
  }
  const Goroutine* mover = goroutine(actor);
  if (end_ || !mover || mover->status != Status::Runnable || mover->frames.empty() ||
      mover->next != Point::select_choose || mover->dying != Dying::No)
    return {};
  const bytecode::Function& function = program_->function(mover->frames.back().function);
  const bytecode::Instruction& instruction = function.code[mover->frames.back().pc];
  if (instruction.op != bytecode::Op::Select) return {};
  const bytecode::Select& select = function.selects[static_cast<size_t>(instruction.c)];
  std::vector<uint32_t> clauses = ready_in(*this, *mover, select);
  for (uint32_t& clause : clauses) clause = select.cases[clause].clause;
  return clauses;
}

Machine::Flow Machine::select(const Instruction& i) {
  if (goroutine_.woken != Wake::None) return go_on_after_wait();
  const auto& selects = program().function(frame().function).selects;
  const bytecode::Select& select = selects[static_cast<size_t>(i.c)];
  const std::vector<uint32_t> ready = ready_in(world_, goroutine_, select);
  if (pages_ && ready.size() > 1) {  // somebody must choose
    goroutine_.next = Point::select_choose;
    return Flow::Stop;
  }
  if (!take_step(Point::select_choose)) return Flow::Stop;
  note_synchronisation();
  if (ready.empty()) {
    for (const SelectCase& one : select.cases) {
      auto channel = get<Address>(one.channel);
      if (one.sends && channel != Address::Nil) race_begin_send(channel);
    }
  }
  if (ready.empty() && select.default_clause < 0) return wait_on_cases(i, select);
  if (ready.empty()) {
    record_.meeting = Meeting::Default;
    record_.clause = select.default_clause;
    set<uint64_t>(i.a, static_cast<uint64_t>(select.default_clause));
    return Flow::Next;
  }
  uint32_t taken = ready.front();
  for (uint32_t one : ready) {
    if (select.cases[one].clause == record_.choice) taken = one;
  }
  INVARIANT(
      record_.choice == schedule::Move::kNoChoice || select.cases[taken].clause == record_.choice,
      "a choice of a case that is not ready");
  record_.choice = ready.size() > 1 ? select.cases[taken].clause : schedule::Move::kNoChoice;
  return take_case(i, select.cases[taken]);
}

Machine::Flow Machine::take_case(const Instruction& i, const SelectCase& taken) {
  const check::Type& element = *taken.element();
  auto address = get<Address>(taken.channel);
  record_.clause = static_cast<int32_t>(taken.clause);
  set<uint64_t>(i.a, taken.clause);
  note_channel(address, element, taken.sends ? base_ + taken.value : nullptr);
  Channel channel(world_, address, element);
  if (!channel.is_sound()) return fault(address);
  if (!taken.sends) return receive_now(channel, element, taken.value, taken.ok);
  race_begin_send(address);
  if (channel.is_closed()) return plain_error("send on closed channel");
  return send_now(channel, taken.value);
}

// Several cases on one channel queue there in random order, as in Go.
Machine::Flow Machine::wait_on_cases(const Instruction& i, const bytecode::Select& select) {
  std::vector<Waiter> waiters;
  for (const SelectCase& one : select.cases) {
    auto address = get<Address>(one.channel);
    if (address == Address::Nil) continue;
    waiters.push_back({.channel = address,
                       .sends = one.sends,
                       .value = on_stack(one.value),
                       .ok = on_stack(one.ok),
                       .chosen = on_stack(i.a),
                       .clause = one.clause});
    std::vector<size_t> same;
    for (size_t k = 0; k < waiters.size(); ++k) {
      if (waiters[k].channel == address && waiters[k].sends == one.sends) same.push_back(k);
    }
    if (same.size() < 2) continue;
    size_t other = same[goroutine_.random.below(same.size())];
    std::swap(waiters[other], waiters.back());
  }
  return wait_on_channels(select.cases.empty() ? Wait::SelectNoCases : Wait::Select,
                          std::move(waiters));
}

}  // namespace hmaplab::vm
