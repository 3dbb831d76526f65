// What the checker keeps while it is at work: declarations, the function it is in, what surrounds a
// statement, type arguments that are being inferred. Private to core/check; see checker.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/check/operand.h"
#include "core/check/scope.h"

namespace hmaplab::check {

enum class State : uint8_t { Untouched, InProgress, Done };
// A package-level object, or a type declared in a function, and where it is declared.
struct Declaration {
  Object* object = nullptr;
  const syntax::Decl* node = nullptr;
  size_t name_index = 0;  // which of "var a, b"
  State state = State::Untouched;
  Scope* scope = nullptr;  // of the file
  uint32_t file = 0;
  uint32_t order = 0;
  std::unique_ptr<Scope> type_parameters;  // of a generic one: the scope of their names
  const NamedType* receiver = nullptr;     // of a method of a generic type: List[E]
  std::vector<Declaration*> dependencies;  // package-level variables and functions it mentions
  std::unordered_set<const Declaration*> known_dependencies;
};
// A body that was not parsed.
struct SkippedBody {
  FunctionBody* body = nullptr;
  Declaration* declaration = nullptr;
};
// The function whose body is being checked.
struct FunctionContext {
  FunctionBody* body = nullptr;
  FunctionContext* outer = nullptr;
  uint32_t literals = 0;  // numbered so far
  uint32_t ranges = 0;    // over functions, likewise
  std::unordered_set<const Variable*> captured;
  const Function* function = nullptr;  // the declared function it is or lies in
};
// Type arguments to be found: of a generic function that is called, and of those among its
// arguments.
struct Inference {
  std::vector<const TypeParameter*> parameters;
  std::vector<const Type*> arguments;  // nullptr: not known
  source::Span place{};                // of the error
  std::string error;
};
// A value of type argument goes where the type parameter is wanted.
struct InferencePair {
  const Type* parameter = nullptr;
  const Type* argument = nullptr;
  const Operand* operand = nullptr;
  std::string name;      // in messages, where it is not the operand's text
  bool reverse = false;  // the argument is the type that is wanted
};
// What break, continue and fallthrough may do at a statement.
struct Surroundings {
  bool in_loop = false;
  bool breakable = false;
  bool may_fall_through = false;  // the last statement of a clause that is not the last
  bool in_last_clause = false;
  bool in_type_switch = false;
};
struct EnclosingLabel {
  std::string_view name;
  const syntax::Stmt* statement = nullptr;
};
template <class T>
class Restore {
 public:
  Restore(T& place, T value) : place_(place), old_(std::exchange(place, std::move(value))) {}
  ~Restore() { place_ = std::move(old_); }
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;

 private:
  T& place_;
  T old_;
};

}  // namespace hmaplab::check
