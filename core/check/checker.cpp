#include "core/check/checker.h"

#include <fmt/format.h>

#include "core/check/constant_fold.h"

namespace hmaplab::check {
namespace {
// Deep enough for what the parser lets through, and for long chains of declarations that refer to
// each other.
constexpr uint32_t kMostDepth = 2500;
}  // namespace

Checker::Checker(ProgramBuilder& builder, Package& package, Scope& universe,
                 source::Diagnostics& diagnostics, Importer importer)
    : builder_(builder),
      types_(builder.types()),
      package_(package),
      package_scope_(&universe),
      diagnostics_(diagnostics),
      importer_(std::move(importer)) {}

Checker::Depth::Depth(Checker& checker, source::Span span, uint32_t weight)
    : checker_(checker), weight_(weight), too_deep_((checker.depth_ += weight) > kMostDepth) {
  if (!too_deep_ || checker.too_deep_reported_) return;
  checker.too_deep_reported_ = true;
  checker.report("TooDeep", span, "declarations and expressions nested too deeply");
}

// An instance repeats no message of its generic declaration. What only its types bring about is
// fine there: two cases of a type switch that become one, an assertion that always fails.
void Checker::report(std::string_view code, source::Span span, std::string message) {
  if (instance_ != nullptr) {
    if (code == "DuplicateCase" || code == "ImpossibleAssert") return;
    message = fmt::format("{} is not supported by hmaplab for these type arguments: {}",
                          instance_->full_name, message);
  }
  diagnostics_.report(std::string(code), report_place_.value_or(span), std::move(message));
}

std::string Checker::place_text(source::Span span) const {
  const source::SourceFile& file = builder_.file(file_);
  source::LineColumn at = file.line_column(span.begin);
  return fmt::format("{}:{}:{}", file.name(), at.line, at.column);
}

void Checker::check() {
  package_.initializer_body = initializer_body_ =
      builder_.new_body(package_.path + ".init", &package_, package_.files.front());
  initializer_body_->signature = types_.function_of({}, {}, false);
  package_context_.body = initializer_body_;
  for (uint32_t file : package_.files) collect_file(file);
  for (size_t i = 0; i < declarations_.size(); ++i) resolve(*declarations_[i]);
  run_delayed();
  for (size_t i = 0; i < declarations_.size(); ++i) check_function(*declarations_[i]);
  run_delayed();
  report_endless_instances();
  check_bodies_of_initializers();
  order_initializers();
  if (skipped_.empty()) check_imports_used();
}

// Checks that need complete types wait here until no declaration is in progress.
void Checker::run_delayed() {
  while (!delayed_.empty()) {
    std::vector<std::function<void()>> checks = std::exchange(delayed_, {});
    for (const auto& one : checks) one();
  }
}

void Checker::collect_file(uint32_t file) {
  const syntax::File& tree = builder_.tree(file);
  file_ = file;
  file_scopes_.push_back(std::make_unique<Scope>(&package_scope_));
  Scope* file_scope = file_scopes_.back().get();
  for (const syntax::DeclPtr& node : tree.declarations) {
    Declaration declaration;
    declaration.node = node.get();
    declaration.scope = file_scope;
    declaration.file = file;
    auto declare_names = [&](const syntax::IdentifierList& names, auto make_object) {
      for (size_t i = 0; i < names.size(); ++i) {
        declaration.object = make_object(*names[i]);
        builder_.facts(*names[i]).object = names[i]->is_blank() ? nullptr : declaration.object;
        builder_.facts(*names[i]).defines = true;
        Declaration one;
        one.object = declaration.object;
        one.node = declaration.node;
        one.name_index = i;
        one.scope = file_scope;
        one.file = file;
        declare_at_package_level(std::move(one));
      }
    };
    switch (node->kind) {
      case syntax::DeclKind::Bad:
        break;
      case syntax::DeclKind::Import:
        collect_import(static_cast<const syntax::ImportDecl&>(*node), *file_scope);
        break;
      case syntax::DeclKind::Constant:
        declare_names(static_cast<const syntax::ConstantDecl&>(*node).names, [&](const auto& name) {
          return builder_.new_object<NamedConstant>(name.name, nullptr, &package_, name.span);
        });
        break;
      case syntax::DeclKind::Variable:
        declare_names(static_cast<const syntax::VariableDecl&>(*node).names, [&](const auto& name) {
          auto* variable = builder_.new_object<Variable>(name.name, nullptr, &package_, name.span);
          variable->role = VariableRole::Package;
          builder_.add_package_variable(variable);
          return variable;
        });
        break;
      case syntax::DeclKind::Type: {
        const auto& name = *static_cast<const syntax::TypeDecl&>(*node).name;
        declaration.object =
            builder_.new_object<TypeName>(name.name, nullptr, &package_, name.span);
        builder_.facts(name).object = declaration.object;
        declare_at_package_level(std::move(declaration));
        break;
      }
      case syntax::DeclKind::Function:
        collect_function(static_cast<const syntax::FunctionDecl&>(*node), std::move(declaration));
        break;
    }
  }
}

Declaration* Checker::add_declaration(Declaration declaration) {
  declaration.order = static_cast<uint32_t>(declarations_.size());
  declarations_.push_back(std::make_unique<Declaration>(std::move(declaration)));
  Declaration* added = declarations_.back().get();
  declaration_of_[added->object] = added;
  return added;
}

void Checker::report_redeclared(const Object& object, const Object& other) {
  report("DuplicateDecl", object.span,
         fmt::format("{} redeclared in this block\n\t{}: other declaration of {}", object.name,
                     place_text(other.span), object.name));
}

void Checker::declare_at_package_level(Declaration declaration) {
  Declaration* added = add_declaration(std::move(declaration));
  Object* object = added->object;
  if (object->name == "_") return;
  if (object->name == "init" || (object->name == "main" && package_.name == "main")) {
    report("InvalidInitDecl", object->span,
           fmt::format("cannot declare {} - must be func", object->name));
    return;
  }
  Object* holder = package_scope_.insert(object);
  if (holder != object) return report_redeclared(*object, *holder);
  builder_.add_member(package_, object);
}

void Checker::collect_function(const syntax::FunctionDecl& node, Declaration declaration) {
  const syntax::Identifier& name = *node.name;
  auto* function = builder_.new_object<Function>(name.name, nullptr, &package_, name.span);
  function->declaration = &node;
  function->full_name = fmt::format("{}.{}", package_.path, name.name);
  builder_.facts(name).object = function;
  builder_.facts(name).defines = true;
  package_.functions.push_back(function);
  declaration.object = function;
  Declaration* added = add_declaration(std::move(declaration));
  if (!node.receiver.empty()) {
    const syntax::Expr* type = node.receiver[0].type;
    if (type == nullptr) return;
    type = &syntax::unparen(*type);
    if (const auto* star = syntax::as<syntax::StarExpr>(type)) {
      function->pointer_receiver = true;
      type = &syntax::unparen(*star->operand);
    }
    if (const auto* index = syntax::as<syntax::IndexExpr>(type)) type = index->operand.get();
    const auto* base = syntax::as<syntax::Identifier>(type);
    if (base != nullptr && !name.is_blank()) methods_of_[base->name].push_back(added);
    return;
  }
  bool is_special = name.name == "init" || (name.name == "main" && package_.name == "main");
  if (is_special && !node.signature->type_parameters.empty()) {
    report("InvalidInitDecl", node.signature->type_parameters[0].name->span,
           fmt::format("func {} must have no type parameters", name.name));
  }
  if (is_special && (!node.signature->parameters.empty() || !node.signature->results.empty())) {
    report("InvalidInitDecl", name.span,
           fmt::format("func {} must have no arguments and no return values", name.name));
  }
  if (name.name == "init") {
    function->full_name += fmt::format(".{}", init_functions_++);
    package_.init_functions.push_back(function);
    return;
  }
  if (name.is_blank()) return;
  Object* holder = package_scope_.insert(function);
  if (holder != function) return report_redeclared(*function, *holder);
  builder_.add_member(package_, function);
  if (name.name == "main" && package_.name == "main") builder_.set_main(function);
}

void Checker::collect_import(const syntax::ImportDecl& node, Scope& scope) {
  std::string path = literal_value(*node.path).string();
  const Package* imported = importer_(path);
  // The importer reported a package that is not there; its name is known, so that this stays the
  // only message.
  std::string_view last = std::string_view(path).substr(path.rfind('/') + 1);
  std::string_view name = node.name != nullptr  ? node.name->name
                          : imported != nullptr ? std::string_view(imported->name)
                                                : last;
  if (name == "_") return;
  if (name == ".") {
    report("UnsupportedFeature", node.span, "dot imports are not supported by hmaplab");
    return;
  }
  source::Span span = node.name != nullptr ? node.name->span : node.path->span;
  auto* object = builder_.new_object<PackageName>(name, nullptr, &package_, span);
  object->imported = imported;
  object->used = imported == nullptr;
  if (node.name != nullptr) builder_.facts(*node.name).object = object;
  if (imported != nullptr && std::find(package_.imports.begin(), package_.imports.end(),
                                       imported) == package_.imports.end()) {
    package_.imports.push_back(imported);
  }
  imports_.push_back(object);
  Object* holder = scope.insert(object);
  if (holder != object) report_redeclared(*object, *holder);
}

void Checker::check_imports_used() {
  for (const PackageName* import : imports_) {
    if (import->used) continue;
    std::string message = fmt::format("\"{}\" imported and not used", import->imported->path);
    if (import->name != import->imported->name) {
      message =
          fmt::format("\"{}\" imported as {} and not used", import->imported->path, import->name);
    }
    report("UnusedImport", import->span, std::move(message));
  }
}

}  // namespace hmaplab::check
