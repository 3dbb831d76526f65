// The collector looks at an object: what it points to is reached.
#include "core/vm/collection.h"
#include "core/vm/object_pointers.h"

namespace hmaplab::vm {

void Collection::scan(const memory::Object& object) {
  if (!object.has_pointers) return;
  scanned_begin_ = object.begin;
  scanned_bytes_ = object.size;
  const auto layout_of = [this](uint32_t type) -> const gomap::MapType& {
    return world_.map_types_->of(type);
  };
  const auto reach_it = [&](Address pointer, Address at) {
    reach(pointer, at == Address::Nil ? Reference{} : Reference{object.begin, at - object.begin});
  };
  ObjectPointers(world_, layout_of, reach_it).of(object);
}

}  // namespace hmaplab::vm
