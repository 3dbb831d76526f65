#include "core/order/clock.h"

#include <algorithm>

namespace hmaplab::order {

void Clock::know(Slot slot, uint32_t epoch) {
  if (slot == own_ || epoch == 0) return;  // nobody knows more of a strand than it does itself
  if (slot >= known_.size()) known_.resize(slot + size_t{1});
  known_[slot] = std::max(known_[slot], epoch);
}

void Clock::join(const Clock& other) {
  for (Slot slot = 0; slot < other.known_.size(); ++slot) {
    if (slot != other.own_) know(slot, other.known_[slot]);
  }
  if (other.own_ != kNoSlot) know(other.own_, other.epoch_);
}

void Clock::disown() {
  if (own_ == kNoSlot) return;
  const Slot slot = own_;
  own_ = kNoSlot;
  know(slot, epoch_);
  epoch_ = 0;
}

}  // namespace hmaplab::order
