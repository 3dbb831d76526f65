// The instructions on channels. One operation is one step: it is done at once, with a partner that
// waited, or the goroutine queues and whoever grants it does the rest.
#include "core/vm/channel.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::ObjectKind;
using memory::Point;

namespace {

constexpr uint64_t kMostBytes = uint64_t{1} << 48;  // Go's maxAlloc

const check::ChannelType& channel_type(const bytecode::Program& program, int32_t id) {
  return *check::as<check::ChannelType>(program.type(static_cast<uint32_t>(id)));
}

}  // namespace

// Go's makechan: elements without pointers lie behind the hchan in the same object.
Machine::Flow Machine::make_channel(const Instruction& i) {
  const check::ChannelType& type = channel_type(program(), i.d);
  const check::Type& element = *type.element();
  auto capacity = get<int64_t>(i.b);
  auto wanted = static_cast<uint64_t>(capacity);
  bool fits = element.size() == 0 || wanted <= (kMostBytes - Hchan::kSize) / element.size();
  if (capacity < 0 || !fits) return plain_error("makechan: size out of range");
  uint64_t bytes = wanted * element.size();
  bool apart = bytes > 0 && element.has_pointers();
  Address channel = allocate({.size = Hchan::kSize + (apart ? 0 : bytes),
                              .tag = type.id(),
                              .name = i.name,
                              .kind = ObjectKind::Channel,
                              .has_pointers = apart});
  if (channel == Address::Nil) return Flow::Stop;
  Address buffer = channel + (bytes == 0 ? Hchan::kBuffer : Hchan::kSize);
  if (apart) {
    buffer = allocate(
        {.size = bytes, .tag = type.id(), .owner = channel, .kind = ObjectKind::ChannelBuffer});
    if (buffer == Address::Nil) return Flow::Stop;
  }
  world_.heap_.store(channel + Hchan::kCapacity, wanted);
  world_.heap_.store(channel + Hchan::kBuffer, buffer);
  world_.heap_.store(channel + Hchan::kElemSize, static_cast<uint16_t>(element.size()));
  world_.heap_.store(channel + Hchan::kElemType, bytecode::Program::type_address(&element));
  set(i.a, channel);
  return Flow::Next;
}

Machine::Flow Machine::channel_operation(const Instruction& i) {
  if (goroutine_.woken != Wake::None) return go_on_after_wait();
  switch (i.op) {
    case Op::ChanSend:
      return send(i);
    case Op::ChanReceive:
      return receive(i);
    case Op::ChanClose:
      return close(i);
    default:
      break;
  }
  auto address = get<Address>(i.b);
  uint64_t value = 0;
  if (i.op == Op::ChanLength && !take_step(Point::chan_length)) return Flow::Stop;
  if (address != Address::Nil) {
    if (!reader_.read(address + (i.op == Op::ChanLength ? Hchan::kCount : Hchan::kCapacity), &value,
                      sizeof(value)))
      return fault(address);
    if (reader_.load<Address>(address + Hchan::kTimer) != Address::Nil)
      value = 0;  // channels of timers look unbuffered
  }
  if (i.op == Op::ChanLength) {
    note_synchronisation();
    note_word(AccessKind::None, address, "", value, 0);
  }
  set(i.a, value);
  return Flow::Next;
}

Machine::Flow Machine::send(const Instruction& i) {
  const check::Type& element = *channel_type(program(), i.d).element();
  auto address = get<Address>(i.a);
  if (!take_step(Point::chan_send)) return Flow::Stop;
  note_channel(address, element, base_ + i.b);
  if (address == Address::Nil) return wait_on_channels(Wait::ChanSendNil, {});
  Channel channel(world_, address, element);
  if (!channel.is_sound()) return fault(address);
  race_begin_send(address);
  if (channel.is_closed()) return plain_error("send on closed channel");
  if (!channel.can_send()) {
    return wait_on_channels(Wait::ChanSend,
                            {{.channel = address, .sends = true, .value = on_stack(i.b)}});
  }
  return send_now(channel, i.b);
}

Machine::Flow Machine::receive(const Instruction& i) {
  const check::Type& element = *channel_type(program(), i.d).element();
  auto address = get<Address>(i.b);
  if (!take_step(Point::chan_receive)) return Flow::Stop;
  note_channel(address, element, nullptr);
  if (address == Address::Nil) return wait_on_channels(Wait::ChanReceiveNil, {});
  Channel channel(world_, address, element);
  if (!channel.is_sound()) return fault(address);
  if (!channel.can_receive()) {
    return wait_on_channels(Wait::ChanReceive,
                            {{.channel = address, .value = on_stack(i.a), .ok = on_stack(i.c)}});
  }
  return receive_now(channel, element, i.a, i.c);
}

Machine::Flow Machine::send_now(Channel& channel, int32_t value) {
  const uint64_t index = channel.send_index();
  auto partner = channel.send(base_ + value);
  race_sent(channel, index, partner);
  return go_on_with(partner);
}

// The results go to `to` and `ok` of this frame; -1: nobody wants them.
Machine::Flow Machine::receive_now(Channel& channel, const check::Type& element, int32_t to,
                                   int32_t ok) {
  std::vector<std::byte> value(element.size());
  bool received = false;
  const uint64_t index = channel.receive_index();
  auto partner = channel.receive(value.data(), &received);
  race_received(channel, index, received, partner);
  if (to >= 0) std::copy(value.begin(), value.end(), base_ + to);
  if (ok >= 0) set<uint64_t>(ok, received);
  if (received) {
    note_channel(channel.address(), element, value.data());
  } else {
    record_.meeting = Meeting::Closed;
  }
  return go_on_with(partner);
}

Machine::Flow Machine::close(const Instruction& i) {
  auto address = get<Address>(i.a);
  if (!take_step(Point::chan_close)) return Flow::Stop;
  note_synchronisation();
  record_.object = address;
  record_.address = address;
  if (address == Address::Nil) return plain_error("close of nil channel");
  const memory::Object* object = world_.heap_.find(address);
  if (!object || object->kind != ObjectKind::Channel) return fault(address);
  const check::Type& element =
      *channel_type(program(), static_cast<int32_t>(object->tag)).element();
  Channel channel(world_, address, element);
  if (!channel.is_sound()) return fault(address);
  if (channel.is_closed()) return plain_error("close of closed channel");
  std::vector<Granted> all = channel.close();
  race_closed(address, all);
  ++frame().pc;
  for (const Granted& one : all) world_.wake(world_.goroutines_.write(one.goroutine), one.how);
  return Flow::Stay;
}

// The step is done; whoever waited for it goes on, too.
Machine::Flow Machine::go_on_with(const std::optional<Granted>& partner) {
  if (record_.meeting == Meeting::None) record_.meeting = Meeting::Buffered;
  if (!partner) return Flow::Next;
  Goroutine& waited = world_.goroutines_.write(partner->goroutine);
  record_.meeting = Meeting::Met;
  record_.partner = waited.actor;
  ++frame().pc;  // this goroutine has done its part before the other goes on
  world_.wake(waited, partner->how);
  return Flow::Stay;
}

Machine::Flow Machine::wait_on_channels(Wait why, std::vector<Waiter> waiters) {
  record_.meeting = Meeting::Waits;
  world_.goroutines_.set_status(goroutine_, Status::Blocked);
  goroutine_.wait = why;
  world_.join_queues(goroutine_, std::move(waiters));
  return Flow::Stop;
}

Machine::Flow Machine::go_on_after_wait() {
  bool closed = std::exchange(goroutine_.woken, Wake::None) == Wake::ClosedSend;
  return closed ? plain_error("send on closed channel") : Flow::Next;
}

// For a send `value` is what is sent, for a receive what came.
void Machine::note_channel(Address channel, const check::Type& element, const std::byte* value) {
  note_synchronisation();
  record_.object = channel;
  record_.address = channel;
  if (!value) return;
  record_.form = ValueForm::Typed;
  record_.type = element.id();
  record_.new_value.size = static_cast<uint32_t>(element.size());
  std::copy(value, value + std::min<uint64_t>(element.size(), record_.new_value.data.size()),
            record_.new_value.data.begin());
}

}  // namespace hmaplab::vm
