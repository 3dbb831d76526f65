// What names stand for: packages, constants, types, variables, functions, builtins, nil; and
// FunctionBody, the record of everything the compiler needs about one function. All are owned by
// the CheckedProgram and final when checking is over. Read an Object by its kind, as a Type:
// as<Variable>(object).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/check/constant.h"
#include "core/check/types.h"
#include "core/syntax/nodes.h"

namespace hmaplab::check {

struct FunctionBody;
class Package;

enum class ObjectKind : uint8_t {
  PackageName,
  Constant,
  TypeName,
  Variable,
  Function,
  Builtin,
  Nil
};

class Object {
 public:
  const ObjectKind kind;
  std::string name;
  const Type* type = nullptr;        // nullptr for package names and builtins
  const Package* package = nullptr;  // where declared; nullptr: the universe
  source::Span span{};               // of the name where declared

  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

 protected:
  explicit Object(ObjectKind own) : kind(own) {}
};

template <ObjectKind K>
class ObjectOf : public Object {
 public:
  static constexpr ObjectKind kKind = K;
  ObjectOf() : Object(K) {}
};

template <class T>
const T* as(const Object* object) {
  return object != nullptr && object->kind == T::kKind ? static_cast<const T*>(object) : nullptr;
}

// An imported package, as named in the importing file.
class PackageName final : public ObjectOf<ObjectKind::PackageName> {
 public:
  const Package* imported = nullptr;
  bool used = false;
};

class NamedConstant final : public ObjectOf<ObjectKind::Constant> {
 public:
  Constant value;
};

class TypeName final : public ObjectOf<ObjectKind::TypeName> {
 public:
  bool is_alias = false;
};

enum class VariableRole : uint8_t { Package, Local, Parameter, Result, Receiver };

class Variable final : public ObjectOf<ObjectKind::Variable> {
 public:
  VariableRole role = VariableRole::Local;
  const FunctionBody* owner =
      nullptr;  // the function that declares it; nullptr for package variables
  uint32_t index =
      0;  // dense: among the owner's variables, or among all package variables of the program
  bool used = false;
  bool captured = false;       // used in a function literal inside its owner
  bool address_taken = false;  // &x, &x.f, x[:] of an array, pointer method on x or on a part of x
  // Assignments after the declaration: =, op=, ++, range without :=, &x counts as none. A named
  // result counts the results of return statements too when captured.
  uint32_t reassigned = 0;
  // Declared by the init statement of a 3-clause for, or by range with := . Under Go 1.22 rules
  // each iteration has its own copy (Package::loop_variables_per_iteration).
  bool is_loop_variable = false;

  bool is_package_level() const { return role == VariableRole::Package; }
  // Go's rule for captures: by value when never reassigned, no address taken and at most 128 bytes.
  bool capture_by_value() const;
  // Whether it must live on the heap: captured by reference, its address taken, or more than
  // 128 KiB (cmd/compile/internal/ir, MaxStackVarSize).
  bool needs_heap() const;
};

// A function or method that is declared; a method is in its NamedType::methods().
class Function final : public ObjectOf<ObjectKind::Function> {
 public:
  const FunctionType* signature() const { return static_cast<const FunctionType*>(type); }
  const syntax::FunctionDecl* declaration = nullptr;
  const FunctionBody* body = nullptr;        // nullptr: a native, see full_name
  const NamedType* receiver_type = nullptr;  // nullptr: a plain function
  bool pointer_receiver = false;
  std::string full_name;  // as in tracebacks: "main.main", "main.(*T).Add", "sync.(*Mutex).Lock"
  // Of a generic function; of a method of a generic type: the names in its receiver. Such a
  // function is only checked; what runs are its instances.
  std::vector<const TypeParameter*> type_parameters;
  // Of an instance: what it is one of, and for which types. Its full name is "main.Max[...]".
  const Function* origin = nullptr;
  std::vector<const Type*> type_arguments;

  bool is_generic() const { return !type_parameters.empty() && origin == nullptr; }
};

enum class Builtin : uint8_t {
  Append,
  Cap,
  Clear,
  Close,
  Complex,
  Copy,
  Delete,
  Imag,
  Len,
  Make,
  Max,
  Min,
  New,
  Panic,
  Print,
  Println,
  Real,
  Recover,
  // of package unsafe; Alignof, Offsetof and Sizeof are constants and never reach the compiler
  UnsafeAdd,
  UnsafeAlignof,
  UnsafeOffsetof,
  UnsafeSizeof,
  UnsafeSlice,
  UnsafeSliceData,
  UnsafeString,
  UnsafeStringData,
};

class BuiltinFunction final : public ObjectOf<ObjectKind::Builtin> {
 public:
  Builtin builtin = Builtin::Append;
};

class NilObject final : public ObjectOf<ObjectKind::Nil> {};

// One function with code: a declared function, a method, a function literal, the body of a range
// over a function (which that function calls), or the initialiser of a package's variables (then
// declaration, literal and block are null, and the code is Package::initializers).
struct FunctionBody {
  std::string name;  // as in Go's tracebacks: "main.main", "main.(*T).Method", "main.main.func1.2"
  uint32_t index = 0;  // dense among CheckedProgram::bodies()
  const Package* package = nullptr;
  uint32_t file = 0;  // index among CheckedProgram::files()
  const syntax::FunctionDecl* declaration = nullptr;
  const syntax::FunctionLiteral* literal = nullptr;
  const syntax::RangeStmt* range = nullptr;
  const syntax::BlockStmt* block = nullptr;
  const FunctionType* signature = nullptr;
  const FunctionBody* enclosing = nullptr;  // of a literal or a range: the function around it
  const Variable* receiver = nullptr;
  std::vector<const Variable*>
      parameters;  // one for each of the signature; unnamed and blank are named "_"
  std::vector<const Variable*> results;  // likewise
  bool named_results = false;
  std::vector<const Variable*>
      captured;  // of functions around it, also those that only inner literals use
  std::vector<const Variable*> variables;  // all that it declares, by Variable::index
  bool has_defer = false;
  bool calls_recover = false;
};

}  // namespace hmaplab::check
