// The inner loop: instructions that touch nothing but their frame, with the place in the code and
// the frame's begin in registers. All others go to Machine::execute.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;

namespace {

constexpr int64_t kCallCost = 10;  // in instructions

// Most frames are small: a few stores are faster than a call.
constexpr int32_t kBlock = 32;

void zero_blocks(std::byte* begin, const std::byte* end) {
  for (; begin < end; begin += kBlock) std::memset(begin, 0, kBlock);
}
void zero_results(std::byte* begin, int32_t bytes) {
  if (bytes == 8) {
    std::memset(begin, 0, 8);
  } else if (bytes != 0) {
    std::memset(begin, 0, static_cast<size_t>(bytes));
  }
}

bool is_64_bit(bytecode::ValueKind kind) {
  return kind == bytecode::ValueKind::Int64 || kind == bytecode::ValueKind::Uint64;
}

// A store of it may make something known to others.
bool may_be_pointer(uint64_t word) {
  return base::is_heap(Address{word}) || base::is_data(Address{word});
}

}  // namespace

// False when the stack is full. Results and locals begin as zero; the arguments lie there already.
bool Machine::push_frame(int32_t function, Address closure, uint32_t base) {
  const bytecode::Function& code = program().function(static_cast<uint32_t>(function));
  const int32_t bytes = std::max(code.frame_bytes, code.argument_bytes);
  const size_t end = base + static_cast<size_t>(bytes) + kBlock;  // zeroed in whole blocks
  if (end > world_.options_.limits.stack_bytes) return false;
  if (goroutine_.stack.size() < end)
    goroutine_.stack.resize(std::max(end, goroutine_.stack.size() * 3 / 2));
  std::byte* begin = goroutine_.stack.data() + base;
  zero_results(begin, code.result_bytes);
  zero_blocks(begin + code.argument_bytes, begin + bytes);
  goroutine_.frames.push_back(
      {.function = static_cast<uint32_t>(function), .base = base, .closure = closure});
  base_ = begin;
  frame_base_ = base;
  return true;
}

Machine::Left Machine::interpret(size_t floor) {
  const auto& functions = program().functions();
  const Instruction* code = nullptr;
  const Instruction* at = nullptr;
  std::byte* base = nullptr;
  int64_t left = kPrivateInstructions;
  // Nobody is there, and no operation on a map is to be gone on with.
  auto is_free = [&] {
    return is_alone() && std::holds_alternative<std::monostate>(goroutine_.operation);
  };
  bool free = is_free();
  auto enter = [&] {
    const Frame& top = goroutine_.frames.back();
    code = functions[top.function].code.data();
    at = code + top.pc;
    base = base_;
  };
  auto leave = [&] { goroutine_.frames.back().pc = static_cast<uint32_t>(at - code); };
  auto word = [&](int32_t offset) {
    uint64_t value;
    std::memcpy(&value, base + offset, 8);
    return value;
  };
  auto number = [&](int32_t offset) { return static_cast<int64_t>(word(offset)); };
  auto place = [&](int32_t pointer, int32_t offset) {
    return Address{word(pointer)} + static_cast<uint64_t>(offset);
  };
  auto put = [&](int32_t offset, uint64_t value) { std::memcpy(base + offset, &value, 8); };
  // Goes to `target` if so; false: this has gone on for too long.
  auto jump_if = [&](bool so, int32_t target) {
    const Instruction* to = so ? code + target : at + 1;
    if (to <= at) left -= at - to + 1;
    at = to;
    return left > 0;
  };
  auto ran_too_long = [&] {
    leave();
    return Left::RanTooLong;
  };
  // After an instruction that may have done anything; the frame says which.
  auto settle = [&](Flow flow) -> std::optional<Left> {
    if (flow == Flow::Stop) return Left::Stopped;
    if (flow == Flow::Next) ++frame().pc;
    if (collects_first_) return Left::CollectsFirst;
    free = is_free();
    enter();
    return std::nullopt;
  };
  enter();
  for (;;) {
    const Instruction& i = *at;
    switch (i.op) {
      case Op::Move:
        put(i.a, word(i.b));
        ++at;
        continue;
      case Op::Constant:
        put(i.a, static_cast<uint64_t>(static_cast<uint32_t>(i.c)) |
                     static_cast<uint64_t>(static_cast<uint32_t>(i.d)) << 32);
        ++at;
        continue;
      case Op::Add:
        if (!is_64_bit(i.kind)) break;
        put(i.a, word(i.b) + word(i.c));
        ++at;
        continue;
      case Op::AddConstant:
        if (!is_64_bit(i.kind)) break;
        put(i.a, word(i.b) + static_cast<uint64_t>(int64_t{i.c}));
        ++at;
        continue;
      case Op::Subtract:
        if (!is_64_bit(i.kind)) break;
        put(i.a, word(i.b) - word(i.c));
        ++at;
        continue;
      case Op::Multiply:
        if (!is_64_bit(i.kind)) break;
        put(i.a, word(i.b) * word(i.c));
        ++at;
        continue;
      case Op::And:
        put(i.a, word(i.b) & word(i.c));
        ++at;
        continue;
      case Op::AndConstant:
        put(i.a, word(i.b) & static_cast<uint64_t>(int64_t{i.c}));
        ++at;
        continue;
      case Op::Or:
        put(i.a, word(i.b) | word(i.c));
        ++at;
        continue;
      case Op::Xor:
        if (!is_64_bit(i.kind)) break;
        put(i.a, word(i.b) ^ word(i.c));
        ++at;
        continue;
      case Op::ShiftRightConstant:
        put(i.a, i.kind == ValueKind::Int64 ? static_cast<uint64_t>(number(i.b) >> i.c)
                                            : word(i.b) >> i.c);
        ++at;
        continue;
      case Op::ShiftLeftConstant:
        put(i.a, word(i.b) << i.c);
        ++at;
        continue;
      case Op::Equal:
        put(i.a, word(i.b) == word(i.c));
        ++at;
        continue;
      case Op::Less:
        put(i.a, number(i.b) < number(i.c));
        ++at;
        continue;
      case Op::Not:
        put(i.a, word(i.b) == 0);
        ++at;
        continue;

      case Op::Jump:
        if (!jump_if(true, i.d)) return ran_too_long();
        continue;
      case Op::JumpIf:
        if (!jump_if(word(i.a) != 0, i.d)) return ran_too_long();
        continue;
      case Op::JumpIfNot:
        if (!jump_if(word(i.a) == 0, i.d)) return ran_too_long();
        continue;
      case Op::JumpLess:
        if (!jump_if(number(i.b) < number(i.c), i.d)) return ran_too_long();
        continue;
      case Op::JumpNotLess:
        if (!jump_if(number(i.b) >= number(i.c), i.d)) return ran_too_long();
        continue;
      case Op::JumpEqual:
        if (!jump_if(word(i.b) == word(i.c), i.d)) return ran_too_long();
        continue;
      case Op::JumpNotEqual:
        if (!jump_if(word(i.b) != word(i.c), i.d)) return ran_too_long();
        continue;
      case Op::JumpLessConstant:
        if (!jump_if(number(i.b) < i.c, i.d)) return ran_too_long();
        continue;
      case Op::JumpNotLessConstant:
        if (!jump_if(number(i.b) >= i.c, i.d)) return ran_too_long();
        continue;
      case Op::JumpEqualConstant:
        if (!jump_if(number(i.b) == i.c, i.d)) return ran_too_long();
        continue;
      case Op::JumpNotEqualConstant:
        if (!jump_if(number(i.b) != i.c, i.d)) return ran_too_long();
        continue;

      case Op::Call:
        if ((left -= kCallCost) <= 0) return ran_too_long();
        ++at;
        leave();
        if (!push_frame(i.c, Address::Nil,
                        static_cast<uint32_t>(frame_base_) + static_cast<uint32_t>(i.a))) {
          stack_overflow();
          return Left::Stopped;
        }
        enter();
        continue;
      case Op::Return:
        if (frame().panic >= 0 || goroutine_.frames.size() == 1) break;
        goroutine_.frames.pop_back();
        rebase();
        if (goroutine_.frames.size() == floor) return Left::AtFloor;
        enter();
        continue;
      case Op::Load: {
        if (!free || !is_64_bit(i.kind)) break;
        const std::byte* own = pages_->find_again(place(i.b, i.c), 8);
        if (!own) break;
        std::memcpy(base + i.a, own, 8);
        ++at;
        continue;
      }
      case Op::Store: {
        if (!free || !is_64_bit(i.kind) || may_be_pointer(word(i.b))) break;
        std::byte* own = pages_->find_again(place(i.a, i.c), 8);
        if (!own) break;
        std::memcpy(own, base + i.b, 8);
        ++at;
        continue;
      }
      case Op::MapAccess:
      case Op::MapAssign: {
        if (!free) break;
        const Flow flow =
            i.op == Op::MapAccess ? uninterrupted_access(i) : uninterrupted_assign(i);
        if (flow != Flow::Next) {
          if (const auto left_as = settle(flow)) return *left_as;
        } else {
          ++at;
        }
        continue;
      }
      default:
        break;
    }
    leave();
    if (const auto left_as = settle(perform(i))) return *left_as;
  }
}

}  // namespace hmaplab::vm
