// Where the pointers of an object of the heap lie: by its type where there is one for all its words;
// else each word counts. The collector marks what they lead to; reach.h asks who can come where.
#pragma once

#include "core/gomap/layout.h"
#include "core/memory/heap.h"
#include "core/vm/channel.h"
#include "core/vm/pointers.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

// Visit is called with the pointer, and with where it lies, or Nil where the type does not say that
// it is one. LayoutOf gives the gomap::MapType of a number of a map type.
template <class LayoutOf, class Visit>
class ObjectPointers {
 public:
  ObjectPointers(const World& world, const LayoutOf& layout_of, const Visit& visit)
      : world_(world), heap_(world.heap()), layout_of_(layout_of), visit_(visit) {}

  void of(const memory::Object& object) const {
    using memory::ObjectKind;
    if (!object.has_pointers) return;
    const bytecode::Program& program = world_.program();
    switch (object.kind) {
      case ObjectKind::Variable:
      case ObjectKind::Boxed:
      case ObjectKind::Array:
      case ObjectKind::Arguments:
        return typed(object, *program.type(object.tag));
      case ObjectKind::BucketArray:
      case ObjectKind::OverflowBucket:
        return map_part(object);
      case ObjectKind::Hmap:
        for (auto field : {gomap::Hmap::buckets, gomap::Hmap::oldbuckets, gomap::Hmap::extra})
          word(object.begin + field.offset);
        return;
      case ObjectKind::Closure:
        return words(object, 8);
      case ObjectKind::MapExtra:
      case ObjectKind::MapSlot:
        return words(object, 0);
      case ObjectKind::Channel:  // its elements lie behind it only when they have no pointers
        return word(object.begin + Hchan::kBuffer);
      case ObjectKind::ChannelBuffer:
        return typed(object, *check::as<check::ChannelType>(program.type(object.tag)->underlying())->element());
      case ObjectKind::StringBytes:
        return;
    }
  }

 private:
  void word(Address at) const { visit_(heap_.template load<Address>(at), at); }

  // One value of the type, or as many as fit.
  void typed(const memory::Object& object, const check::Type& type) const {
    const uint64_t size = type.size();
    if (size == 0 || !type.has_pointers()) return;
    for (uint64_t at = 0; at + size <= object.size; at += size)
      each_pointer_word(type, at, [&](uint64_t offset) { word(object.begin + offset); });
  }

  // Buckets without pointers are not looked at, not even their overflow pointers: extra keeps what
  // those lead to.
  void map_part(const memory::Object& object) const {
    const gomap::MapType& layout = layout_of_(object.tag);
    if (!layout.bucket_has_pointers) return;
    const auto& map = *check::as<check::MapType>(world_.program().type(object.tag));
    const auto at = [&](uint64_t offset) { word(object.begin + offset); };
    const auto slot = [&](const check::Type& type, bool indirect, uint64_t offset) {
      if (indirect) return at(offset);
      each_pointer_word(type, offset, at);
    };
    for (uint64_t bucket = 0; bucket + layout.bucket_size <= object.size; bucket += layout.bucket_size) {
      for (uint32_t i = 0; i < gomap::kBucketSlots; ++i) {
        slot(*map.key(), layout.indirect_key, bucket + gomap::Bucket::key_offset(layout, i));
        slot(*map.element(), layout.indirect_elem, bucket + gomap::Bucket::elem_offset(layout, i));
      }
      at(bucket + layout.overflow_offset);
    }
  }

  void words(const memory::Object& object, uint64_t from) const {
    for (uint64_t at = from; at + 8 <= object.size; at += 8)
      visit_(heap_.template load<Address>(object.begin + at), Address::Nil);
  }

  const World& world_;
  const memory::Heap& heap_;
  const LayoutOf& layout_of_;
  const Visit& visit_;
};

}  // namespace hmaplab::vm
