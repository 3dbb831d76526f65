#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::Point;

Machine::Machine(World& world, Goroutine& goroutine, Step& record, Pace pace)
    : world_(world),
      goroutine_(goroutine),
      record_(record),
      reader_(world, &goroutine),
      arrivals_(world.arrivals_) {
  if (pace == Pace::Uninterrupted) pages_.emplace(world.heap_);
  rebase();
}

bool Machine::take_step(Point point) {
  goroutine_.next = point;
  if (steps_ == 0 || (pages_ && !is_alone())) return false;
  --steps_;
  record_.point = point;
  drain_before(point);
  return true;
}

int Machine::run(int steps) {
  steps_ = steps;
  if (goroutine_.spinning && steps_ > 0) {
    goroutine_.spinning = false;
    take_step(Point::runtime_spin);
  }
  if (goroutine_.dying != Dying::No) {
    if (steps_ > 0) end_process();
  } else {
    switch (interpret()) {
      case Left::RanTooLong:
        goroutine_.spinning = true;
        goroutine_.next = Point::runtime_spin;
        world_.count_private(static_cast<uint64_t>(kPrivateInstructions));
        break;
      case Left::CollectsFirst:
        block(Wait::Collection, Address::Nil);
        break;
      case Left::Stopped:
      case Left::AtFloor:
        break;
    }
  }
  return steps - steps_;
}

// Executes one instruction. What it read where nothing is were zeros: now its goroutine pays for
// it.
Machine::Flow Machine::perform(const Instruction& i) {
  Flow flow = execute(i);
  return reader_.failure() && !world_.end_ ? bad_address(*reader_.failure()) : flow;
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
    case Op::MoveBytes:
      std::memmove(base_ + i.a, base_ + i.b, static_cast<size_t>(i.c));
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
    case Op::Xor:
    case Op::AndNot:
    case Op::Negate:
    case Op::Complement:
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

    case Op::ComplexAdd:
    case Op::ComplexSubtract:
    case Op::ComplexMultiply:
    case Op::ComplexDivide:
    case Op::ComplexNegate:
    case Op::ComplexMake:
    case Op::ComplexPart:
    case Op::ComplexConvert:
      complex_operation(i);
      return Flow::Next;

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
      return is_nil_page(get<Address>(i.a)) ? nil_dereference(get<Address>(i.a)) : Flow::Next;
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
    case Op::UnsafeSlice:
      return unsafe_slice(i);
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

    case Op::CallClosure:
      return call_closure(i);
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
    case Op::ChanMake:
      return make_channel(i);
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::ChanClose:
    case Op::ChanLength:
    case Op::ChanCapacity:
      return channel_operation(i);
    case Op::Select:
      return select(i);
    default:  // what interpret() does itself, or Unreachable
      break;
  }
  INVARIANT(false, "the end of a function that returns a value");
}

}  // namespace hmaplab::vm
