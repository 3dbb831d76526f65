// The TypeTable owns all types of one program and makes each only once, so that identical types are
// one pointer. The compiler may intern further types after checking (a pointer to a captured
// variable's type, for example).
#pragma once

#include <array>
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
  const InterfaceType* interface_of(std::vector<InterfaceMethod> methods);  // sorts them
  const TupleType* tuple_of(std::vector<const Type*> types);
  // How messages name a basic type that has two names (byte, rune).
  void set_message_name(TypeKind kind, std::string_view name);
  // A new defined type; each call gives another one.
  NamedType* new_named(std::string name, const Package* package, const Type* underlying);

  // All types so far, by id.
  const std::vector<std::unique_ptr<Type>>& all() const { return types_; }

 private:
  template <class T, class... Arguments>
  T* make(Arguments&&... arguments);
  template <class T, class... Arguments>
  const T* intern(const std::string& key, Arguments&&... arguments);

  std::vector<std::unique_ptr<Type>> types_;
  std::unordered_map<std::string, const Type*> interned_;
  std::array<const Type*, static_cast<size_t>(TypeKind::UntypedNil) + 1> basic_{};
  const InterfaceType* empty_interface_ = nullptr;
  const TupleType* no_value_ = nullptr;
  const NamedType* error_ = nullptr;
};

}  // namespace hmaplab::check
