// Where the pointers of a value lie: by its type, as Go's pointer maps have it.
#pragma once

#include <cstdint>

#include "core/check/types.h"

namespace hmaplab::vm {

// Calls visit(offset) for each word of a value of `type` that lies at `offset` and may be a pointer
// into the heap. Type words of interfaces are none.
template <class Visit>
void each_pointer_word(const check::Type& type, uint64_t offset, Visit&& visit) {
  if (!type.has_pointers()) return;
  const check::Type& underlying = *type.underlying();
  if (const auto* structure = check::as<check::StructType>(&underlying)) {
    for (size_t i = 0; i < structure->fields().size(); ++i)
      each_pointer_word(*structure->fields()[i].type, offset + structure->offset(i), visit);
  } else if (const auto* array = check::as<check::ArrayType>(&underlying)) {
    for (uint64_t i = 0; i < static_cast<uint64_t>(array->length()); ++i)
      each_pointer_word(*array->element(), offset + i * array->element()->size(), visit);
  } else {
    visit(offset + (underlying.kind() == check::TypeKind::Interface ? 8 : 0));
  }
}

}  // namespace hmaplab::vm
