// Interface values: making them, type assertions, comparing, finding methods.
#include <fmt/format.h>

#include "core/bytecode/call_layout.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using check::TypeKind;

// Pointer-shaped values are the data word; all others are put into a box that nobody changes.
Interface Machine::make_interface(const check::Type& type, const std::byte* value) {
  Interface made{bytecode::Program::type_address(&type), Address::Nil};
  if (is_pointer_shaped(type)) {
    std::memcpy(&made.data, value, 8);
    return made;
  }
  made.data = allocate({.size = type.size(),
                        .tag = type.id(),
                        .kind = memory::ObjectKind::Boxed,
                        .has_pointers = type.has_pointers()});
  if (made.data != Address::Nil) world_.heap_.write(made.data, value, type.size());
  return made;
}

// The dynamic value, which has this type, into a slot.
void Machine::unpack(const Interface& value, const check::Type& type, int32_t offset) {
  if (is_pointer_shaped(type)) return set(offset, value.data);
  ValueKind kind = bytecode::kind_of(type);
  load_private(offset, value.data, kind, static_cast<int32_t>(type.size()));
}

bool Machine::matches(const Interface& value, const check::Type& wanted) const {
  const check::Type* dynamic = reader_.type_of(value);
  if (!dynamic) return false;
  const auto* interface = check::as<check::InterfaceType>(wanted.underlying());
  if (!interface) return dynamic == &wanted;
  for (uint32_t i = 0; i < interface->methods().size(); ++i) {
    if (program().method_of(dynamic, {interface, i}) < 0) return false;
  }
  return true;
}

Machine::Flow Machine::assertion(const Instruction& i) {
  auto value = get<Interface>(i.b);
  const check::Type& wanted = *program().type(static_cast<uint32_t>(i.c));
  bool to_interface = wanted.underlying_kind() == TypeKind::Interface;
  bool comma_ok = i.op == Op::AssertConcreteOk || i.op == Op::AssertInterfaceOk;
  bool ok = matches(value, wanted);
  if (ok) {
    if (to_interface) {
      set(i.a, value);
    } else {
      unpack(value, wanted, i.a);
    }
  }
  if (comma_ok) {
    if (!ok) std::memset(base_ + i.a, 0, static_cast<size_t>(bytecode::slot_bytes(wanted.size())));
    set<uint64_t>(i.d, ok);
    return Flow::Next;
  }
  if (ok) return Flow::Next;
  const check::Type* dynamic = reader_.type_of(value);
  std::string from = program().type(static_cast<uint32_t>(i.d))->text();
  auto fail = [&](const std::string& text) {
    return panic(error_value("*TypeAssertionError", "interface conversion: " + text));
  };
  if (!to_interface) {
    bool same_text = dynamic && dynamic->text() == wanted.text();
    return fail(fmt::format("{} is {}, not {}{}", from, dynamic ? dynamic->text() : "nil",
                            wanted.text(), same_text ? " (types from different scopes)" : ""));
  }
  if (!dynamic) return fail(fmt::format("interface is nil, not {}", wanted.text()));
  const auto& methods = check::as<check::InterfaceType>(wanted.underlying())->methods();
  size_t missing = 0;
  while (program().method_of(dynamic, {check::as<check::InterfaceType>(wanted.underlying()),
                                       static_cast<uint32_t>(missing)}) >= 0)
    ++missing;
  return fail(fmt::format("{} is not {}: missing method {}", dynamic->text(), wanted.text(),
                          methods[missing].name));
}

Machine::Flow Machine::method_of(const Instruction& i) {
  auto value = get<Interface>(i.b);
  if (value.type == Address::Nil) return nil_dereference();
  const check::Type* dynamic = reader_.type_of(value);
  int32_t function =
      dynamic ? program().method_of(dynamic, program().interface_method(static_cast<uint32_t>(i.c)))
              : -1;
  if (function < 0) return bad_address(value.type);  // only package unsafe makes such values
  set(i.a, bytecode::Program::function_address(static_cast<uint32_t>(function)));
  set(i.a + 8, value.data);
  return Flow::Next;
}

Machine::Flow Machine::value_equal(const Instruction& i) {
  gomap::KeyAnswer answer = equal_values(reader_, *program().type(static_cast<uint32_t>(i.d)),
                                         stack_address(i.b), stack_address(i.c));
  if (!answer.possible)
    return runtime_error("comparing uncomparable type " + program().type(answer.offender)->text());
  set(i.a, answer.value);
  return Flow::Next;
}

}  // namespace hmaplab::vm
