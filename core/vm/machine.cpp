#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::Point;

namespace {

// A goroutine that runs on for so long without a step is stopped, so that nothing ever hangs.
constexpr uint64_t kPrivateInstructions = 1'000'000;

}  // namespace

Machine::Machine(World& world, Goroutine& goroutine, Step& record)
    : world_(world), goroutine_(goroutine), record_(record), reader_(world, &goroutine) {
  rebase();
}

void Machine::rebase() {
  if (goroutine_.frames.empty()) return;
  frame_base_ = goroutine_.frames.back().base;
  base_ = goroutine_.stack.data() + frame_base_;
}

bool Machine::take_step(Point point) {
  goroutine_.next = point;
  if (steps_ == 0) return false;
  --steps_;
  record_.point = point;
  return true;
}

void Machine::run(int steps) {
  steps_ = steps;
  if (goroutine_.spinning && steps_ > 0) {
    goroutine_.spinning = false;
    take_step(Point::runtime_spin);
  }
  if (goroutine_.dying != Dying::No) {
    if (steps_ > 0) end_process();
    return;
  }
  const auto& functions = program().functions();
  for (uint64_t count = 0; count < kPrivateInstructions; ++count) {
    const Instruction& instruction = functions[frame().function].code[frame().pc];
    switch (execute(instruction)) {
      case Flow::Next:
        ++frame().pc;
        break;
      case Flow::Stay:
        break;
      case Flow::Stop:
        return;
    }
  }
  goroutine_.spinning = true;
  goroutine_.next = Point::runtime_spin;
  world_.private_instructions_ += kPrivateInstructions;
  const uint64_t most = world_.options_.limits.instructions;
  if (world_.private_instructions_ > most)
    world_.end_at_limit("instructions without a step", std::to_string(most));
}

uint64_t Machine::widen(const std::byte* from, ValueKind kind) const {
  auto as = [from]<class T>(T value) {
    std::memcpy(&value, from, sizeof(T));
    return static_cast<uint64_t>(value);
  };
  switch (kind) {
    case ValueKind::Int8:
      return as(int8_t{});
    case ValueKind::Int16:
      return as(int16_t{});
    case ValueKind::Int32:
      return as(int32_t{});
    case ValueKind::Uint8:
      return as(uint8_t{});
    case ValueKind::Uint16:
      return as(uint16_t{});
    case ValueKind::Uint32:
    case ValueKind::Float32:
      return as(uint32_t{});
    case ValueKind::Int64:
    case ValueKind::Uint64:
    case ValueKind::Pointer:
    case ValueKind::Float64:
      return as(uint64_t{});
    case ValueKind::Block:
      break;
  }
  INVARIANT(false, "a block is not one word");
}

Machine::Flow Machine::execute(const Instruction& i) {
  switch (i.op) {
    case Op::Move:
      set(i.a, get<uint64_t>(i.b));
      return Flow::Next;
    case Op::MoveBytes:
      std::memmove(base_ + i.a, base_ + i.b, static_cast<size_t>(i.c));
      return Flow::Next;
    case Op::Constant:
      set(i.a, static_cast<uint64_t>(static_cast<uint32_t>(i.c)) |
                   static_cast<uint64_t>(static_cast<uint32_t>(i.d)) << 32);
      return Flow::Next;
    case Op::Zero:
      std::memset(base_ + i.a, 0, static_cast<size_t>(i.c));
      return Flow::Next;
    case Op::Read:
      set(i.a, widen(base_ + i.b, i.kind));
      return Flow::Next;
    case Op::Write:
      std::memcpy(base_ + i.a, base_ + i.b, bytecode::size_of(i.kind));
      return Flow::Next;
    case Op::ReadAt:
      read_at(i);
      return Flow::Next;
    case Op::WriteAt:
      write_at(i);
      return Flow::Next;

    case Op::Add:
    case Op::AddConstant:
    case Op::Subtract:
    case Op::Multiply:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Negate:
    case Op::Complement:
    case Op::Not:
    case Op::Equal:
    case Op::Less:
    case Op::LessEqual:
    case Op::LessUnsigned:
    case Op::LessEqualUnsigned:
      return number(i);
    case Op::Divide:
    case Op::Remainder:
      return divide(i);
    case Op::ShiftLeft:
    case Op::ShiftRight:
      return shift(i);
    case Op::Convert:
      convert(i);
      return Flow::Next;
    case Op::FloatAdd:
    case Op::FloatSubtract:
    case Op::FloatMultiply:
    case Op::FloatDivide:
    case Op::FloatNegate:
    case Op::FloatEqual:
    case Op::FloatLess:
    case Op::FloatLessEqual:
      floating(i);
      return Flow::Next;

    case Op::Jump:
      frame().pc = static_cast<uint32_t>(i.d);
      return Flow::Stay;
    case Op::JumpIf:
      if (get<uint64_t>(i.a) == 0) return Flow::Next;
      frame().pc = static_cast<uint32_t>(i.d);
      return Flow::Stay;
    case Op::JumpIfNot:
      if (get<uint64_t>(i.a) != 0) return Flow::Next;
      frame().pc = static_cast<uint32_t>(i.d);
      return Flow::Stay;
    case Op::JumpNotLess:
      if (get<int64_t>(i.b) < get<int64_t>(i.c)) return Flow::Next;
      frame().pc = static_cast<uint32_t>(i.d);
      return Flow::Stay;

    case Op::Load:
      return load(i);
    case Op::Store:
      return store(i);
    case Op::LoadFixed:
      load_private(i.a, get<Address>(i.b) + static_cast<uint64_t>(i.c), i.kind, i.d);
      return Flow::Next;
    case Op::StoreFixed:
      store_private(get<Address>(i.a) + static_cast<uint64_t>(i.c), i.b, i.kind, i.d);
      return Flow::Next;
    case Op::Captured:
      load_private(i.a, frame().closure + static_cast<uint64_t>(i.c), i.kind, i.d);
      return Flow::Next;
    case Op::CheckNil:
      return get<Address>(i.a) == Address::Nil ? nil_dereference() : Flow::Next;
    case Op::CheckReceiver:
      if (get<Address>(i.a) != Address::Nil) return Flow::Next;
      return plain_error(program().name_text(static_cast<uint16_t>(i.c)));
    case Op::AddressAdd:
      if (get<Address>(i.b) == Address::Nil) return nil_dereference();
      set(i.a, get<uint64_t>(i.b) + static_cast<uint64_t>(i.c));
      return Flow::Next;
    case Op::New:
      return make_object(i);
    case Op::MakeClosure:
      return make_closure(i);
    case Op::FunctionValue:
      set(i.a, bytecode::Program::function_address(static_cast<uint32_t>(i.c)));
      return Flow::Next;

    case Op::CheckIndexConstant:
      return check_index(get<int64_t>(i.b), i.c, i.kind);
    case Op::ElementAddress:
    case Op::PointerElement:
      return element_address(i);
    case Op::MakeSlice:
      return make_slice(i);
    case Op::SliceSlice:
    case Op::SliceArray:
      return slice(i);
    case Op::SliceToArray:
      return slice_to_array(i);
    case Op::ZeroSlice:
      return zero_slice(i);
    case Op::GrowSlice:
      return grow_slice(i);
    case Op::CopySlice:
      return copy_slice(i);
    case Op::SliceString:
      return slice_string(i);
    case Op::StringRange:
      range_string(i);
      return Flow::Next;
    case Op::StringCompare:
    case Op::StringEqual:
    case Op::StringIndex:
    case Op::StringConcat:
    case Op::StringFromRune:
    case Op::StringFromBytes:
    case Op::StringFromRunes:
    case Op::BytesFromString:
    case Op::RunesFromString:
      return string_operation(i);

    case Op::MakeInterface:
      set(i.a, make_interface(*program().type(static_cast<uint32_t>(i.c)), base_ + i.b));
      return Flow::Next;
    case Op::AssertConcrete:
    case Op::AssertConcreteOk:
    case Op::AssertInterface:
    case Op::AssertInterfaceOk:
      return assertion(i);
    case Op::TypeIs:
      set<uint64_t>(i.a, matches(get<Interface>(i.b), *program().type(static_cast<uint32_t>(i.c))));
      return Flow::Next;
    case Op::ValueEqual:
      return value_equal(i);
    case Op::MethodOf:
      return method_of(i);

    case Op::Call:
    case Op::CallClosure:
      return call(i);
    case Op::CallNative:
      return native(i);
    case Op::Return:
      return do_return();
    case Op::RunDefers:
      return run_defers();
    case Op::Defer:
      return defer(i);
    case Op::DeferOutside:
      return defer_outside(i);
    case Op::FrameDepth:
      set<uint64_t>(i.a, goroutine_.frames.size() - 1);
      return Flow::Next;
    case Op::RangePanic:
      return range_panic(get<uint64_t>(i.a));
    case Op::Go:
      return go(i);
    case Op::Print:
      return print(i);
    case Op::Panic:
      return panic(get<Interface>(i.a));
    case Op::Recover:
      recover(i);
      return Flow::Next;

    case Op::MapMake:
    case Op::MapAssign:
    case Op::MapAccess:
    case Op::MapDelete:
    case Op::MapClear:
    case Op::MapClone:
    case Op::MapIterateInit:
    case Op::MapIterateNext:
      return map_operation(i);
    case Op::MapLength:
      return map_length(i);
    case Op::Unreachable:
      break;
  }
  INVARIANT(false, "the end of a function that returns a value");
}

}  // namespace hmaplab::vm
