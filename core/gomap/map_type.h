// MapType: what the engine must know about one Go map type (SEMANTICS section 2), decided once when
// the program is compiled. The engine never sees Go's types: `id` leads the memory policy back to
// its own description for hash and equality.
//
//   slot    the bytes a key or elem takes inside a bucket: its size, or 8 (a pointer) above 128
//   bytes family  which group of runtime functions the compiler calls for this type
#pragma once

#include <cstdint>

namespace hmaplab::gomap {

enum class Family : uint8_t {
  Generic,     // mapaccess, mapassign, mapdelete
  Fast32,      // 4 plain bytes
  Fast64,      // 8 plain bytes
  Fast64Ptr,   // one pointer: fast64, but mapassign_fast64ptr
  FastString,  // string
};

constexpr bool is_integer(Family family) {
  return family == Family::Fast32 || family == Family::Fast64 || family == Family::Fast64Ptr;
}

struct MapType {
  uint32_t id = 0;  // opaque; the policy's own number for this type
  Family family = Family::Generic;
  uint32_t key_size = 0;
  uint32_t elem_size = 0;
  uint32_t key_slot = 0;
  uint32_t elem_slot = 0;
  uint32_t elems_offset = 8;  // of elem 0 in a bucket
  uint32_t overflow_offset = 8;
  uint32_t bucket_size = 16;
  bool indirect_key = false;
  bool indirect_elem = false;
  bool reflexive_key = true;     // k == k for every k: no float, complex or interface inside
  bool need_key_update = false;  // equal keys can differ in their bytes, or share memory: overwrite
  bool hash_might_panic = false;  // an interface inside
  bool key_has_pointers = false;
  bool elem_has_pointers = false;
  bool bucket_has_pointers = false;
  uint8_t load_factor_numerator = 13;  // over 2: 6.5 entries a bucket; 12 (6.0) up to go 1.21
};

// What decides the family and the flags, in the words of Go's type checker. `contains` includes the
// key itself and every field and array element below it.
struct KeyTraits {
  uint32_t size = 0;
  bool compares_as_bytes =
      false;  // == is equality of all its bytes (no padding, float, string, interface)
  bool is_pointer = false;  // one pointer-shaped word: *T, chan, unsafe.Pointer
  bool is_string = false;
  bool contains_float = false;  // or complex
  bool contains_interface = false;
  bool contains_string = false;
  bool has_pointers = false;    // string and interface included
  bool stays_in_place = false;  // C++ only: kept behind a pointer whatever its size
};

struct ElemTraits {
  uint32_t size = 0;
  bool has_pointers = false;
  bool stays_in_place = false;
};

constexpr uint32_t kMaxInlineSize = 128;  // keys and elems above are kept behind a pointer

constexpr Family family_of(const KeyTraits& key, const ElemTraits& elem) {
  if (elem.size > kMaxInlineSize || elem.stays_in_place) return Family::Generic;
  if (key.is_string) return Family::FastString;
  if (key.is_pointer) return Family::Fast64Ptr;
  if (!key.compares_as_bytes || key.has_pointers) return Family::Generic;
  if (key.size == 4) return Family::Fast32;
  if (key.size == 8) return Family::Fast64;
  return Family::Generic;
}

constexpr MapType make_map_type(uint32_t id, const KeyTraits& key, const ElemTraits& elem) {
  MapType type;
  type.id = id;
  type.family = family_of(key, elem);
  type.key_size = key.size;
  type.elem_size = elem.size;
  type.indirect_key = key.size > kMaxInlineSize || key.stays_in_place;
  type.indirect_elem = elem.size > kMaxInlineSize || elem.stays_in_place;
  type.key_slot = type.indirect_key ? 8 : key.size;
  type.elem_slot = type.indirect_elem ? 8 : elem.size;
  type.elems_offset = 8 + 8 * type.key_slot;
  type.overflow_offset = type.elems_offset + 8 * type.elem_slot;
  type.bucket_size = type.overflow_offset + 8;
  type.reflexive_key = !key.contains_float && !key.contains_interface;
  type.need_key_update = key.contains_float || key.contains_interface || key.contains_string;
  type.hash_might_panic = key.contains_interface;
  type.key_has_pointers = key.has_pointers;
  type.elem_has_pointers = elem.has_pointers;
  type.bucket_has_pointers =
      key.has_pointers || elem.has_pointers || type.indirect_key || type.indirect_elem;
  return type;
}

}  // namespace hmaplab::gomap
