#include "core/bytecode/evaluation_order.h"

#include <algorithm>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using syntax::ExprKind;
using syntax::TokenKind;

namespace {

// Walks expressions in the order of their operands.
class OrderScan {
 public:
  explicit OrderScan(const check::CheckedProgram& checked) : checked_(checked) {}

  const std::vector<const syntax::Expr*>& calls() const { return calls_; }
  bool loads_come_first() const { return loads_come_first_; }
  bool has_loads() const { return has_loads_; }
  const std::vector<const check::Variable*>& variables() const { return variables_; }

  void walk(const syntax::Expr* expr) {
    if (!expr || checked_.constant_of(*expr)) return;
    switch (expr->kind) {
      case ExprKind::Paren:
        return walk(static_cast<const syntax::ParenExpr*>(expr)->inner.get());
      case ExprKind::Identifier:
        return identifier(static_cast<const syntax::Identifier&>(*expr));
      case ExprKind::CompositeLiteral:
        for (const auto& element : static_cast<const syntax::CompositeLiteral*>(expr)->elements)
          walk(element.get());
        return;
      case ExprKind::KeyValue: {
        const auto& pair = static_cast<const syntax::KeyValueExpr&>(*expr);
        if (!is_field_name(*pair.key)) walk(pair.key.get());
        return walk(pair.value.get());
      }
      case ExprKind::Selector:
        return selector(static_cast<const syntax::SelectorExpr&>(*expr));
      case ExprKind::Index: {
        const auto& index = static_cast<const syntax::IndexExpr&>(*expr);
        if (checked_.type_of(*index.operand)->kind() == check::TypeKind::Function) return;
        walk(index.operand.get());
        walk(index.indices[0].get());
        has_loads_ = true;
        return;
      }
      case ExprKind::Slice: {
        const auto& slice = static_cast<const syntax::SliceExpr&>(*expr);
        return in_its_turn(*expr, {slice.operand.get(), slice.low.get(), slice.high.get(),
                                   slice.max.get()});
      }
      case ExprKind::Star:
        walk(static_cast<const syntax::StarExpr*>(expr)->operand.get());
        has_loads_ = true;
        return;
      case ExprKind::TypeAssertion:
        return found(*expr);
      case ExprKind::Call:
        return call(static_cast<const syntax::CallExpr&>(*expr));
      case ExprKind::Unary: {
        const auto& unary = static_cast<const syntax::UnaryExpr&>(*expr);
        if (unary.op == TokenKind::Arrow) return found(*expr);
        return walk(unary.operand.get());
      }
      case ExprKind::Binary:
        return binary(static_cast<const syntax::BinaryExpr&>(*expr));
      case ExprKind::Bad:
      case ExprKind::BasicLiteral:
      case ExprKind::FunctionLiteral:
      case ExprKind::Ellipsis:
      case ExprKind::ArrayType:
      case ExprKind::StructType:
      case ExprKind::FunctionType:
      case ExprKind::InterfaceType:
      case ExprKind::MapType:
      case ExprKind::ChannelType:
        return;
    }
  }

 private:
  void found(const syntax::Expr& call) {
    loads_come_first_ = loads_come_first_ || has_loads_;
    has_effects_ = true;
    calls_.push_back(&call);
  }

  // What gc evaluates among the calls although it changes nothing: len(s) before f() is what it was
  // before the call.
  void in_its_turn(const syntax::Expr& expr, const std::vector<const syntax::Expr*>& operands) {
    OrderScan inside(checked_);
    for (const syntax::Expr* operand : operands) inside.walk(operand);
    if (inside.has_effects_) return found(expr);
    calls_.push_back(&expr);
  }

  bool is_field_name(const syntax::Expr& key) const {
    const auto* name = syntax::as<syntax::Identifier>(key);
    return name && !checked_.object_of(*name);
  }

  // Variables that a call can change are loads; those in the frame are not.
  void identifier(const syntax::Identifier& name) {
    const auto* variable = check::as<check::Variable>(checked_.object_of(name));
    if (!variable) return;
    if (variable->is_package_level() || variable->needs_heap()) {
      has_loads_ = true;
    } else {
      variables_.push_back(variable);
    }
  }

  void selector(const syntax::SelectorExpr& expr) {
    const check::Selection* selection = checked_.selection_of(expr);
    if (selection && selection->kind == check::SelectionKind::PackageMember)
      return identifier(*expr.selected);
    if (selection && selection->kind == check::SelectionKind::MethodExpression) return;
    walk(expr.operand.get());
    for (const check::FieldStep& step :
         selection ? selection->path : std::vector<check::FieldStep>{}) {
      has_loads_ = has_loads_ || step.dereference;
    }
  }

  void call(const syntax::CallExpr& expr) {
    const check::CallInfo* info = checked_.call_of(expr);
    switch (info->kind) {
      case check::CallKind::Function:
        return found(expr);
      case check::CallKind::Builtin:
        return builtin(expr, info->builtin);
      case check::CallKind::Conversion:
        if (makes_slice_of_string(expr)) return in_its_turn(expr, pointers(expr.arguments));
        return walk(expr.arguments[0].get());
    }
  }

  void builtin(const syntax::CallExpr& expr, check::Builtin builtin) {
    switch (builtin) {
      case check::Builtin::Append:
      case check::Builtin::Copy:
      case check::Builtin::Recover:
        return found(expr);
      case check::Builtin::Cap:
      case check::Builtin::Complex:
      case check::Builtin::Imag:
      case check::Builtin::Len:
      case check::Builtin::Max:
      case check::Builtin::Min:
      case check::Builtin::Real:
        return in_its_turn(expr, pointers(expr.arguments));
      case check::Builtin::Clear:
      case check::Builtin::Close:
      case check::Builtin::Delete:
      case check::Builtin::Make:
      case check::Builtin::New:
      case check::Builtin::Panic:
      case check::Builtin::Print:
      case check::Builtin::Println:
      case check::Builtin::UnsafeAdd:
      case check::Builtin::UnsafeAlignof:
      case check::Builtin::UnsafeOffsetof:
      case check::Builtin::UnsafeSizeof:
      case check::Builtin::UnsafeSlice:
      case check::Builtin::UnsafeSliceData:
      case check::Builtin::UnsafeString:
      case check::Builtin::UnsafeStringData:
        for (const auto& argument : expr.arguments) walk(argument.get());
    }
  }

  // []byte(s), []rune(s)
  bool makes_slice_of_string(const syntax::CallExpr& expr) const {
    return checked_.type_of(expr)->underlying_kind() == check::TypeKind::Slice &&
           checked_.type_of(*expr.arguments[0])->underlying_kind() != check::TypeKind::Slice;
  }

  void binary(const syntax::BinaryExpr& expr) {
    if (expr.op == TokenKind::LogicalAnd || expr.op == TokenKind::LogicalOr) {
      // As a whole: its right side may not be evaluated at all.
      return in_its_turn(expr, {expr.left.get(), expr.right.get()});
    }
    walk(expr.left.get());
    walk(expr.right.get());
    if (expr.op == TokenKind::Divide || expr.op == TokenKind::Remainder) has_loads_ = true;
  }

  const check::CheckedProgram& checked_;
  std::vector<const syntax::Expr*> calls_;
  std::vector<const check::Variable*> variables_;  // read, in the frame
  bool has_loads_ = false;
  bool has_effects_ = false;  // among the calls is one that may change what is loaded
  bool loads_come_first_ = false;
};

}  // namespace

CallsFirst::CallsFirst(FunctionCompiler& compiler,
                       const std::vector<const syntax::Expr*>& expressions, When when)
    : compiler_(compiler) {
  OrderScan scan(compiler.checked_);
  for (const syntax::Expr* expr : expressions) scan.walk(expr);
  if (when == When::LoadsComeFirst && !scan.loads_come_first()) return;
  for (const syntax::Expr* call : scan.calls()) {
    if (compiler.done_calls_.count(call) != 0) continue;
    int32_t slot = compiler.code_.reserve(compiler.type_of(*call)->size());
    compiler.value_to(*call, slot);
    compiler.done_calls_[call] = slot;
    done_.push_back(call);
  }
}

CallsFirst::~CallsFirst() {
  for (const syntax::Expr* call : done_) compiler_.done_calls_.erase(call);
}

void WrittenBefore::add(const syntax::Expr& target) {
  const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(target));
  if (name && name->is_blank()) return;
  const auto* variable = name ? check::as<check::Variable>(checked_.object_of(*name)) : nullptr;
  if (variable && !variable->is_package_level() && !variable->needs_heap()) {
    variables_.push_back(variable);
  } else {
    memory_ = true;
    OrderScan scan(checked_);  // a part of a variable in the frame is no memory
    scan.walk(&target);
    variables_.insert(variables_.end(), scan.variables().begin(), scan.variables().end());
  }
}

bool WrittenBefore::can_change(const syntax::Expr& value) const {
  OrderScan scan(checked_);
  scan.walk(&value);
  if (memory_ && scan.has_loads()) return true;
  return std::any_of(
      scan.variables().begin(), scan.variables().end(), [&](const check::Variable* read) {
        return std::find(variables_.begin(), variables_.end(), read) != variables_.end();
      });
}

bool WrittenBefore::can_change_place(const syntax::Expr& target) const {
  const syntax::Expr& inner = syntax::unparen(target);
  if (const auto* index = syntax::as<syntax::IndexExpr>(inner)) {
    bool in_array = checked_.type_of(*index->operand)->underlying_kind() == check::TypeKind::Array;
    bool operand = in_array ? can_change_place(*index->operand) : can_change(*index->operand);
    return operand || can_change(*index->indices[0]);
  }
  if (const auto* star = syntax::as<syntax::StarExpr>(inner)) return can_change(*star->operand);
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(inner)) {
    bool in_struct =
        checked_.type_of(*selector->operand)->underlying_kind() == check::TypeKind::Struct;
    return in_struct ? can_change_place(*selector->operand) : can_change(*selector->operand);
  }
  return false;
}

std::vector<const syntax::Expr*> pointers(const syntax::ExprList& list,
                                          std::initializer_list<const syntax::Expr*> more) {
  std::vector<const syntax::Expr*> result;
  for (const auto& expr : list) result.push_back(expr.get());
  result.insert(result.end(), more.begin(), more.end());
  return result;
}

}  // namespace hmaplab::bytecode
