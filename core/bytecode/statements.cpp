// Statements except assignments, loops and switches; the frame of a function body.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using syntax::StmtKind;

namespace {

// What these keep on their own heap meanwhile is nobody's business: printing is one output step.
constexpr std::string_view kQuietPackages[] = {"bufio",
                                               "bytes",
                                               "container/heap",
                                               "container/list",
                                               "container/ring",
                                               "crypto/md5",
                                               "crypto/sha1",
                                               "crypto/sha256",
                                               "encoding/base64",
                                               "encoding/hex",
                                               "encoding/json",
                                               "errors",
                                               "flag",
                                               "fmt",
                                               "hash",
                                               "hash/crc32",
                                               "hash/fnv",
                                               "hash/maphash",
                                               "internal/raw",
                                               "io",
                                               "iter",
                                               "log",
                                               "math",
                                               "math/bits",
                                               "math/cmplx",
                                               "math/rand",
                                               "math/rand/v2",
                                               "os",
                                               "path",
                                               "path/filepath",
                                               "reflect",
                                               "regexp",
                                               "sort",
                                               "strconv",
                                               "strings",
                                               "text/tabwriter",
                                               "time",
                                               "unicode",
                                               "unicode/utf8"};

}  // namespace

bool is_quiet(const check::Package* package) {
  return package && std::find(std::begin(kQuietPackages), std::end(kQuietPackages),
                              package->path) != std::end(kQuietPackages);
}

// The packages that Go does not instrument under -race.
bool is_unwatched(const check::Package* package) {
  if (!package) return false;
  const std::string& path = package->path;
  return path == "sync" || path == "sync/atomic" || path.starts_with("runtime") ||
         path.starts_with("internal/");
}

FunctionCompiler::FunctionCompiler(Compiler& program, Function& function,
                                   const check::FunctionBody& body, FunctionLoop* loop)
    : program_(program), checked_(program.checked()), body_(body), loop_(loop), code_(function) {
  if (!function.is_wrapper) function.body = &body;
  function.is_quiet = is_quiet(body.package);
  function.is_unwatched = is_unwatched(body.package);
  function.file = body.file;
}

void FunctionCompiler::set_line(source::Span span) {
  code_.set_line(checked_.files()[body_.file]->line_column(span.begin).line);
  if (body_.package == &checked_.main_package()) program_.set_place(span);
}

void FunctionCompiler::unsupported(source::Span span, std::string_view what) {
  program_.report("Unsupported", span, std::string(what) + " is not supported yet");
}

// Lays out results, receiver and parameters, moves to the heap what must live there, and compiles
// the block.
void FunctionCompiler::compile_body() {
  Function& function = code_.function();
  const check::Type* receiver = body_.receiver ? body_.receiver->type : nullptr;
  CallLayout layout = layout_of(*body_.signature, receiver);
  code_.reserve(static_cast<uint64_t>(layout.bytes));
  function.result_bytes = layout.result_bytes;
  function.argument_bytes = layout.bytes;
  set_line(body_.block ? body_.block->span : source::Span{});
  int32_t at = loop_ ? 16 : 8;  // behind the closure's function, and the loop's control words
  for (const check::Variable* variable : body_.captured) {
    bool by_value = variable->capture_by_value();
    variables_[variable] = {
        by_value ? Variable::Home::CapturedValue : Variable::Home::CapturedPointer, at};
    function.variables.push_back({variable->name, variable->type, at, !by_value, true, 0, ~0u});
    at += by_value ? slot_bytes(variable->type->size()) : 8;
  }
  auto argument = [&](const check::Variable* variable, int32_t slot, bool has_value) {
    if (!variable->needs_heap()) {
      variables_[variable] = {Variable::Home::Slot, slot};
      if (variable->name != "_") {
        function.variables.push_back({variable->name, variable->type, slot, false, false, 0, ~0u});
      }
      return;
    }
    declare(*variable);
    if (has_value) initialize(*variable, slot);
  };
  for (size_t i = 0; i < body_.results.size(); ++i)
    argument(body_.results[i], layout.results[i], false);
  if (body_.receiver) argument(body_.receiver, layout.receiver, true);
  for (size_t i = 0; i < body_.parameters.size(); ++i)
    argument(body_.parameters[i], layout.parameters[i], true);
  if (loop_) enter_loop_body();
  block(body_.block->statements);
  code_.set_line(checked_.files()[body_.file]->line_column(body_.block->close).line);
  if (loop_) {
    leave_loop_body(true);
  } else if (body_.results.empty()) {
    leave();
  } else {
    code_.emit(Op::Unreachable);
  }
  finish();
}

void FunctionCompiler::finish() {
  if (code_.is_too_large()) {
    program_.report("StackFrameTooLarge", body_.block ? body_.block->span : source::Span{},
                    fmt::format("stack frame too large: the values of this function take more than "
                                "{} MB",
                                kMostFrameBytes >> 20));
  }
  code_.function().recover_at = code_.here();
  code_.place(epilogue_);
  if (body_.has_defer) code_.emit(Op::RunDefers);
  for (size_t i = 0; i < body_.results.size(); ++i) {
    if (!body_.results[i]->needs_heap()) continue;
    Slots slots(code_);
    load(variable_place(*body_.results[i]), layout_of(*body_.signature, nullptr).results[i]);
  }
  code_.emit(Op::Return);
  for (LocalVariable& variable : code_.function().variables)
    variable.end = std::min(variable.end, code_.here());
}

// Goes back to the caller; the results are stored already. Functions with defers and with results
// on the heap have one way out, at their end.
void FunctionCompiler::leave() {
  bool one_way_out = body_.has_defer;
  for (const check::Variable* result : body_.results)
    one_way_out = one_way_out || result->needs_heap();
  if (!one_way_out) {
    code_.emit(Op::Return);
  } else {
    // Tracebacks name the line of the return statement while deferred calls run.
    if (body_.has_defer) code_.emit(Op::RunDefers);
    code_.jump(Op::Jump, epilogue_);
  }
}

void FunctionCompiler::compile_initializers(const check::Package& package) {
  for (const check::Initializer& initializer : package.initializers) {
    Slots slots(code_);
    set_line(initializer.value->span);
    auto store_to = [&](const check::Variable* variable, int32_t slot, const check::Type* type) {
      if (!variable) return;
      int32_t converted = code_.reserve(variable->type->size());
      if (type == variable->type) {
        converted = slot;
      } else {
        to_target(type, variable->type, slot, converted);
      }
      Place target = variable_place(*variable);
      target.kind = Place::Kind::FixedMemory;  // no goroutine runs yet
      store(target, converted);
    };
    if (initializer.variables.size() == 1) {
      const check::Type* type = type_of(*initializer.value);
      int32_t made = code_.reserve(type->size());
      value_for(initializer.variables[0] ? initializer.variables[0]->name : "_", *initializer.value,
                type, made);
      store_to(initializer.variables[0], made, type);
    } else if (checked_.is_comma_ok(*initializer.value)) {
      int32_t first = code_.reserve(type_of(*initializer.value)->size());
      int32_t ok = code_.reserve(8);
      comma_ok_to(*initializer.value, first, ok);
      store_to(initializer.variables[0], first, type_of(*initializer.value));
      store_to(initializer.variables[1], ok, basic(check::TypeKind::Bool));
    } else {
      PreparedCall made =
          call(static_cast<const syntax::CallExpr&>(syntax::unparen(*initializer.value)));
      const auto& types = check::as<check::TupleType>(type_of(*initializer.value))->types();
      for (size_t i = 0; i < types.size(); ++i) {
        store_to(initializer.variables[i], made.frame + made.layout.results[i], types[i]);
      }
    }
  }
}

FunctionCompiler::Variable& FunctionCompiler::declare(const check::Variable& variable) {
  Variable& home = variables_[&variable];
  bool on_heap = variable.needs_heap();
  home.home = on_heap ? Variable::Home::HeapPointer : Variable::Home::Slot;
  home.offset = code_.reserve(on_heap ? 8 : variable.type->size());
  if (on_heap) {
    uint16_t outer = code_.exchange_object_name(program_.name_number(variable.name));
    code_.emit(Op::New, {.a = home.offset,
                         .c = static_cast<int32_t>(variable.type->size()),
                         .d = static_cast<int32_t>(variable.type->id())});
    code_.exchange_object_name(outer);
  }
  code_.function().variables.push_back(
      {variable.name, variable.type, home.offset, on_heap, false, code_.here(), ~0u});
  return home;
}

// The first value of a variable: nobody has seen it yet.
void FunctionCompiler::initialize(const check::Variable& variable, int32_t slot, bool temporary) {
  Place home = variable_place(variable);
  if (home.kind == Place::Kind::Memory) home.kind = Place::Kind::FixedMemory;
  temporary ? store_temporary(home, slot) : store(home, slot);
}

void FunctionCompiler::block(const syntax::StmtList& statements) {
  Slots slots(code_);
  size_t first = code_.function().variables.size();
  for (const syntax::StmtPtr& stmt : statements) statement(*stmt);
  for (size_t i = first; i < code_.function().variables.size(); ++i) {
    LocalVariable& variable = code_.function().variables[i];
    variable.end = std::min(variable.end, code_.here());
  }
}

void FunctionCompiler::statement(const syntax::Stmt& stmt) {
  set_line(stmt.span);
  std::string_view label = std::exchange(pending_label_, {});
  switch (stmt.kind) {
    case StmtKind::Bad:
    case StmtKind::Empty:
      return;
    case StmtKind::Expression: {
      const syntax::Expr& expr =
          syntax::unparen(*static_cast<const syntax::ExpressionStmt&>(stmt).expression);
      Slots slots(code_);
      const auto* called = syntax::as<syntax::CallExpr>(expr);
      if (!called) return receive_to(expr, -1, -1);
      if (checked_.call_of(*called)->kind == check::CallKind::Function) {
        call(*called);
      } else {
        value_to(expr, code_.reserve(std::max<uint64_t>(type_of(expr)->size(), 16)));
      }
      return;
    }
    case StmtKind::Send:
      return send(static_cast<const syntax::SendStmt&>(stmt));
    case StmtKind::Select:
      return select_statement(static_cast<const syntax::SelectStmt&>(stmt), label);
    case StmtKind::IncDec: {
      const auto& change = static_cast<const syntax::IncDecStmt&>(stmt);
      return assign_operation(
          *change.operand, change.increment ? syntax::TokenKind::Add : syntax::TokenKind::Subtract,
          nullptr);
    }
    case StmtKind::Assign:
      return assign(static_cast<const syntax::AssignStmt&>(stmt));
    case StmtKind::Go:
      return go_or_defer(*static_cast<const syntax::GoStmt&>(stmt).call, Op::Go);
    case StmtKind::Defer:
      return go_or_defer(*static_cast<const syntax::DeferStmt&>(stmt).call,
                         loop_ ? Op::DeferOutside : Op::Defer);
    case StmtKind::Return:
      return return_statement(static_cast<const syntax::ReturnStmt&>(stmt));
    case StmtKind::Branch:
      return branch(static_cast<const syntax::BranchStmt&>(stmt));
    case StmtKind::Block:
      return block(static_cast<const syntax::BlockStmt&>(stmt).statements);
    case StmtKind::If:
      return if_statement(static_cast<const syntax::IfStmt&>(stmt));
    case StmtKind::Switch:
      return switch_statement(static_cast<const syntax::SwitchStmt&>(stmt), label);
    case StmtKind::TypeSwitch:
      return type_switch(static_cast<const syntax::TypeSwitchStmt&>(stmt), label);
    case StmtKind::For:
      return for_statement(static_cast<const syntax::ForStmt&>(stmt), label);
    case StmtKind::Range:
      return range_statement(static_cast<const syntax::RangeStmt&>(stmt), label);
    case StmtKind::Labeled: {
      const auto& labeled = static_cast<const syntax::LabeledStmt&>(stmt);
      code_.place(labels_[labeled.label->name]);
      pending_label_ = labeled.label->name;
      statement(*labeled.statement);
      pending_label_ = {};
      return;
    }
    case StmtKind::Declaration:
      for (const syntax::DeclPtr& decl :
           static_cast<const syntax::DeclarationStmt&>(stmt).declarations) {
        if (decl->kind == syntax::DeclKind::Variable)
          declare_variables(static_cast<const syntax::VariableDecl&>(*decl));
      }
      return;
  }
}

void FunctionCompiler::if_statement(const syntax::IfStmt& stmt) {
  Slots slots(code_);
  if (stmt.init) statement(*stmt.init);
  Label otherwise;
  Label end;
  set_line(stmt.condition->span);
  jump_if(*stmt.condition, false, otherwise);
  block(stmt.then->statements);
  if (stmt.otherwise) code_.jump(Op::Jump, end);
  code_.place(otherwise);
  if (stmt.otherwise) statement(*stmt.otherwise);
  code_.place(end);
}

void FunctionCompiler::return_statement(const syntax::ReturnStmt& stmt) {
  const auto& types = home().signature->results();
  const auto& results = home().results;
  Slots slots(code_);
  if (stmt.results.size() == 1 && types.size() > 1) {
    PreparedCall made =
        call(static_cast<const syntax::CallExpr&>(syntax::unparen(*stmt.results[0])));
    const auto& given = check::as<check::TupleType>(type_of(*stmt.results[0]))->types();
    for (size_t i = 0; i < types.size(); ++i) {
      int32_t converted = code_.reserve(types[i]->size());
      to_target(given[i], types[i], made.frame + made.layout.results[i], converted);
      store(variable_place(*results[i]), converted);
    }
  } else if (!stmt.results.empty()) {
    CallsFirst calls(*this, pointers(stmt.results));
    std::vector<int32_t> values;
    for (size_t i = 0; i < types.size(); ++i) {
      values.push_back(code_.reserve(types[i]->size()));
      value_as(*stmt.results[i], types[i], values.back());
    }
    for (size_t i = types.size(); i-- > 0;)
      store_temporary(variable_place(*results[i]), values[i]);
  }
  set_line(stmt.span);
  if (loop_) return exit_loop(stmt);
  leave();
}

void FunctionCompiler::branch(const syntax::BranchStmt& stmt) {
  if (stmt.token == syntax::TokenKind::Goto) {
    if (loop_ && !defines_label(body_.block->statements, stmt.label->name)) return exit_loop(stmt);
    code_.jump(Op::Jump, labels_[stmt.label->name]);
    return;
  }
  if (stmt.token == syntax::TokenKind::Fallthrough) {
    code_.jump(Op::Jump, *fallthrough_);
    return;
  }
  bool is_continue = stmt.token == syntax::TokenKind::Continue;
  for (size_t i = targets_.size(); i-- > 0;) {
    const JumpTarget& target = targets_[i];
    if (stmt.label && stmt.label->name != target.label) continue;
    if (is_continue && !target.on_continue) continue;
    code_.jump(Op::Jump, is_continue ? *target.on_continue : *target.on_break);
    return;
  }
  INVARIANT(loop_ != nullptr, "a break or continue without a loop");
  bool is_own = !stmt.label || stmt.label->name == loop_->label;
  return is_own ? leave_loop_body(is_continue) : exit_loop(stmt);
}

}  // namespace hmaplab::bytecode
