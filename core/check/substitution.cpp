#include "core/check/substitution.h"

#include "core/check/type_set.h"

namespace hmaplab::check {

std::vector<const Type*> Substitution::apply(const std::vector<const Type*>& types) const {
  std::vector<const Type*> result;
  for (const Type* type : types) result.push_back(apply(type));
  return result;
}

const Type* Substitution::apply_struct(const StructType& structure) const {
  std::vector<Field> fields = structure.fields();
  for (Field& field : fields) field.type = apply(field.type);
  return types_.struct_of(std::move(fields));
}

const Type* Substitution::apply_interface(const InterfaceType& interface) const {
  std::vector<InterfaceMethod> methods = interface.methods();
  for (InterfaceMethod& method : methods) method.type = apply(method.type);
  TypeRestriction restriction = interface.restriction();
  if (restriction.terms) {
    std::vector<TypeTerm> terms;
    for (const TypeTerm& term : *restriction.terms) unite(terms, {term.tilde, apply(term.type)});
    restriction.terms = std::move(terms);
  }
  return types_.interface_of(std::move(methods), std::move(restriction));
}

const Type* Substitution::apply(const Type* type) const {
  if (type == nullptr || !type->is_parameterized()) return type;
  if (const auto* parameter = as<TypeParameter>(type)) {
    for (size_t i = 0; i < parameters_.size(); ++i) {
      if (parameters_[i] == parameter && arguments_[i] != nullptr) return arguments_[i];
    }
    return type;
  }
  if (const auto* named = as<NamedType>(type)) {
    if (named->origin() == nullptr) return type;
    return types_.instantiate(named->origin(), apply(named->arguments()));
  }
  if (const auto* pointer = as<PointerType>(type)) {
    return types_.pointer_to(apply(pointer->element()));
  }
  if (const auto* slice = as<SliceType>(type)) return types_.slice_of(apply(slice->element()));
  if (const auto* array = as<ArrayType>(type)) {
    return types_.array_of(apply(array->element()), array->length());
  }
  if (const auto* map = as<MapType>(type)) {
    return types_.map_of(apply(map->key()), apply(map->element()));
  }
  if (const auto* channel = as<ChannelType>(type)) {
    return types_.channel_of(channel->direction(), apply(channel->element()));
  }
  if (const auto* function = as<FunctionType>(type)) {
    return types_.function_of(apply(function->parameters()), apply(function->results()),
                              function->variadic());
  }
  if (const auto* tuple = as<TupleType>(type)) return types_.tuple_of(apply(tuple->types()));
  if (const auto* structure = as<StructType>(type)) return apply_struct(*structure);
  if (const auto* interface = as<InterfaceType>(type)) return apply_interface(*interface);
  return type;
}

// An instance whose origin is still being declared has no underlying type yet: Invalid, for now.
const Type* NamedType::underlying() const {
  if (underlying_ != nullptr) return underlying_;
  const Type* general = origin_->underlying();
  if (general->kind() == TypeKind::Invalid) return general;
  return underlying_ = Substitution(*table_, origin_->parameters(), arguments_).apply(general);
}

}  // namespace hmaplab::check
