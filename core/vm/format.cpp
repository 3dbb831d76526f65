// Printing Go values as the runtime does, and for those who only look.
#include <fmt/format.h>

#include <cmath>

#include "core/vm/printer.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

using check::TypeKind;

std::string format_value(const Reader& reader, const check::Type& type, Address address,
                         Verb verb) {
  Printer printer(reader, Directive{});
  if (verb == Verb::Quoted) printer.quote_strings();
  printer.print(type, address);
  return printer.text();
}

namespace {

// As print writes floats.
std::string print_float(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  std::string text = fmt::format("{:+.6e}", value);
  size_t mark = text.find('e');  // exponents have three digits
  if (mark != std::string::npos && text.size() - mark == 4) text.insert(mark + 2, "0");
  return text;
}

}  // namespace

std::string format_for_print(const Reader& reader, const check::Type& type, Address address) {
  TypeKind kind = type.underlying_kind();
  if (kind == TypeKind::Float32) return print_float(static_cast<double>(reader.load<float>(address)));
  if (kind == TypeKind::Float64) return print_float(reader.load<double>(address));
  if (kind == TypeKind::Complex64) {
    return fmt::format("({}{}i)", print_float(reader.load<float>(address)),
                       print_float(reader.load<float>(address + 4)));
  }
  if (kind == TypeKind::Complex128) {
    return fmt::format("({}{}i)", print_float(reader.load<double>(address)),
                       print_float(reader.load<double>(address + 8)));
  }
  if (kind <= TypeKind::String) return format_value(reader, type, address);
  std::string words;
  for (uint64_t at = 0; at < type.size(); at += 8) {
    words += fmt::format("{}0x{:x}", words.empty() ? "" : ",", reader.load<uint64_t>(address + at));
  }
  return type.size() <= 8 ? words : "(" + words + ")";
}

// printpanicval: basic kinds as print does, named ones with their type, all others as their type
// and address.
std::string format_for_panic(const Reader& reader, const check::Type& type, Address address) {
  TypeKind kind = type.underlying_kind();
  if (kind > TypeKind::String) {
    auto place = is_pointer_shaped(type) ? reader.load<uint64_t>(address) : memory::bits(address);
    return fmt::format("({}) 0x{:x}", type.text(), place);
  }
  std::string text = format_for_print(reader, type, address);
  if (type.kind() != TypeKind::Named) return text;
  if (kind == TypeKind::Complex64 || kind == TypeKind::Complex128) return type.text() + text;
  return kind == TypeKind::String ? fmt::format("{}(\"{}\")", type.text(), text)
                                  : fmt::format("{}({})", type.text(), text);
}

std::optional<std::string> runtime_error_text(const Reader& reader, const Interface& value) {
  const bytecode::Program& program = reader.program();
  const check::Type* type = value.type == Address::Nil ? nullptr : program.type_at(value.type);
  if (!type) return std::nullopt;
  for (const char* name : {"errorString", "boundsError"}) {
    if (type == program.runtime_type(name)) return "runtime error: " + reader.string_at(value.data);
  }
  for (const char* name : {"plainError", "*TypeAssertionError", "*PanicNilError"}) {
    if (type == program.runtime_type(name)) return reader.string_at(value.data);
  }
  return std::nullopt;
}

}  // namespace hmaplab::vm
