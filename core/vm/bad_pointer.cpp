// What the collector says before it stops the process: a pointer leads to memory that it has freed
// (badPointer in runtime/mbitmap.go, reportZombies in mgcsweep.go).
#include <fmt/format.h>

#include "core/gomap/size_class.h"
#include "core/vm/collection.h"
#include "core/vm/trace_frames.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

namespace {

using memory::bits;
using memory::Object;

constexpr uint64_t kPage = 8192;
constexpr uint64_t kMostInPages = 32'768;  // bigger blocks have pages of their own

// Words of an object as gcDumpObject prints them: of a big one only the begin and what surrounds
// the pointer.
std::string words_text(const memory::Heap& heap, const Object& object, uint64_t block,
                       uint64_t pointer_at) {
  constexpr uint64_t kBegin = 128 * 8;
  constexpr uint64_t kAround = 16 * 8;
  std::string text;
  bool skipped = false;
  for (uint64_t at = 0; at < block; at += 8) {
    const bool near = pointer_at < at + kAround && at < pointer_at + kAround;
    if (at >= kBegin && !near) {
      skipped = true;
      continue;
    }
    if (std::exchange(skipped, false)) text += " ...\n";
    const bool is_there = at + 8 <= object.size && heap.contains(object.begin + at, 8);
    const uint64_t word = is_there ? heap.load<uint64_t>(object.begin + at) : 0;
    text += fmt::format(" *(object+{}) = 0x{:x}{}\n", at, word, at == pointer_at ? " <==" : "");
  }
  return skipped ? text + " ...\n" : text;
}

// The object in which the pointer was found.
std::string holder_text(const memory::Heap& heap, const Object& object, uint64_t pointer_at) {
  const uint64_t block = gomap::block_size(object.size, object.has_pointers);
  const uint64_t span = bits(object.begin) & ~(kPage - 1);
  const uint64_t limit = block > kPage ? bits(object.begin) + block : span + kPage / block * block;
  const uint32_t span_class =
      gomap::size_class(object.size, object.has_pointers) * 2 + (object.has_pointers ? 0 : 1);
  return fmt::format(
             "runtime: found in object at *(0x{0:x}+0x{1:x})\nobject=0x{0:x} s.base()=0x{2:x} "
             "s.limit=0x{3:x} s.spanclass={4} s.elemsize={5} s.state=mSpanInUse\n",
             bits(object.begin), pointer_at, block > kPage ? bits(object.begin) : span, limit,
             span_class, block) +
         words_text(heap, object, block, pointer_at);
}

// Go also lists the other blocks of the span; here a block shares it with nobody.
std::string zombie_text(const Object& freed) {
  constexpr uint64_t kMostDumped = 1024;
  const uint64_t block = gomap::block_size(freed.size, freed.has_pointers);
  std::string text = fmt::format(
      "runtime: marked free object in span 0x{:x}, elemsize={} freeindex=0 (bad use of "
      "unsafe.Pointer? try -d=checkptr)\n0x{:x} free  marked   zombie\n",
      bits(freed.begin) & ~(kPage - 1), block, bits(freed.begin));
  for (uint64_t at = 0; at < std::min(block, kMostDumped); at += 8) {
    if (at % 16 == 0) text += fmt::format("{}0x{:016x}: ", at == 0 ? "" : "\n", bits(freed.begin) + at);
    text += fmt::format(" 0x{:016x} ", 0);
  }
  return text + "\n";
}

// runtime.GC sweeps what it has marked, so it is its caller who comes upon such a block.
const Goroutine* waits_for_collection(const World& world) {
  for (const auto& goroutine : world.goroutines()) {
    if (goroutine->wait == Wait::Collection) return &*goroutine;
  }
  return nullptr;
}

}  // namespace

// Go finds out in two ways, which depends on whether the block had pages of its own.
void Collection::bad_pointer(const Object& freed, Address pointer, Reference from) {
  if (world_.end_) return;
  End end{.kind = EndKind::Throw,
          .exit_status = death_status(world_.options_),
          .actor = schedule::kCollector};
  const Goroutine* throwing = nullptr;
  std::string text;
  if (freed.size > kMostInPages) {
    text = fmt::format(
        "runtime: pointer 0x{:x} to unallocated span span.base()=0x{:x} span.limit=0x{:x} "
        "span.state=0\n",
        bits(pointer), bits(freed.begin), bits(freed.begin) + freed.size);
    const Object* holder = heap_.find(from.object);
    if (holder) text += holder_text(heap_, *holder, from.offset);
    end.headline = kBadPointer;
  } else {
    text = zombie_text(freed);
    end.headline = kZombie;
    throwing = waits_for_collection(world_);
  }
  end.stderr_text = world_.stderr_ + text + end.headline + "\n" +
                    (throwing ? "" : runtime_stack_text(end.headline)) +
                    traceback(world_, throwing, EndKind::Throw);
  world_.end_ = end;
}

}  // namespace hmaplab::vm
