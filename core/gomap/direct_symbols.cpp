// Every operation of the engine in direct mode, as an object file by itself: direct_symbols.cmake
// and core/bench/compare look at what it calls.
#include <cstdint>
#include <string_view>

#include "core/gomap/map.h"

namespace hmaplab::gomap {

template class Map<uint64_t, uint64_t>;
template class Map<std::string_view, uint64_t>;
template std::pair<Map<uint64_t, uint64_t>::iterator, bool> Map<uint64_t, uint64_t>::try_emplace(
    const uint64_t&, uint64_t&&);
template std::pair<Map<std::string_view, uint64_t>::iterator, bool>
Map<std::string_view, uint64_t>::try_emplace(const std::string_view&, uint64_t&&);
template class MapIterator<EntryMemory<uint64_t, uint64_t, KeyHash<uint64_t>, std::equal_to<>>,
                           uint64_t, uint64_t>;

}  // namespace hmaplab::gomap
