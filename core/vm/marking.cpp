// What an object points to: by its type where there is one for all its words; else each word that is
// the address of an object counts.
#include <fmt/format.h>

#include "core/vm/channel.h"
#include "core/vm/collection.h"
#include "core/vm/pointers.h"
#include "core/vm/traceback.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

using memory::Object;
using memory::ObjectKind;

void Collection::scan(const Object& object) {
  if (!object.has_pointers) return;
  scanned_begin_ = object.begin;
  scanned_bytes_ = object.size;
  const bytecode::Program& program = world_.program();
  switch (object.kind) {
    case ObjectKind::Variable:
    case ObjectKind::Boxed:
    case ObjectKind::Array:
    case ObjectKind::Arguments:
      return scan_typed(object, *program.type(object.tag));
    case ObjectKind::BucketArray:
    case ObjectKind::OverflowBucket:
      return scan_map_part(object);
    case ObjectKind::Hmap:
      for (auto field : {gomap::Hmap::buckets, gomap::Hmap::oldbuckets, gomap::Hmap::extra})
        reach(heap_.load<Address>(object.begin + field.offset), {object.begin, field.offset});
      return;
    case ObjectKind::Closure:
      return scan_words(object, 8);
    case ObjectKind::MapExtra:
    case ObjectKind::MapSlot:
      return scan_words(object, 0);
    case ObjectKind::Channel:  // its elements lie behind it only when they have no pointers
      return reach(heap_.load<Address>(object.begin + Hchan::kBuffer),
                   {object.begin, Hchan::kBuffer});
    case ObjectKind::ChannelBuffer:
      return scan_typed(
          object, *check::as<check::ChannelType>(program.type(object.tag)->underlying())->element());
    case ObjectKind::StringBytes:
      return;
  }
}

// One value of the type, or as many as fit.
void Collection::scan_typed(const Object& object, const check::Type& type) {
  uint64_t size = type.size();
  if (size == 0 || !type.has_pointers()) return;
  for (uint64_t at = 0; at + size <= object.size; at += size) {
    each_pointer_word(type, at, [&](uint64_t offset) {
      reach(heap_.load<Address>(object.begin + offset), {object.begin, offset});
    });
  }
}

// Buckets without pointers are not looked at, not even their overflow pointers: extra keeps what
// those lead to.
void Collection::scan_map_part(const Object& object) {
  const gomap::MapType& layout = world_.map_types_->of(object.tag);
  if (!layout.bucket_has_pointers) return;
  const auto& map = *check::as<check::MapType>(world_.program().type(object.tag));
  auto word = [&](uint64_t offset) {
    reach(heap_.load<Address>(object.begin + offset), {object.begin, offset});
  };
  auto slot = [&](const check::Type& type, bool indirect, uint64_t offset) {
    if (indirect) {
      word(offset);
    } else {
      each_pointer_word(type, offset, word);
    }
  };
  for (uint64_t bucket = 0; bucket + layout.bucket_size <= object.size;
       bucket += layout.bucket_size) {
    for (uint32_t i = 0; i < gomap::kBucketSlots; ++i) {
      slot(*map.key(), layout.indirect_key, bucket + gomap::Bucket::key_offset(layout, i));
      slot(*map.element(), layout.indirect_elem, bucket + gomap::Bucket::elem_offset(layout, i));
    }
    word(bucket + layout.overflow_offset);
  }
}

void Collection::scan_words(const Object& object, uint64_t from) {
  for (uint64_t at = from; at + 8 <= object.size; at += 8)
    reach(heap_.load<Address>(object.begin + at), {});
}

}  // namespace hmaplab::vm
