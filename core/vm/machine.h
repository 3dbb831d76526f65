// Machine: what carries out instructions of one goroutine in one World. It lives only as long as
// one step; nothing of a run is kept in it.
//
// run(1) makes the step before which the goroutine stands and then everything private up to the
// next one; run(0) only the private part. An instruction that is a step asks take_step() first and
// stops when there is none left.
#pragma once

#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "core/bytecode/program.h"
#include "core/gomap/memory_policy.h"
#include "core/vm/goroutine.h"
#include "core/vm/values.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

// What a method gave that was called for its text: neither, when it cannot come to its end without
// a step of others.
struct TextResult {
  std::optional<std::string> text;
  std::optional<Interface> panic;
};

class Printer;

class Machine {
 public:
  Machine(World& world, Goroutine& goroutine, Step& record);

  void run(int steps);

  // Calls a method without parameters that returns a string, at once and without steps: what an
  // uncaught panic does to print an error.
  TextResult call_for_text(int32_t function, Address receiver);
  // Begins a goroutine; false when its first frame does not fit.
  bool push_frame(int32_t function, Address closure, uint32_t base);

  // For the memory policies.
  Step& step_record() { return record_; }
  Goroutine& goroutine() { return goroutine_; }
  const Reader& reader() const { return reader_; }
  const bytecode::Program& program() const { return *world_.program_; }
  Address allocate_for_map(gomap::Allocation kind, uint64_t size, const gomap::MapType& type);
  bool write(Address address, const void* from, size_t size);
  // A pointer was stored in `object`: what it leads to is shared when the object is.
  void publish(Address object, Address value);
  void publish_words(Address object, Address from, uint64_t size);
  // Says in the record which part of its map an address belongs to.
  void locate(Address address);
  bool is_visible(Address address) const { return world_.heap_.is_shared(address); }

 private:
  using Instruction = bytecode::Instruction;
  using ValueKind = bytecode::ValueKind;
  enum class Flow : uint8_t {
    Next,  // done: the instruction behind it is next
    Stay,  // the frame's pc says what is next
    Stop,  // a step is wanted, or the goroutine cannot go on
  };

  // machine.cpp
  Flow execute(const Instruction& i);
  bool take_step(memory::Point point);
  void rebase();
  Frame& frame() { return goroutine_.frames.back(); }
  const Instruction& instruction() { return program().function(frame().function).code[frame().pc]; }
  template <class T>
  T get(int32_t offset) const {
    T value;
    std::memcpy(&value, base_ + offset, sizeof(T));
    return value;
  }
  template <class T>
  void set(int32_t offset, T value) {
    std::memcpy(base_ + offset, &value, sizeof(T));
  }
  Address stack_address(int32_t offset) const {
    return Address{base::kStackBegin + frame_base_ + static_cast<uint64_t>(offset)};
  }
  uint64_t widen(const std::byte* from, ValueKind kind) const;

  // numbers.cpp
  Flow number(const Instruction& i);
  Flow divide(const Instruction& i);
  Flow shift(const Instruction& i);
  void floating(const Instruction& i);
  void convert(const Instruction& i);
  void set_number(int32_t offset, uint64_t value, ValueKind kind);

  // objects.cpp
  Flow load(const Instruction& i);
  Flow store(const Instruction& i);
  void load_private(int32_t to, Address from, ValueKind kind, int32_t size);
  void store_private(Address to, int32_t from, ValueKind kind, int32_t size);
  void read_at(const Instruction& i);
  void write_at(const Instruction& i);
  bool is_private(Address address) const;
  memory::Point access_point(Address address, bool is_store) const;
  void note_access(AccessKind kind, Address address, uint64_t size, const std::byte* old_value,
                   const std::byte* new_value);
  Address allocate(memory::Object object);
  Flow make_object(const Instruction& i);
  Flow make_closure(const Instruction& i);

  // slices.cpp, strings.cpp
  Flow element_address(const Instruction& i);
  Flow check_index(int64_t index, int64_t length, ValueKind kind);
  Flow slice_to_array(const Instruction& i);
  Flow zero_slice(const Instruction& i);
  Flow make_slice(const Instruction& i);
  Flow slice(const Instruction& i);
  Flow slice_bounds(int64_t low, int64_t high, int64_t max, int64_t capacity, const Instruction& i);
  Flow grow_slice(const Instruction& i);
  Flow copy_slice(const Instruction& i);
  Flow string_operation(const Instruction& i);
  Flow slice_string(const Instruction& i);
  void range_string(const Instruction& i);
  void set_string(int32_t offset, std::string_view text);
  std::string string_at(int32_t offset) const;
  void decode_runes(const Instruction& i);

  // interfaces.cpp
  Interface make_interface(const check::Type& type, const std::byte* value);
  void unpack(const Interface& value, const check::Type& type, int32_t offset);
  Flow assertion(const Instruction& i);
  bool matches(const Interface& value, const check::Type& wanted) const;
  Flow method_of(const Instruction& i);
  Flow value_equal(const Instruction& i);

  // calls.cpp
  Flow call(const Instruction& i);
  int32_t function_behind(Address value) const;
  Flow do_return();
  Flow run_defers();
  Flow defer(const Instruction& i);
  Flow go(const Instruction& i);
  void start(Goroutine& child, const Instruction& i, int32_t function, Address closure);
  bool run_deferred(int32_t panic);
  Flow stack_overflow();

  // panics.cpp
  Flow panic(const Interface& value);
  Flow runtime_error(
      std::string_view text);  // runtime.errorString: Error() puts "runtime error: " before it
  Flow plain_error(std::string_view text);  // without it
  Flow bounds_error(std::string_view text);
  Flow nil_dereference();
  Interface nil_dereference_error();
  Flow fault(Address address);
  Flow fatal_error(Dying how, std::string_view text);
  Flow go_on_panicking();
  Flow back_from_deferred();
  void recover(const Instruction& i);
  Flow die(Dying how, std::string text = "");
  Flow end_process();
  Interface error_value(const char* type, std::string_view text);
  Interface string_value(std::string_view text);
  Interface text_value(const check::Type& type, std::string_view text);

  // maps.cpp
  Flow map_operation(const Instruction& i);
  MapOperation begin_map_operation(const Instruction& i);
  template <class Operation>
  Flow advance(Operation& operation, const Instruction& i);
  Flow map_failure(gomap::Progress progress, gomap::Failure failure, uint32_t offender);
  Flow map_length(const Instruction& i);

  // natives.cpp, and a file for each package
  Flow native(const Instruction& i);
  // Each does one function of golib. At `call` lie its results, then receiver and parameters.
#define NATIVE(handler, name) Flow handler(int32_t call);
#include "core/bytecode/natives.def"
#undef NATIVE
  // atomic_natives.cpp
  template <class T>
  Flow atomic(memory::Point point, int32_t call);
  template <class T>
  void atomic_step(Address address, T old, std::optional<T> wanted);
  std::optional<Flow> refuse_nil(const char* what, const Interface& wanted);
  Flow look_into_value(Address value, memory::Point point, Interface& old);
  Flow replace_value(const char* what, Address value, const Interface& old,
                     const Interface& wanted);
  Flow give_text(int32_t call, std::string_view text);
  Flow copy_value(const check::Type* type, Address to, Address from);
  template <class Begin>
  Flow map_native(bytecode::Op op, int32_t result, Address map, Begin&& fresh);
  const gomap::MapType* map_type_at(int32_t offset) const;
  Flow after_printing(const Printer& printer);
  Flow change_wait_group(Address group, int64_t delta, memory::Point point);
  Flow print(const Instruction& i);
  Flow output(std::string text, bool to_stderr);
  Flow block(Wait why, Address object);
  // The step just taken is a synchronisation of its own: others see it.
  void note_synchronisation();
  void note_word(AccessKind kind, Address object, const char* field, uint64_t old_value,
                 uint64_t new_value);

  World& world_;
  Goroutine& goroutine_;
  Step& record_;
  Reader reader_;
  std::byte* base_ = nullptr;  // of the top frame; valid until the stack changes
  uint64_t frame_base_ = 0;
  int steps_ = 0;  // still allowed
};

}  // namespace hmaplab::vm
