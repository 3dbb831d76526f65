// The types of a Go program, with Go's sizes and layouts on linux/amd64. Types are interned by a
// TypeTable: two identical types are the same pointer, so == on pointers is Go's type identity.
// They live as long as the table. A type is read by its kind and the subclass of that kind:
//   if (const auto* map = as<MapType>(type->underlying())) … map->key() …
// A defined type ("type point struct{…}") is a NamedType; underlying() of every other type is the
// type itself. byte is uint8, rune is int32, any is interface{}; there are no alias types. Untyped
// kinds appear only while checking and in Constant; type_of() never answers one, except Tuple and
// NoValue for calls.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/source_file.h"
#include "core/syntax/expressions.h"

namespace hmaplab::check {

class Function;
class Package;
class NamedType;
class TypeTable;

enum class TypeKind : uint8_t {
  Invalid,  // of an expression with an error; assignable to all, so that one error gives one
            // message
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  String,
  UnsafePointer,
  UntypedBool,
  UntypedInt,
  UntypedRune,
  UntypedFloat,
  UntypedComplex,
  UntypedString,
  UntypedNil,
  Named,
  Pointer,
  Slice,
  Array,
  Map,
  Channel,
  Struct,
  Function,
  Interface,
  TypeParameter,
  Tuple,  // several results of a call; the empty tuple is "no value"
};

// Which writing of a type: as the runtime prints it ("interface {}", "main.point", "uint8"), or as
// the compiler does in messages ("any", "point" inside its own package, "byte"); Link is the runtime's
// way inside the brackets of an instance, with whole package paths.
enum class TypeStyle : uint8_t { Runtime, Message, Link };

class Type {
 public:
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;
  virtual ~Type() = default;

  TypeKind kind() const { return kind_; }
  // Dense number in its TypeTable, in order of creation: deterministic, good as an index and for
  // ordering.
  uint32_t id() const { return id_; }
  virtual const Type* underlying() const { return this; }
  // Kind of the underlying type: never Named.
  TypeKind underlying_kind() const { return underlying()->kind_; }

  // Bytes of a value and its alignment, as unsafe.Sizeof and Alignof give them. 0 and 1 for Tuple
  // and Invalid.
  uint64_t size() const;
  uint64_t alignment() const;
  // Whether == is defined (interfaces: yes, it may panic); whether a value holds any pointer for
  // the collector.
  bool is_comparable() const;
  bool has_pointers() const;
  // Whether a value can be hashed and compared byte by byte without calling anything: no floats,
  // strings, interfaces, padding or blank fields. (Go's "memequal" types: what gives maps their
  // fast variants.)
  bool is_plain_memory() const;

  // Whether a type parameter is part of it: then it exists only while a generic declaration is
  // checked, not in the program that runs.
  bool is_parameterized() const { return parameterized_; }
  // How deeply types are nested in it, type arguments included.
  uint32_t nesting() const { return nesting_; }

  // As the runtime prints it: %T, panics, "map[string]int", "struct { X int \"tag\" }", "func(int,
  // ...string) error".
  std::string text(TypeStyle style = TypeStyle::Runtime) const;

 protected:
  Type(TypeKind kind, uint32_t id) : kind_(kind), id_(id) {}

  struct Layout {
    uint64_t size = 0;
    uint64_t alignment = 1;
    bool comparable = true;
    bool pointers = false;
    bool plain = true;
  };

 private:
  friend class TypeTable;
  // Computed on first demand and remembered; a type is complete when checking is over.
  const Layout& layout() const;
  Layout compute_layout() const;

  const TypeKind kind_;
  const uint32_t id_;
  bool parameterized_ = false;
  uint32_t nesting_ = 0;
  mutable Layout layout_;
  mutable bool layout_known_ = false;
};

// Kinds Invalid to UntypedNil.
class BasicType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind <= TypeKind::UntypedNil; }
  std::string_view name() const { return name_; }
  // "byte" for uint8 and "rune" for int32 in a program that writes them so, else the name.
  std::string_view message_name() const { return message_name_; }

 private:
  friend class TypeTable;
  BasicType(TypeKind kind, uint32_t id, std::string_view name)
      : Type(kind, id), name_(name), message_name_(name) {}
  std::string_view name_;
  std::string_view message_name_;
};

class PointerType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Pointer; }
  const Type* element() const { return element_; }

 private:
  friend class TypeTable;
  PointerType(uint32_t id, const Type* element) : Type(TypeKind::Pointer, id), element_(element) {}
  const Type* element_;
};

class SliceType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Slice; }
  const Type* element() const { return element_; }

 private:
  friend class TypeTable;
  SliceType(uint32_t id, const Type* element) : Type(TypeKind::Slice, id), element_(element) {}
  const Type* element_;
};

class ArrayType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Array; }
  const Type* element() const { return element_; }
  uint64_t length() const { return length_; }

 private:
  friend class TypeTable;
  ArrayType(uint32_t id, const Type* element, uint64_t length)
      : Type(TypeKind::Array, id), element_(element), length_(length) {}
  const Type* element_;
  uint64_t length_;
};

class MapType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Map; }
  const Type* key() const { return key_; }
  const Type* element() const { return element_; }

 private:
  friend class TypeTable;
  MapType(uint32_t id, const Type* key, const Type* element)
      : Type(TypeKind::Map, id), key_(key), element_(element) {}
  const Type* key_;
  const Type* element_;
};

class ChannelType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Channel; }
  syntax::ChannelDirection direction() const { return direction_; }
  const Type* element() const { return element_; }

 private:
  friend class TypeTable;
  ChannelType(uint32_t id, syntax::ChannelDirection direction, const Type* element)
      : Type(TypeKind::Channel, id), direction_(direction), element_(element) {}
  syntax::ChannelDirection direction_;
  const Type* element_;
};

struct Field {
  std::string name;  // of an embedded field: its type's name; "_" for blank
  const Type* type = nullptr;
  const Package* package = nullptr;  // where declared: unexported names of two packages differ
  bool embedded = false;
  std::string tag;      // decoded; empty: none
  source::Span span{};  // of the name
};

class StructType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Struct; }
  const std::vector<Field>& fields() const { return fields_; }
  // Byte offset of a field in a value.
  uint64_t offset(size_t field) const;

 private:
  friend class Type;
  friend class TypeTable;
  Layout compute_struct_layout() const;
  StructType(uint32_t id, std::vector<Field> fields)
      : Type(TypeKind::Struct, id), fields_(std::move(fields)) {}
  std::vector<Field> fields_;
  mutable std::vector<uint64_t> offsets_;
};

// A function's signature, without receiver and without parameter names: those belong to
// FunctionBody.
class FunctionType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Function; }
  // Of a variadic function the last one is the slice type: func(int, ...string) has int, []string.
  const std::vector<const Type*>& parameters() const { return parameters_; }
  const std::vector<const Type*>& results() const { return results_; }
  bool variadic() const { return variadic_; }

 private:
  friend class TypeTable;
  FunctionType(uint32_t id, std::vector<const Type*> parameters, std::vector<const Type*> results,
               bool variadic)
      : Type(TypeKind::Function, id),
        parameters_(std::move(parameters)),
        results_(std::move(results)),
        variadic_(variadic) {}
  std::vector<const Type*> parameters_;
  std::vector<const Type*> results_;
  bool variadic_;
};

struct InterfaceMethod {
  std::string name;
  const FunctionType* type = nullptr;
  const Package* package = nullptr;  // where declared: counts for unexported names
};

// One term of a type set: the type, or with the tilde all types that have it as underlying type.
struct TypeTerm {
  bool tilde = false;
  const Type* type = nullptr;
};

// What an interface says of its types besides their methods (specification, "Interface types"):
// such interfaces can only be constraints.
struct TypeRestriction {
  std::optional<std::vector<TypeTerm>> terms;  // nullopt: any type
  bool comparable = false;
  bool implicit = false;  // written without "interface": [S ~[]E]
};

// All methods, those of embedded interfaces included, sorted by name as in Go's itabs.
class InterfaceType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Interface; }
  const std::vector<InterfaceMethod>& methods() const { return methods_; }
  const TypeRestriction& restriction() const { return restriction_; }
  bool is_constraint() const { return restriction_.terms || restriction_.comparable; }
  bool is_empty() const { return methods_.empty() && !is_constraint(); }

 private:
  friend class TypeTable;
  InterfaceType(uint32_t id, std::vector<InterfaceMethod> methods, TypeRestriction restriction)
      : Type(TypeKind::Interface, id),
        methods_(std::move(methods)),
        restriction_(std::move(restriction)) {}
  std::vector<InterfaceMethod> methods_;
  TypeRestriction restriction_;
};

// A type parameter inside the generic declaration that declares it. Its underlying type is itself.
class TypeParameter final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::TypeParameter; }
  const std::string& name() const { return name_; }
  const Package* package() const { return package_; }
  source::Span span() const { return span_; }  // of the name where declared
  // As written: an interface, maybe a defined one, or Invalid.
  const Type* constraint() const { return constraint_; }
  // The interface that the constraint is; nullptr after an error.
  const InterfaceType* interface() const;

 private:
  friend class TypeTable;
  TypeParameter(uint32_t id, std::string name, const Package* package, source::Span span)
      : Type(TypeKind::TypeParameter, id),
        name_(std::move(name)),
        package_(package),
        span_(span) {}
  std::string name_;
  const Package* package_;
  source::Span span_;
  const Type* constraint_ = nullptr;
};

class TupleType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Tuple; }
  const std::vector<const Type*>& types() const { return types_; }

 private:
  friend class TypeTable;
  TupleType(uint32_t id, std::vector<const Type*> types)
      : Type(TypeKind::Tuple, id), types_(std::move(types)) {}
  std::vector<const Type*> types_;
};

// A defined type. Each declaration is a type of its own, those inside functions too. A generic one
// (with parameters) stands for its instances (with an origin and arguments), which are types of
// their own: Pair[int, string].
class NamedType final : public Type {
 public:
  static constexpr bool has_kind(TypeKind kind) { return kind == TypeKind::Named; }
  const std::string& name() const { return name_; }
  const Package* package() const { return package_; }  // nullptr: error, of the universe
  // Of an instance: made from that of its origin when first asked for.
  const Type* underlying() const override;
  // Declared methods in source order, with value and with pointer receivers; none of promoted ones.
  const std::vector<const Function*>& methods() const { return methods_; }
  const std::vector<const TypeParameter*>& parameters() const { return parameters_; }
  bool is_generic() const { return !parameters_.empty(); }
  const NamedType* origin() const { return origin_; }  // nullptr: no instance
  const std::vector<const Type*>& arguments() const { return arguments_; }
  // Declared in a generic function: the type arguments of that function, for the runtime's name.
  const std::vector<const Type*>& enclosing_arguments() const { return enclosing_arguments_; }
  // Of a type declared in a function: its number among those of the package, from 1; else 0.
  uint32_t local_number() const { return local_number_; }

 private:
  friend class TypeTable;
  friend class ProgramBuilder;
  NamedType(uint32_t id, std::string name, const Package* package, const Type* underlying)
      : Type(TypeKind::Named, id),
        name_(std::move(name)),
        package_(package),
        underlying_(underlying) {}
  std::string name_;
  const Package* package_;
  mutable const Type* underlying_;  // nullptr: of an instance, not yet made
  std::vector<const Function*> methods_;
  std::vector<const TypeParameter*> parameters_;
  const NamedType* origin_ = nullptr;
  std::vector<const Type*> arguments_;
  std::vector<const Type*> enclosing_arguments_;
  uint32_t local_number_ = 0;
  TypeTable* table_ = nullptr;  // of an instance
};

// The type as a T, or nullptr when it is of another kind. Does not look through names: give it
// underlying().
template <class T>
const T* as(const Type* type) {
  return type != nullptr && T::has_kind(type->kind()) ? static_cast<const T*>(type) : nullptr;
}

}  // namespace hmaplab::check
