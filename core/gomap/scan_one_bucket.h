// ScanOneBucket: how mapaccess_faststr searches a table of one bucket without hashing.
//   key below 32 bytes   compares the bytes of every key of the same length
//   longer key           compares first and last four bytes; one candidate is compared in full,
//   with two
//                        candidates the scan gives up: `undecided`, and the caller hashes after all
#pragma once

#include "core/gomap/layout.h"
#include "core/gomap/resumable.h"

namespace hmaplab::gomap {

template <class Pointer>
struct ScanOneBucket : Resumable {
  static constexpr uint64_t kShortKey = 32;
  static constexpr uint8_t kNone = kBucketSlots;

  const MapType* type = nullptr;
  Pointer key{};
  Pointer bucket{};
  uint8_t slot = 0;
  uint8_t candidate = kNone;
  bool same_length = false;
  bool found = false;
  bool undecided = false;

  void start(const MapType* map_type, Pointer wanted, Pointer only_bucket) {
    *this = {};
    type = map_type;
    key = wanted;
    bucket = only_bucket;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(key);
    field(bucket);
    field(uint64_t{slot} | uint64_t{candidate} << 8 | uint64_t{same_length} << 16);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    for (slot = 0; slot < kBucketSlots; ++slot) {
      STEP(mapaccess, load_key_length);
      same_length = memory.load(bucket, Bucket::key_length(map_type, slot)) ==
                    memory.argument(key, StringHeader::length);
      STEP(mapaccess, load_tophash);
      if (const uint8_t seen = memory.load(bucket, Bucket::tophash(slot));
          !same_length || is_empty(seen)) {
        if (seen == kEmptyRest) break;
        continue;
      }
      STEP(mapaccess, load_key_data);
      switch (judge(memory, load_data(memory))) {
        case Verdict::Same:
          found = true;
          return done();
        case Verdict::Other:
          break;
        case Verdict::Perhaps:
          if (candidate != kNone) {
            undecided = true;
            return done();
          }
          candidate = slot;
          break;
      }
    }
    if (candidate != kNone) {
      slot = candidate;
      STEP(mapaccess, load_candidate_data);
      found = equal(memory, load_data(memory), 0, memory.argument(key, StringHeader::length));
    }
    END_STEPS();
  }

 private:
  enum class Verdict : uint8_t { Same, Other, Perhaps };

  template <class Memory>
  Pointer load_data(Memory& memory) const {
    return memory.load(bucket, Bucket::key<memory::Pointer>(memory.known_type(*type), slot));
  }
  template <class Memory>
  bool equal(Memory& memory, Pointer theirs, uint64_t from, uint64_t size) const {
    return memory.equal_bytes(memory.argument(key, StringHeader::data) + from, theirs + from, size);
  }
  template <class Memory>
  Verdict judge(Memory& memory, Pointer theirs) const {
    const uint64_t length = memory.argument(key, StringHeader::length);
    if (theirs == memory.argument(key, StringHeader::data)) return Verdict::Same;
    if (length < kShortKey)
      return equal(memory, theirs, 0, length) ? Verdict::Same : Verdict::Other;
    if (!equal(memory, theirs, 0, 4)) return Verdict::Other;
    return equal(memory, theirs, length - 4, 4) ? Verdict::Perhaps : Verdict::Other;
  }
};

}  // namespace hmaplab::gomap
