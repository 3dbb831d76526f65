// What the map engine must know of the map types of a program, and a walk over the entries of a map
// for those who only look.
#pragma once

#include <functional>
#include <vector>

#include "core/bytecode/program.h"
#include "core/gomap/map_type.h"
#include "core/memory/address.h"

namespace hmaplab::vm {

class Reader;

// By check::Type::id; made once for a program, never changed.
class MapTypes {
 public:
  MapTypes() = default;
  // go_minor 21: load factor 6.0.
  MapTypes(const bytecode::Program& program, int go_minor);
  const gomap::MapType& of(uint32_t type) const { return types_[type]; }

 private:
  std::vector<gomap::MapType> types_;
};

gomap::MapType map_type_of(const check::MapType& type, int go_minor);

// Visits every entry once: those of old buckets that are not evacuated, and those of the current
// array. The addresses are of key and elem themselves, also where the bucket keeps pointers to
// them. At most 100,000 entries.
void each_entry(const Reader& reader, const check::MapType& type, memory::Address hmap,
                const std::function<void(memory::Address key, memory::Address elem)>& visit);

}  // namespace hmaplab::vm
