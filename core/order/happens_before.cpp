#include "core/order/happens_before.h"

#include <algorithm>

#include "core/base/invariant.h"
#include "core/base/random.h"

namespace hmaplab::order {

HappensBefore::HappensBefore(Strand first) { set_living(first, true); }

const HappensBefore::Member* HappensBefore::find(Strand strand) const {
  const Slot* slot = slots_.find(strand);
  return slot ? &members_[*slot] : nullptr;
}

// For writing; begins when it is new.
HappensBefore::Member& HappensBefore::member(Strand strand) {
  if (const Slot* slot = slots_.find(strand)) return members_.write(*slot);
  const auto slot = static_cast<Slot>(members_.size());
  slots_.write(strand) = slot;
  members_.push_back({.strand = strand, .clock = Clock(slot)});
  return members_.write(slot);
}

template <class Visit>
void HappensBefore::each_living(Visit&& visit) const {
  for (Slot slot = 0; slot < members_.size(); ++slot) {
    if (members_[slot].living) visit(members_[slot]);
  }
}

void HappensBefore::fork(Strand parent, Strand child) {
  Clock& from = clock_of(parent);
  const Clock known = from;
  from.tick();
  set_living(child, true);
  clock_of(child).join(known);
}

void HappensBefore::retire(Strand strand) {
  set_living(strand, false);
  clock_of(strand).forget_others();
}

bool HappensBefore::is_living(Strand strand) const {
  const Member* known = find(strand);
  return known && known->living;
}

void HappensBefore::set_living(Strand strand, bool lives) {
  Member& known = member(strand);
  if (known.living != lives) lives ? ++living_ : --living_;
  known.living = lives;
}

void HappensBefore::acquire(Strand strand, Sync sync) {
  if (const Released* known = released_.find(sync)) clock_of(strand).join(known->clock);
}

void HappensBefore::release(Strand strand, Sync sync) {
  Clock& clock = clock_of(strand);
  released(sync).clock = clock;
  clock.tick();
}

void HappensBefore::release_merge(Strand strand, Sync sync) {
  Clock& clock = clock_of(strand);
  Clock& merged = released(sync).clock;
  merged.disown();
  merged.join(clock);
  clock.tick();
}

void HappensBefore::exchange(Strand strand, Sync sync) {
  Clock& clock = clock_of(strand);
  Clock& slot = released(sync).clock;
  const Clock before = clock;
  clock.join(slot);
  slot = before;
  clock.tick();
}

void HappensBefore::carry(Sync from, Sync to) {
  if (const Released* known = released_.find(from)) {
    const Clock clock = known->clock;
    released(to).clock = clock;
  }
}

void HappensBefore::forget(Sync sync) { released_.erase(sync); }

void HappensBefore::meet(Strand a, Strand b) {
  const Clock of_a = clock_of(a);
  const Clock of_b = clock_of(b);
  clock_of(a).join(of_b);
  clock_of(a).tick();
  clock_of(b).join(of_a);
  clock_of(b).tick();
}

void HappensBefore::acquire_all(Strand strand) {
  set_living(strand, true);
  for (Slot slot = 0; slot < members_.size(); ++slot) {
    if (members_[slot].strand == strand) continue;
    const Clock known = members_[slot].clock;
    members_.write(slot).clock.tick();
    clock_of(strand).join(known);
  }
}

void HappensBefore::turn(Sync channel) { ++released(channel).turns; }

uint32_t HappensBefore::turns(Sync channel) const {
  const Released* known = released_.find(channel);
  return known ? known->turns : 0;
}

// Whoever acts from here on learnt of it: the living did, and others begin as their children.
bool HappensBefore::is_known_to_all(const Cell& cell) const {
  bool to_all = true;
  each_living(
      [&](const Member& member) { to_all = to_all && member.clock.covers(cell.slot, cell.epoch); });
  return to_all;
}

void HappensBefore::sweep_when_full() {
  if (table_.size() < sweep_at_) return;
  table_.sweep([&](const Cell& cell) { return is_known_to_all(cell); });
  sweep_at_ = std::max(kFewCells, 2 * table_.size());
}

size_t HappensBefore::access(const Access& access) {
  const Member* actor = find(access.strand);
  INVARIANT(actor != nullptr, "an access of a strand that has not begun");
  if (access.size == 0) return 0;
  size_t found = 0;
  sweep_when_full();
  table_.add(access, actor->clock, living_ == 1 && actor->living,
             [&](const Access& earlier) { found += note(earlier, access); });
  return found;
}

size_t HappensBefore::note(const Access& first, const Access& second) {
  auto same = [](const Access& a, const Access& b) {
    return a.function == b.function && a.line == b.line && a.kind == b.kind;
  };
  for (const Race& known : *races_) {
    if (same(known.first, first) && same(known.second, second)) return 0;
    if (same(known.first, second) && same(known.second, first)) return 0;
  }
  races_.write().push_back({first, second});
  return 1;
}

namespace {

// What the bytes [begin, end) add to the digest, word by word: so it does not matter in how many
// accesses they were touched.
base::Hash128 hash_words(uint64_t begin, uint64_t end, uint64_t content) {
  base::Hash128 sum;
  for (uint64_t word = begin & ~uint64_t{7}; word < end; word += 8) {
    const uint64_t from = std::max(begin, word) - word;
    const uint64_t to = std::min(end, word + 8) - word;
    const uint64_t mixed = base::mix64(content ^ base::mix64(word | from << 56 | to << 60));
    sum += {mixed, base::mix64(mixed + content)};
  }
  return sum;
}

}  // namespace

base::Hash128 HappensBefore::digest() const {
  base::Hash128 sum;
  std::vector<const Member*> living;
  each_living([&](const Member& member) {
    living.push_back(&member);
    const uint64_t number = base::mix64(member.strand.value ^ 0x6c697665);
    sum += {number, base::mix64(number)};
  });
  table_.each([&](uint64_t page, const Cell& cell) {
    uint64_t known_to = 0;
    bool to_all = true;
    for (const Member* member : living) {
      if (member->clock.covers(cell.slot, cell.epoch)) {
        known_to += base::mix64(member->strand.value ^ 0x6b6e6f77);
      } else {
        to_all = false;
      }
    }
    if (to_all) return;
    released_.each([&](const Sync& sync, const Released& released) {
      if (released.clock.covers(cell.slot, cell.epoch))
        known_to += base::mix64(base::bits(sync.address) ^ uint64_t{sync.part} << 48);
    });
    const uint64_t whose = members_[cell.slot].strand.value << 2;
    const uint64_t content =
        base::mix64(known_to ^ base::mix64(whose ^ static_cast<uint64_t>(cell.access.kind)));
    sum += hash_words(page + cell.begin, page + cell.end, content);
  });
  released_.each([&](const Sync& sync, const Released& released) {
    const uint64_t at = base::bits(sync.address);
    if (released.turns != 0) sum += hash_words(at, at + 8, released.turns);
  });
  return sum;
}

}  // namespace hmaplab::order
