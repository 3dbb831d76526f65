// CodeBuilder: the code of one function while it grows: instructions with their lines, labels, and
// the frame's slots, which are taken and given back like a stack.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/bytecode/call_layout.h"
#include "core/bytecode/program.h"

namespace hmaplab::bytecode {

// A place in the code that jumps can name before it is known.
struct Label {
  int32_t at = -1;
  std::vector<size_t> uses;
};

struct Operands {
  int32_t a = 0, b = 0, c = 0, d = 0;
  ValueKind kind = ValueKind::Int64;
};

class CodeBuilder {
 public:
  explicit CodeBuilder(Function& function) : function_(function) {}

  size_t emit(Op op, Operands operands = {}) {
    function_.code.push_back(
        {op, operands.kind, object_name_, operands.a, operands.b, operands.c, operands.d});
    function_.lines.push_back(line_);
    return function_.code.size() - 1;
  }
  void jump(Op op, Label& target, Operands operands = {}) {
    operands.d = target.at;
    size_t at = emit(op, operands);
    if (target.at < 0) target.uses.push_back(at);
  }
  void place(Label& label) {
    label.at = static_cast<int32_t>(function_.code.size());
    for (size_t use : label.uses) function_.code[use].d = label.at;
    label.uses.clear();
  }
  uint32_t here() const { return static_cast<uint32_t>(function_.code.size()); }

  void constant(int32_t slot, uint64_t bits) {
    emit(Op::Constant,
         {.a = slot, .c = static_cast<int32_t>(bits), .d = static_cast<int32_t>(bits >> 32)});
  }

  // A slot of at least `size` bytes; it stays taken until release() below it.
  int32_t reserve(uint64_t size) {
    int32_t slot = top_;
    top_ += std::max<int32_t>(slot_bytes(size), 8);
    function_.frame_bytes = std::max(function_.frame_bytes, top_);
    if (is_too_large()) top_ = slot;  // reported when the function is finished
    return slot;
  }
  int32_t top() const { return top_; }
  bool is_too_large() const {
    return static_cast<uint64_t>(function_.frame_bytes) >= kMostFrameBytes;
  }
  void release(int32_t top) { top_ = top; }

  // The objects that the next instructions make are made for this variable; 0: for none.
  uint16_t exchange_object_name(uint16_t name) { return std::exchange(object_name_, name); }

  void set_line(uint32_t line) { line_ = line; }
  uint32_t line() const { return line_; }
  Function& function() { return function_; }

 private:
  Function& function_;
  int32_t top_ = 0;
  uint32_t line_ = 0;
  uint16_t object_name_ = 0;
};

// Gives back at its end every slot that was reserved in its life.
class Slots {
 public:
  explicit Slots(CodeBuilder& code) : code_(code), top_(code.top()) {}
  ~Slots() { code_.release(top_); }
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;

 private:
  CodeBuilder& code_;
  int32_t top_;
};

}  // namespace hmaplab::bytecode
