// Finding fields and methods by name, through embedded fields, as the specification says
// ("Selectors"): the shallowest one counts, two on one level are ambiguous. Used by the checker and
// for method sets afterwards.
#pragma once

#include <string_view>
#include <vector>

#include "core/check/checked_program.h"

namespace hmaplab::check {

enum class LookupKind : uint8_t { Nothing, Field, Method, InterfaceMethod, Ambiguous };

struct Lookup {
  LookupKind kind = LookupKind::Nothing;
  std::vector<FieldStep> path;  // of a field: itself last
  const Field* field = nullptr;
  const Function* method = nullptr;
  const InterfaceType* interface = nullptr;
  uint32_t interface_method = 0;
  const Type* holder = nullptr;    // the type after the path, without pointer
  bool holder_is_pointer = false;  // of a method: what stands after the path is a pointer to holder
  bool through_pointer = false;    // some pointer was followed, the operand's own included
};

bool is_exported(std::string_view name);
// Whether the two names mean the same: equal, and exported or of one package.
bool same_name(std::string_view left, const Package* left_package, std::string_view right,
               const Package* right_package);

Lookup look_up(const Type* type, std::string_view name, const Package* package);

// What must be done with the value after the path so that it is the receiver of the method.
ReceiverAdjustment adjustment_of(const Lookup& found);

// Whether the method found is in the method set of the type searched: no address need be taken.
bool in_method_set(const Lookup& found);

}  // namespace hmaplab::check
