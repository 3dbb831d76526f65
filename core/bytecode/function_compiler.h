// FunctionCompiler: the code of one function body. Its parts are one file each: expressions, places
// (what can be assigned to), calls, builtins, conversions, statements, loops, switches.
#pragma once

#include <complex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/bytecode/code_builder.h"
#include "core/bytecode/evaluation_order.h"
#include "core/bytecode/program_compiler.h"
#include "core/check/kinds.h"
#include "core/syntax/nodes.h"

namespace hmaplab::bytecode {

// Where a value can be read from or written to.
struct Place {
  enum class Kind : uint8_t {
    Blank,         // _
    Slot,          // a variable or temporary of its own: whole numbers are widened there
    FramePart,     // a part of a value in the frame, in Go's layout
    FrameDynamic,  // likewise, `slot` bytes further (the slot holds the number)
    Memory,        // at the address in `slot`, plus offset
    FixedMemory,   // likewise, but nobody writes it any more (or yet)
    Captured,      // captured by value: in the closure
    SliceElement,  // the element of the slice in `slot` that the slot `key` numbers, plus offset;
                   // not checked yet
    MapElem,       // the elem of a map for a key
  };
  Kind kind = Kind::Blank;
  const check::Type* type = nullptr;
  int32_t slot = 0;
  int32_t offset = 0;
  int32_t key = 0;            // MapElem: where the key lies in the frame; SliceElement: the index
  int32_t element_bytes = 0;  // SliceElement
  ValueKind index_kind = ValueKind::Int64;  // SliceElement
  const check::MapType* map = nullptr;      // MapElem
  FrameArray array;                         // FrameDynamic: the array in the frame
};

// A call whose arguments lie ready.
struct PreparedCall {
  int32_t frame = 0;      // where the callee's frame begins
  int32_t function = -1;  // index, or -1: the function value in `value`
  int32_t value = 0;
  CallLayout layout;
};

// Whether the package only makes text, numbers and order: its own variables and private objects are
// no steps.
bool is_quiet(const check::Package* package);
bool is_unwatched(const check::Package* package);

// A range over a function, while its body is compiled: a function of its own.
struct FunctionLoop {
  std::string_view label;
  const check::FunctionBody* home = nullptr;  // the function that the loop stands in
  // Statements in the body that lead out of it to more than the end of the loop: return, and jumps
  // to other loops and labels. The function around goes on with them, by number.
  std::vector<const syntax::Stmt*> exits;
};

// Whether a statement of the list has the label, functions inside left out.
bool defines_label(const syntax::StmtList& list, std::string_view label);

class FunctionCompiler {
 public:
  FunctionCompiler(Compiler& program, Function& function, const check::FunctionBody& body,
                   FunctionLoop* loop = nullptr);

  void compile_body();
  // As part of the program's entry: runs the initialisers of a package's variables.
  void compile_initializers(const check::Package& package);
  // As a wrapper of a method. Where its receiver comes from: the data word of an interface, what
  // the closure captured, or the first parameter.
  enum ReceiverSource : int { kDataWord, kCaptured, kParameter };
  void compile_wrapper(const check::Type* receiver, const check::MethodEntry& method, int source);
  void finish();

  CodeBuilder& code() { return code_; }

 private:
  friend class CallsFirst;
  struct Variable {
    enum class Home : uint8_t { Slot, HeapPointer, CapturedValue, CapturedPointer };
    Home home = Home::Slot;
    int32_t offset = 0;
  };
  struct JumpTarget {
    std::string_view label;  // of the statement, or empty
    Label* on_break = nullptr;
    Label* on_continue = nullptr;  // nullptr for switches
  };

  // expressions.cpp
  void value_to(const syntax::Expr& expr, int32_t slot);
  void value_as(const syntax::Expr& expr, const check::Type* target, int32_t slot);
  int32_t value(const syntax::Expr& expr);
  int32_t value_of_type(const syntax::Expr& expr, const check::Type* target);
  void complex_constant_to(std::complex<long double> value, const check::Type* type, int32_t slot);
  void constant_to(const check::Constant& constant, const check::Type* type, int32_t slot);
  void identifier_to(const syntax::Identifier& name, int32_t slot);
  void selector_to(const syntax::SelectorExpr& expr, int32_t slot);
  void index_to(const syntax::IndexExpr& expr, int32_t slot);
  void slice_to(const syntax::SliceExpr& expr, int32_t slot);
  void unary_to(const syntax::UnaryExpr& expr, int32_t slot);
  void binary_to(const syntax::BinaryExpr& expr, int32_t slot);
  void logical_to(const syntax::BinaryExpr& expr, int32_t slot);
  void address_to(const syntax::Expr& operand, int32_t slot);
  void closure_to(const syntax::FunctionLiteral& literal, int32_t slot);
  void function_value(uint32_t function, int32_t slot);
  void bound_interface_method(const syntax::SelectorExpr& expr, const check::Selection& selection,
                              const check::MethodEntry& entry, int32_t slot);
  void method_value_to(const syntax::SelectorExpr& expr, const check::Selection& selection,
                       int32_t slot);

  // operators.cpp
  void binary_operation(syntax::TokenKind op, const check::Type* type,
                        const check::Type* shift_count, int32_t result, int32_t left,
                        int32_t right);
  bool with_constant(syntax::TokenKind op, const check::Type* type, int32_t result, int32_t left,
                     int32_t right);
  void arithmetic(syntax::TokenKind op, const check::Type* type, int32_t result, int32_t left,
                  int32_t right);
  void comparison(syntax::TokenKind op, const check::Type* type, int32_t result, int32_t left,
                  int32_t right);
  void equality(const check::Type* type, int32_t result, int32_t left, int32_t right);
  void compare_to(const syntax::BinaryExpr& expr, int32_t slot);

  // conversions.cpp
  void convert(const check::Type* from, const check::Type* to, int32_t source, int32_t slot);
  void array_from_slice(const check::Type* to, int32_t source, int32_t slot);
  void conversion_to(const syntax::CallExpr& call, const check::Type* target, int32_t slot);
  void to_target(const check::Type* from, const check::Type* target, int32_t source, int32_t slot);
  void assertion_to(const syntax::TypeAssertionExpr& expr, int32_t slot, int32_t ok);

  // literals.cpp
  void composite_to(const syntax::CompositeLiteral& literal, const check::Type* type, int32_t slot);
  void composite_fill(const syntax::CompositeLiteral& literal, const check::Type* type,
                      const Place& target);
  void element_into(const syntax::Expr& expr, const check::Type* type, const Place& target);
  void map_literal_to(const syntax::CompositeLiteral& literal, const check::MapType* map,
                      int32_t slot);
  void slice_literal_to(const syntax::CompositeLiteral& literal, const check::SliceType* slice,
                        int32_t slot);

  // places.cpp
  Place place(const syntax::Expr& expr);
  Place variable_place(const check::Variable& variable);
  Place field_place(const Place& structure, const check::FieldStep& step);
  Place follow(Place place, const std::vector<check::FieldStep>& path, size_t steps);
  Place index_place(const syntax::IndexExpr& expr);
  Place checked_element(const Place& element);
  Place element_of(const Place& array, const check::ArrayType& type, const syntax::Expr& index);
  Place operand_place(const syntax::Expr& expr);
  Place map_place(const syntax::IndexExpr& expr, const check::MapType* map);
  Place memory(int32_t pointer, const check::Type* type, bool fixed = false);
  Place in_slot(int32_t slot, const check::Type* type);
  void load(const Place& place, int32_t slot);
  void store(const Place& place, int32_t slot);
  // The same, where nobody reads the temporary `slot` afterwards.
  void store_temporary(const Place& place, int32_t slot);
  void move(int32_t to, int32_t from, const check::Type* type);
  void zero(int32_t slot, const check::Type* type);
  // A place that the next instruction uses, and none after it.
  Place used_once(Place place);
  void map_access(const Place& elem, int32_t result);

  // calls.cpp
  void call_to(const syntax::CallExpr& call, int32_t slot);
  // Gives the frame of the call: its results lie there.
  PreparedCall call(const syntax::CallExpr& call);
  PreparedCall prepare(const syntax::CallExpr& call);
  void emit_call(const PreparedCall& prepared);
  void arguments(const syntax::CallExpr& call, const check::FunctionType& signature,
                 const PreparedCall& prepared);
  void spread_arguments(const syntax::CallExpr& call, const check::FunctionType& signature,
                        const PreparedCall& prepared);
  void variadic_argument(const syntax::CallExpr& call, size_t first, const check::SliceType* slice,
                         int32_t slot);
  void receiver_to(const syntax::SelectorExpr& expr, const check::Selection& selection,
                   int32_t slot);
  void go_or_defer(const syntax::Expr& expr, Op op);
  bool go_or_defer_builtin(const syntax::CallExpr& call, Op op);

  // builtins.cpp
  void builtin_to(const syntax::CallExpr& call, check::Builtin builtin, int32_t slot);
  void length_to(const syntax::Expr& operand, bool capacity, int32_t slot);
  void unsafe_to(const syntax::CallExpr& call, check::Builtin builtin, int32_t slot);
  void make_to(const syntax::CallExpr& call, int32_t slot);
  void append_to(const syntax::CallExpr& call, int32_t slot);
  void append_values(const syntax::CallExpr& call, int32_t slice, int32_t slot);
  void minimum_to(const syntax::CallExpr& call, bool maximum, int32_t slot);
  void print(const syntax::CallExpr& call, bool line);
  static void print_values(CodeBuilder& code,
                           const std::vector<std::pair<int32_t, const check::Type*>>& values,
                           bool line);
  void clear(const syntax::Expr& operand);

  // statements.cpp
  void statement(const syntax::Stmt& stmt);
  void block(const syntax::StmtList& statements);
  void assign(const syntax::AssignStmt& stmt);
  void assign_one(const syntax::AssignStmt& stmt);
  void assign_several(const syntax::AssignStmt& stmt);
  void assign_operation(const syntax::Expr& target, syntax::TokenKind op,
                        const syntax::Expr* right);
  void assign_from_call(const syntax::AssignStmt& stmt);
  void assign_comma_ok(const syntax::ExprList& left, const syntax::Expr& right, bool define);
  void comma_ok_to(const syntax::Expr& right, int32_t value, int32_t ok);
  Place map_elem(const Place& elem);
  bool assign_map_append(const syntax::AssignStmt& stmt);
  void define_or_store(const syntax::Expr& target, bool define, int32_t slot,
                       const check::Type* type);
  void declare_variables(const syntax::VariableDecl& decl);
  void if_statement(const syntax::IfStmt& stmt);
  void return_statement(const syntax::ReturnStmt& stmt);
  void leave();
  void branch(const syntax::BranchStmt& stmt);
  void jump_if(const syntax::Expr& condition, bool holds, Label& target);
  bool jump_if_compares(const syntax::BinaryExpr& expr, bool holds, Label& target);
  // A variable comes to life: in a slot of its own, or on the heap.
  Variable& declare(const check::Variable& variable);
  // temporary: nobody reads `slot` afterwards.
  void initialize(const check::Variable& variable, int32_t slot, bool temporary = false);
  void set_line(source::Span span);
  // The value of `expr` for a variable or field: what make(…) or a literal makes bears that name.
  void value_for(std::string_view name, const syntax::Expr& expr, const check::Type* target,
                 int32_t slot);

  // channels.cpp
  void make_channel_to(const syntax::CallExpr& call, const check::ChannelType* type, int32_t slot);
  void send(const syntax::SendStmt& stmt);
  void receive_to(const syntax::Expr& expr, int32_t slot, int32_t ok);
  void receive(const check::ChannelType* type, int32_t channel, int32_t slot, int32_t ok);
  void range_channel(const syntax::RangeStmt& stmt, JumpTarget target);
  void select_statement(const syntax::SelectStmt& stmt, std::string_view label);
  void reserve_results(const syntax::SelectStmt& stmt, Select& select);
  void choose_case(const syntax::SelectStmt& stmt, const Select& select, int32_t chosen);
  SelectCase select_case(const syntax::Stmt& communication);
  void take_received(const syntax::Stmt& communication, const SelectCase& taken);

  // loops.cpp, switches.cpp
  void for_statement(const syntax::ForStmt& stmt, std::string_view label);
  void copy_loop_variables(const syntax::Stmt* init);
  void range_statement(const syntax::RangeStmt& stmt, std::string_view label);
  void range_integer(const syntax::RangeStmt& stmt, JumpTarget target);
  void range_elements(const syntax::RangeStmt& stmt, JumpTarget target);
  void range_string(const syntax::RangeStmt& stmt, JumpTarget target);
  void range_map(const syntax::RangeStmt& stmt, JumpTarget target);
  // function_ranges.cpp
  void range_function(const syntax::RangeStmt& stmt, std::string_view label);
  int32_t begin_function_range();
  void enter_loop_body();
  void leave_loop_body(bool goes_on);
  void exit_loop(const syntax::Stmt& stmt);
  void take_exits(const FunctionLoop& loop, int32_t control);
  void set_control(int32_t control, int32_t word, uint64_t value);
  const check::FunctionBody& home() const { return loop_ ? *loop_->home : body_; }
  int32_t capture_to(const check::FunctionBody& body, int32_t at);
  void range_variable(const syntax::RangeStmt& stmt, const syntax::Expr* target, int32_t slot,
                      const check::Type* type);
  void loop_body(const syntax::BlockStmt& body, const JumpTarget& target);
  void switch_statement(const syntax::SwitchStmt& stmt, std::string_view label);
  void type_switch(const syntax::TypeSwitchStmt& stmt, std::string_view label);
  void type_case(const syntax::CaseClause& clause, int32_t subject, Label& body);
  void switch_bodies(const std::vector<syntax::CaseClause>& clauses, std::vector<Label>& labels,
                     Label& end, std::string_view label, const syntax::TypeSwitchStmt* types,
                     int32_t subject);

  // What is instantiated by f[int]: f. Other expressions without their parentheses.
  const syntax::Expr& instantiated(const syntax::Expr& expr) const;
  void unsupported(source::Span span, std::string_view what);
  const check::Type* type_of(const syntax::Expr& expr) const { return checked_.type_of(expr); }
  const check::Type* basic(check::TypeKind kind) const { return checked_.types().basic(kind); }

  Compiler& program_;
  const check::CheckedProgram& checked_;
  const check::FunctionBody& body_;
  FunctionLoop* loop_;   // nullptr: no body of a range over a function
  int32_t control_ = 0;  // of a loop body: the slot of its control words
  CodeBuilder code_;
  std::unordered_map<const check::Variable*, Variable> variables_;
  std::vector<JumpTarget> targets_;
  std::unordered_map<std::string_view, Label> labels_;  // for goto
  Label epilogue_;
  Label* fallthrough_ = nullptr;
  std::string_view pending_label_;
  std::unordered_map<const syntax::Expr*, int32_t>
      done_calls_;  // where their values wait: see evaluation_order.h
};

}  // namespace hmaplab::bytecode
