// BucketStore: the bucket arrays and overflow buckets of one map of a C++ user (entry_memory.h).
// Arrays come from a BucketPool or from the system; overflow buckets are carved from blocks and
// recycled one by one. An old array that a live iterator may still walk is retained for a while.
#pragma once

#include <cstring>
#include <memory>
#include <vector>

#include "core/gomap/bucket_pool.h"
#include "core/gomap/layout.h"

namespace hmaplab::gomap {

class BucketStore {
 public:
  using Pointer = std::byte*;

  // pool: may be null; else it outlives the store.
  BucketStore(const MapType& type, BucketPool* pool) : type_(type), pool_(pool) {}
  BucketStore(const BucketStore&) = delete;
  BucketStore& operator=(const BucketStore&) = delete;
  ~BucketStore();

  BucketPool* pool() const { return pool_; }

  Pointer take_array(uint64_t size);
  void give_back_array(Pointer array);
  // One zeroed bucket.
  Pointer take_overflow();
  // Recycles the overflow buckets of the chain that begins with this bucket of this array.
  void free_chain(Pointer array, Pointer first) {
    if (overflow_of(first) != nullptr) free_long_chain(array, first);
  }
  // Recycles the overflow buckets of all its chains.
  void free_chains(Pointer array);

  void retain_array(Pointer array) { retained_.push_back(array); }
  bool retains() const { return !retained_.empty(); }
  void free_retained();

 private:
  struct Array {
    Pointer begin;
    uint64_t size;
    bool contains(Pointer at) const { return at >= begin && at < begin + size; }
  };

  const Array& record_of(Pointer array) const;
  void free_long_chain(Pointer array, Pointer first);
  void recycle(Pointer bucket) {
    std::memcpy(bucket, &free_, sizeof free_);
    free_ = bucket;
  }
  Pointer overflow_of(Pointer bucket) const {
    Pointer next;
    std::memcpy(&next, bucket + type_.overflow_offset, sizeof next);
    return next;
  }

  const MapType& type_;
  BucketPool* pool_;
  std::vector<Array> arrays_;  // the current one, the old one, the retained ones
  std::vector<Pointer> retained_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  Pointer free_ = nullptr;  // a list through the first eight bytes
  Pointer unused_ = nullptr;
  uint64_t unused_buckets_ = 0;  // behind unused_, at the end of the last block
};

}  // namespace hmaplab::gomap
