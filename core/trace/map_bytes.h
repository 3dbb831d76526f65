// The bytes of a map's header or of one of its buckets, with what each of them is: the closest look
// that there is. Fields stand in the order of their offsets and leave no byte out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/address.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct ByteField {
  uint32_t offset = 0;
  uint32_t size = 0;
  uint32_t part = 0;  // bytes of what can be touched alone: 1 in tophash, else size
  std::string name;   // "flags", "tophash", "key[3]", "padding"
  std::string value;  // as the program would say it; "" where there is none
};

struct BytesView {
  memory::Address at{};
  std::string name;  // "m", "m.buckets[2]"
  std::vector<uint8_t> bytes;
  std::vector<ByteField> fields;
  memory::Address overflow{};  // a bucket: the next one of its chain, or Nil
};

// No bytes where there is no such map.
BytesView view_header_bytes(const vm::World& world, memory::Address hmap);
// No bytes where a bucket of that map cannot lie.
BytesView view_bucket_bytes(const vm::World& world, memory::Address hmap, memory::Address bucket);

}  // namespace hmaplab::trace
