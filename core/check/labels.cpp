// Labels of one function body: each is used, each use has its label, and goto enters no block and
// skips no variable.
#include <fmt/format.h>

#include <map>

#include "core/check/checker.h"

namespace hmaplab::check {
namespace {

std::string_view text_of(const syntax::Expr& expr) {
  const auto* name = syntax::as<syntax::Identifier>(expr);
  return name == nullptr ? "_" : name->name;
}

struct Label {
  source::Span span;
  bool used = false;
  std::vector<size_t> blocks;  // the path of blocks around it
  size_t order = 0;
};

struct Jump {
  const syntax::BranchStmt* statement = nullptr;
  std::vector<size_t> blocks;
  size_t order = 0;
};

struct VariableAt {
  std::string_view name;
  source::Span span;
  size_t block = 0;
  size_t order = 0;
};

// Walks a body in source order and notes labels, jumps and variable declarations, not those of
// inner functions.
class LabelWalk {
 public:
  std::map<std::string_view, Label> labels;
  std::vector<std::pair<std::string_view, source::Span>> duplicates;
  std::vector<Jump> jumps;
  std::vector<VariableAt> variables;

  void block(const syntax::StmtList& list) {
    blocks_.push_back(++block_count_);
    for (const syntax::StmtPtr& statement : list) visit(statement.get());
    blocks_.pop_back();
  }

 private:
  template <class Clauses>
  void clauses(const Clauses& list) {
    for (const auto& clause : list) block(clause.body);
  }

  void visit(const syntax::Stmt* statement) {
    using namespace syntax;
    if (statement == nullptr) return;
    ++order_;
    switch (statement->kind) {
      case StmtKind::Labeled: {
        const auto& labeled = static_cast<const LabeledStmt&>(*statement);
        Label label{labeled.label->span, labeled.label->is_blank(), blocks_, order_};
        if (!labels.try_emplace(labeled.label->name, label).second) {
          duplicates.emplace_back(labeled.label->name, labeled.label->span);
        }
        return visit(labeled.statement.get());
      }
      case StmtKind::Branch: {
        const auto& branch = static_cast<const BranchStmt&>(*statement);
        if (branch.label != nullptr) jumps.push_back({&branch, blocks_, order_});
        return;
      }
      case StmtKind::Block:
        return block(static_cast<const BlockStmt&>(*statement).statements);
      case StmtKind::If: {
        const auto& branch = static_cast<const IfStmt&>(*statement);
        block(branch.then->statements);
        return visit(branch.otherwise.get());
      }
      case StmtKind::For:
        return block(static_cast<const ForStmt&>(*statement).body->statements);
      case StmtKind::Range:
        return block(static_cast<const RangeStmt&>(*statement).body->statements);
      case StmtKind::Switch:
        return clauses(static_cast<const SwitchStmt&>(*statement).clauses);
      case StmtKind::TypeSwitch:
        return clauses(static_cast<const TypeSwitchStmt&>(*statement).clauses);
      case StmtKind::Select:
        return clauses(static_cast<const SelectStmt&>(*statement).clauses);
      case StmtKind::Assign:
        if (static_cast<const AssignStmt&>(*statement).op == TokenKind::Define) {
          const auto& assign = static_cast<const AssignStmt&>(*statement);
          variables.push_back({text_of(*assign.left[0]),
                               {assign.operator_position, assign.operator_position},
                               blocks_.back(),
                               order_});
        }
        return;
      case StmtKind::Declaration:
        for (const DeclPtr& node : static_cast<const DeclarationStmt&>(*statement).declarations) {
          if (node->kind != DeclKind::Variable) continue;
          const auto& name = *static_cast<const VariableDecl&>(*node).names[0];
          variables.push_back({name.name, name.span, blocks_.back(), order_});
        }
        return;
      case StmtKind::Bad:
      case StmtKind::Empty:
      case StmtKind::Expression:
      case StmtKind::Send:
      case StmtKind::IncDec:
      case StmtKind::Go:
      case StmtKind::Defer:
      case StmtKind::Return:
        return;
    }
  }

  std::vector<size_t> blocks_;
  size_t block_count_ = 0;
  size_t order_ = 0;
};

bool is_inside(const std::vector<size_t>& jump, const std::vector<size_t>& label) {
  return label.size() <= jump.size() && std::equal(label.begin(), label.end(), jump.begin());
}

}  // namespace

void Checker::check_labels(const syntax::BlockStmt& block) {
  LabelWalk walk;
  walk.block(block.statements);
  for (const auto& [name, span] : walk.duplicates) {
    report(
        "DuplicateLabel", span,
        fmt::format("label {} already defined at {}", name, place_text(walk.labels.at(name).span)));
  }
  for (const Jump& jump : walk.jumps) {
    const syntax::Identifier& name = *jump.statement->label;
    auto found = walk.labels.find(name.name);
    if (found == walk.labels.end()) {
      bool is_goto = jump.statement->token == syntax::TokenKind::Goto;
      report("UndeclaredLabel", name.span,
             is_goto ? fmt::format("label {} not defined", name.name)
                     : fmt::format("{} label not defined: {}",
                                   syntax::spelling(jump.statement->token), name.name));
      continue;
    }
    Label& label = found->second;
    label.used = true;
    if (jump.statement->token != syntax::TokenKind::Goto) {
      bool unknown = std::find(unknown_labels_.begin(), unknown_labels_.end(), jump.statement) !=
                     unknown_labels_.end();
      if (unknown) {
        report(
            "MisplacedLabel", name.span,
            fmt::format("invalid {} label {}", syntax::spelling(jump.statement->token), name.name));
      }
      continue;
    }
    if (!is_inside(jump.blocks, label.blocks)) {
      report("JumpIntoBlock", name.span, fmt::format("goto {} jumps into block", name.name));
      continue;
    }
    for (const VariableAt& variable : walk.variables) {
      bool between = variable.order > jump.order && variable.order < label.order;
      if (!between || variable.block != label.blocks.back()) continue;
      report("JumpOverDecl", name.span,
             fmt::format("goto {} jumps over declaration of {} at {}", name.name, variable.name,
                         place_text(variable.span)));
      break;
    }
  }
  for (const auto& [name, label] : walk.labels) {
    if (label.used) continue;
    report("UnusedLabel", label.span, fmt::format("label {} defined and not used", name));
  }
  unknown_labels_.clear();
}

}  // namespace hmaplab::check
