// StateText: the state of a map as vector files write it (README 1.3 to 1.5): header, one text a
// bucket, digest. StateWriter takes it from a map in any memory.
//
//   "2f0d000000000000 0:0=0 1:1=1|p0,…"    tophash bytes, slot:key=elem, then the overflow buckets
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/gomap/conform_keys.h"
#include "core/gomap/inspect.h"

namespace hmaplab::gomap {

// Wide enough for whatever a file may say.
struct StateHeader {
  int64_t count = 0;
  int64_t flags = 0;
  int64_t B = 0;
  int64_t noverflow = 0;
  int64_t nevacuate = 0;
  uint64_t hash0 = 0;
  int64_t spare_total = 0;
  int64_t spare_left = 0;
  bool growing = false;
  bool lazy = false;  // no buckets yet

  friend bool operator==(const StateHeader&, const StateHeader&) = default;
};

struct StateText {
  StateHeader header;
  uint64_t length = 0;  // of the current array
  uint64_t old_length = 0;
  std::map<uint64_t, std::string> buckets;      // those that are not "."
  std::map<uint64_t, std::string> old_buckets;  // those that are not "U,."

  const std::string& bucket(uint64_t index) const;
  const std::string& old_bucket(uint64_t index) const;
  uint64_t digest() const;
};

// For people: header, buckets, chains; "!" where `other` has something else. Of big tables what
// differs and a few dozen more.
std::string draw(const StateText& state, const StateText& other);

uint64_t fnv1a(std::string_view line);

// Writes the state of one map.
template <class Memory>
class StateWriter {
 public:
  using Pointer = typename Memory::Pointer;

  StateWriter(const Memory& memory, const MapType& type, TokenMapType tokens, Pointer hmap)
      : memory_(memory), type_(type), tokens_(tokens), inspector_(memory, type, hmap) {}

  StateHeader header() const {
    const auto head = inspector_.header();
    return {.count = head.count,
            .flags = head.flags,
            .B = head.B,
            .noverflow = head.noverflow,
            .nevacuate = static_cast<int64_t>(head.nevacuate),
            .hash0 = head.hash0,
            .spare_total = static_cast<int64_t>(inspector_.spare_total()),
            .spare_left = static_cast<int64_t>(inspector_.spare_left()),
            .growing = head.growing(),
            .lazy = head.buckets == Pointer{}};
  }
  StateText write() const {
    const auto head = inspector_.header();
    StateText state;
    state.header = header();
    state.length = head.length();
    for (uint64_t i = 0; i < state.length; ++i) {
      std::string text = chain(head.buckets, i, head.B);
      if (text != ".") state.buckets.emplace_hint(state.buckets.end(), i, std::move(text));
    }
    state.old_length = head.old_length();
    const int old_B = (head.flags & kSameSizeGrow) != 0 ? head.B : head.B - 1;
    for (uint64_t i = 0; i < state.old_length; ++i) {
      const Pointer first = inspector_.bucket(head.oldbuckets, i);
      std::string text = is_evacuated(inspector_.tophash(first, 0)) ? "E," : "U,";
      text += chain(head.oldbuckets, i, static_cast<uint8_t>(old_B));
      if (text != "U,.")
        state.old_buckets.emplace_hint(state.old_buckets.end(), i, std::move(text));
    }
    return state;
  }

 private:
  std::string chain(Pointer array, uint64_t index, uint8_t B) const {
    const Pointer first = inspector_.bucket(array, index);
    if (memory_.peek(first, Field<uint64_t>{0, "tophash"}) == 0 &&
        inspector_.next(first) == Pointer{}) {
      return ".";  // by far the most frequent one in big tables
    }
    const uint64_t base = bucket_count(B);
    const uint64_t length = bucket_array_length(type_, B);
    std::string text;
    for (Pointer at = first; at != Pointer{}; at = inspector_.next(at)) {
      if (at != first) {
        const bool inside = at >= array && at < inspector_.bucket(array, length);
        const auto offset = static_cast<uint64_t>(at - array) / type_.bucket_size;
        text += inside ? fmt::format("|p{},", offset - base) : "|h,";
        if (text.size() > 1 << 20) return "a chain without end";
      }
      append_bucket(text, at);
    }
    return text;
  }
  void append_bucket(std::string& text, Pointer bucket) const {
    const uint64_t tophashes = memory_.peek(bucket, Field<uint64_t>{0, "tophash"});
    const auto tophash = [&](uint32_t slot) { return static_cast<uint8_t>(tophashes >> 8 * slot); };
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
      text += "0123456789abcdef"[tophash(slot) >> 4];
      text += "0123456789abcdef"[tophash(slot) & 15];
    }
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
      const uint8_t top = tophash(slot);
      if (top < kMinTopHash && top != kEvacuatedX && top != kEvacuatedY) continue;
      text += fmt::format(
          " {}:{}={}", slot,
          token(*tokens_.key, inspector_.key_slot(bucket, slot), type_.indirect_key),
          token(*tokens_.elem, inspector_.elem_slot(bucket, slot), type_.indirect_elem));
    }
  }
  std::string token(const TokenType& type, Pointer slot, bool indirect) const {
    if (indirect) slot = memory_.peek(slot, Field<memory::Pointer>{0, "object"});
    return slot == Pointer{} ? "nil" : read_token(memory_, type, slot);
  }

  const Memory& memory_;
  const MapType& type_;
  TokenMapType tokens_;
  Inspector<Memory> inspector_;
};

}  // namespace hmaplab::gomap
