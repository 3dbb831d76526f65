#include "core/gomap/bucket_store.h"

#include <algorithm>

#include "core/base/invariant.h"

namespace hmaplab::gomap {

BucketStore::~BucketStore() {
  while (!arrays_.empty()) give_back_array(arrays_.back().begin);
}

std::byte* BucketStore::take_array(uint64_t size) {
  arrays_.push_back({pool_ != nullptr ? pool_->take(size) : gomap::take_array(size), size});
  return arrays_.back().begin;
}

void BucketStore::give_back_array(Pointer array) {
  const Array record = record_of(array);
  if (pool_ != nullptr) {
    pool_->give_back(record.begin, record.size);
  } else {
    free_array(record.begin, record.size);
  }
  std::erase_if(arrays_, [array](const Array& one) { return one.begin == array; });
}

const BucketStore::Array& BucketStore::record_of(Pointer array) const {
  const auto found = std::find_if(arrays_.begin(), arrays_.end(),
                                  [array](const Array& one) { return one.begin == array; });
  INVARIANT(found != arrays_.end(), "a bucket array that this map never had");
  return *found;
}

std::byte* BucketStore::take_overflow() {
  constexpr uint64_t kFirstBlock = 8;
  constexpr uint64_t kLargestBlock = 4096;
  Pointer bucket = free_;
  if (bucket != nullptr) {
    std::memcpy(&free_, bucket, sizeof free_);
  } else {
    if (unused_buckets_ == 0) {
      unused_buckets_ =
          std::min(kFirstBlock << std::min<size_t>(blocks_.size(), 32), kLargestBlock);
      blocks_.push_back(
          std::make_unique_for_overwrite<std::byte[]>(unused_buckets_ * type_.bucket_size));
      unused_ = blocks_.back().get();
    }
    bucket = unused_;
    unused_ += type_.bucket_size;
    --unused_buckets_;
  }
  std::memset(bucket, 0, type_.bucket_size);
  return bucket;
}

void BucketStore::free_long_chain(Pointer array, Pointer first) {
  const Array& record = record_of(array);
  const Pointer none = nullptr;
  for (Pointer bucket = first; bucket != nullptr;) {
    const Pointer next = overflow_of(bucket);
    if (record.contains(bucket)) {
      std::memcpy(bucket + type_.overflow_offset, &none, sizeof none);
    } else {
      recycle(bucket);
    }
    bucket = next;
  }
}

void BucketStore::free_chains(Pointer array) {
  const Array& record = record_of(array);
  // Whatever hangs behind a bucket of the array (a spare one may be in the middle of a chain) up to
  // the next one that lies in the array; the sentinel points into the array as well.
  for (Pointer bucket = array; bucket + type_.bucket_size <= array + record.size;
       bucket += type_.bucket_size) {
    for (Pointer next = overflow_of(bucket); next != nullptr && !record.contains(next);) {
      const Pointer behind = overflow_of(next);
      recycle(next);
      next = behind;
    }
  }
}

void BucketStore::free_retained() {
  for (const Pointer array : retained_) {
    free_chains(array);
    give_back_array(array);
  }
  retained_.clear();
}

}  // namespace hmaplab::gomap
