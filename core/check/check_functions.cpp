// Function bodies: parameters, local variables, captures, and whether a body ends in a return.
#include <fmt/format.h>

#include "core/check/checker.h"

namespace hmaplab::check {

Variable* Checker::new_variable(const syntax::Identifier* name, const Type* type,
                                VariableRole role) {
  std::string_view text = name != nullptr ? name->name : "_";
  source::Span span = name != nullptr ? name->span : source::Span{};
  auto* variable = builder_.new_object<Variable>(text, type, &package_, span);
  variable->role = role;
  variable->owner = function_->body;
  variable->index = static_cast<uint32_t>(function_->body->variables.size());
  function_->body->variables.push_back(variable);
  if (role != VariableRole::Local || text == "_") variable->used = true;
  return variable;
}

void Checker::declare(Object* object, const syntax::Identifier& name) {
  ExprFacts& facts = builder_.facts(name);
  facts.defines = true;
  if (name.is_blank()) return;
  facts.object = object;
  facts.type = object->type;
  facts.is_type = object->kind == ObjectKind::TypeName;
  Object* holder = scope_->insert(object);
  if (holder != object) report_redeclared(*object, *holder);
}

// Parameters share a block with the type parameters, which have a scope of their own here.
void Checker::report_shadowed_type_parameter(const Object& object) {
  const Function* function = function_->function;
  if (function == nullptr || instance_ != nullptr || function_->body->literal != nullptr) return;
  for (const TypeParameter* parameter : function->type_parameters) {
    if (parameter->name() != object.name || object.name == "_") continue;
    report("DuplicateDecl", object.span,
           fmt::format("{} redeclared in this block\n\t{}: other declaration of {}", object.name,
                       place_text(parameter->span()), object.name));
  }
}

// Notes that the current function uses the variable: every function literal between here and the
// variable's owner captures it.
void Checker::use_variable(Variable& variable) {
  if (variable.is_package_level()) return;
  for (FunctionContext* context = function_; context != nullptr && context->body != variable.owner;
       context = context->outer) {
    variable.captured = true;
    if (!context->captured.insert(&variable).second) return;
    context->body->captured.push_back(&variable);
  }
}

void Checker::declare_parameters(FunctionBody& body, const std::vector<syntax::ParameterDecl>& list,
                                 const std::vector<const Type*>& types, VariableRole role) {
  for (size_t i = 0; i < list.size() && i < types.size(); ++i) {
    Variable* variable = new_variable(list[i].name.get(), types[i], role);
    if (role == VariableRole::Receiver) body.receiver = variable;
    if (role == VariableRole::Parameter) body.parameters.push_back(variable);
    if (role == VariableRole::Result) {
      body.results.push_back(variable);
      body.named_results = body.named_results || list[i].name != nullptr;
    }
    if (list[i].name != nullptr) {
      report_shadowed_type_parameter(*variable);
      declare(variable, *list[i].name);
    }
  }
}

void Checker::check_body(FunctionBody& body, const syntax::FunctionTypeExpr& signature,
                         const std::vector<syntax::ParameterDecl>* receiver,
                         const Type* receiver_type, const syntax::BlockStmt& block) {
  const Function* function_around = function_ != nullptr ? function_->function : nullptr;
  FunctionContext context{&body, function_, 0, {}, function_around};
  body.block = &block;
  Restore<FunctionContext*> function(function_, &context);
  std::vector<EnclosingLabel> outer_labels = std::exchange(labels_, {});
  std::vector<const syntax::BranchStmt*> outer_unknown = std::exchange(unknown_labels_, {});
  Restore<std::optional<uint32_t>> iota(iota_, std::nullopt);
  Scope parameters(scope_);
  {
    Restore<Scope*> scope(scope_, &parameters);
    if (receiver != nullptr && !receiver->empty()) {
      declare_parameters(body, *receiver, {receiver_type}, VariableRole::Receiver);
    }
    declare_parameters(body, signature.parameters, body.signature->parameters(),
                       VariableRole::Parameter);
    declare_parameters(body, signature.results, body.signature->results(), VariableRole::Result);
    // Parameters and the outermost names of the body are in one block.
    check_list(block.statements, {});
  }
  check_labels(block);
  if (!body.signature->results().empty() && !list_ends(block.statements)) {
    report("MissingReturn", {block.close, block.close}, "missing return");
  }
  report_unused(body);
  labels_ = std::move(outer_labels);
  unknown_labels_ = std::move(outer_unknown);
}

void Checker::report_unused(const FunctionBody& body) {
  for (const Variable* variable : body.variables) {
    if (variable->used) continue;
    report("UnusedVar", variable->span, fmt::format("declared and not used: {}", variable->name));
  }
}

// As the Go compiler names closures: main.f.func1, inside of that main.f.func1.1 .
std::string Checker::literal_name() const {
  bool in_literal = function_->body->literal != nullptr;
  return fmt::format("{}{}{}", function_->body->name, in_literal ? "." : ".func",
                     function_->literals);
}

void Checker::check_function_literal(Operand& x, const syntax::FunctionLiteral& literal) {
  const FunctionType* type = function_type(*literal.signature);
  builder_.facts(*literal.signature).type = type;
  builder_.facts(*literal.signature).is_type = true;
  ++function_->literals;
  FunctionBody* body = builder_.new_body(literal_name(), &package_, file_);
  body->literal = &literal;
  body->signature = type;
  body->enclosing = function_->body;
  builder_.facts(literal).body = body;
  check_body(*body, *literal.signature, nullptr, nullptr, *literal.body);
  x.mode = Mode::Value;
  x.type = type;
}

namespace {

bool has_break(const syntax::Stmt* statement, std::string_view label, bool implicit);

bool list_has_break(const syntax::StmtList& list, std::string_view label, bool implicit) {
  for (const syntax::StmtPtr& statement : list) {
    if (has_break(statement.get(), label, implicit)) return true;
  }
  return false;
}

template <class Clauses>
bool clauses_have_break(const Clauses& clauses, std::string_view label) {
  for (const auto& clause : clauses) {
    if (list_has_break(clause.body, label, false)) return true;
  }
  return false;
}

// Whether the statement holds a break with the label, or an unlabelled one that would leave the
// statement around.
bool has_break(const syntax::Stmt* statement, std::string_view label, bool implicit) {
  using namespace syntax;
  if (statement == nullptr) return false;
  switch (statement->kind) {
    case StmtKind::Branch: {
      const auto& branch = static_cast<const BranchStmt&>(*statement);
      if (branch.token != TokenKind::Break) return false;
      return branch.label == nullptr ? implicit : branch.label->name == label;
    }
    case StmtKind::Block:
      return list_has_break(static_cast<const BlockStmt&>(*statement).statements, label, implicit);
    case StmtKind::If: {
      const auto& branch = static_cast<const IfStmt&>(*statement);
      return has_break(branch.then.get(), label, implicit) ||
             has_break(branch.otherwise.get(), label, implicit);
    }
    case StmtKind::Labeled:
      return has_break(static_cast<const LabeledStmt&>(*statement).statement.get(), label,
                       implicit);
    case StmtKind::For:
      return has_break(static_cast<const ForStmt&>(*statement).body.get(), label, false);
    case StmtKind::Range:
      return has_break(static_cast<const RangeStmt&>(*statement).body.get(), label, false);
    case StmtKind::Switch:
      return clauses_have_break(static_cast<const SwitchStmt&>(*statement).clauses, label);
    case StmtKind::TypeSwitch:
      return clauses_have_break(static_cast<const TypeSwitchStmt&>(*statement).clauses, label);
    case StmtKind::Select:
      return clauses_have_break(static_cast<const SelectStmt&>(*statement).clauses, label);
    case StmtKind::Bad:
    case StmtKind::Empty:
    case StmtKind::Expression:
    case StmtKind::Send:
    case StmtKind::IncDec:
    case StmtKind::Assign:
    case StmtKind::Go:
    case StmtKind::Defer:
    case StmtKind::Return:
    case StmtKind::Declaration:
      return false;
  }
  return false;
}

// Whether all clauses end, none breaks out, and (for a switch) one is the default.
template <class Clauses, class ListEnds>
bool clauses_end(const Clauses& clauses, std::string_view label, bool has_default,
                 ListEnds list_ends) {
  for (const auto& clause : clauses) {
    if (!list_ends(clause.body) || list_has_break(clause.body, label, true)) return false;
  }
  return has_default;
}

bool any_default(const std::vector<syntax::CaseClause>& clauses) {
  for (const syntax::CaseClause& clause : clauses) {
    if (clause.is_default) return true;
  }
  return false;
}

}  // namespace

bool Checker::list_ends(const syntax::StmtList& list) {
  for (size_t i = list.size(); i-- > 0;) {
    if (list[i]->kind != syntax::StmtKind::Empty) return ends(list[i].get());
  }
  return false;
}

// Specification, "Terminating statements".
bool Checker::ends(const syntax::Stmt* statement, std::string_view label) {
  using namespace syntax;
  switch (statement->kind) {
    case StmtKind::Return:
      return true;
    case StmtKind::Branch: {
      TokenKind token = static_cast<const BranchStmt&>(*statement).token;
      return token == TokenKind::Goto || token == TokenKind::Fallthrough;
    }
    case StmtKind::Expression: {
      const Expr& expr = unparen(*static_cast<const ExpressionStmt&>(*statement).expression);
      const auto* call = as<CallExpr>(expr);
      const auto* name = call == nullptr ? nullptr : as<Identifier>(unparen(*call->function));
      return name != nullptr && name->name == "panic";
    }
    case StmtKind::Block:
      return list_ends(static_cast<const BlockStmt&>(*statement).statements);
    case StmtKind::If: {
      const auto& branch = static_cast<const IfStmt&>(*statement);
      return branch.otherwise != nullptr && ends(branch.then.get()) && ends(branch.otherwise.get());
    }
    case StmtKind::For: {
      const auto& loop = static_cast<const ForStmt&>(*statement);
      return loop.condition == nullptr && !has_break(loop.body.get(), label, true);
    }
    case StmtKind::Labeled: {
      const auto& labeled = static_cast<const LabeledStmt&>(*statement);
      return ends(labeled.statement.get(), labeled.label->name);
    }
    case StmtKind::Switch: {
      const auto& clauses = static_cast<const SwitchStmt&>(*statement).clauses;
      return clauses_end(clauses, label, any_default(clauses), list_ends);
    }
    case StmtKind::TypeSwitch: {
      const auto& clauses = static_cast<const TypeSwitchStmt&>(*statement).clauses;
      return clauses_end(clauses, label, any_default(clauses), list_ends);
    }
    case StmtKind::Select:
      return clauses_end(static_cast<const SelectStmt&>(*statement).clauses, label, true,
                         list_ends);
    case StmtKind::Bad:
    case StmtKind::Empty:
    case StmtKind::Send:
    case StmtKind::IncDec:
    case StmtKind::Assign:
    case StmtKind::Go:
    case StmtKind::Defer:
    case StmtKind::Range:
    case StmtKind::Declaration:
      return false;
  }
  return false;
}

}  // namespace hmaplab::check
