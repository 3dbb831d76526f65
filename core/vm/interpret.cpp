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

bool is_string_or_interface(const bytecode::Instruction& i) {
  return i.kind == bytecode::ValueKind::Block && i.d == 16;
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

// Each instruction goes to the next one by a jump of its own, which processors foresee better than
// one jump for all (labels as values are an extension of GCC and Clang).
#define NEXT() goto* kPlaces[static_cast<size_t>(at->op)]

Machine::Left Machine::interpret(size_t floor) {
  static const void* const kPlaces[] = {
#define INSTRUCTION(name, operands, effect) &&other,
#define FAST_INSTRUCTION(name, operands, effect) &&name,
#include "core/bytecode/instructions.def"
#undef INSTRUCTION
  };
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
  NEXT();
  Move:
    put(at->a, word(at->b));
    ++at;
    NEXT();
  Constant:
    put(at->a, static_cast<uint64_t>(static_cast<uint32_t>(at->c)) |
                 static_cast<uint64_t>(static_cast<uint32_t>(at->d)) << 32);
    ++at;
    NEXT();
  Add:
    if (!is_64_bit(at->kind)) goto other;
    put(at->a, word(at->b) + word(at->c));
    ++at;
    NEXT();
  AddConstant:
    if (!is_64_bit(at->kind)) goto other;
    put(at->a, word(at->b) + static_cast<uint64_t>(int64_t{at->c}));
    ++at;
    NEXT();
  Subtract:
    if (!is_64_bit(at->kind)) goto other;
    put(at->a, word(at->b) - word(at->c));
    ++at;
    NEXT();
  Multiply:
    if (!is_64_bit(at->kind)) goto other;
    put(at->a, word(at->b) * word(at->c));
    ++at;
    NEXT();
  And:
    put(at->a, word(at->b) & word(at->c));
    ++at;
    NEXT();
  AndConstant:
    put(at->a, word(at->b) & static_cast<uint64_t>(int64_t{at->c}));
    ++at;
    NEXT();
  Or:
    put(at->a, word(at->b) | word(at->c));
    ++at;
    NEXT();
  Xor:
    if (!is_64_bit(at->kind)) goto other;
    put(at->a, word(at->b) ^ word(at->c));
    ++at;
    NEXT();
  ShiftRightConstant:
    put(at->a, at->kind == ValueKind::Int64 ? static_cast<uint64_t>(number(at->b) >> at->c)
                                        : word(at->b) >> at->c);
    ++at;
    NEXT();
  ShiftLeftConstant:
    put(at->a, word(at->b) << at->c);
    ++at;
    NEXT();
  Equal:
    put(at->a, word(at->b) == word(at->c));
    ++at;
    NEXT();
  Less:
    put(at->a, number(at->b) < number(at->c));
    ++at;
    NEXT();
  Not:
    put(at->a, word(at->b) == 0);
    ++at;
    NEXT();

  Jump:
    if (!jump_if(true, at->d)) return ran_too_long();
    NEXT();
  JumpIf:
    if (!jump_if(word(at->a) != 0, at->d)) return ran_too_long();
    NEXT();
  JumpIfNot:
    if (!jump_if(word(at->a) == 0, at->d)) return ran_too_long();
    NEXT();
  JumpLess:
    if (!jump_if(number(at->b) < number(at->c), at->d)) return ran_too_long();
    NEXT();
  JumpNotLess:
    if (!jump_if(number(at->b) >= number(at->c), at->d)) return ran_too_long();
    NEXT();
  JumpEqual:
    if (!jump_if(word(at->b) == word(at->c), at->d)) return ran_too_long();
    NEXT();
  JumpNotEqual:
    if (!jump_if(word(at->b) != word(at->c), at->d)) return ran_too_long();
    NEXT();
  JumpLessConstant:
    if (!jump_if(number(at->b) < at->c, at->d)) return ran_too_long();
    NEXT();
  JumpNotLessConstant:
    if (!jump_if(number(at->b) >= at->c, at->d)) return ran_too_long();
    NEXT();
  JumpEqualConstant:
    if (!jump_if(number(at->b) == at->c, at->d)) return ran_too_long();
    NEXT();
  JumpNotEqualConstant:
    if (!jump_if(number(at->b) != at->c, at->d)) return ran_too_long();
    NEXT();

  Call: {
    if ((left -= kCallCost) <= 0) return ran_too_long();
    const Instruction& call = *at++;
    leave();
    if (!push_frame(call.c, Address::Nil,
                    static_cast<uint32_t>(frame_base_) + static_cast<uint32_t>(call.a))) {
      stack_overflow();
      return Left::Stopped;
    }
    enter();
    NEXT();
  }
  Return:
    if (frame().panic >= 0 || goroutine_.frames.size() == 1) goto other;
    goroutine_.frames.pop_back();
    rebase();
    if (goroutine_.frames.size() == floor) return Left::AtFloor;
    enter();
    NEXT();
  Load: {
    if (!free) goto other;
    const bool is_word = is_64_bit(at->kind) || at->kind == ValueKind::Pointer;
    if (!is_word && !is_string_or_interface(*at)) goto other;
    const std::byte* own = pages_->find_again(place(at->b, at->c), is_word ? 8 : 16);
    if (!own) goto other;
    std::memcpy(base + at->a, own, 8);
    if (!is_word) std::memcpy(base + at->a + 8, own + 8, 8);
    ++at;
    NEXT();
  }
  ElementAddress: {
    const uint64_t index = word(at->c);
    if (index >= word(at->b + 8)) goto other;
    put(at->a, word(at->b) + index * static_cast<uint64_t>(at->d));
    ++at;
    NEXT();
  }
  Store: {
    if (!free || !is_64_bit(at->kind) || may_be_pointer(word(at->b))) goto other;
    std::byte* own = pages_->find_again(place(at->a, at->c), 8);
    if (!own) goto other;
    std::memcpy(own, base + at->b, 8);
    ++at;
    NEXT();
  }
  MapAccess:
  MapAssign: {
    if (!free) goto other;
    const Flow flow =
        at->op == Op::MapAccess ? uninterrupted_access(*at) : uninterrupted_assign(*at);
    if (flow != Flow::Next) {
      if (const auto left_as = settle(flow)) return *left_as;
    } else {
      ++at;
    }
    NEXT();
  }
other:
  leave();
  if (const auto left_as = settle(perform(*at))) return *left_as;
  NEXT();
}

}  // namespace hmaplab::vm
