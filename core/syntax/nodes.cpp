#include "core/syntax/nodes.h"

#include <fmt/format.h>

namespace hmaplab::syntax {
namespace {

std::string text_or_empty(const ExprPtr& expr) { return expr == nullptr ? "" : text(*expr); }

std::string joined(const ExprList& list) {
  std::string all;
  for (const ExprPtr& expr : list) {
    if (!all.empty()) all += ", ";
    all += text(*expr);
  }
  return all;
}

std::string parameters_text(const std::vector<ParameterDecl>& parameters) {
  std::string all;
  for (size_t i = 0; i < parameters.size(); ++i) {
    if (i > 0) all += ", ";
    bool shares = i + 1 < parameters.size() && parameters[i + 1].type == parameters[i].type;
    if (parameters[i].name != nullptr) all += parameters[i].name->name;
    if (shares || parameters[i].type == nullptr) continue;
    if (parameters[i].name != nullptr) all += ' ';
    all += text(*parameters[i].type);
  }
  return all;
}

std::string function_text(const FunctionTypeExpr& type) {
  std::string all = "func(" + parameters_text(type.parameters) + ")";
  if (type.results.empty()) return all;
  std::string results = parameters_text(type.results);
  bool is_single = type.results.size() == 1 && type.results[0].name == nullptr;
  return all + (is_single ? " " + results : " (" + results + ")");
}

std::string struct_text(const StructTypeExpr& structure) {
  std::string all;
  for (const FieldDecl& field : structure.fields) {
    if (!all.empty()) all += "; ";
    for (size_t i = 0; i < field.names.size(); ++i) {
      all += fmt::format("{}{}", i > 0 ? ", " : "", field.names[i]->name);
    }
    if (!field.names.empty()) all += ' ';
    all += text(*field.type);
  }
  return "struct{" + all + "}";
}

std::string interface_text(const InterfaceTypeExpr& interface) {
  std::string all;
  for (const InterfaceElement& element : interface.elements) {
    if (!all.empty()) all += "; ";
    std::string type = text(*element.type);
    all += element.name == nullptr ? type : fmt::format("{}{}", element.name->name, type.substr(4));
  }
  return "interface{" + all + "}";
}

std::string channel_text(const ChannelTypeExpr& channel) {
  std::string element = text(*channel.element);
  if (channel.direction == ChannelDirection::SendOnly) return "chan<- " + element;
  if (channel.direction == ChannelDirection::ReceiveOnly) return "<-chan " + element;
  return "chan " + element;
}

std::string slice_text(const SliceExpr& slice) {
  std::string all = fmt::format("{}[{}:{}", text(*slice.operand), text_or_empty(slice.low),
                                text_or_empty(slice.high));
  if (slice.three_index) all += ":" + text_or_empty(slice.max);
  return all + "]";
}

std::string composite_text(const CompositeLiteral& literal) {
  return text_or_empty(literal.type) + (literal.elements.empty() ? "{}" : "{…}");
}

std::string call_text(const CallExpr& call) {
  return fmt::format("{}({}{})", text(*call.function), joined(call.arguments),
                     call.has_dots ? "..." : "");
}

}  // namespace

FunctionLiteral::FunctionLiteral() = default;
FunctionLiteral::~FunctionLiteral() = default;
FunctionDecl::FunctionDecl() = default;
FunctionDecl::~FunctionDecl() = default;

const Expr& unparen(const Expr& expr) {
  const Expr* inner = &expr;
  while (const auto* paren = as<ParenExpr>(*inner)) inner = paren->inner.get();
  return *inner;
}

std::string text(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::Bad:
      return "_";
    case ExprKind::Identifier:
      return std::string(static_cast<const Identifier&>(expr).name);
    case ExprKind::BasicLiteral:
      return std::string(static_cast<const BasicLiteral&>(expr).text);
    case ExprKind::CompositeLiteral:
      return composite_text(static_cast<const CompositeLiteral&>(expr));
    case ExprKind::FunctionLiteral:
      return function_text(*static_cast<const FunctionLiteral&>(expr).signature) +
             (static_cast<const FunctionLiteral&>(expr).body->statements.empty() ? " {}" : " {…}");
    case ExprKind::Paren:
      return "(" + text(*static_cast<const ParenExpr&>(expr).inner) + ")";
    case ExprKind::Selector: {
      const auto& selector = static_cast<const SelectorExpr&>(expr);
      return fmt::format("{}.{}", text(*selector.operand), selector.selected->name);
    }
    case ExprKind::Index: {
      const auto& index = static_cast<const IndexExpr&>(expr);
      return fmt::format("{}[{}]", text(*index.operand), joined(index.indices));
    }
    case ExprKind::Slice:
      return slice_text(static_cast<const SliceExpr&>(expr));
    case ExprKind::TypeAssertion: {
      const auto& assertion = static_cast<const TypeAssertionExpr&>(expr);
      std::string type = assertion.type == nullptr ? "type" : text(*assertion.type);
      return fmt::format("{}.({})", text(*assertion.operand), type);
    }
    case ExprKind::Call:
      return call_text(static_cast<const CallExpr&>(expr));
    case ExprKind::Star:
      return "*" + text(*static_cast<const StarExpr&>(expr).operand);
    case ExprKind::Unary: {
      const auto& unary = static_cast<const UnaryExpr&>(expr);
      return fmt::format("{}{}", spelling(unary.op), text(*unary.operand));
    }
    case ExprKind::Binary: {
      const auto& binary = static_cast<const BinaryExpr&>(expr);
      return fmt::format("{} {} {}", text(*binary.left), spelling(binary.op), text(*binary.right));
    }
    case ExprKind::KeyValue: {
      const auto& pair = static_cast<const KeyValueExpr&>(expr);
      return fmt::format("{}: {}", text(*pair.key), text(*pair.value));
    }
    case ExprKind::Ellipsis:
      return "..." + text_or_empty(static_cast<const EllipsisExpr&>(expr).type);
    case ExprKind::ArrayType: {
      const auto& array = static_cast<const ArrayTypeExpr&>(expr);
      return fmt::format("[{}]{}", text_or_empty(array.length), text(*array.element));
    }
    case ExprKind::StructType:
      return struct_text(static_cast<const StructTypeExpr&>(expr));
    case ExprKind::FunctionType:
      return function_text(static_cast<const FunctionTypeExpr&>(expr));
    case ExprKind::InterfaceType:
      return interface_text(static_cast<const InterfaceTypeExpr&>(expr));
    case ExprKind::MapType: {
      const auto& map = static_cast<const MapTypeExpr&>(expr);
      return fmt::format("map[{}]{}", text(*map.key), text(*map.element));
    }
    case ExprKind::ChannelType:
      return channel_text(static_cast<const ChannelTypeExpr&>(expr));
  }
  return "";
}

}  // namespace hmaplab::syntax
