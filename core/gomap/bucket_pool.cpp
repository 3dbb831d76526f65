#include "core/gomap/bucket_pool.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "core/base/invariant.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace hmaplab::gomap {
namespace {

constexpr uint64_t kLine = 64;
[[maybe_unused]] constexpr uint64_t kHugePage = uint64_t{2} << 20;

constexpr uint64_t round_up(uint64_t size, uint64_t to) { return (size + to - 1) / to * to; }

}  // namespace

std::byte* take_array(uint64_t size) {
#ifdef __linux__
  if (size >= kHugePage) {
    // Whole huge pages, and zero without being touched.
    const uint64_t mapped = round_up(size, kHugePage);
    void* pages = mmap(nullptr, mapped + kHugePage, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    INVARIANT(pages != MAP_FAILED, "out of memory");
    const auto begin = reinterpret_cast<uintptr_t>(pages);
    const uintptr_t aligned = round_up(begin, kHugePage);
    if (aligned != begin) munmap(pages, aligned - begin);
    if (const uint64_t behind = begin + kHugePage - aligned; behind != 0) {
      munmap(reinterpret_cast<void*>(aligned + mapped), behind);
    }
    auto* array = reinterpret_cast<std::byte*>(aligned);
    madvise(array, mapped, MADV_HUGEPAGE);
    return array;
  }
#endif
  auto* array = static_cast<std::byte*>(std::aligned_alloc(kLine, round_up(size, kLine)));
  INVARIANT(array != nullptr, "out of memory");
  std::memset(array, 0, size);
  return array;
}

void free_array(std::byte* array, [[maybe_unused]] uint64_t size) {
#ifdef __linux__
  if (size >= kHugePage) {
    munmap(array, round_up(size, kHugePage));
    return;
  }
#endif
  std::free(array);
}

std::byte* BucketPool::take(uint64_t size) {
  const auto found = std::find_if(kept_.rbegin(), kept_.rend(),
                                  [size](const Kept& kept) { return kept.size == size; });
  if (found == kept_.rend()) return take_array(size);
  std::byte* array = found->array;
  kept_.erase(std::next(found).base());
  std::memset(array, 0, size);
  return array;
}

void BucketPool::give_back(std::byte* array, uint64_t size) { kept_.push_back({array, size}); }

void BucketPool::trim() {
  for (const Kept& kept : kept_) free_array(kept.array, kept.size);
  kept_.clear();
}

}  // namespace hmaplab::gomap
