// The natives of package fmt.
#include "core/vm/machine.h"
#include "core/vm/printer.h"

namespace hmaplab::vm {

using check::TypeKind;

// func isString(v any) bool
Machine::Flow Machine::fmt_is_string(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  set<uint64_t>(call, type && type->underlying_kind() == TypeKind::String);
  return Flow::Next;
}

// func isNilPointer(v any) bool
Machine::Flow Machine::fmt_is_nil_pointer(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  bool is_pointer = type && type->underlying_kind() == TypeKind::Pointer;
  set<uint64_t>(call, is_pointer && get<Address>(call + 16) == Address::Nil);
  return Flow::Next;
}

// func write(text string)
Machine::Flow Machine::fmt_write(int32_t call) { return output(string_at(call), false); }

// What printing may find out that ends the goroutine.
Machine::Flow Machine::after_printing(const Printer& printer) {
  if (printer.too_deep()) return stack_overflow();
  if (printer.saw_map_write())
    return fatal_error(Dying::Fatal,
                       gomap::text(gomap::Failure::ConcurrentMapIterationAndMapWrite));
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// func format(v any, verb rune, d directive, t []told) string
Machine::Flow Machine::fmt_format(int32_t call) {
  Directive directive;
  std::memcpy(static_cast<void*>(&directive), base_ + call + 40, kDirectiveBytes);
  directive.set_verb(static_cast<char32_t>(get<uint32_t>(call + 32)));
  std::vector<Told> told;
  constexpr uint64_t kToldBytes = 24;
  for (uint64_t n = 0, count = get<uint64_t>(call + 72); n < count; ++n) {
    Address at = get<Address>(call + 64) + n * kToldBytes;
    told.push_back({reader_.string_at(at), reader_.load<uint8_t>(at + 16) != 0});
  }
  Printer printer(reader_, directive);
  printer.set_told(std::move(told));
  std::vector<ReadBytes> read;
  if (world_.order_) reader_.watch(&read);
  printer.print_operand(stack_address(call + 16));
  reader_.watch(nullptr);
  race_formatted(read);
  set_string(call, printer.text());
  return after_printing(printer);
}

// func speakers(v any, verb rune, sharp bool) []any
Machine::Flow Machine::fmt_speakers(int32_t call) {
  Directive directive;
  directive.sharp = get<uint8_t>(call + 48) != 0;
  directive.set_verb(static_cast<char32_t>(get<uint32_t>(call + 40)));
  Printer printer(reader_, directive);
  printer.collect_speakers();
  printer.print_operand(stack_address(call + 24));
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
  set(call, data);
  set(call + 8, count);
  set(call + 16, count);
  return after_printing(printer);
}

// func integer(v any) (int, bool)
Machine::Flow Machine::fmt_integer(int32_t call) {
  auto value = get<Interface>(call + 16);
  const check::Type* type = value.type == Address::Nil ? nullptr : program().type_at(value.type);
  TypeKind kind = type ? type->underlying_kind() : TypeKind::Invalid;
  bool is_integer = kind >= TypeKind::Int && kind <= TypeKind::Uintptr;
  set<uint64_t>(call, 0);
  set<uint64_t>(call + 8, is_integer);
  if (is_integer) unpack(value, *type, call);
  return Flow::Next;
}

}  // namespace hmaplab::vm
