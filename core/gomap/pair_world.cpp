#include "core/gomap/pair_world.h"

#include "core/base/invariant.h"

namespace hmaplab::gomap {
namespace {

using Pointer = PairMemory::Pointer;

constexpr uint64_t kNewKey = 42;

struct Before {
  int64_t hint = 0;
  uint64_t keys = 0;  // 2, 3, …
};
Before before(Situation situation) {
  switch (situation) {
    case Situation::New:
      return {0, 0};
    case Situation::One:
      return {0, 1};
    case Situation::Three:
      return {0, 3};
    case Situation::Full:
      return {0, 8};
    case Situation::Growing:
      return {26, 0};
    case Situation::Chain:
      return {13, 8};
  }
  return {};
}

// The key that goroutine `who` uses: 2 or 3 if present, 40 or 41 if new.
uint64_t key_of(const Pair& pair, int who) {
  const bool is_new = (who == 0 ? pair.first : pair.second) == PairOperation::SetNew;
  const bool differs = pair.keys == PairKeys::Other && pair.situation != Situation::One;
  const uint64_t offset = differs || (is_new && pair.keys == PairKeys::Other) ? 1 : 0;
  return (is_new ? kNewKey : 2) + (who == 0 ? 0 : offset);
}

template <class Operation>
Progress run_to_end(Operation& operation, PairMemory& memory) {
  Progress progress = Progress::AtPoint;
  while (progress == Progress::AtPoint) progress = operation.advance(memory);
  return progress;
}

std::string without_numbers(std::string text) {
  std::string plain;
  for (const char letter : text) {
    if (letter >= '0' && letter <= '9') {
      if (plain.empty() || plain.back() != 'N') plain += 'N';
    } else {
      plain += letter;
    }
  }
  return plain;
}

}  // namespace

MapType pair_type(Family family) {
  KeyTraits key{.size = 8, .compares_as_bytes = true};
  if (family == Family::Generic) key.size = 16;
  if (family == Family::FastString) {
    key = {.size = 16, .is_string = true, .contains_string = true, .has_pointers = true};
  }
  return make_map_type(1, key, {.size = 8});
}

PairWorld::PairWorld(const Pair& pair, const MapType* type) : type_(type) {
  if (pair.situation == Situation::Chain) memory_.place_keys_by(0);
  memory_.act(PairMemory::Setup);
  const auto [hint, keys] = before(pair.situation);
  auto make = MakeMap<Pointer>::of(type_, MakeVia::Hint, hint);
  run_to_end(make, memory_);
  hmap_ = make.hmap;
  for (uint64_t key = 2; key < 2 + keys; ++key) set(key);
  if (pair.situation == Situation::Growing) begin_growth();
  for (const int who : {0, 1}) begin(who, who == 0 ? pair.first : pair.second, key_of(pair, who));
}

void PairWorld::set(uint64_t key) {
  auto assign = Assign<Pointer>::of(type_, hmap_, key_frame(key));
  run_to_end(assign, memory_);
  memory_.store(assign.elem, Field<uint64_t>{0, "elem"}, 100 + key);
}

// Each of the four buckets gets an overflow bucket, and all its keys but one are deleted again:
// then a new key, 4, begins a growth to the same size, which leaves the old buckets 2 and 3 where
// keys 2 and 3 are.
void PairWorld::begin_growth() {
  for (uint64_t bucket = 0; bucket < 4; ++bucket) {
    set(bucket);
    for (uint64_t i = 1; i <= kBucketSlots; ++i) set(bucket + 64 * i);
    for (uint64_t i = 1; i <= kBucketSlots; ++i) {
      auto remove = Delete<Pointer>::of(type_, hmap_, key_frame(bucket + 64 * i));
      run_to_end(remove, memory_);
    }
  }
  set(4);
  const auto head = Inspector<PairMemory>{memory_, *type_, hmap_}.header();
  INVARIANT(head.growing() && head.nevacuate == 2, "the setup does not grow");
}

// A key in a caller's frame.
Pointer PairWorld::key_frame(uint64_t key) {
  const Pointer frame = memory_.allocate(Allocation::KeyObject, 16, *type_);
  if (type_->family != Family::FastString) {
    memory_.store(frame, Field<uint64_t>{0, "key"}, key);
    if (type_->key_size == 16) memory_.store(frame, Field<uint64_t>{8, "key"}, key);
    return frame;
  }
  const std::string text = "k" + std::to_string(key);
  const Pointer bytes = memory_.allocate(Allocation::KeyObject, text.size(), *type_);
  memory_.poke_bytes(bytes, text.data(), text.size());
  memory_.store(frame, StringHeader::data, bytes);
  memory_.store(frame, StringHeader::length, uint64_t{text.size()});
  return frame;
}

void PairWorld::begin(int who, PairOperation kind, uint64_t key) {
  Side& mine = side(who);
  mine.kind = kind;
  memory_.act(who == 0 ? PairMemory::First : PairMemory::Second);
  memory_.in_frame(true);
  const Pointer frame = key_frame(key);
  switch (kind) {
    case PairOperation::SetNew:
    case PairOperation::Set:
      mine.operation = Assign<Pointer>::of(type_, hmap_, frame);
      mine.elem = 1001 + static_cast<uint64_t>(who);
      break;
    case PairOperation::Delete:
      mine.operation = Delete<Pointer>::of(type_, hmap_, frame);
      break;
    case PairOperation::Get:
      mine.operation = Access<Pointer>::of(type_, hmap_, frame);
      break;
    case PairOperation::Next: {
      mine.iterator = memory_.allocate(Allocation::ElemObject, Hiter::kSize, *type_);
      memory_.act(PairMemory::Setup);
      auto init = IterateInit<Pointer>::of(type_, hmap_, mine.iterator);
      run_to_end(init, memory_);
      mine.operation = IterateNext<Pointer>::of(type_, mine.iterator);
      break;
    }
    case PairOperation::Clear:
      mine.operation = Clear<Pointer>::of(type_, hmap_);
      break;
    case PairOperation::Clone:
      mine.operation = Clone<Pointer>::of(type_, hmap_);
      break;
  }
  memory_.in_frame(false);
}

void PairWorld::start() {
  for (const int who : {0, 1}) {
    memory_.act(who == 0 ? PairMemory::First : PairMemory::Second);
    const Progress progress = std::visit(
        [&](auto& operation) { return operation.advance(memory_); }, side(who).operation);
    INVARIANT(progress == Progress::AtPoint, "an operation without any access");
    go_on_in_private(who);
  }
}

std::string PairWorld::step(int who) {
  const std::string death = access_once(who);
  if (death.empty()) go_on_in_private(who);
  return death;
}

// What the other cannot see needs no order: it belongs to the step before it.
void PairWorld::go_on_in_private(int who) {
  while (!is_done(who)) {
    PairWorld next = *this;
    if (!next.access_once(who).empty() || next.memory_.touched_shared()) return;
    *this = std::move(next);
  }
}

std::string PairWorld::access_once(int who) {
  Side& mine = side(who);
  memory_.act(who == 0 ? PairMemory::First : PairMemory::Second);
  if (mine.phase == Phase::Operation) {
    memory::Point last{};
    Failure failure{};
    const Progress progress = std::visit(
        [&](auto& operation) {
          last = operation.point;
          const Progress made = operation.advance(memory_);
          failure = operation.failure;
          return made;
        },
        mine.operation);
    if (memory_.faulted()) return "panic: nil dereference";
    if (progress == Progress::AtPoint) return "";
    if (progress != Progress::Done) {
      const std::string where{memory::name(last)};
      const bool at_exit = where.find("still_writing") != std::string::npos;
      return fmt::format("fatal: {}{}", text(failure), at_exit ? ", at exit" : "");
    }
    finish(mine);
    return "";
  }
  access(mine);
  return memory_.faulted() ? "panic: nil dereference" : "";
}

// The operation has returned: what does its caller still do?
void PairWorld::finish(Side& side) {
  side.phase = Phase::Done;
  if (const auto* assign = std::get_if<Assign<Pointer>>(&side.operation)) {
    side.place = assign->elem;
    side.phase = Phase::Elem;
  } else if (const auto* get = std::get_if<Access<Pointer>>(&side.operation)) {
    side.found = get->found;
    side.place = get->elem;
    if (get->found) side.phase = Phase::Elem;
  } else if (const auto* next = std::get_if<IterateNext<Pointer>>(&side.operation)) {
    side.found = next->key != Pointer{};
    side.place = next->elem;
    side.key_place = next->key;
    if (side.found) side.phase = Phase::Key;
  } else if (const auto* clone = std::get_if<Clone<Pointer>>(&side.operation)) {
    side.place = clone->hmap;
  }
}

void PairWorld::access(Side& side) {
  constexpr Field<uint64_t> kElem{0, "elem"};
  if (side.phase == Phase::Key) {
    side.key = memory_.key_number(*type_, side.key_place);
    side.phase = Phase::Elem;
    return;
  }
  const bool stores = side.kind == PairOperation::Set || side.kind == PairOperation::SetNew;
  if (stores) {
    memory_.store(side.place, kElem, side.elem);
  } else {
    side.elem = memory_.load(side.place, kElem);
  }
  side.phase = Phase::Done;
}

base::Hash128 PairWorld::hash() const {
  base::Hasher hasher;
  memory_.add_to(hasher);
  for (const Side& side : sides_) {
    hasher.add(static_cast<uint64_t>(side.phase) | uint64_t{side.found} << 8);
    hasher.add(side.elem);
    hasher.add(side.key);
    hasher.add(memory::bits(side.place));
    hasher.add(memory::bits(side.key_place));
    if (side.phase != Phase::Operation) continue;
    std::visit(
        [&](const auto& operation) {
          operation.visit([&](auto word) { hasher.add(static_cast<uint64_t>(word)); });
        },
        side.operation);
  }
  return hasher.finish();
}

std::map<uint64_t, std::vector<uint64_t>> PairWorld::entries_of(Pointer hmap) const {
  constexpr int kLongestChain = 100;
  std::map<uint64_t, std::vector<uint64_t>> entries;
  const Inspector<PairMemory> inspector{memory_, *type_, hmap};
  const auto head = inspector.header();
  const auto walk = [&](Pointer array, uint64_t length, bool is_old) {
    for (uint64_t i = 0; i < std::min<uint64_t>(length, 64); ++i) {
      Pointer bucket = inspector.bucket(array, i);
      if (is_old && is_evacuated(inspector.tophash(bucket, 0))) continue;
      for (int n = 0; bucket != Pointer{} && n < kLongestChain;
           bucket = inspector.next(bucket), ++n) {
        for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
          if (inspector.tophash(bucket, slot) < kMinTopHash) continue;
          entries[memory_.key_number(*type_, inspector.key_slot(bucket, slot))].push_back(
              memory_.peek(inspector.elem_slot(bucket, slot), Field<uint64_t>{0, "elem"}));
        }
      }
    }
  };
  walk(head.buckets, head.length(), false);
  walk(head.oldbuckets, head.old_length(), true);
  for (auto& [key, elems] : entries) std::sort(elems.begin(), elems.end());
  return entries;
}

PairView PairWorld::view() const {
  PairView view;
  view.entries = entries_of(hmap_);
  PairWorld quiet = *this;  // without the flag, which would hide all else
  quiet.memory_.act(PairMemory::Setup);
  const uint8_t flags = memory_.peek(hmap_, Hmap::flags);
  view.still_writing = (flags & kHashWriting) != 0;
  quiet.memory_.store(hmap_, Hmap::flags, static_cast<uint8_t>(flags & ~kHashWriting));
  view.count = memory_.peek(hmap_, Hmap::count);
  uint64_t used = 0;
  for (const auto& [key, elems] : view.entries) used += elems.size();
  quiet.memory_.store(hmap_, Hmap::count, static_cast<int64_t>(used));
  view.broken =
      without_numbers(Inspector<PairMemory>{quiet.memory_, *type_, hmap_}.check_invariants());
  for (const auto& [key, elems] : view.entries) {
    if (key == ~uint64_t{0}) continue;
    auto get = Access<Pointer>::of(type_, hmap_, quiet.key_frame(key));
    run_to_end(get, quiet.memory_);
    if (!get.found) view.unfound.insert(key);
  }
  for (const int who : {0, 1}) {
    const Side& mine = side(who);
    PairView::Answer& answer = view.answers[static_cast<size_t>(who)];
    if (mine.kind == PairOperation::Get || mine.kind == PairOperation::Next) {
      answer = {.found = mine.found, .key = mine.key, .elem = mine.elem};
    } else if (mine.kind == PairOperation::Clone) {
      answer.copy = entries_of(mine.place);
      answer.copy_count = memory_.peek(mine.place, Hmap::count);
    }
  }
  return view;
}

}  // namespace hmaplab::gomap
