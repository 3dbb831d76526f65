// Questions about basic kinds that the specification asks: integer, numeric, ordered …
#pragma once

#include "core/check/types.h"

namespace hmaplab::check {

constexpr bool is_untyped(TypeKind kind) {
  return kind >= TypeKind::UntypedBool && kind <= TypeKind::UntypedNil;
}
constexpr bool is_boolean(TypeKind kind) {
  return kind == TypeKind::Bool || kind == TypeKind::UntypedBool;
}
constexpr bool is_string(TypeKind kind) {
  return kind == TypeKind::String || kind == TypeKind::UntypedString;
}
constexpr bool is_integer(TypeKind kind) {
  return (kind >= TypeKind::Int && kind <= TypeKind::Uintptr) || kind == TypeKind::UntypedInt ||
         kind == TypeKind::UntypedRune;
}
constexpr bool is_unsigned(TypeKind kind) {
  return kind >= TypeKind::Uint && kind <= TypeKind::Uintptr;
}
constexpr bool is_float(TypeKind kind) {
  return kind == TypeKind::Float32 || kind == TypeKind::Float64 || kind == TypeKind::UntypedFloat;
}
constexpr bool is_complex(TypeKind kind) {
  return kind == TypeKind::Complex64 || kind == TypeKind::Complex128 ||
         kind == TypeKind::UntypedComplex;
}
constexpr bool is_numeric(TypeKind kind) {
  return is_integer(kind) || is_float(kind) || is_complex(kind);
}
constexpr bool is_ordered(TypeKind kind) {
  return is_integer(kind) || is_float(kind) || is_string(kind);
}
// Of a sized integer kind: 8 to 64.
constexpr unsigned integer_bits(TypeKind kind) {
  if (kind == TypeKind::Int8 || kind == TypeKind::Uint8) return 8;
  if (kind == TypeKind::Int16 || kind == TypeKind::Uint16) return 16;
  if (kind == TypeKind::Int32 || kind == TypeKind::Uint32) return 32;
  return 64;
}
// A type whose constants exist: bool, string or numeric, named or not.
inline bool is_constant_type(const Type* type) {
  TypeKind kind = type->underlying_kind();
  return is_boolean(kind) || is_string(kind) || is_numeric(kind);
}
// The kinds that nil can have.
inline bool has_nil(const Type* type) {
  TypeKind kind = type->underlying_kind();
  return kind == TypeKind::Pointer || kind == TypeKind::Slice || kind == TypeKind::Map ||
         kind == TypeKind::Channel || kind == TypeKind::Function || kind == TypeKind::Interface ||
         kind == TypeKind::UnsafePointer || kind == TypeKind::UntypedNil;
}

}  // namespace hmaplab::check
