#include "core/vm/channel.h"

#include <cstring>

namespace hmaplab::vm {

using memory::ObjectKind;

bool ChannelView::is_sound() const {
  const memory::Object* object = world_.heap().find(address_);
  if (!object || object->kind != ObjectKind::Channel || object->begin != address_) return false;
  uint64_t most = capacity();
  if (count() > most) return false;
  if (most == 0) return true;
  if (load<uint64_t>(Hchan::kSendIndex) >= most || load<uint64_t>(Hchan::kReceiveIndex) >= most)
    return false;
  if (element_bytes() == 0) return true;
  return most <= (uint64_t{1} << 40) / element_bytes() &&
         world_.heap().contains(slot(0), most * element_bytes());
}

bool ChannelView::can_send() const {
  return is_closed() || count() < capacity() || first_in(false).has_value();
}

bool ChannelView::can_receive() const {
  return is_closed() || count() > 0 || first_in(true).has_value();
}

std::optional<ChannelView::Place> ChannelView::first_in(bool sends) const {
  if (load<Address>(sends ? Hchan::kSendQueue : Hchan::kReceiveQueue) == Address::Nil)
    return std::nullopt;
  std::optional<Place> first;
  uint32_t order = 0;
  const auto& goroutines = world_.goroutines();
  for (size_t i = 0; i < goroutines.size(); ++i) {
    const std::vector<Waiter>& waiters = goroutines[i]->waiters;
    for (size_t k = 0; k < waiters.size(); ++k) {
      const Waiter& waiter = waiters[k];
      if (waiter.channel != address_ || waiter.sends != sends) continue;
      if (first && waiter.order > order) continue;
      first = Place{i, k};
      order = waiter.order;
    }
  }
  return first;
}

std::optional<Granted> Channel::send(const std::byte* value) {
  if (auto receiver = first_in(false)) {
    share(value);
    return grant(*receiver, value, true);
  }
  writable_.heap_.write(slot(load<uint64_t>(Hchan::kSendIndex)), value, element_bytes());
  if (writable_.heap_.is_shared(address_)) share(value);
  advance(Hchan::kSendIndex);
  store(Hchan::kCount, count() + 1);
  return std::nullopt;
}

// With somebody waiting to send the buffer is full (or there is none): the head of the buffer is
// received and the sender's value takes its slot, which is the tail now.
std::optional<Granted> Channel::receive(std::byte* to, bool* received) {
  *received = true;
  auto sender = is_closed() ? std::nullopt : first_in(true);
  std::vector<std::byte> sent(sender ? element_bytes() : 0);
  if (sender) {
    const Goroutine& waiting = *world_.goroutines()[sender->goroutine];
    const std::byte* from = waiting.stack.data() + waiting.waiters[sender->waiter].value;
    std::copy(from, from + sent.size(), sent.begin());
    share(sent.data());
  }
  if (count() > 0) {
    Address head = slot(load<uint64_t>(Hchan::kReceiveIndex));
    if (to) world_.heap().read(head, to, element_bytes());
    std::vector<std::byte> next = sender ? sent : std::vector<std::byte>(element_bytes());
    writable_.heap_.write(head, next.data(), next.size());
    advance(Hchan::kReceiveIndex);
    if (sender) {
      store(Hchan::kSendIndex, load<uint64_t>(Hchan::kReceiveIndex));
    } else {
      store(Hchan::kCount, count() - 1);
    }
  } else if (sender) {
    if (to) std::memcpy(to, sent.data(), sent.size());
  } else {
    *received = false;
    if (to) std::memset(to, 0, element_bytes());
  }
  if (!sender) return std::nullopt;
  return grant(*sender, nullptr, true);
}

std::vector<Granted> Channel::close() {
  store<uint32_t>(Hchan::kClosed, 1);
  std::vector<Granted> all;
  for (bool sends : {false, true}) {
    while (auto waiting = first_in(sends)) {
      all.push_back(grant(*waiting, nullptr, false));
      if (sends) all.back().how = Wake::ClosedSend;
    }
  }
  return all;
}

void Channel::advance(uint64_t index_field) {
  uint64_t next = load<uint64_t>(index_field) + 1;
  store(index_field, next == capacity() ? 0 : next);
}

Granted Channel::grant(const Place& place, const std::byte* value, bool received) {
  Goroutine& partner = writable_.goroutines_.write(place.goroutine);
  const Waiter waiter = partner.waiters[place.waiter];
  std::byte* stack = partner.stack.data();
  if (!waiter.sends && waiter.value >= 0 && element_bytes() > 0) {
    if (value) {
      std::memcpy(stack + waiter.value, value, element_bytes());
    } else {
      std::memset(stack + waiter.value, 0, element_bytes());
    }
  }
  auto put = [stack](int32_t at, uint64_t word) {
    if (at >= 0) std::memcpy(stack + at, &word, sizeof(word));
  };
  put(waiter.ok, received ? 1 : 0);
  put(waiter.chosen, waiter.clause);
  writable_.leave_queues(partner);
  return {.goroutine = place.goroutine};
}

// What is sent can be reached by whoever receives it.
void Channel::share(const std::byte* value) {
  if (!element_.has_pointers()) return;
  for (uint64_t at = 0; at + 8 <= element_bytes(); at += 8) {
    Address word;
    std::memcpy(&word, value + at, sizeof(word));
    writable_.heap_.share(word);
  }
}

}  // namespace hmaplab::vm
