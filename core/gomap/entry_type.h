// EntryType: how a C++ key and elem look to the map engine: which lie in the buckets, which behind
// a pointer, and which family of operations serves them.
//
//   key    in the bucket if trivially copyable and at most 128 bytes; else behind a pointer, so
//          that it stays where it is: iterators that have been outgrown still read it there
//   elem   in the bucket up to 128 bytes; moved on evacuation
//   family fast32 and fast64 for integers, enumerators and pointers compared by ==; else generic
#pragma once

#include <functional>
#include <type_traits>

#include "core/gomap/key_hash.h"
#include "core/gomap/map_type.h"

namespace hmaplab::gomap {

template <class Key, class Elem, class Equal>
struct EntryType {
  static_assert(std::is_nothrow_move_constructible_v<Key> && std::is_nothrow_destructible_v<Key>,
                "a key must move without throwing");
  static_assert(std::is_nothrow_move_constructible_v<Elem> && std::is_nothrow_destructible_v<Elem>,
                "an elem must move without throwing");

  static constexpr bool kKeyInBucket =
      std::is_trivially_copyable_v<Key> && sizeof(Key) <= kMaxInlineSize && alignof(Key) <= 8;
  static constexpr bool kElemIsBytes = std::is_trivially_copyable_v<Elem>;
  // A NaN cannot be looked up again: an outgrown iterator gives its elem from where it was.
  static constexpr bool kElemInBucket = sizeof(Elem) <= kMaxInlineSize && alignof(Elem) <= 8 &&
                                        (kElemIsBytes || !std::is_floating_point_v<Key>);
  static constexpr bool kComparesAsBytes =
      kIsNumber<Key> &&
      (std::is_same_v<Equal, std::equal_to<>> || std::is_same_v<Equal, std::equal_to<Key>>);

  static constexpr MapType make() {
    MapType type = make_map_type(
        1,
        {.size = sizeof(Key),
         .compares_as_bytes = kComparesAsBytes,
         .contains_float = std::is_floating_point_v<Key>,
         .has_pointers = !kKeyInBucket,
         .stays_in_place = !kKeyInBucket},
        {.size = sizeof(Elem), .has_pointers = !kElemInBucket, .stays_in_place = !kElemInBucket});
    type.need_key_update = false;     // equal keys are not stored again
    type.bucket_has_pointers = true;  // no list of overflow buckets: the memory knows its own
    return type;
  }
  static constexpr MapType kType = make();
};

}  // namespace hmaplab::gomap
