// Channel: an hchan in a World's heap, with Go's layout and Go's rules (runtime/chan.go). Who waits
// is not in the heap: each blocked goroutine has its places in queues (vm::Waiter). The words of
// recvq and sendq only say who is first and last, as numbers that look like Go's pointers to
// sudogs.
//
//   0 qcount  8 dataqsiz  16 buf  24 elemsize  28 closed  32 timer  40 elemtype
//   48 sendx  56 recvx  64 recvq first, last  80 sendq first, last  96 lock  104 elements without
//   pointers …
//
// An operation here is what one step does: it moves the value, takes the partner out of its queues
// and fills in its results. The partner goes on by World::wake, which the caller does last.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/check/types.h"
#include "core/vm/goroutine.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

struct Hchan {
  static constexpr uint64_t kCount = 0;
  static constexpr uint64_t kCapacity = 8;
  static constexpr uint64_t kBuffer = 16;
  static constexpr uint64_t kElemSize = 24;
  static constexpr uint64_t kClosed = 28;
  static constexpr uint64_t kTimer = 32;
  static constexpr uint64_t kElemType = 40;
  static constexpr uint64_t kSendIndex = 48;
  static constexpr uint64_t kReceiveIndex = 56;
  static constexpr uint64_t kReceiveQueue = 64;
  static constexpr uint64_t kSendQueue = 80;
  static constexpr uint64_t kSize = 104;
};

// Who was waiting and can go on now.
struct Granted {
  size_t goroutine = 0;  // among World::goroutines()
  Wake how = Wake::Granted;
};

// For looking.
class ChannelView {
 public:
  ChannelView(const World& world, Address address, const check::Type& element)
      : world_(world), address_(address), element_(element) {}

  Address address() const { return address_; }
  // Whether an hchan lies there whose fields fit each other. A program can spoil it through unsafe;
  // nothing else below may be asked then.
  bool is_sound() const;
  uint64_t count() const { return load<uint64_t>(Hchan::kCount); }
  uint64_t capacity() const { return load<uint64_t>(Hchan::kCapacity); }
  // Whether its elements have no bytes, as those of chan struct{}.
  bool has_empty_elements() const { return element_.size() == 0; }
  // Which slot the next value is sent to, and received from.
  uint64_t send_index() const { return load<uint64_t>(Hchan::kSendIndex); }
  uint64_t receive_index() const { return load<uint64_t>(Hchan::kReceiveIndex); }
  bool is_closed() const { return load<uint32_t>(Hchan::kClosed) != 0; }
  // Whether the operation would not wait. A send on a closed channel does not: it panics.
  bool can_send() const;
  bool can_receive() const;

 protected:
  // A waiter: a goroutine and one of its places in queues.
  struct Place {
    size_t goroutine = 0;
    size_t waiter = 0;
  };
  template <class T>
  T load(uint64_t offset) const {
    return world_.heap().load<T>(address_ + offset);
  }
  std::optional<Place> first_in(bool sends) const;
  uint64_t element_bytes() const { return element_.size(); }
  Address slot(uint64_t index) const {
    return load<Address>(Hchan::kBuffer) + index * element_.size();
  }

  const World& world_;
  Address address_;
  const check::Type& element_;
};

class Channel : public ChannelView {
 public:
  Channel(World& world, Address address, const check::Type& element)
      : ChannelView(world, address, element), writable_(world) {}

  // Needs can_send() and that it is open. `value` has the element's bytes.
  std::optional<Granted> send(const std::byte* value);
  // Needs can_receive(). `to` may be nullptr; `*received` is false when it is closed and empty.
  std::optional<Granted> receive(std::byte* to, bool* received);
  // Needs that it is open. All who wait on it, receivers first.
  std::vector<Granted> close();

 private:
  template <class T>
  void store(uint64_t offset, T value) {
    writable_.heap_.store(address_ + offset, value);
  }
  void advance(uint64_t index_field);
  // Fills in the results of a waiter and takes its goroutine out of all queues. nullptr: zero.
  Granted grant(const Place& place, const std::byte* value, bool received);
  void share(const std::byte* value);

  World& writable_;
};

}  // namespace hmaplab::vm
