// Program: what the compiler makes of a checked program, and all that a World needs to know of it.
// Immutable; Worlds point to it and never own it.
//
//   frame of a call:   | results | receiver, parameters | variables and temporaries |     offsets
//   from the frame's base
//
// Immutable memory has addresses too: function values, types, zero bytes and string constants (see
// base/address.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/address.h"
#include "core/bytecode/instruction.h"
#include "core/bytecode/live_words.h"
#include "core/check/checked_program.h"

namespace hmaplab::bytecode {

// The natives: functions of golib without a body.
enum class Native : uint16_t {
#define NATIVE(handler, name) handler,
#include "core/bytecode/natives.def"
#undef NATIVE
  count
};
std::string_view name(Native native);  // "sync.(*WaitGroup).Add"

// Where a variable is while the code between two places runs.
struct LocalVariable {
  std::string name;
  const check::Type* type = nullptr;
  int32_t offset = 0;           // in the frame, or in the closure when captured
  bool on_heap = false;         // the place holds its address
  bool captured = false;        // found in the closure
  uint32_t begin = 0, end = 0;  // instructions
};

// An array that lies in the frame.
struct FrameArray {
  int32_t offset = 0;
  int32_t bytes = 0;
};

// What a select statement chooses from. Channels and values lie ready in the frame.
struct SelectCase {
  uint32_t clause = 0;  // in source order, default counted
  bool sends = false;
  int32_t channel = 0;
  int32_t value = -1;  // what it sends, or where a received value goes; -1: nowhere
  int32_t ok = -1;     // where "received" goes; -1: nowhere
  const check::ChannelType* channel_type = nullptr;

  const check::Type* element() const { return channel_type->element(); }
};
struct Select {
  std::vector<SelectCase> cases;  // in source order
  int32_t operands = 0;           // where all channels and values to be sent lie in the frame …
  int32_t results = 0;            // … up to here, where the slots for received values begin …
  int32_t end = 0;                // … up to here
  int32_t default_clause = -1;    // -1: there is none
};

struct Function {
  std::string name;  // as in tracebacks: "main.main.func1"
  uint32_t index = 0;
  uint32_t file = 0;  // among CheckedProgram::files()
  std::vector<Instruction> code;
  std::vector<uint32_t> lines;  // of each instruction; 0: none of its own
  int32_t result_bytes = 0;     // the results lie at 0
  int32_t argument_bytes = 0;   // results, receiver and parameters
  int32_t frame_bytes = 0;
  uint32_t recover_at = 0;  // where the frame goes on after a recovered panic
  bool is_quiet =
      false;  // of a package that only makes text: what it does to objects of its own is no step
  bool is_unwatched = false;  // of package runtime or sync: no race is about what it does to memory
  bool is_wrapper = false;                    // made by the compiler; not shown to people
  const check::FunctionBody* body = nullptr;  // nullptr for natives and wrappers
  std::vector<LocalVariable> variables;
  std::vector<Select> selects;
  std::vector<std::pair<uint32_t, FrameArray>>
      frame_arrays;  // whose element the instruction (ReadAt, WriteAt) takes, ascending
  LiveWords live;    // which words the collector takes for roots

  FrameArray array_at(uint32_t pc) const;
};

// A method of an interface type, as MethodOf names it.
struct InterfaceMethodRef {
  const check::InterfaceType* interface = nullptr;
  uint32_t method = 0;
};

struct PackageVariable {
  const check::Variable* variable = nullptr;
  base::Address address{};
};

// Tells methods apart: the name, and for unexported ones the package too.
std::string method_key(const std::string& name, const check::Package* package);

class Program {
 public:
  const check::CheckedProgram& checked() const { return *checked_; }
  const source::SourceFile& main_file() const;

  const std::vector<Function>& functions() const { return functions_; }
  const Function& function(uint32_t index) const { return functions_[index]; }
  // Whether anything in it looks at the time: the clock, or into a time.Time.
  bool reads_clock() const { return reads_clock_; }
  bool reads_input() const { return reads_input_; }  // whether anything in it reads standard input
  uint32_t entry() const { return entry_; }  // initialises the packages, then calls main.main

  const check::Type* type(uint32_t id) const { return checked_->types().all()[id].get(); }
  const std::vector<PackageVariable>& package_variables() const { return package_variables_; }
  const InterfaceMethodRef& interface_method(uint32_t index) const {
    return interface_methods_[index];
  }

  // One of the error types of core/golib/runtime: "plainError", "errorString",
  // "*TypeAssertionError", …
  const check::Type* runtime_type(const std::string& name) const;

  const std::string& name_text(uint16_t name) const { return names_[name]; }

  // The function that runs method `ref` for a dynamic type; its receiver is the interface's data
  // word. -1: the type lacks it.
  int32_t method_of(const check::Type* dynamic, const InterfaceMethodRef& ref) const;
  // The same for an exported method func() string.
  int32_t text_method(const check::Type* dynamic, const std::string& name) const;
  // Whether it has the method Format of fmt.Formatter.
  bool formats_itself(const check::Type* dynamic) const;
  // The function of an exported method, whatever its signature; -1: the type lacks it.
  int32_t method_named(const check::Type* dynamic, const std::string& name) const;

  // Immutable bytes at an address of the string constants or the zero area; nullptr when [address,
  // address+size) is none.
  const std::byte* constant_bytes(base::Address address, uint64_t size) const;

  static base::Address type_address(const check::Type* type) {
    return base::Address{base::kTypesBegin + 64ull * type->id()};
  }
  // The type whose address this is, or nullptr.
  const check::Type* type_at(base::Address address) const;
  static base::Address function_address(uint32_t index) {
    return base::Address{base::kFunctionsBegin + 16ull * index};
  }
  // The function whose value this address is; -1 when it is none (then it is a closure on the
  // heap).
  int32_t function_at(base::Address address) const;

 private:
  friend class Compiler;

  std::unique_ptr<check::CheckedProgram> checked_;
  std::vector<Function> functions_;
  uint32_t entry_ = 0;
  bool reads_clock_ = false;
  bool reads_input_ = false;
  std::vector<PackageVariable> package_variables_;
  std::vector<InterfaceMethodRef> interface_methods_;
  struct Method {
    uint32_t function = 0;
    const check::FunctionType* type = nullptr;
  };
  std::map<std::pair<uint32_t, std::string>, Method> dispatch_;  // type id, method key
  std::vector<std::string> names_{""};
  std::string strings_;  // all string constants, one behind the other
  std::vector<std::byte> zero_;
};

}  // namespace hmaplab::bytecode
