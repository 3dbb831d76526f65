// The TypeTable owns all types of one program and makes each only once, so that identical types are
// one pointer. The compiler may intern further types after checking (a pointer to a captured
// variable's type, for example).
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/types.h"

namespace hmaplab::check {

class TypeTable {
 public:
  TypeTable();
  ~TypeTable();

  // Invalid to UntypedNil.
  const Type* basic(TypeKind kind) const { return basic_[static_cast<size_t>(kind)]; }
  const Type* empty_interface() const { return empty_interface_; }  // any
  const NamedType* error_type() const { return error_; }
  const TupleType* no_value() const { return no_value_; }

  const PointerType* pointer_to(const Type* element);
  const SliceType* slice_of(const Type* element);
  const ArrayType* array_of(const Type* element, uint64_t length);
  const MapType* map_of(const Type* key, const Type* element);
  const ChannelType* channel_of(syntax::ChannelDirection direction, const Type* element);
  const StructType* struct_of(std::vector<Field> fields);
  const FunctionType* function_of(std::vector<const Type*> parameters,
                                  std::vector<const Type*> results, bool variadic);
  const InterfaceType* interface_of(std::vector<InterfaceMethod> methods,  // sorts them
                                    TypeRestriction restriction = {});
  const TupleType* tuple_of(std::vector<const Type*> types);
  // How messages name a basic type that has two names (byte, rune).
  void set_message_name(TypeKind kind, std::string_view name);
  // A new defined type; each call gives another one.
  NamedType* new_named(std::string name, const Package* package, const Type* underlying);
  const NamedType* comparable_type() const { return comparable_; }

  TypeParameter* new_type_parameter(std::string name, const Package* package, source::Span span);
  void set_constraint(const TypeParameter* parameter, const Type* constraint);
  void set_parameters(const NamedType* generic, std::vector<const TypeParameter*> parameters);
  // A type declared in a function; in a generic one: checked for these arguments, or as it is.
  void set_local(NamedType* type, uint32_t number, std::vector<const Type*> arguments,
                 bool is_parameterized);
  // The instance of a generic type, as many arguments as it has parameters; each only once. Beyond
  // kMostNesting it gives Invalid and notes it.
  const Type* instantiate(const NamedType* generic, std::vector<const Type*> arguments);
  static constexpr uint32_t kMostNesting = 100;
  bool nested_too_deeply() const { return nested_too_deeply_; }
  // Called for each new instance: gives it its methods.
  void on_instance(std::function<void(NamedType*)> action) { on_instance_ = std::move(action); }

  // All types so far, by id.
  const std::vector<std::unique_ptr<Type>>& all() const { return types_; }

 private:
  template <class T, class... Arguments>
  T* make(Arguments&&... arguments);
  void note_parts(Type& type, const std::vector<const Type*>& parts);
  template <class T, class... Arguments>
  const T* intern(const std::string& key, const std::vector<const Type*>& parts,
                  Arguments&&... arguments);

  std::vector<std::unique_ptr<Type>> types_;
  std::unordered_map<std::string, const Type*> interned_;
  std::array<const Type*, static_cast<size_t>(TypeKind::UntypedNil) + 1> basic_{};
  const InterfaceType* empty_interface_ = nullptr;
  const TupleType* no_value_ = nullptr;
  const NamedType* error_ = nullptr;
  const NamedType* comparable_ = nullptr;
  std::function<void(NamedType*)> on_instance_;
  bool nested_too_deeply_ = false;
};

}  // namespace hmaplab::check
