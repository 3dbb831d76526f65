// StateText: the state of a map as vector files write it (README 1.3 to 1.5): header line, one line
// a bucket, digest.
//
//   "2f0d000000000000 0:0=0 1:1=1|p0,…"    tophash bytes, slot:key=elem, then the overflow buckets
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/gomap/conform_keys.h"
#include "core/gomap/inspect.h"

namespace hmaplab::gomap {

struct StateText {
  std::string header;  // as in the digest: count flags B noverflow nevacuate hash0 …
  std::vector<std::string> buckets;
  std::vector<std::string> old_buckets;

  uint64_t digest() const;
  std::string draw() const;  // for people: every line, equal to the digest's
};

inline uint64_t fnv1a(std::string_view line) {
  uint64_t hash = 14695981039346656037u;
  for (const char byte : line) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

inline uint64_t StateText::digest() const {
  uint64_t sum = fnv1a(header);
  for (size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i] != ".") sum += fnv1a(fmt::format("b{} {}", i, buckets[i]));
  }
  for (size_t i = 0; i < old_buckets.size(); ++i) {
    sum += fnv1a(fmt::format("o{} {}", i, old_buckets[i]));
  }
  return sum;
}

inline std::string StateText::draw() const {
  std::string text = "    " + header + "\n";
  for (size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i] != ".") text += fmt::format("    b{} {}\n", i, buckets[i]);
  }
  for (size_t i = 0; i < old_buckets.size(); ++i) {
    text += fmt::format("    o{} {}\n", i, old_buckets[i]);
  }
  return text;
}

// Writes the state of one map.
template <class Memory>
class StateWriter {
 public:
  using Pointer = typename Memory::Pointer;

  StateWriter(const Memory& memory, const MapType& type, TokenMapType tokens, Pointer hmap)
      : memory_(memory), type_(type), tokens_(tokens), inspector_(memory, type, hmap) {}

  StateText write() const {
    const auto head = inspector_.header();
    StateText state;
    state.header = fmt::format("H {} {} {} {} {} {:08x} {} {} {} {}", head.count, head.flags,
                               head.B, head.noverflow, head.nevacuate, head.hash0,
                               inspector_.spare_total(), inspector_.spare_left(),
                               head.growing() ? 1 : 0, head.buckets == Pointer{} ? 1 : 0);
    for (uint64_t i = 0; i < head.length(); ++i) {
      state.buckets.push_back(chain(head.buckets, i, head.B));
    }
    for (uint64_t i = 0; i < head.old_length(); ++i) {
      const Pointer first = inspector_.bucket(head.oldbuckets, i);
      const bool evacuated = is_evacuated(inspector_.tophash(first, 0));
      state.old_buckets.push_back(
          (evacuated ? "E," : "U,") +
          chain(head.oldbuckets, i,
                static_cast<uint8_t>((head.flags & kSameSizeGrow) != 0 ? head.B : head.B - 1)));
    }
    return state;
  }

 private:
  std::string chain(Pointer array, uint64_t index, uint8_t B) const {
    const Pointer first = inspector_.bucket(array, index);
    const uint64_t base = bucket_count(B);
    const uint64_t length = bucket_array_length(type_, B);
    if (memory_.peek(first, Field<uint64_t>{0, "tophash"}) == 0 &&
        inspector_.next(first) == Pointer{}) {
      return ".";  // by far the most frequent one in big tables
    }
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
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
      const uint8_t top = inspector_.tophash(bucket, slot);
      text += "0123456789abcdef"[top >> 4];
      text += "0123456789abcdef"[top & 15];
    }
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
      const uint8_t top = inspector_.tophash(bucket, slot);
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
