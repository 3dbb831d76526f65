#include "core/check/lookup.h"

#include <algorithm>
#include <unordered_set>

namespace hmaplab::check {
namespace {

// An embedded type still to be searched, and the way to it.
struct Candidate {
  const Type* type = nullptr;  // without pointer
  std::vector<FieldStep> path;
  bool is_pointer = false;  // the value there is a pointer to type
  bool through_pointer = false;
  bool multiple = false;  // reached on two ways of one depth
};

Candidate without_pointer(const Type* type) {
  Candidate candidate;
  candidate.type = type;
  // A defined pointer type has no methods and its fields are found through the pointer below.
  const auto* pointer = as<PointerType>(type->underlying());
  if (pointer != nullptr) {
    candidate.type = pointer->element();
    candidate.is_pointer = candidate.through_pointer = true;
  }
  return candidate;
}

void note(Lookup& found, Lookup hit, bool multiple) {
  if (found.kind != LookupKind::Nothing || multiple) {
    found = {};
    found.kind = LookupKind::Ambiguous;
  } else {
    found = std::move(hit);
  }
}

class Search {
 public:
  Search(std::string_view name, const Package* package) : name_(name), package_(package) {}

  Lookup run(const Type* type) {
    if (as<NamedType>(type) != nullptr && type->underlying_kind() == TypeKind::Pointer) {
      const Type* pointee = as<PointerType>(type->underlying())->element();
      if (pointee->underlying_kind() == TypeKind::Interface) return {};
    }
    std::vector<Candidate> level = {without_pointer(type)};
    TypeKind kind = level[0].type->underlying_kind();
    bool has_no_pointers = kind == TypeKind::Interface || kind == TypeKind::TypeParameter;
    if (level[0].is_pointer && has_no_pointers) return {};
    bool named_pointer = as<NamedType>(type) != nullptr && level[0].is_pointer;
    while (!level.empty()) {
      next_.clear();
      Lookup found;
      for (const Candidate& candidate : level) search(candidate, found, named_pointer);
      if (found.kind != LookupKind::Nothing) return found;
      level = std::move(next_);
      named_pointer = false;
    }
    return {};
  }

 private:
  void search(const Candidate& candidate, Lookup& found, bool skip_methods) {
    if (const auto* named = as<NamedType>(candidate.type)) {
      if (!seen_.insert(named).second) return;
      if (!skip_methods && search_methods(*named, candidate, found)) return;
    }
    if (const auto* structure = as<StructType>(candidate.type->underlying())) {
      search_fields(*structure, candidate, found);
    } else if (const auto* interface = as<InterfaceType>(candidate.type->underlying())) {
      search_interface(*interface, candidate, found);
    } else if (const auto* parameter = as<TypeParameter>(candidate.type)) {
      if (parameter->interface() != nullptr) {
        search_interface(*parameter->interface(), candidate, found);
      }
    }
  }

  Lookup hit(LookupKind kind, const Candidate& candidate) const {
    Lookup result;
    result.kind = kind;
    result.path = candidate.path;
    result.through_pointer = candidate.through_pointer;
    result.holder = candidate.type;
    return result;
  }

  bool search_methods(const NamedType& named, const Candidate& candidate, Lookup& found) {
    for (const Function* method : named.methods()) {
      if (!same_name(method->name, method->package, name_, package_)) continue;
      Lookup result = hit(LookupKind::Method, candidate);
      result.method = method;
      result.holder_is_pointer = candidate.is_pointer;
      note(found, std::move(result), candidate.multiple);
      return true;
    }
    return false;
  }

  void search_fields(const StructType& structure, const Candidate& candidate, Lookup& found) {
    for (uint32_t i = 0; i < structure.fields().size(); ++i) {
      const Field& field = structure.fields()[i];
      if (same_name(field.name, field.package, name_, package_)) {
        Lookup result = hit(LookupKind::Field, candidate);
        result.path.push_back({candidate.is_pointer, &structure, i});
        result.field = &field;
        note(found, std::move(result), candidate.multiple);
      } else if (found.kind == LookupKind::Nothing && field.embedded) {
        Candidate inner = without_pointer(field.type);
        inner.path = candidate.path;
        inner.path.push_back({candidate.is_pointer, &structure, i});
        inner.through_pointer = inner.through_pointer || candidate.through_pointer;
        inner.multiple = candidate.multiple;
        add_candidate(std::move(inner));
      }
    }
  }

  void search_interface(const InterfaceType& interface, const Candidate& candidate, Lookup& found) {
    for (uint32_t i = 0; i < interface.methods().size(); ++i) {
      const InterfaceMethod& method = interface.methods()[i];
      if (!same_name(method.name, method.package, name_, package_)) continue;
      Lookup result = hit(LookupKind::InterfaceMethod, candidate);
      result.interface = &interface;
      result.interface_method = i;
      note(found, std::move(result), candidate.multiple);
    }
  }

  void add_candidate(Candidate candidate) {
    for (Candidate& other : next_) {
      if (other.type != candidate.type || as<NamedType>(other.type) == nullptr) continue;
      other.multiple = true;
      return;
    }
    next_.push_back(std::move(candidate));
  }

  std::string_view name_;
  const Package* package_;
  std::vector<Candidate> next_;
  std::unordered_set<const NamedType*> seen_;
};

}  // namespace

bool is_exported(std::string_view name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

bool same_name(std::string_view left, const Package* left_package, std::string_view right,
               const Package* right_package) {
  if (left != right || left == "_") return false;
  return is_exported(left) || left_package == right_package;
}

Lookup look_up(const Type* type, std::string_view name, const Package* package) {
  return Search(name, package).run(type);
}

ReceiverAdjustment adjustment_of(const Lookup& found) {
  if (found.kind != LookupKind::Method) return ReceiverAdjustment::None;
  if (found.method->pointer_receiver == found.holder_is_pointer) return ReceiverAdjustment::None;
  return found.holder_is_pointer ? ReceiverAdjustment::Dereference
                                 : ReceiverAdjustment::TakeAddress;
}

bool in_method_set(const Lookup& found) {
  if (found.kind == LookupKind::InterfaceMethod) return true;
  if (found.kind != LookupKind::Method) return false;
  return !found.method->pointer_receiver || found.through_pointer;
}

}  // namespace hmaplab::check
