#include "core/gomap/typed_map.h"

namespace hmaplab::gomap {

[[gnu::cold]] void die_of(Failure failure) { INVARIANT(false, std::string(text(failure))); }

}  // namespace hmaplab::gomap
