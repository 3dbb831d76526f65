// The checker of one package, private to core/check. Package-level objects are resolved on demand,
// in any order; function bodies are checked after all of them. Every function reports what is wrong
// and goes on with an Invalid operand, which silences what follows from the same error. Its parts
// stand in the check_*.cpp files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/check/checker_state.h"
#include "core/check/instantiation_cycles.h"
#include "core/check/lookup.h"
#include "core/check/program_builder.h"
#include "core/source/diagnostic.h"

namespace hmaplab::check {

// Gives the package for an import path, checked; nullptr when hmaplab has no such package.
using Importer = std::function<const Package*(std::string_view path)>;

class Unifier;

class Checker {
 public:
  Checker(ProgramBuilder& builder, Package& package, Scope& universe,
          source::Diagnostics& diagnostics, Importer importer);
  void check();
  // When all packages are checked: the body of an instance of a generic function of this package,
  // with its type arguments in the place of the type parameters.
  void check_instance(Function& instance);
  // Likewise a body of this package that was not parsed when the package was checked.
  void check_skipped_body(const FunctionBody& body);

 private:
  // Counts recursion through expressions, types, statements and declarations together.
  class Depth {
   public:
    Depth(Checker& checker, source::Span span, uint32_t weight = 1);
    ~Depth() { checker_.depth_ -= weight_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    bool too_deep() const { return too_deep_; }

   private:
    Checker& checker_;
    uint32_t weight_;  // of stack: declarations and bodies take more than expressions
    bool too_deep_;
  };
  // checker.cpp: collecting objects
  void report(std::string_view code, source::Span span, std::string message);
  void collect_file(uint32_t file);
  void collect_import(const syntax::ImportDecl& node, Scope& scope);
  void collect_function(const syntax::FunctionDecl& node, Declaration declaration);
  Declaration* add_declaration(Declaration declaration);
  void declare_at_package_level(Declaration declaration);
  void report_redeclared(const Object& object, const Object& other);
  std::string place_text(source::Span span) const;
  void check_imports_used();
  void run_delayed();

  // check_declarations.cpp
  void resolve(Declaration& declaration);
  void resolve(const Object& object);
  void report_cycle(Declaration& declaration);
  std::string cycle_text(const std::vector<const Object*>& cycle) const;
  void resolve_constant(NamedConstant& object, const syntax::ConstantDecl& node, size_t index);
  void resolve_variable(Declaration& declaration);
  void initialize_package_variables(Declaration& declaration, const syntax::VariableDecl& node);
  void resolve_type(TypeName& object, const syntax::TypeDecl& node);
  void attach_methods(NamedType* type, std::string_view name);
  void check_contains_itself(NamedType* type, source::Span span);
  bool find_inside(const Type* type, const NamedType* wanted, std::unordered_set<const Type*>& seen,
                   std::vector<const Object*>& path);
  void resolve_function(Declaration& declaration);
  void resolve_receiver(Declaration& declaration, const syntax::ParameterDecl& receiver);
  void check_function(Declaration& declaration);
  void check_declared_body(FunctionBody& body, Declaration& declaration,
                           const syntax::FunctionDecl& node);
  const Type* receiver_of(const Declaration& declaration);
  void check_bodies_of_initializers();
  void check_local_declarations(const syntax::DeclList& declarations);
  void check_local_constant(const syntax::ConstantDecl& node);
  void check_local_variable(const syntax::VariableDecl& node);
  void check_local_type(const syntax::TypeDecl& node);
  void number_local_type(NamedType* type, const syntax::TypeDecl& node);

  // check_generics.cpp
  std::vector<const TypeParameter*> declare_type_parameters(
      const std::vector<syntax::ParameterDecl>& list);
  const TypeParameter* declare_type_parameter(const syntax::Identifier& name);
  void resolve_constraints(const std::vector<syntax::ParameterDecl>& list,
                           const std::vector<const TypeParameter*>& parameters);
  const Type* constraint_from(const syntax::Expr& expr);
  static bool is_union(const syntax::Expr& expr);
  const Type* implicit_interface(const syntax::Expr& expr);
  std::vector<const Type*> type_arguments_from(const syntax::ExprList& list);
  const Type* instantiate_type(const Type* type, const syntax::IndexExpr& expr);
  bool verify_arguments(const std::vector<const TypeParameter*>& parameters,
                        const std::vector<const Type*>& arguments,
                        const std::vector<source::Span>& spans, source::Span otherwise);
  void later(std::function<void()> check);
  const NamedType* declare_receiver_parameters(Function& object, const syntax::IndexExpr& receiver);

  // satisfaction.cpp
  bool satisfies(const Type* type, const Type* constraint, std::string* cause);
  bool satisfies_terms(const Type* type, const std::vector<TypeTerm>* own,
                       const std::vector<TypeTerm>& terms, const Type* constraint,
                       std::string* cause);
  bool has_methods(const Type* type, const InterfaceType& interface, const Type* target,
                   std::string_view verb, std::string* cause);

  // check_inference.cpp
  void add_to_inference(Inference& inference, const Function& generic,
                        const std::vector<const Type*>& given);
  const FunctionType* renamed_signature(const Inference& inference, size_t first,
                                        const Function& generic);
  bool infer(Inference& inference, const std::vector<InferencePair>& pairs);
  void report_mismatch(Inference& inference, const std::vector<const Type*>& inferred,
                       const InferencePair& pair, const Type* wanted);
  bool infer_from_constraints(Inference& inference, Unifier& unifier);
  bool unify_methods(Unifier& unifier, const InterfaceType& interface, const Type* type);
  bool infer_from_constants(Inference& inference, Unifier& unifier,
                            const std::vector<const InferencePair*>& untyped);
  bool simplify_inferred(Inference& inference);
  std::string place_of(const TypeParameter& parameter) const;
  void use_instance(Operand& x, std::vector<const Type*> arguments,
                    const std::vector<source::Span>& spans, source::Span place);
  void verify_later(const Function& generic, const std::vector<const Type*>& arguments,
                    const std::vector<source::Span>& spans, source::Span place);
  void name_instance(const syntax::Expr& expr, const Function& instance);
  void resolve_instance(Function& instance);
  void infer_from_target(Operand& x, const Type* target, std::string_view description);
  void report_not_instantiated(Operand& x);

  // instances.cpp
  void bind_type_arguments(const Function& instance, const syntax::FunctionDecl& tree);
  void forget_constant(Operand& x);
  void report_endless_instances();

  // check_functions.cpp
  void check_body(FunctionBody& body, const syntax::FunctionTypeExpr& signature,
                  const std::vector<syntax::ParameterDecl>* receiver, const Type* receiver_type,
                  const syntax::BlockStmt& block);
  void declare_parameters(FunctionBody& body, const std::vector<syntax::ParameterDecl>& list,
                          const std::vector<const Type*>& types, VariableRole role);
  Variable* new_variable(const syntax::Identifier* name, const Type* type, VariableRole role);
  void declare(Object* object, const syntax::Identifier& name);
  void report_shadowed_type_parameter(const Object& object);
  void use_variable(Variable& variable);
  void report_unused(const FunctionBody& body);
  std::string literal_name() const;
  static bool ends(const syntax::Stmt* statement, std::string_view label = "");
  static bool list_ends(const syntax::StmtList& list);

  // check_types.cpp
  // type_from: of values; the second one also gives interfaces that can only be constraints.
  const Type* type_from(const syntax::Expr& expr);
  const Type* type_or_constraint_from(const syntax::Expr& expr);
  const Type* generic_type_from(const syntax::Expr& expr);
  const Type* type_from_kind(const syntax::Expr& expr);
  const Type* named_type_from(const syntax::Expr& expr);
  bool names_no_type(const syntax::Expr& expr) const;
  const Type* pointer_type(const syntax::Expr& expr);
  const Type* array_type(const syntax::ArrayTypeExpr& expr);
  std::optional<uint64_t> array_length(const syntax::Expr& length);
  const Type* map_type(const syntax::MapTypeExpr& expr);
  const Type* struct_type(const syntax::StructTypeExpr& expr);
  const Type* interface_type(const syntax::InterfaceTypeExpr& expr);
  void embed_interface(const syntax::Expr& expr, std::vector<InterfaceMethod>& methods,
                       TypeRestriction& restriction);
  void embed_union(const syntax::Expr& expr, TypeRestriction& restriction);
  bool union_term(const syntax::Expr& expr, bool is_alone, std::vector<TypeTerm>& terms,
                  std::vector<TypeTerm>& written);
  const FunctionType* function_type(const syntax::FunctionTypeExpr& expr);
  std::vector<const Type*> parameter_types(const std::vector<syntax::ParameterDecl>& list,
                                           bool* variadic);
  const Type* invalid() { return types_.basic(TypeKind::Invalid); }
  const Type* basic(TypeKind kind) { return types_.basic(kind); }
  const Type* unsupported(source::Span span, std::string_view what);

  // check_operands.cpp
  std::string describe(const Operand& x) const;
  static std::string name_of(const Type* type) { return type->text(TypeStyle::Message); }
  std::string describe_as_value(Operand x) const;
  void record(const Operand& x);
  bool assignable(const Operand& x, const Type* target, std::string* cause);
  bool assignable_for_all(const Operand& x, const Type* target, std::string* cause);
  static bool all_have_nil(const Type* type);
  void assign_to(Operand& x, const Type* target, std::string_view context);
  void convert_untyped(Operand& x, const Type* target);
  // Why an untyped operand cannot have the type: empty when it can; " (truncated)" and the like, or
  // "no".
  enum class Fit : uint8_t { Fits, Truncated, Overflows, Wrong };
  Fit fit_untyped(Operand& x, const Type* target);
  void set_final_type(const syntax::Expr& expr, const Type* type);
  void default_untyped(Operand& x);
  bool implements(const Type* type, const Type* target, std::string* cause);
  std::string missing_method(const Type* type, const InterfaceMethod& method);
  void resolve_methods(const Type* type, const InterfaceType* interface);
  bool comparable(const Type* type) const;
  static std::string why_incomparable(const Type* type);

  // check_expressions.cpp
  void check_expr(Operand& x, const syntax::Expr& expr, const Type* hint = nullptr);
  void check_value(Operand& x, const syntax::Expr& expr, const Type* hint = nullptr);
  void check_multi(Operand& x, const syntax::Expr& expr);
  void check_expr_or_type(Operand& x, const syntax::Expr& expr);
  void require_value(Operand& x);
  void check_kind(Operand& x, const syntax::Expr& expr, const Type* hint);
  void check_literal(Operand& x, const syntax::BasicLiteral& literal);
  void check_unary(Operand& x, const syntax::UnaryExpr& expr);
  void check_address(Operand& x, const syntax::UnaryExpr& expr);
  void check_receive(Operand& x, const syntax::UnaryExpr& expr);
  void check_star(Operand& x, const syntax::StarExpr& expr);
  void check_binary(Operand& x, const syntax::BinaryExpr& expr);
  void combine(Operand& x, Operand& y, const syntax::Expr& expr, syntax::TokenKind op);
  bool match_types(Operand& x, Operand& y);
  void check_comparison(Operand& x, Operand& y, const syntax::Expr& expr, syntax::TokenKind op);
  void check_shift(Operand& x, Operand& y, const syntax::Expr& expr, syntax::TokenKind op);
  void check_shift_count(Operand& y);
  void constant_shift(Operand& x, const Operand& y, const syntax::Expr& expr, syntax::TokenKind op);
  bool check_operator(const Operand& x, syntax::TokenKind op);
  void check_overflow(Operand& x, syntax::TokenKind op);
  void mark_address_taken(const syntax::Expr& expr);
  Variable* base_variable(const syntax::Expr& expr);

  // check_primary.cpp
  void check_identifier(Operand& x, const syntax::Identifier& name);
  void check_selector(Operand& x, const syntax::SelectorExpr& expr);
  bool check_package_member(Operand& x, const syntax::SelectorExpr& expr);
  void check_method_expression(Operand& x, const syntax::SelectorExpr& expr);
  void report_missing_member(const Operand& x, const syntax::SelectorExpr& expr,
                             const Lookup& found);
  void select_field(Operand& x, const syntax::SelectorExpr& expr, Lookup found);
  void select_method(Operand& x, const syntax::SelectorExpr& expr, Lookup found);
  void check_index(Operand& x, const syntax::IndexExpr& expr);
  bool index_type_parameter(Operand& x, const syntax::Expr& index);
  std::optional<uint64_t> check_index_value(const syntax::Expr& index, uint64_t limit,
                                            std::string_view what = "index");
  void check_slice(Operand& x, const syntax::SliceExpr& expr);
  void check_assertion(Operand& x, const syntax::TypeAssertionExpr& expr);
  void check_assertable(const Operand& x, const Type* target, source::Span span, bool in_switch);

  // check_literals.cpp
  void check_composite(Operand& x, const syntax::CompositeLiteral& literal, const Type* hint);
  void check_struct_literal(const syntax::CompositeLiteral& literal, const Type* type,
                            const StructType& structure);
  void check_keyed_fields(const syntax::CompositeLiteral& literal, const Type* type,
                          const StructType& structure);
  uint64_t check_elements(const syntax::CompositeLiteral& literal, const Type* element,
                          std::optional<uint64_t> length);
  void check_map_literal(const syntax::CompositeLiteral& literal, const MapType& map);
  void check_element(const syntax::Expr& expr, const Type* type, std::string_view context);
  void check_function_literal(Operand& x, const syntax::FunctionLiteral& literal);

  // check_calls.cpp, check_conversions.cpp, check_builtins.cpp
  void check_call(Operand& x, const syntax::CallExpr& call);
  void check_ordinary_call(Operand& x, const syntax::CallExpr& call);
  const FunctionType* check_arguments(Operand& x, const syntax::CallExpr& call,
                                      const FunctionType& signature);
  const FunctionType* infer_call(Operand& x, const syntax::CallExpr& call,
                                 const FunctionType& signature, std::vector<Operand>& arguments);
  static const Type* target_of(const FunctionType& signature, bool spread, size_t argument);
  void partially_instantiate(Operand& x, const syntax::IndexExpr& expr);
  void report_argument_count(const syntax::CallExpr& call, const FunctionType& signature,
                             const std::vector<Operand>& arguments);
  std::vector<Operand> collect_arguments(const syntax::ExprList& list,
                                         bool generic_allowed = false);
  void use(const syntax::ExprList& list);  // checks what stands there, after another error
  void check_conversion(Operand& x, const syntax::CallExpr& call);
  bool convertible(const Operand& x, const Type* target, std::string* cause);
  bool convertible_for_all(const Operand& x, const Type* target, std::string* cause);
  std::string convertible_cause(const Operand& x, const Type* target, const Type* from,
                                const Type* to);
  bool convert_constant(Operand& x, const Type* target);
  void check_builtin(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void builtin_append(Operand& x, const syntax::CallExpr& call);
  void builtin_length(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  static bool has_length(const Type* type, bool is_len);
  void report_no_length(Operand& x, Builtin builtin);
  void builtin_make(Operand& x, const syntax::CallExpr& call);
  void builtin_min_max(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void builtin_complex(Operand& x, const syntax::CallExpr& call);
  void builtin_part(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void builtin_copy(Operand& x, const syntax::CallExpr& call);
  void builtin_delete(Operand& x, const syntax::CallExpr& call);
  void builtin_on_one(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void builtin_print(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void builtin_unsafe(Operand& x, const syntax::CallExpr& call, Builtin builtin);
  void unsafe_distance(const syntax::Expr& length);
  void unsafe_offset(Operand& x, const syntax::CallExpr& call);
  bool builtin_arguments(const syntax::CallExpr& call, std::string_view name, size_t least,
                         size_t most);
  void make_value(Operand& x, const Type* type);
  void make_no_value(Operand& x);
  void make_integer_constant(Operand& x, uint64_t value, const Type* type);

  // check_statements.cpp, check_assignments.cpp, check_control.cpp, check_range.cpp, labels.cpp
  void check_block(const syntax::StmtList& list, Surroundings around);
  void check_list(const syntax::StmtList& list, Surroundings around);
  void check_statement(const syntax::Stmt& statement, Surroundings around);
  void check_expression_statement(const syntax::ExpressionStmt& statement);
  void check_go_or_defer(const syntax::Expr& call, std::string_view word);
  void check_send(const syntax::SendStmt& statement);
  void check_return(const syntax::ReturnStmt& statement);
  void check_branch(const syntax::BranchStmt& statement, Surroundings around);
  void check_if(const syntax::IfStmt& statement, Surroundings around);
  void check_condition(const syntax::Expr& expr, std::string_view statement);
  void check_for(const syntax::ForStmt& statement, Surroundings around);
  void check_range(const syntax::RangeStmt& statement, Surroundings around);
  void check_function_range(const syntax::RangeStmt& statement, const FunctionType& signature,
                            const Surroundings& around);
  bool range_function_types(const Operand& x, const FunctionType& signature, const Type** key,
                            const Type** value);
  FunctionContext& declared_around() const;
  bool range_types(Operand& x, const syntax::RangeStmt& statement, const Type** key,
                   const Type** value);
  void assign_range_variable(const syntax::Expr& expr, const Type* type);
  void check_switch(const syntax::SwitchStmt& statement, Surroundings around);
  void check_case_values(Operand& tag, const syntax::CaseClause& clause,
                         std::unordered_map<std::string, source::Span>& seen);
  void check_type_switch(const syntax::TypeSwitchStmt& statement, Surroundings around);
  const Type* check_case_types(const Operand& x, const syntax::CaseClause& clause,
                               std::vector<std::pair<const Type*, source::Span>>& seen);
  void check_one_default(const std::vector<syntax::CaseClause>& clauses);
  void check_select(const syntax::SelectStmt& statement, Surroundings around);
  void check_labeled(const syntax::LabeledStmt& statement, Surroundings around);
  void check_labels(const syntax::BlockStmt& block);
  static bool is_communication(const syntax::Stmt& statement);
  void check_case_comparison(Operand& value, Operand& tag, const syntax::Expr& expr);
  static std::string list_of(const std::vector<Operand>& operands);

  void check_assign(const syntax::AssignStmt& statement);
  void check_operation(const syntax::Expr& left, const syntax::Expr& right, syntax::TokenKind op);
  void check_inc_dec(const syntax::IncDecStmt& statement);
  void check_define(const syntax::AssignStmt& statement);
  const Type* check_left_side(const syntax::Expr& expr);
  const Type* require_assignable(const Operand& x, const syntax::Expr& expr);
  void assign_one(const syntax::Expr& left, Operand& x, std::string_view context);
  // Checks values for n targets: one each, or one call with n results, or comma-ok for two.
  bool collect_values(const syntax::ExprList& values, size_t wanted,
                      const std::vector<const Type*>& hints, std::vector<Operand>& into,
                      source::Span span);
  void report_count(const syntax::ExprList& values, size_t wanted, size_t got, source::Span span);
  void initialize(Variable& variable, Operand& x, std::string_view context);

  // initialization_order.cpp
  void order_initializers();
  std::vector<const Object*> cycle_from(const Declaration* start) const;
  std::vector<Declaration*> variables_reached(Declaration* from) const;

  ProgramBuilder& builder_;
  TypeTable& types_;
  Package& package_;
  Scope package_scope_;
  source::Diagnostics& diagnostics_;
  Importer importer_;

  std::vector<std::unique_ptr<Scope>> file_scopes_;
  std::vector<std::unique_ptr<Declaration>> declarations_;
  std::unordered_map<const Object*, Declaration*> declaration_of_;
  std::unordered_map<std::string_view, std::vector<Declaration*>> methods_of_;
  std::vector<PackageName*> imports_;
  std::unordered_set<const Type*> finite_;  // types that are known not to contain themselves
  std::unordered_map<const Type*, const Object*> object_of_type_;  // of declared types
  std::vector<Declaration*> resolving_;  // path of objects in progress, for cycles
  std::vector<std::function<void()>> delayed_;
  FunctionBody* initializer_body_ = nullptr;
  std::unordered_map<const FunctionBody*, SkippedBody> skipped_;
  FunctionContext package_context_;

  InstantiationCycles cycles_;
  std::unordered_map<uint32_t, uint32_t> local_numbers_;  // of local types, by place
  // While an instance is checked: it, and what ids its tree and the generic one begin with.
  const Function* instance_ = nullptr;
  uint32_t copy_first_ = 0, copy_end_ = 0, original_first_ = 0;
  bool generic_allowed_ = false;  // the next expression may be a generic function or type
  std::string_view hint_name_ = "variable";  // what the hint is the type of

  // Where the checker is.
  Scope* scope_ = nullptr;
  FunctionContext* function_ = nullptr;
  Declaration* current_ = nullptr;  // whose dependencies are collected
  uint32_t file_ = 0;
  std::optional<uint32_t> iota_;
  std::optional<source::Span> report_place_;  // of a constant that repeats another line's value
  std::vector<EnclosingLabel> labels_;
  std::vector<const syntax::BranchStmt*> unknown_labels_;  // whose label is not around them
  uint32_t depth_ = 0;
  uint32_t init_functions_ = 0;
  bool too_deep_reported_ = false;
  bool calls_or_receives_ =
      false;  // evaluating the expression at hand does: len of it is no constant
};

}  // namespace hmaplab::check
