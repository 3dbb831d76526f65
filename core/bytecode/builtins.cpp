// Calls of builtin functions.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::Builtin;
using check::TypeKind;

void FunctionCompiler::builtin_to(const syntax::CallExpr& call, Builtin builtin, int32_t slot) {
  set_line(call.span);
  switch (builtin) {
    case Builtin::Append:
      return append_to(call, slot);
    case Builtin::Cap:
      return length_to(*call.arguments[0], true, slot);
    case Builtin::Len:
      return length_to(*call.arguments[0], false, slot);
    case Builtin::Clear:
      return clear(*call.arguments[0]);
    case Builtin::Copy: {
      int32_t to = value(*call.arguments[0]);
      int32_t from = value(*call.arguments[1]);
      const auto* slice = check::as<check::SliceType>(type_of(*call.arguments[0])->underlying());
      code_.emit(
          Op::CopySlice,
          {.a = slot, .b = to, .c = from, .d = static_cast<int32_t>(slice->element()->id())});
      return;
    }
    case Builtin::Delete: {
      const auto* map = check::as<check::MapType>(type_of(*call.arguments[0])->underlying());
      int32_t place = code_.reserve(8);
      value_to(*call.arguments[0], place);
      int32_t key = code_.reserve(map->key()->size());
      value_as(*call.arguments[1], map->key(), key);
      code_.emit(Op::MapDelete, {.b = place, .c = key, .d = static_cast<int32_t>(map->id())});
      return;
    }
    case Builtin::Make:
      return make_to(call, slot);
    case Builtin::Max:
      return minimum_to(call, true, slot);
    case Builtin::Min:
      return minimum_to(call, false, slot);
    case Builtin::New: {
      const check::Type* type =
          check::as<check::PointerType>(type_of(call)->underlying())->element();
      code_.emit(Op::New, {.a = slot,
                           .c = static_cast<int32_t>(type->size()),
                           .d = static_cast<int32_t>(type->id())});
      return;
    }
    case Builtin::Panic: {
      int32_t argument = code_.reserve(16);
      value_as(*call.arguments[0], checked_.types().empty_interface(), argument);
      code_.emit(Op::Panic, {.a = argument});
      return;
    }
    case Builtin::Print:
      return print(call, false);
    case Builtin::Println:
      return print(call, true);
    case Builtin::Recover:
      code_.emit(Op::Recover, {.a = slot});
      return;
    case Builtin::Close:
      code_.emit(Op::ChanClose, {.a = value(*call.arguments[0])});
      return;
    case Builtin::Complex: {
      CallsFirst calls(*this, pointers(call.arguments));
      int32_t real = value(*call.arguments[0]);
      int32_t imaginary = value(*call.arguments[1]);
      code_.emit(Op::ComplexMake, {.a = slot,
                                   .b = real,
                                   .c = imaginary,
                                   .d = static_cast<int32_t>(type_of(call)->id())});
      return;
    }
    case Builtin::Imag:
    case Builtin::Real: {
      const auto type = static_cast<int32_t>(type_of(*call.arguments[0])->id());
      code_.emit(Op::ComplexPart, {.a = slot,
                                   .b = value(*call.arguments[0]),
                                   .c = builtin == Builtin::Imag ? 1 : 0,
                                   .d = type});
      return;
    }
    case Builtin::UnsafeAdd:
    case Builtin::UnsafeAlignof:
    case Builtin::UnsafeOffsetof:
    case Builtin::UnsafeSizeof:
    case Builtin::UnsafeSlice:
    case Builtin::UnsafeSliceData:
    case Builtin::UnsafeString:
    case Builtin::UnsafeStringData:
      return unsafe_to(call, builtin, slot);
  }
}

// The functions of package unsafe whose results are no constants.
void FunctionCompiler::unsafe_to(const syntax::CallExpr& call, Builtin builtin, int32_t slot) {
  int32_t first = code_.reserve(8);
  const syntax::Expr& operand = *call.arguments[0];
  if (builtin == Builtin::UnsafeSliceData || builtin == Builtin::UnsafeStringData) {
    code_.emit(Op::Move, {.a = slot, .b = value(operand)});  // the data word comes first
    return;
  }
  value_to(operand, first);
  int32_t count = value(*call.arguments[1]);
  if (builtin == Builtin::UnsafeAdd) {
    code_.emit(Op::Add, {.a = slot, .b = first, .c = count, .kind = ValueKind::Pointer});
    return;
  }
  const auto* slice = check::as<check::SliceType>(type_of(call)->underlying());
  code_.emit(Op::UnsafeSlice, {.a = slot,
                               .b = first,
                               .c = count,
                               .d = slice ? static_cast<int32_t>(slice->element()->size()) : -1,
                               .kind = kind_of(*type_of(*call.arguments[1]))});
}

void FunctionCompiler::length_to(const syntax::Expr& operand, bool capacity, int32_t slot) {
  const check::Type* type = type_of(operand)->underlying();
  if (const auto* pointer = check::as<check::PointerType>(type))
    type = pointer->element()->underlying();
  switch (type->kind()) {
    case TypeKind::Map:
      code_.emit(Op::MapLength, {.a = slot, .b = value(operand)});
      return;
    case TypeKind::Array:
      value(operand);
      return code_.constant(slot, check::as<check::ArrayType>(type)->length());
    case TypeKind::Channel:
      code_.emit(capacity ? Op::ChanCapacity : Op::ChanLength, {.a = slot, .b = value(operand)});
      return;
    default:
      code_.emit(Op::Move, {.a = slot, .b = value(operand) + (capacity ? 16 : 8)});
  }
}

void FunctionCompiler::make_to(const syntax::CallExpr& call, int32_t slot) {
  const check::Type* type = type_of(call)->underlying();
  if (const auto* slice = check::as<check::SliceType>(type)) {
    int32_t length = code_.reserve(8);
    value_to(*call.arguments[1], length);
    int32_t capacity = call.arguments.size() > 2 ? value(*call.arguments[2]) : length;
    code_.emit(
        Op::MakeSlice,
        {.a = slot, .b = length, .c = capacity, .d = static_cast<int32_t>(slice->element()->id())});
    return;
  }
  if (const auto* channel = check::as<check::ChannelType>(type))
    return make_channel_to(call, channel, slot);
  const auto* map = check::as<check::MapType>(type);
  int32_t hint = code_.reserve(8);
  int32_t hinted = 0;
  if (call.arguments.size() > 1) {
    const check::Constant* constant = checked_.constant_of(*call.arguments[1]);
    hinted =
        constant && constant->bits() <= 8 ? 0 : 1;  // the compiler calls makemap_small for these
    value_to(*call.arguments[1], hint);
  }
  code_.emit(Op::MapMake,
             {.a = slot, .b = hint, .c = hinted, .d = static_cast<int32_t>(map->id())});
}

void FunctionCompiler::append_to(const syntax::CallExpr& call, int32_t slot) {
  CallsFirst calls(*this, pointers(call.arguments));
  int32_t slice = code_.reserve(24);
  value_to(*call.arguments[0], slice);
  append_values(call, slice, slot);
}

// Appends the arguments behind the first to the slice in `slice`.
void FunctionCompiler::append_values(const syntax::CallExpr& call, int32_t slice, int32_t slot) {
  const check::Type* element = check::as<check::SliceType>(type_of(call)->underlying())->element();
  auto type = static_cast<int32_t>(element->id());
  int32_t count = code_.reserve(8);
  int32_t made = code_.reserve(24);
  if (call.has_dots) {
    int32_t more = value(*call.arguments[1]);
    code_.emit(Op::GrowSlice, {.a = made, .b = slice, .c = more + 8, .d = type});
    int32_t tail = code_.reserve(24);
    int32_t low = code_.reserve(32);
    code_.emit(Op::Move, {.a = low, .b = slice + 8});
    code_.emit(
        Op::SliceSlice,
        {.a = tail, .b = made, .c = low, .d = static_cast<int32_t>(64 * element->size()) + 1});
    code_.emit(Op::CopySlice, {.a = count, .b = tail, .c = more, .d = type});
    code_.emit(Op::MoveBytes, {.a = slot, .b = made, .c = 24});
    return;
  }
  std::vector<int32_t> values;
  for (size_t i = 1; i < call.arguments.size(); ++i) {
    values.push_back(code_.reserve(element->size()));
    value_as(*call.arguments[i], element, values.back());
  }
  code_.constant(count, values.size());
  code_.emit(Op::GrowSlice, {.a = made, .b = slice, .c = count, .d = type});
  int32_t address = code_.reserve(8);
  for (size_t i = 0; i < values.size(); ++i) {
    code_.emit(Op::AddConstant, {.a = count, .b = slice + 8, .c = static_cast<int32_t>(i)});
    code_.emit(Op::PointerElement,
               {.a = address, .b = made, .c = count, .d = static_cast<int32_t>(element->size())});
    store(memory(address, element), values[i]);
  }
  code_.emit(Op::MoveBytes, {.a = slot, .b = made, .c = 24});
}

void FunctionCompiler::minimum_to(const syntax::CallExpr& call, bool maximum, int32_t slot) {
  const check::Type* type = type_of(call);
  CallsFirst calls(*this, pointers(call.arguments));
  int32_t best = code_.reserve(type->size());
  value_as(*call.arguments[0], type, best);
  int32_t less = code_.reserve(8);
  for (size_t i = 1; i < call.arguments.size(); ++i) {
    Slots slots(code_);
    Label keep;
    int32_t next = code_.reserve(type->size());
    value_as(*call.arguments[i], type, next);
    comparison(maximum ? syntax::TokenKind::Greater : syntax::TokenKind::Less, type, less, next,
               best);
    code_.jump(Op::JumpIfNot, keep, {.a = less});
    move(best, next, type);
    code_.place(keep);
  }
  move(slot, best, type);
}

void FunctionCompiler::print(const syntax::CallExpr& call, bool line) {
  Slots slots(code_);
  std::vector<std::pair<int32_t, const check::Type*>> printed;
  for (const auto& argument : call.arguments)
    printed.push_back({value(*argument), type_of(*argument)});
  print_values(code_, printed, line);
}

// Values that lie in slots.
void FunctionCompiler::print_values(
    CodeBuilder& code, const std::vector<std::pair<int32_t, const check::Type*>>& values,
    bool line) {
  for (size_t i = 0; i < values.size(); ++i) {
    if (line && i > 0) code.emit(Op::Print, {.c = -1});
    code.emit(Op::Print, {.a = values[i].first, .c = static_cast<int32_t>(values[i].second->id())});
  }
  if (line) code.emit(Op::Print, {.c = -2});
}

void FunctionCompiler::clear(const syntax::Expr& operand) {
  if (const auto* map = check::as<check::MapType>(type_of(operand)->underlying())) {
    code_.emit(Op::MapClear, {.b = value(operand), .d = static_cast<int32_t>(map->id())});
    return;
  }
  const check::Type* element =
      check::as<check::SliceType>(type_of(operand)->underlying())->element();
  code_.emit(Op::ZeroSlice, {.a = value(operand), .d = static_cast<int32_t>(element->id())});
}

}  // namespace hmaplab::bytecode
