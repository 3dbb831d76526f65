#include "core/bytecode/call_layout.h"

namespace hmaplab::bytecode {

CallLayout layout_of(const check::FunctionType& signature, const check::Type* receiver) {
  CallLayout layout;
  auto place = [&](const check::Type* type) {
    int32_t offset = layout.bytes;
    layout.bytes += slot_bytes(type->size());
    return offset;
  };
  for (const check::Type* type : signature.results()) layout.results.push_back(place(type));
  layout.result_bytes = layout.bytes;
  if (receiver) layout.receiver = place(receiver);
  for (const check::Type* type : signature.parameters()) layout.parameters.push_back(place(type));
  return layout;
}

ValueKind kind_of(const check::Type& type) {
  using check::TypeKind;
  switch (type.underlying_kind()) {
    case TypeKind::Int8:
      return ValueKind::Int8;
    case TypeKind::Int16:
      return ValueKind::Int16;
    case TypeKind::Int32:
      return ValueKind::Int32;
    case TypeKind::Int:
    case TypeKind::Int64:
      return ValueKind::Int64;
    case TypeKind::Bool:
    case TypeKind::Uint8:
      return ValueKind::Uint8;
    case TypeKind::Uint16:
      return ValueKind::Uint16;
    case TypeKind::Uint32:
      return ValueKind::Uint32;
    case TypeKind::Uint:
    case TypeKind::Uint64:
    case TypeKind::Uintptr:
      return ValueKind::Uint64;
    case TypeKind::UnsafePointer:
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Channel:
    case TypeKind::Function:
      return ValueKind::Pointer;
    case TypeKind::Float32:
      return ValueKind::Float32;
    case TypeKind::Float64:
      return ValueKind::Float64;
    case TypeKind::Complex64:
    case TypeKind::Complex128:
    case TypeKind::String:
    case TypeKind::Slice:
    case TypeKind::Array:
    case TypeKind::Struct:
    case TypeKind::Interface:
    case TypeKind::TypeParameter:
    case TypeKind::Tuple:
    case TypeKind::Named:
    case TypeKind::Invalid:
    case TypeKind::UntypedBool:
    case TypeKind::UntypedInt:
    case TypeKind::UntypedRune:
    case TypeKind::UntypedFloat:
    case TypeKind::UntypedComplex:
    case TypeKind::UntypedString:
    case TypeKind::UntypedNil:
      return ValueKind::Block;
  }
  return ValueKind::Block;
}

}  // namespace hmaplab::bytecode
