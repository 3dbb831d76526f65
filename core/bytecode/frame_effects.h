// What one instruction reads from its frame and writes to it, by operands: what the analysis of live
// words is made of. Every instruction has its line here; one that is missing would let the collector
// free what is still used.
//
// Ranges are bytes from the frame's base. What a write leaves behind is either numbers, or words of
// which any may be a pointer, or a copy of other words of the frame.
#pragma once

#include <array>
#include <cstdint>

#include "core/base/invariant.h"
#include "core/bytecode/program.h"

namespace hmaplab::bytecode {

enum class Holds : uint8_t { Numbers, Pointers, Copy };

struct FrameRead {
  int32_t offset = 0;
  int32_t bytes = 0;
};

struct FrameWrite {
  int32_t offset = 0;
  int32_t bytes = 0;
  Holds holds = Holds::Numbers;
  int32_t from = 0;       // of Copy
  bool is_whole = true;   // false: only some part of the range is written, nobody knows which
};

template <class T, size_t N>
struct Few {
  std::array<T, N> items{};
  size_t count = 0;

  void add(T item) {
    INVARIANT(count < N, "an instruction with that many operands");
    items[count++] = item;
  }
  const T* begin() const { return items.data(); }
  const T* end() const { return items.data() + count; }
};

struct FrameEffects {
  Few<FrameRead, 6> reads;
  Few<FrameWrite, 2> writes;
  bool reads_closure = false;

  void read(int32_t offset, int64_t bytes) { reads.add({offset, static_cast<int32_t>(bytes)}); }
  void write(int32_t offset, int64_t bytes, Holds holds) {
    writes.add({.offset = offset, .bytes = static_cast<int32_t>(bytes), .holds = holds});
  }
};

// Of the instruction at `pc` of a function of this program.
FrameEffects effects_of(const Program& program, const Function& function, uint32_t pc);

}  // namespace hmaplab::bytecode
