// A Go program that compiles, as the checker hands it to the compiler: the trees of all files
// unchanged, and beside them tables that say what each expression is. Everything here is final and
// lives as long as the program.
//
//   type_of(expr)      the final type: untyped constants have the type their context gave them.
//   Where a value goes
//                      into an interface, type_of(value) differs from the target's type: convert
//                      there. So also for nil (type_of is the target's type) and for channels that
//                      lose a direction (nothing to do).
//   constant_of(expr)  the value, when the expression is constant: emit it and do not look inside
//   object_of(name)    what a name means, at uses and declarations; nullptr for _ and for field
//   names selection_of(x.f)  which field, method or package member, through which embedded fields
//   call_of(f(x))      call, conversion or builtin
//   body_of(func…)     the FunctionBody of a literal; of a declared function: Function::body
//
// A type expression has its type in type_of too; call_of, constant_of and object_of of other things
// answer nullptr.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/check/objects.h"
#include "core/check/type_table.h"
#include "core/source/source_file.h"
#include "core/syntax/nodes.h"

namespace hmaplab::check {

enum class SelectionKind : uint8_t {
  Field,             // x.f; path leads to it, its last step included
  Method,            // x.M: to be called, or a method value when not called
  InterfaceMethod,   // x.M where x (after path) is an interface value
  MethodExpression,  // T.M: a function whose first parameter is the receiver
  PackageMember,     // fmt.Println: see object_of(selector.selected)
};

// One step into a struct: what stands before is a value of the struct, or a pointer to it to be
// followed first.
struct FieldStep {
  bool dereference = false;
  const StructType* structure = nullptr;
  uint32_t field = 0;  // index in structure->fields()
};

// How the operand (after the path) becomes the receiver that the method declares.
enum class ReceiverAdjustment : uint8_t { None, TakeAddress, Dereference };

struct Selection {
  SelectionKind kind = SelectionKind::Field;
  const Type* receiver = nullptr;  // type of x in x.f; T in T.f
  std::vector<FieldStep> path;  // of methods: embedded fields to pass; of a field: with itself last
  const Type* type = nullptr;   // of the field; of a method without its receiver
  // Of Method, and of MethodExpression of a concrete type.
  const Function* method = nullptr;
  ReceiverAdjustment adjustment = ReceiverAdjustment::None;
  // Of InterfaceMethod, and of MethodExpression of an interface type: which of
  // interface->methods().
  const InterfaceType* interface = nullptr;
  uint32_t interface_method = 0;
};

enum class CallKind : uint8_t { Function, Conversion, Builtin };

struct CallInfo {
  CallKind kind = CallKind::Function;
  // Of a Function: the signature called. f(g()) with a g of several results spreads them: then
  // there is one argument, whose type_of is a Tuple.
  const FunctionType* signature = nullptr;
  const Type* target = nullptr;  // of a Conversion
  Builtin builtin = Builtin::Append;
};

// One initialisation of package variables: "var a, b = f()" is one with two variables ("_" is
// nullptr).
struct Initializer {
  std::vector<const Variable*> variables;
  const syntax::Expr* value = nullptr;
};

// A Go language version: 1.21, 1.22.
struct LanguageVersion {
  uint32_t major = 1;
  uint32_t minor = 23;
  friend auto operator<=>(const LanguageVersion&, const LanguageVersion&) = default;
};

class Package {
 public:
  std::string path;                                // as imported: "sync/atomic"
  LanguageVersion version{1, 23};                  // the standard packages are always of the latest
  std::string name;                                // "atomic"
  std::vector<uint32_t> files;                     // indexes among CheckedProgram::files()
  std::vector<const Package*> imports;             // each once, in order of first import
  std::vector<Initializer> initializers;           // in the order in which they run
  const FunctionBody* initializer_body = nullptr;  // owner of literals inside the initializers
  std::vector<const Function*>
      init_functions;                      // func init(), in source order; run after initializers
  std::vector<const Function*> functions;  // all declared functions and methods, in source order

  bool loop_variables_per_iteration() const { return version >= LanguageVersion{1, 22}; }
  // The package-level object of that name, or nullptr.
  const Object* member(std::string_view member_name) const;

 private:
  friend class ProgramBuilder;
  std::vector<std::pair<std::string, const Object*>> members_;  // sorted by name
};

// A method found on a type, perhaps promoted from an embedded field: what an itab entry needs.
struct MethodEntry {
  std::string name;
  const Package* package = nullptr;
  const FunctionType* type = nullptr;
  std::vector<FieldStep> path;
  ReceiverAdjustment adjustment = ReceiverAdjustment::None;
  const Function* method = nullptr;  // or of an embedded interface:
  const InterfaceType* interface = nullptr;
  uint32_t interface_method = 0;
};

// What check::check found out about one expression.
struct ExprFacts {
  const Type* type = nullptr;
  const Object* object = nullptr;
  const Constant* constant = nullptr;
  const Selection* selection = nullptr;
  const CallInfo* call = nullptr;
  const FunctionBody* body = nullptr;
  bool defines = false;
  bool comma_ok = false;
  bool is_type = false;
};

class ProgramBuilder;

// What still knows how to check the bodies of the standard packages' functions.
class Library {
 public:
  virtual ~Library() = default;
  virtual void check_body(const FunctionBody& body) = 0;
};

class CheckedProgram {
 public:
  ~CheckedProgram();

  // The bodies of the standard packages' functions are checked when they are needed: before this is
  // called for one, it has no block and no variables.
  void check_body(const FunctionBody& body) {
    if (library_ && body.block == nullptr) library_->check_body(body);
  }
  // When no more bodies are needed.
  void forget_library() { library_ = nullptr; }

  const Type* type_of(const syntax::Expr& expr) const { return facts(expr).type; }
  const Constant* constant_of(const syntax::Expr& expr) const { return facts(expr).constant; }
  const Object* object_of(const syntax::Identifier& name) const { return facts(name).object; }
  const Selection* selection_of(const syntax::SelectorExpr& e) const { return facts(e).selection; }
  const CallInfo* call_of(const syntax::CallExpr& call) const { return facts(call).call; }
  const FunctionBody* body_of(const syntax::FunctionLiteral& e) const { return facts(e).body; }
  // Of a range over a function: what it calls for each value. nullptr for other ranges.
  const FunctionBody* body_of(const syntax::RangeStmt& range) const {
    return facts_[range.id].body;
  }
  // Whether the name declares its object here (tells new from old names after :=).
  bool defines(const syntax::Identifier& name) const { return facts(name).defines; }
  // Whether m[k], x.(T) or <-c stands where two values are wanted. type_of is then still the first
  // value's type.
  bool is_comma_ok(const syntax::Expr& expr) const { return facts(expr).comma_ok; }
  bool is_type(const syntax::Expr& expr) const { return facts(expr).is_type; }
  // The variable that "switch v := x.(type)" declares in this clause; nullptr when there is none or
  // it is unused.
  const Variable* implicit_of(const syntax::CaseClause& clause) const;

  // The method of that name (unexported: of that package) in the method set of the type, or
  // nullopt. A pointer receiver's method is in the set of *T only. For interfaces' itabs and for
  // dynamic calls.
  std::vector<MethodEntry> method_set(const Type* type) const;  // sorted by name
  // For each method of the interface, in its order, the entry of the type; empty when the type
  // lacks one.
  std::vector<MethodEntry> implement(const Type* type, const InterfaceType* interface) const;
  bool implements(const Type* type, const InterfaceType* interface) const;

  TypeTable& types() const { return *types_; }  // interning more types is harmless
  const std::vector<std::unique_ptr<source::SourceFile>>& files() const { return files_; }
  const std::vector<std::unique_ptr<syntax::File>>& trees() const { return trees_; }
  // In initialisation order: imported ones first, main last.
  const std::vector<std::unique_ptr<Package>>& packages() const { return packages_; }
  const Package& main_package() const { return *packages_.back(); }
  const Function* main_function() const { return main_; }
  const std::vector<std::unique_ptr<FunctionBody>>& bodies() const { return bodies_; }
  const std::vector<const Variable*>& package_variables() const { return package_variables_; }

 private:
  friend class ProgramBuilder;
  CheckedProgram();
  const ExprFacts& facts(const syntax::Expr& expr) const { return facts_[expr.id]; }

  std::unique_ptr<TypeTable> types_;
  std::vector<std::unique_ptr<source::SourceFile>> files_;
  std::vector<std::unique_ptr<syntax::File>> trees_;
  std::vector<std::unique_ptr<syntax::FunctionDecl>> copied_trees_;  // of functions that were parsed once more
  std::vector<std::unique_ptr<Package>> packages_;
  std::vector<std::unique_ptr<Object>> objects_;
  std::vector<std::unique_ptr<FunctionBody>> bodies_;
  std::vector<std::unique_ptr<Constant>> constants_;
  std::vector<std::unique_ptr<Selection>> selections_;
  std::vector<std::unique_ptr<CallInfo>> calls_;
  std::vector<ExprFacts>
      facts_;  // by Expr::id; clauses of type switches have their variable in object
  std::vector<const Variable*> package_variables_;
  const Function* main_ = nullptr;
  std::unique_ptr<Library> library_;  // the last: it refers to all others
};

}  // namespace hmaplab::check
