// The hands that fill a CheckedProgram while it is checked. Private to core/check.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/check/checked_program.h"
#include "core/source/diagnostic.h"
#include "core/syntax/parser.h"

namespace hmaplab::check {

class ProgramBuilder {
 public:
  ProgramBuilder();
  ~ProgramBuilder();
  ProgramBuilder(const ProgramBuilder&) = delete;
  ProgramBuilder& operator=(const ProgramBuilder&) = delete;

  TypeTable& types() { return *program_->types_; }

  // Parses the file into the program; the tree's expressions get their places in the tables.
  uint32_t add_file(source::SourceFile file, source::Diagnostics& diagnostics,
                    syntax::Bodies bodies = syntax::Bodies::Parse);
  const source::SourceFile& file(uint32_t index) const { return *program_->files_[index]; }
  const syntax::File& tree(uint32_t index) const { return *program_->trees_[index]; }
  Package* add_package(std::string path);
  Package* package(std::string_view path);
  // The package is complete: it takes its place in the order of initialisation.
  void finish_package(Package* package) { static_cast<void>(package); }

  ExprFacts& facts(const syntax::Expr& expr) { return program_->facts_[expr.id]; }
  ExprFacts& facts(const syntax::CaseClause& clause) { return program_->facts_[clause.id]; }
  ExprFacts& facts(const syntax::RangeStmt& range) { return program_->facts_[range.id]; }
  const Constant* keep(Constant value);
  const Selection* keep(Selection selection);
  const CallInfo* keep(CallInfo call);

  template <class T>
  T* new_object(std::string_view name, const Type* type, const Package* package,
                source::Span span = {}) {
    auto owned = std::make_unique<T>();
    T* object = owned.get();
    object->name = name;
    object->type = type;
    object->package = package;
    object->span = span;
    program_->objects_.push_back(std::move(owned));
    return object;
  }
  FunctionBody* new_body(std::string name, const Package* package, uint32_t file);
  void add_package_variable(Variable* variable);
  void add_member(Package& package, const Object* object);
  void set_underlying(NamedType* type, const Type* underlying) { type->underlying_ = underlying; }
  void add_method(NamedType* type, const Function* method) { type->methods_.push_back(method); }
  void set_main(const Function* main) { program_->main_ = main; }

  // The instance of a generic function, or of a method of a generic type (receiver: the instance of
  // that type); each only once. Those without type parameters wait in instances() for their bodies.
  Function* instance_of(const Function& generic, std::vector<const Type*> arguments,
                        const NamedType* receiver = nullptr);
  const std::vector<Function*>& instances() const { return instances_; }
  // Parses the declaration once more: a tree of its own, whose expressions have their own facts.
  const syntax::FunctionDecl* copy(const syntax::FunctionDecl& declaration, uint32_t file);
  ExprFacts& facts(uint32_t id) { return program_->facts_[id]; }
  uint32_t next_id() const { return static_cast<uint32_t>(program_->facts_.size()); }

  // Gives untyped leftovers of the expressions from first_id on their default types.
  void settle_types(uint32_t first_id);
  // Hands the program over, together with what checks its library; the builder can still fill it.
  std::unique_ptr<CheckedProgram> finish(std::unique_ptr<Library> library);

 private:
  std::unique_ptr<CheckedProgram> owned_;  // until it is finished
  CheckedProgram* program_;
  std::map<std::pair<const Function*, std::vector<uint32_t>>, Function*> instance_of_;
  std::vector<Function*> instances_;
};

// int for untyped int and so on; other types as they are.
const Type* default_type(TypeTable& types, const Type* type);

}  // namespace hmaplab::check
