// BucketPool: where the maps of C++ users get their bucket arrays from, and where they go when a
// map has grown out of them. A fresh page costs over a microsecond to the first who writes to it,
// so arrays that come back are kept by size and handed out again. Big arrays ask for huge pages. A
// pool may serve many maps of one thread and must outlive them; it frees what it keeps with itself
// or by trim().
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hmaplab::gomap {

class BucketPool {
 public:
  BucketPool() = default;
  BucketPool(const BucketPool&) = delete;
  BucketPool& operator=(const BucketPool&) = delete;
  ~BucketPool() { trim(); }

  // `size` zeroed bytes that begin at a cache line. Out of memory is an
  // InvariantFailure: Go dies of it.
  std::byte* take(uint64_t size);
  // An array of take(), with its size.
  void give_back(std::byte* array, uint64_t size);
  // Frees every array that nobody uses.
  void trim();

 private:
  struct Kept {
    std::byte* array;
    uint64_t size;
  };
  std::vector<Kept> kept_;  // the last one came back last
};

// The same without keeping anything.
std::byte* take_array(uint64_t size);
void free_array(std::byte* array, uint64_t size);

}  // namespace hmaplab::gomap
