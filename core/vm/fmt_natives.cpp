// The natives of package fmt.
#include "core/vm/machine.h"
#include "core/vm/printer.h"

namespace hmaplab::vm {

using bytecode::Native;
using check::TypeKind;

Machine::Flow Machine::fmt_native(const Instruction& i) {
  switch (static_cast<Native>(i.c)) {
    case Native::FmtFormat:
      return fmt_format(i.a);
    case Native::FmtSpeakers:
      return fmt_speakers(i.a);
    case Native::FmtInteger:
      fmt_integer(i.a);
      return Flow::Next;
    case Native::FmtIsString: {  // func isString(v any) bool
      const check::Type* type = program().type_at(get<Address>(i.a + 8));
      set<uint64_t>(i.a, type && type->underlying_kind() == TypeKind::String);
      return Flow::Next;
    }
    case Native::FmtIsNilPointer: {  // func isNilPointer(v any) bool
      const check::Type* type = program().type_at(get<Address>(i.a + 8));
      bool is_pointer = type && type->underlying_kind() == TypeKind::Pointer;
      set<uint64_t>(i.a, is_pointer && get<Address>(i.a + 16) == Address::Nil);
      return Flow::Next;
    }
    default:
      break;
  }
  INVARIANT(false, "a native of fmt without code");
}

// What printing may find out that ends the goroutine.
Machine::Flow Machine::after_printing(const Printer& printer) {
  if (printer.too_deep()) return stack_overflow();
  if (printer.saw_map_write())
    return fatal_error(Dying::Fatal,
                       gomap::text(gomap::Failure::ConcurrentMapIterationAndMapWrite));
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// func format(v any, verb rune, d directive, t []told) string
Machine::Flow Machine::fmt_format(int32_t frame) {
  Directive directive;
  std::memcpy(static_cast<void*>(&directive), base_ + frame + 40, kDirectiveBytes);
  directive.set_verb(static_cast<char32_t>(get<uint32_t>(frame + 32)));
  std::vector<Told> told;
  constexpr uint64_t kToldBytes = 24;
  for (uint64_t n = 0, count = get<uint64_t>(frame + 72); n < count; ++n) {
    Address at = get<Address>(frame + 64) + n * kToldBytes;
    told.push_back({reader_.string_at(at), reader_.load<uint8_t>(at + 16) != 0});
  }
  Printer printer(reader_, directive);
  printer.set_told(std::move(told));
  printer.print_operand(stack_address(frame + 16));
  set_string(frame, printer.text());
  return after_printing(printer);
}

// func speakers(v any, verb rune, sharp bool) []any
Machine::Flow Machine::fmt_speakers(int32_t frame) {
  Directive directive;
  directive.sharp = get<uint8_t>(frame + 48) != 0;
  directive.set_verb(static_cast<char32_t>(get<uint32_t>(frame + 40)));
  Printer printer(reader_, directive);
  printer.collect_speakers();
  printer.print_operand(stack_address(frame + 24));
  uint64_t count = printer.speakers().size();
  std::vector<Interface> values;
  for (const Speaker& speaker : printer.speakers()) {
    std::vector<std::byte> bytes(std::max<uint64_t>(8, speaker.type->size()));
    reader_.read(speaker.address, bytes.data(), speaker.type->size());
    values.push_back(make_interface(*speaker.type, bytes.data()));
  }
  Address data = Address::Nil;
  if (count > 0) {
    const check::Type* any = program().checked().types().empty_interface();
    data = allocate({.size = count * sizeof(Interface),
                     .tag = any->id(),
                     .kind = memory::ObjectKind::Arguments});
    if (data != Address::Nil) world_.heap_.write(data, values.data(), count * sizeof(Interface));
  }
  set(frame, data);
  set(frame + 8, count);
  set(frame + 16, count);
  return after_printing(printer);
}

// func integer(v any) (int, bool)
void Machine::fmt_integer(int32_t frame) {
  auto value = get<Interface>(frame + 16);
  const check::Type* type = value.type == Address::Nil ? nullptr : program().type_at(value.type);
  TypeKind kind = type ? type->underlying_kind() : TypeKind::Invalid;
  bool is_integer = kind >= TypeKind::Int && kind <= TypeKind::Uintptr;
  set<uint64_t>(frame, 0);
  set<uint64_t>(frame + 8, is_integer);
  if (is_integer) unpack(value, *type, frame);
}

}  // namespace hmaplab::vm
