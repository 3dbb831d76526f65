// Compiler: what the functions of one program share while they are compiled: constants, numbers of
// functions and methods, wrappers that are made on demand, diagnostics.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/bytecode/compiler.h"
#include "core/bytecode/program.h"

namespace hmaplab::bytecode {

class Compiler {
 public:
  explicit Compiler(std::unique_ptr<check::CheckedProgram> checked);

  CompileResult run();

  const check::CheckedProgram& checked() const { return *program_->checked_; }

  // The function of a declared function or method; natives get two instructions that call them.
  // What nobody asks for is not compiled.
  uint32_t function_of(const check::Function& function);
  uint32_t function_of(const check::FunctionBody& body);
  // A new function to be filled in by the caller.
  Function& add_function(std::string name, bool is_wrapper);

  base::Address string_constant(std::string_view text);
  base::Address address_of(const check::Variable& package_variable) const;
  uint32_t interface_method(const check::InterfaceType& interface, uint32_t method);
  // From now on values of this type may be inside interfaces: its methods must be callable there.
  void use_in_interface(const check::Type* type);
  // A function value that calls `method` on the receiver it has captured.
  uint32_t bound_method(const check::Type* receiver, const check::MethodEntry& method);
  // A function whose first parameter is the receiver: T.M.
  uint32_t method_expression(const check::Type* receiver, const check::MethodEntry& method);

  // The number of a variable's name, for the objects made for it.
  uint16_t name_number(const std::string& name);

  // Where messages point when nobody knows better: the statement of the main package that is being
  // compiled.
  void set_place(source::Span span) { place_ = span; }
  void report(std::string code, source::Span span, std::string message);

 private:
  uint32_t native(const check::Function& function);
  uint32_t clone_function(const check::Function& function);
  void compile_entry();
  void compile_waiting();
  void compile_methods_of(const check::Type* type);
  uint32_t wrapper_of(const check::Type* receiver, const check::MethodEntry& method, int source);
  bool fits_in_data(const check::Variable& variable, uint64_t used);
  void lay_out_package_variables();
  void prepare_reflection();
  bool reflects_ = false;  // the program imports reflect

  std::unique_ptr<Program> program_;
  source::Diagnostics diagnostics_;
  source::Span place_;
  check::FunctionBody wrapper_body_;
  std::vector<std::unique_ptr<Function>> functions_;  // by index
  std::map<const void*, uint32_t> numbers_;           // of bodies and natives
  std::vector<const check::FunctionBody*> waiting_;   // numbered, not compiled yet
  std::map<std::string, base::Address, std::less<>> string_places_;
  std::map<const check::Variable*, base::Address> package_places_;
  std::map<std::tuple<const check::Type*, std::string, int>, uint32_t> wrappers_;
  std::vector<const check::Type*>
      interface_types_;  // in order of first use; methods compiled up to methods_done_
  size_t methods_done_ = 0;
  std::set<const check::Type*> interface_types_seen_;
};

}  // namespace hmaplab::bytecode
