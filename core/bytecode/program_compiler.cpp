#include "core/bytecode/program_compiler.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

namespace {

std::optional<Native> native_named(const std::string& wanted) {
  for (uint16_t i = 0; i < static_cast<uint16_t>(Native::count); ++i) {
    if (name(static_cast<Native>(i)) == wanted) return static_cast<Native>(i);
  }
  return std::nullopt;
}

bool is_pointer_shaped(const check::Type* type) {
  switch (type->underlying_kind()) {
    case check::TypeKind::Pointer:
    case check::TypeKind::Map:
    case check::TypeKind::Channel:
    case check::TypeKind::Function:
    case check::TypeKind::UnsafePointer:
      return true;
    default:
      return false;
  }
}

// Whether values of the type exist: it is no constant's and no part of a generic declaration.
bool is_whole(const check::Type* type) {
  if (const auto* named = check::as<check::NamedType>(type)) {
    const auto& arguments = named->arguments();
    return !named->is_generic() && std::all_of(arguments.begin(), arguments.end(), is_whole);
  }
  if (const auto* pointer = check::as<check::PointerType>(type))
    return is_whole(pointer->element());
  if (const auto* slice = check::as<check::SliceType>(type)) return is_whole(slice->element());
  if (const auto* array = check::as<check::ArrayType>(type)) return is_whole(array->element());
  if (const auto* map = check::as<check::MapType>(type))
    return is_whole(map->key()) && is_whole(map->element());
  switch (type->kind()) {
    case check::TypeKind::Struct:
    case check::TypeKind::Interface:
      return true;
    default:
      return type->kind() > check::TypeKind::Invalid &&
             type->kind() <= check::TypeKind::UnsafePointer;
  }
}

}  // namespace

Compiler::Compiler(std::unique_ptr<check::CheckedProgram> checked)
    : program_(std::make_unique<Program>()) {
  program_->checked_ = std::move(checked);
  wrapper_body_.signature = this->checked().types().function_of({}, {}, false);
}

CompileResult Compiler::run() {
  lay_out_package_variables();
  // Panics of the machine itself.
  for (const char* name :
       {"plainError", "errorString", "boundsError", "*TypeAssertionError", "*PanicNilError"}) {
    if (const check::Type* type = program_->runtime_type(name)) use_in_interface(type);
  }
  prepare_reflection();
  compile_entry();
  compile_waiting();
  program_->checked_->forget_library();
  if (!diagnostics_.empty()) return {nullptr, diagnostics_};
  for (auto& function : functions_) program_->functions_.push_back(std::move(*function));
  size_t zero_bytes = 1024;
  for (const auto& type : checked().types().all()) {
    if (const auto* map = check::as<check::MapType>(type.get()))
      zero_bytes = std::max<size_t>(zero_bytes, std::min(map->element()->size(), kMostFrameBytes));
  }
  program_->zero_.resize(zero_bytes);
  for (Function& function : program_->functions_) function.live = LiveWords(*program_, function);
  return {std::move(program_), {}};
}

// Whether there is room for a package variable behind `used` bytes of others.
bool Compiler::fits_in_data(const check::Variable& variable, uint64_t used) {
  constexpr uint64_t kMostSymbolBytes = 2'000'000'000;  // of Go's linker
  constexpr uint64_t kMostBytes = 256 << 20;
  uint64_t size = variable.type->size();
  if (size <= kMostBytes && used <= kMostBytes - size) return true;
  std::string name =
      variable.package ? variable.package->path + "." + variable.name : variable.name;
  if (size > kMostSymbolBytes) {
    report("SymbolTooLarge", variable.span,
           fmt::format("{}: symbol too large ({} bytes > {} bytes)", name, size, kMostSymbolBytes));
  } else {
    report(
        "SymbolTooLarge", variable.span,
        fmt::format("{}: hmaplab has room for {} MB of package variables", name, kMostBytes >> 20));
  }
  return false;
}

void Compiler::lay_out_package_variables() {
  uint64_t used = 0;
  for (const check::Variable* variable : checked().package_variables()) {
    uint64_t size = variable->type->size();
    if (!fits_in_data(*variable, used)) size = 0;
    uint64_t begin = base::place_in_arena(used, size);
    base::Address address{base::kDataBegin + begin};
    used = base::end_in_arena(begin, size);
    package_places_[variable] = address;
    program_->package_variables_.push_back({variable, address});
  }
}

// A program that imports reflect can come from any value to what it points to or consists of, and
// to pointers to that, without naming the types: they must exist, and the methods of the program's
// own types must be compiled.
void Compiler::prepare_reflection() {
  const auto& packages = checked().packages();
  bool reflects = std::any_of(packages.begin(), packages.end(),
                              [](const auto& package) { return package->path == "reflect"; });
  if (!reflects) return;
  reflects_ = true;
  const auto& types = checked().types().all();
  const size_t count = types.size();
  for (size_t i = 0; i < count; ++i) {
    const check::Type* type = types[i].get();
    if (!is_whole(type)) continue;
    const auto* pointer = checked().types().pointer_to(type);
    const auto* named = check::as<check::NamedType>(type);
    if (named && named->package() == &checked().main_package()) use_in_interface(pointer);
  }
}

// runtime.main: initialises the packages in order, then calls main.main.
void Compiler::compile_entry() {
  Function& entry = add_function("runtime.main", true);
  program_->entry_ = entry.index;
  CodeBuilder code(entry);
  for (const auto& package : checked().packages()) {
    if (!package->initializers.empty()) {
      Function& initializer = add_function(package->name + ".init", true);
      FunctionCompiler compiler(*this, initializer, *package->initializer_body);
      compiler.compile_initializers(*package);
      compiler.code().emit(Op::Return);
      code.emit(Op::Call, {.a = 0, .c = static_cast<int32_t>(initializer.index)});
    }
    for (const check::Function* init : package->init_functions) {
      code.emit(Op::Call, {.a = 0, .c = static_cast<int32_t>(function_of(*init))});
    }
  }
  code.emit(Op::Call, {.a = 0, .c = static_cast<int32_t>(function_of(*checked().main_function()))});
  code.emit(Op::Return);
}

void Compiler::compile_waiting() {
  while (!waiting_.empty() || methods_done_ < interface_types_.size()) {
    while (methods_done_ < interface_types_.size())
      compile_methods_of(interface_types_[methods_done_++]);
    if (waiting_.empty()) break;
    const check::FunctionBody* body = waiting_.back();
    waiting_.pop_back();
    program_->checked_->check_body(*body);
    FunctionCompiler(*this, *functions_[numbers_.at(body)], *body).compile_body();
  }
}

void Compiler::compile_methods_of(const check::Type* type) {
  for (const check::MethodEntry& entry : checked().method_set(type)) {
    bool direct = is_pointer_shaped(type) && entry.path.empty() && entry.method &&
                  entry.adjustment == check::ReceiverAdjustment::None;
    uint32_t function =
        direct ? function_of(*entry.method) : wrapper_of(type, entry, FunctionCompiler::kDataWord);
    program_->dispatch_[{type->id(), method_key(entry.name, entry.package)}] = {function,
                                                                                entry.type};
  }
}

Function& Compiler::add_function(std::string name, bool is_wrapper) {
  functions_.push_back(std::make_unique<Function>());
  Function& function = *functions_.back();
  function.name = std::move(name);
  function.index = static_cast<uint32_t>(functions_.size() - 1);
  function.is_wrapper = is_wrapper;
  return function;
}

uint32_t Compiler::function_of(const check::Function& function) {
  return function.body ? function_of(*function.body) : native(function);
}

uint32_t Compiler::function_of(const check::FunctionBody& body) {
  auto found = numbers_.find(&body);
  if (found != numbers_.end()) return found->second;
  waiting_.push_back(&body);
  if (body.name == "time.(*Time).sec") program_->reads_clock_ = true;
  return numbers_[&body] = add_function(body.name, false).index;
}

// A native is a function of two instructions, so that it can be called, deferred, started and
// stored like any other.
uint32_t Compiler::native(const check::Function& function) {
  auto found = numbers_.find(&function);
  if (found != numbers_.end()) return found->second;
  if (function.full_name == "maps.clone[...]") return clone_function(function);
  auto native = native_named(function.full_name);
  if (!native) report("Unsupported", place_, function.full_name + " is not supported yet");
  if (native == Native::time_read_clock) program_->reads_clock_ = true;
  if (native == Native::os_read || native == Native::fmt_read_input) program_->reads_input_ = true;
  const check::Type* receiver = function.receiver_type;
  if (receiver && function.pointer_receiver) receiver = checked().types().pointer_to(receiver);
  CallLayout layout = layout_of(*function.signature(), receiver);
  Function& called = add_function(function.full_name, false);
  CodeBuilder code(called);
  code.reserve(static_cast<uint64_t>(layout.bytes));
  called.result_bytes = layout.result_bytes;
  called.argument_bytes = layout.bytes;
  code.emit(Op::CallNative, {.c = native ? static_cast<int32_t>(*native) : -1});
  code.emit(Op::Return);
  return numbers_[&function] = called.index;
}

// An instance of maps.clone is an operation of the map engine.
uint32_t Compiler::clone_function(const check::Function& function) {
  CallLayout layout = layout_of(*function.signature(), nullptr);
  Function& called = add_function(function.full_name, false);
  CodeBuilder code(called);
  code.reserve(static_cast<uint64_t>(layout.bytes));
  called.result_bytes = layout.result_bytes;
  called.argument_bytes = layout.bytes;
  const check::Type* map = function.signature()->parameters()[0]->underlying();
  code.emit(
      Op::MapClone,
      {.a = layout.results[0], .b = layout.parameters[0], .d = static_cast<int32_t>(map->id())});
  code.emit(Op::Return);
  return numbers_[&function] = called.index;
}

base::Address Compiler::string_constant(std::string_view text) {
  auto found = string_places_.find(text);
  if (found != string_places_.end()) return found->second;
  base::Address address{text.empty() ? 0 : base::kStringsBegin + program_->strings_.size()};
  program_->strings_ += text;
  string_places_.emplace(text, address);
  return address;
}

base::Address Compiler::address_of(const check::Variable& package_variable) const {
  return package_places_.at(&package_variable);
}

uint32_t Compiler::interface_method(const check::InterfaceType& interface, uint32_t method) {
  auto& known = program_->interface_methods_;
  for (uint32_t i = 0; i < known.size(); ++i) {
    if (known[i].interface == &interface && known[i].method == method) return i;
  }
  known.push_back({&interface, method});
  return static_cast<uint32_t>(known.size() - 1);
}

uint16_t Compiler::name_number(const std::string& name) {
  auto& names = program_->names_;
  auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<uint16_t>(found - names.begin());
  if (names.size() > 0xffff) return 0;
  names.push_back(name);
  return static_cast<uint16_t>(names.size() - 1);
}

// Its parts too: fmt finds them and calls their methods.
void Compiler::use_in_interface(const check::Type* type) {
  if (!interface_types_seen_.insert(type).second) return;
  interface_types_.push_back(type);
  const check::Type* underlying = type->underlying();
  if (reflects_ && check::as<check::NamedType>(type))
    use_in_interface(checked().types().pointer_to(type));
  if (const auto* pointer = check::as<check::PointerType>(underlying))
    use_in_interface(pointer->element());
  if (const auto* slice = check::as<check::SliceType>(underlying))
    use_in_interface(slice->element());
  if (const auto* array = check::as<check::ArrayType>(underlying))
    use_in_interface(array->element());
  if (const auto* map = check::as<check::MapType>(underlying)) {
    use_in_interface(map->key());
    use_in_interface(map->element());
  }
  if (const auto* structure = check::as<check::StructType>(underlying)) {
    for (const check::Field& field : structure->fields()) use_in_interface(field.type);
  }
}

uint32_t Compiler::bound_method(const check::Type* receiver, const check::MethodEntry& method) {
  return wrapper_of(receiver, method, FunctionCompiler::kCaptured);
}

uint32_t Compiler::method_expression(const check::Type* receiver,
                                     const check::MethodEntry& method) {
  return wrapper_of(receiver, method, FunctionCompiler::kParameter);
}

uint32_t Compiler::wrapper_of(const check::Type* receiver, const check::MethodEntry& method,
                              int source) {
  auto key = std::make_tuple(receiver, method_key(method.name, method.package), source);
  auto found = wrappers_.find(key);
  if (found != wrappers_.end()) return found->second;
  Function& wrapper = add_function(receiver->text() + "." + method.name, true);
  wrappers_[key] = wrapper.index;
  FunctionCompiler(*this, wrapper, wrapper_body_).compile_wrapper(receiver, method, source);
  return wrapper.index;
}

void Compiler::report(std::string code, source::Span span, std::string message) {
  diagnostics_.report(std::move(code), span, std::move(message));
}

void FunctionCompiler::compile_wrapper(const check::Type* receiver,
                                       const check::MethodEntry& method, int source) {
  const check::Type* word = basic(check::TypeKind::UnsafePointer);
  CallLayout own = layout_of(*method.type, source == kCaptured   ? nullptr
                                           : source == kDataWord ? word
                                                                 : receiver);
  code_.reserve(static_cast<uint64_t>(own.bytes));
  code_.function().result_bytes = own.result_bytes;
  code_.function().argument_bytes = own.bytes;
  Place at = in_slot(own.receiver, receiver);
  if (source == kCaptured) at = {.kind = Place::Kind::Captured, .type = receiver, .offset = 8};
  if (source == kDataWord && !is_pointer_shaped(receiver))
    at = memory(own.receiver, receiver, true);
  at = follow(at, method.path, method.path.size());
  PreparedCall prepared;
  const check::Type* wanted = word;
  if (method.method) {
    wanted = method.method->receiver_type;
    if (method.method->pointer_receiver) wanted = checked_.types().pointer_to(wanted);
    prepared.function = static_cast<int32_t>(program_.function_of(*method.method));
  } else {
    int32_t subject = code_.reserve(16);
    load(at, subject);
    prepared.value = code_.reserve(16);
    code_.emit(Op::MethodOf, {.a = prepared.value,
                              .b = subject,
                              .c = static_cast<int32_t>(program_.interface_method(
                                  *method.interface, method.interface_method))});
    at = in_slot(prepared.value + 8, word);
  }
  prepared.layout = layout_of(*method.type, wanted);
  prepared.frame = code_.reserve(static_cast<uint64_t>(prepared.layout.bytes));
  int32_t to = prepared.frame + prepared.layout.receiver;
  if (source == kCaptured || method.adjustment == check::ReceiverAdjustment::None) {
    load(at, to);
  } else if (method.adjustment == check::ReceiverAdjustment::TakeAddress) {
    code_.emit(Op::AddressAdd, {.a = to, .b = at.slot, .c = at.offset});
  } else {
    int32_t pointer = code_.reserve(8);
    load(at, pointer);
    if (method.path.empty()) {  // Go's panicwrap
      std::string type = wanted->text();
      std::string short_name = type.substr(type.find('.') + 1);
      std::string text = "value method " + type + "." + method.name + " called using nil *" +
                         short_name + " pointer";
      code_.emit(Op::CheckReceiver, {.a = pointer, .c = program_.name_number(text)});
    } else {
      code_.emit(Op::CheckNil, {.a = pointer});
    }
    load(memory(pointer, check::as<check::PointerType>(at.type->underlying())->element()), to);
  }
  for (size_t i = 0; i < own.parameters.size(); ++i) {
    move(prepared.frame + prepared.layout.parameters[i], own.parameters[i],
         method.type->parameters()[i]);
  }
  emit_call(prepared);
  for (size_t i = 0; i < own.results.size(); ++i) {
    move(own.results[i], prepared.frame + prepared.layout.results[i], method.type->results()[i]);
  }
  code_.emit(Op::Return);
}

CompileResult compile(std::unique_ptr<check::CheckedProgram> checked) {
  return Compiler(std::move(checked)).run();
}

CompileResult compile_source(std::string name, std::string text, const check::Options& options) {
  check::CheckResult checked =
      check::check(source::SourceFile(std::move(name), std::move(text)), options);
  if (!checked.program) return {nullptr, std::move(checked.diagnostics)};
  return compile(std::move(checked.program));
}

}  // namespace hmaplab::bytecode
