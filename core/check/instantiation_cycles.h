// InstantiationCycles: finds generic declarations that would be instantiated without end, each time
// for a larger type: func f[T any]() { f[*T]() }. Private to core/check.
//
// A graph over type parameters: an edge from Q to P where P is instantiated with a type that
// mentions Q, heavy when that type is more than Q itself. A cycle with a heavy edge never ends
// (Go: types2/mono.go).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/types.h"

namespace hmaplab::check {

class InstantiationCycles {
 public:
  void add(const TypeParameter& parameter, const Type* argument, source::Span span);
  // A receiver's name for a type parameter of the type.
  void same(const TypeParameter& name, const TypeParameter& declared) {
    canonical_[&name] = &declared;
  }
  // A type declared in a generic function takes part in that function's type parameters.
  void add_local(const NamedType& type, const std::vector<const TypeParameter*>& around,
                 source::Span span);

  struct Step {
    const Type* target = nullptr;  // a type parameter, or a local type
    const Type* argument = nullptr;
    source::Span span;
  };
  // The steps of one endless cycle; empty when there is none.
  std::vector<Step> find() const;

 private:
  struct Edge {
    size_t from = 0, to = 0;
    int weight = 0;
    Step step;
  };
  size_t vertex(const Type* type);
  void connect(const Type* inner, const Type* target, const Type* whole, source::Span span);
  std::vector<Step> way_round(size_t vertex, const std::vector<size_t>& came_by) const;

  std::unordered_map<const Type*, const TypeParameter*> canonical_;
  std::unordered_map<const Type*, size_t> vertices_;
  std::vector<Edge> edges_;
};

}  // namespace hmaplab::check
