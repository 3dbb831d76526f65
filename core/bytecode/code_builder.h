// CodeBuilder: the code of one function while it grows: instructions with their lines, labels, and
// the frame's slots, which are taken and given back like a stack.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
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
    joined_at_ = function_.code.size();
    for (size_t use : label.uses) function_.code[use].d = label.at;
    label.uses.clear();
  }
  uint32_t here() const { return static_cast<uint32_t>(function_.code.size()); }

  void constant(int32_t slot, uint64_t bits) {
    emit(Op::Constant,
         {.a = slot, .c = static_cast<int32_t>(bits), .d = static_cast<int32_t>(bits >> 32)});
  }

  // to = from, 8 bytes, where nobody reads the temporary `from` afterwards: the instruction that
  // made it, if it is the last one, puts it there at once.
  void move_temporary(int32_t to, int32_t from) {
    if (can_change_last() && makes_word(last().op) && last().a == from) {
      last().a = to;
      joined_at_ = function_.code.size();  // what it gives is no temporary any more
    } else {
      emit(Op::Move, {.a = to, .b = from});
    }
  }
  // A constant as operand of the next instruction.
  void operand_constant(int32_t slot, uint64_t bits) {
    constant(slot, bits);
    operand_at_ = function_.code.size();
  }
  // The constant that the last instruction put into `slot` as an operand, if it fits into 32 bits;
  // the instruction is taken back, for one that holds the constant itself.
  std::optional<int32_t> take_constant(int32_t slot) {
    if (!can_change_last() || operand_at_ != function_.code.size() || last().a != slot)
      return std::nullopt;
    const int32_t value = last().c;
    if (last().d != (value < 0 ? -1 : 0)) return std::nullopt;
    function_.code.pop_back();
    function_.lines.pop_back();
    operand_at_ = 0;
    return value;
  }

  // Where the next instruction finds the `size` bytes that it wants of `slot`: if all that the last
  // one did was to move them there, for nobody else, that is taken back.
  int32_t take_move(int32_t slot, uint64_t size) {
    if (!can_change_last() || last().a != slot) return slot;
    const bool is_whole = size <= 8 ? last().op == Op::Move
                                    : last().op == Op::MoveBytes && last().c == slot_bytes(size);
    const int32_t from = last().b;
    if (!is_whole || from > slot) return slot;  // what lies above may have been given back
    function_.code.pop_back();
    function_.lines.pop_back();
    return from;
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
  // Whether no jump can come between the last instruction and the next one.
  bool can_change_last() const {
    return !function_.code.empty() && joined_at_ < function_.code.size();
  }
  Instruction& last() { return function_.code.back(); }
  // Reads its operands first and then gives a, 8 bytes.
  static bool makes_word(Op op) {
    switch (op) {
      case Op::Move:
      case Op::Constant:
      case Op::Add:
      case Op::AddConstant:
      case Op::Subtract:
      case Op::Multiply:
      case Op::And:
      case Op::AndConstant:
      case Op::Or:
      case Op::Xor:
      case Op::ShiftLeftConstant:
      case Op::ShiftRightConstant:
      case Op::Load:
        return true;
      default:
        return false;
    }
  }

  Function& function_;
  size_t operand_at_ = 0;  // behind the last operand_constant
  size_t joined_at_ = 0;   // the last place of a label; the code before it stays as it is
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
