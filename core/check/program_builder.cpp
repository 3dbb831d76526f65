#include "core/check/program_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check/kinds.h"
#include "core/syntax/parser.h"

namespace hmaplab::check {

CheckedProgram::CheckedProgram() : types_(std::make_unique<TypeTable>()) {}
CheckedProgram::~CheckedProgram() = default;

const Variable* CheckedProgram::implicit_of(const syntax::CaseClause& clause) const {
  return as<Variable>(facts_[clause.id].object);
}

const Object* Package::member(std::string_view member_name) const {
  auto found = std::lower_bound(
      members_.begin(), members_.end(), member_name,
      [](const auto& member, std::string_view wanted) { return member.first < wanted; });
  bool hit = found != members_.end() && found->first == member_name;
  return hit ? found->second : nullptr;
}

bool Variable::capture_by_value() const {
  constexpr uint64_t kMostBytes = 128;
  return reassigned == 0 && !address_taken && type->size() <= kMostBytes;
}

bool Variable::needs_heap() const {
  constexpr uint64_t kMostStackBytes = 128 << 10;
  return address_taken || (captured && !capture_by_value()) || type->size() > kMostStackBytes;
}

const Type* default_type(TypeTable& types, const Type* type) {
  if (type->kind() == TypeKind::UntypedBool) return types.basic(TypeKind::Bool);
  if (type->kind() == TypeKind::UntypedInt) return types.basic(TypeKind::Int);
  if (type->kind() == TypeKind::UntypedRune) return types.basic(TypeKind::Int32);
  if (type->kind() == TypeKind::UntypedFloat) return types.basic(TypeKind::Float64);
  if (type->kind() == TypeKind::UntypedComplex) return types.basic(TypeKind::Complex128);
  if (type->kind() == TypeKind::UntypedString) return types.basic(TypeKind::String);
  return type;
}

ProgramBuilder::ProgramBuilder() : owned_(new CheckedProgram), program_(owned_.get()) {
  types().on_instance([this](NamedType* instance) {
    for (const Function* method : instance->origin()->methods()) {
      add_method(instance, instance_of(*method, instance->arguments(), instance));
    }
  });
}

ProgramBuilder::~ProgramBuilder() { types().on_instance(nullptr); }

Function* ProgramBuilder::instance_of(const Function& generic, std::vector<const Type*> arguments,
                                      const NamedType* receiver) {
  std::vector<uint32_t> ids;
  bool is_parameterized = false;
  for (const Type* argument : arguments) {
    ids.push_back(argument->id());
    is_parameterized = is_parameterized || argument->is_parameterized();
  }
  Function*& known = instance_of_[{&generic, std::move(ids)}];
  if (known != nullptr) return known;
  auto* instance = new_object<Function>(generic.name, nullptr, generic.package, generic.span);
  known = instance;
  instance->declaration = generic.declaration;
  instance->origin = &generic;
  instance->type_arguments = std::move(arguments);
  instance->receiver_type = receiver;
  instance->pointer_receiver = generic.pointer_receiver;
  instance->full_name = generic.full_name;
  if (receiver == nullptr) {
    instance->full_name += "[...]";
  } else {
    std::string_view form = generic.pointer_receiver ? "{}.(*{}[...]).{}" : "{}.{}[...].{}";
    instance->full_name = fmt::format(fmt::runtime(form), generic.package->path,
                                      receiver->name(), generic.name);
  }
  if (!is_parameterized) instances_.push_back(instance);
  return instance;
}

const syntax::FunctionDecl* ProgramBuilder::copy(const syntax::FunctionDecl& declaration,
                                                 uint32_t file) {
  auto first_id = static_cast<uint32_t>(program_->facts_.size());
  syntax::FunctionCopy copied =
      syntax::parse_again(*program_->files_[file], declaration, first_id);
  program_->facts_.resize(copied.end_id);
  program_->copied_trees_.push_back(std::move(copied.declaration));
  return program_->copied_trees_.back().get();
}

uint32_t ProgramBuilder::add_file(source::SourceFile file, source::Diagnostics& diagnostics,
                                  syntax::Bodies bodies) {
  auto index = static_cast<uint32_t>(program_->files_.size());
  program_->files_.push_back(std::make_unique<source::SourceFile>(std::move(file)));
  auto first_id = static_cast<uint32_t>(program_->facts_.size());
  program_->trees_.push_back(
      syntax::parse(*program_->files_.back(), diagnostics, first_id, bodies));
  program_->facts_.resize(program_->trees_.back()->end_id);
  return index;
}

Package* ProgramBuilder::add_package(std::string path) {
  program_->packages_.push_back(std::make_unique<Package>());
  program_->packages_.back()->path = std::move(path);
  return program_->packages_.back().get();
}

Package* ProgramBuilder::package(std::string_view path) {
  for (const auto& package : program_->packages_) {
    if (package->path == path) return package.get();
  }
  return nullptr;
}

const Constant* ProgramBuilder::keep(Constant value) {
  program_->constants_.push_back(std::make_unique<Constant>(std::move(value)));
  return program_->constants_.back().get();
}

const Selection* ProgramBuilder::keep(Selection selection) {
  program_->selections_.push_back(std::make_unique<Selection>(std::move(selection)));
  return program_->selections_.back().get();
}

const CallInfo* ProgramBuilder::keep(CallInfo call) {
  program_->calls_.push_back(std::make_unique<CallInfo>(call));
  return program_->calls_.back().get();
}

FunctionBody* ProgramBuilder::new_body(std::string name, const Package* package, uint32_t file) {
  program_->bodies_.push_back(std::make_unique<FunctionBody>());
  FunctionBody* body = program_->bodies_.back().get();
  body->name = std::move(name);
  body->index = static_cast<uint32_t>(program_->bodies_.size() - 1);
  body->package = package;
  body->file = file;
  return body;
}

void ProgramBuilder::add_package_variable(Variable* variable) {
  variable->index = static_cast<uint32_t>(program_->package_variables_.size());
  program_->package_variables_.push_back(variable);
}

void ProgramBuilder::add_member(Package& package, const Object* object) {
  auto place = std::lower_bound(
      package.members_.begin(), package.members_.end(), object->name,
      [](const auto& member, std::string_view wanted) { return member.first < wanted; });
  package.members_.insert(place, {object->name, object});
}

void ProgramBuilder::settle_types(uint32_t first_id) {
  for (uint32_t id = first_id; id < next_id(); ++id) {
    ExprFacts& facts = program_->facts_[id];
    if (facts.type == nullptr || facts.is_type) continue;
    facts.type = default_type(types(), facts.type);
    if (facts.constant == nullptr) continue;
    // A constant of a floating-point type is a float, whether written 1 or 1.0.
    if (is_float(facts.type->underlying_kind()) &&
        facts.constant->kind() == Constant::Kind::Integer) {
      facts.constant = keep(Constant(facts.constant->integer().to_float()));
    }
    if (is_complex(facts.type->underlying_kind()) && facts.constant->is_numeric())
      facts.constant = keep(Constant(facts.constant->complex()));
  }
}

std::unique_ptr<CheckedProgram> ProgramBuilder::finish(std::unique_ptr<Library> library) {
  settle_types(0);
  owned_->library_ = std::move(library);
  return std::move(owned_);
}

}  // namespace hmaplab::check
