// Where the results, the receiver and the parameters of a call lie in the callee's frame.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytecode/instruction.h"
#include "core/check/types.h"

namespace hmaplab::bytecode {

struct CallLayout {
  std::vector<int32_t> results;
  int32_t receiver = -1;
  std::vector<int32_t> parameters;
  int32_t result_bytes = 0;
  int32_t bytes = 0;
};

// What a frame may have at most; the compiler refuses functions that need more.
inline constexpr uint64_t kMostFrameBytes = 1 << 26;

constexpr int32_t slot_bytes(uint64_t size) {
  uint64_t known = size < kMostFrameBytes ? size : kMostFrameBytes;
  return static_cast<int32_t>((known + 7) / 8 * 8);
}

// `receiver` is nullptr for plain functions.
CallLayout layout_of(const check::FunctionType& signature, const check::Type* receiver);

// How values of the type lie in memory.
ValueKind kind_of(const check::Type& type);

}  // namespace hmaplab::bytecode
