#include "core/check/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/invariant.h"
#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/golib.h"
#include "core/check/universe.h"

namespace hmaplab::check {
namespace {

// One program being put together: loads what main imports, then main; later the bodies of imported
// functions.
class Loader : public Library {
 public:
  explicit Loader(const Options& options)
      : version_(options.version), whole_library_(options.whole_library), universe_(nullptr) {
    fill_universe(builder_, universe_);
  }

  // Whether main_file is right, together with what it imports.
  bool load(source::SourceFile main_file, source::Diagnostics& diagnostics);
  // The program of a loader that has loaded it. The loader becomes its library.
  static std::unique_ptr<CheckedProgram> finish(std::unique_ptr<Loader> loader);

  void check_body(const FunctionBody& body) override;

 private:
  void import_all(const syntax::File& tree, source::Diagnostics* diagnostics);
  const Package* import(std::string_view path);
  void check_package(Package& package, source::Diagnostics& diagnostics);
  void check_instances(source::Diagnostics& diagnostics);
  void name_bytes_and_runes(const syntax::File& tree);
  void check_main(uint32_t file, source::Diagnostics& diagnostics);

  LanguageVersion version_;  // of the main package
  bool whole_library_;
  ProgramBuilder builder_;
  Scope universe_;
  source::Diagnostics golib_diagnostics_;  // stays empty
  // Instances of generic functions are checked when all packages are, each by its package's own.
  std::map<const Package*, std::unique_ptr<Checker>> checkers_;
  size_t instances_checked_ = 0;
};

std::string supported_packages() {
  std::vector<std::string_view> paths = {"unsafe"};
  for (const base::EmbeddedFile& file : golib_files()) {
    if (!file.folder.starts_with("internal/")) paths.push_back(file.folder);
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return fmt::format("{}", fmt::join(paths, ", "));
}

// Checks a package of golib, which has no errors, and before it what it imports.
const Package* Loader::import(std::string_view path) {
  if (const Package* known = builder_.package(path)) return known;
  if (path == "unsafe") return make_unsafe(builder_);
  source::Diagnostics& diagnostics = golib_diagnostics_;
  std::vector<uint32_t> files;
  for (const base::EmbeddedFile& file : golib_files()) {
    if (file.folder != path) continue;
    std::string name = fmt::format("{}/{}", file.folder, file.name);
    files.push_back(
        builder_.add_file(source::SourceFile(name, std::string(file.text)), diagnostics,
                          whole_library_ ? syntax::Bodies::Parse : syntax::Bodies::Skip));
    INVARIANT(diagnostics.empty(), diagnostics.text(builder_.file(files.back())));
    import_all(builder_.tree(files.back()), nullptr);
  }
  if (files.empty()) return nullptr;
  Package* package = builder_.add_package(std::string(path));
  package->name = builder_.tree(files[0]).package_name->name;
  package->files = files;
  check_package(*package, diagnostics);
  INVARIANT(diagnostics.empty(), diagnostics.text(builder_.file(files[0])));
  return package;
}

void Loader::check_package(Package& package, source::Diagnostics& diagnostics) {
  auto checker =
      std::make_unique<Checker>(builder_, package, universe_, diagnostics,
                                [this](std::string_view other) { return import(other); });
  checker->check();
  checkers_[&package] = std::move(checker);
}

// Checking one may bring about others. Their number has an end, which the checks for instantiation
// cycles made sure of; where they were too blind the limit says so.
void Loader::check_instances(source::Diagnostics& diagnostics) {
  constexpr size_t kMost = 10000;
  while (instances_checked_ < builder_.instances().size() && diagnostics.empty()) {
    Function& instance = *builder_.instances()[instances_checked_++];
    if (instances_checked_ > kMost || builder_.types().nested_too_deeply()) {
      diagnostics.report("InvalidInstanceCycle", {}, "instantiation cycle: too many instances");
      return;
    }
    checkers_.at(instance.package)->check_instance(instance);
    if (golib_diagnostics_.empty()) continue;
    diagnostics.report("UnsupportedFeature", {}, golib_diagnostics_.list()[0].message);
  }
}

// Loads the imported packages, so that they come before the importing one in the order of
// initialisation.
void Loader::import_all(const syntax::File& tree, source::Diagnostics* diagnostics) {
  for (const syntax::DeclPtr& node : tree.declarations) {
    const auto* declaration = syntax::as<syntax::ImportDecl>(*node);
    if (declaration == nullptr) continue;
    std::string path = literal_value(*declaration->path).string();
    bool is_internal = diagnostics != nullptr && path.starts_with("internal/");
    if ((!is_internal && import(path) != nullptr) || diagnostics == nullptr) continue;
    diagnostics->report(
        path == "C" ? "UnsupportedFeature" : "BrokenImport", declaration->path->span,
        path == "C" ? "cgo is not supported by hmaplab"
                    : fmt::format("package {} is not supported by hmaplab; supported: {}",
                                  quoted(path), supported_packages()));
  }
}

// Messages say byte and rune, unless the program itself writes uint8 and int32.
void Loader::name_bytes_and_runes(const syntax::File& tree) {
  std::string_view text = tree.source->text();
  if (text.find("uint8") == std::string_view::npos) {
    builder_.types().set_message_name(TypeKind::Uint8, "byte");
  }
  if (text.find("int32") == std::string_view::npos) {
    builder_.types().set_message_name(TypeKind::Int32, "rune");
  }
}

void Loader::check_main(uint32_t file, source::Diagnostics& diagnostics) {
  const syntax::File& tree = builder_.tree(file);
  if (tree.package_name->name != "main") {
    diagnostics.report("NotMain", tree.package_name->span,
                       fmt::format("package {} is not a main package; hmaplab runs package main",
                                   tree.package_name->name));
    return;
  }
  import("runtime");  // the machine's own errors are declared there
  import_all(tree, &diagnostics);
  Package* package = builder_.add_package("main");
  package->version = version_;
  package->name = "main";
  package->files = {file};
  check_package(*package, diagnostics);
  const Object* main = package->member("main");
  if (main == nullptr && diagnostics.empty()) {
    diagnostics.report("MissingMain", {}, "function main is undeclared in the main package");
  }
  check_instances(diagnostics);
}

bool Loader::load(source::SourceFile main_file, source::Diagnostics& diagnostics) {
  uint32_t file = builder_.add_file(std::move(main_file), diagnostics);
  if (!diagnostics.empty()) return false;
  name_bytes_and_runes(builder_.tree(file));
  check_main(file, diagnostics);
  return diagnostics.empty();
}

std::unique_ptr<CheckedProgram> Loader::finish(std::unique_ptr<Loader> loader) {
  ProgramBuilder& builder = loader->builder_;
  return builder.finish(std::move(loader));
}

void Loader::check_body(const FunctionBody& body) {
  const uint32_t first_id = builder_.next_id();
  checkers_.at(body.package)->check_skipped_body(body);
  check_instances(golib_diagnostics_);
  INVARIANT(golib_diagnostics_.empty(), golib_diagnostics_.list()[0].message);
  builder_.settle_types(first_id);
}

}  // namespace

CheckResult check(source::SourceFile main_file, const Options& options) {
  CheckResult result;
  auto loader = std::make_unique<Loader>(options);
  if (loader->load(std::move(main_file), result.diagnostics))
    result.program = Loader::finish(std::move(loader));
  return result;
}

}  // namespace hmaplab::check
