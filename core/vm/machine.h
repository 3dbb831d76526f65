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
#include "core/memory/page_cache.h"
#include "core/vm/goroutine.h"
#include "core/vm/place.h"
#include "core/vm/values.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

// What a method gave that was called for its text: neither, when it cannot come to its end without
// a step of others.
struct TextResult {
  std::optional<std::string> text;
  std::optional<Interface> panic;
};

class Channel;
class Printer;
class UninterruptedMemory;

enum class Pace : uint8_t {
  Stepped,
  Uninterrupted,  // nobody else can move and nobody watches: loads, stores and map operations are no
                  // steps; the others still are
};

class Machine {
 public:
  Machine(World& world, Goroutine& goroutine, Step& record, Pace pace = Pace::Stepped);

  // Gives how many of the steps were made.
  int run(int steps);

  // Calls a method without parameters that returns a string, at once and without steps: what an
  // uncaught panic does to print an error.
  TextResult call_for_text(int32_t function, Address receiver);
  // Begins a goroutine that calls a function value without parameters; nil panics there.
  void call_function_value(Address value);
  // Begins a goroutine; false when its first frame does not fit.
  bool push_frame(int32_t function, Address closure, uint32_t base);

  // For the memory policies.
  Step& step_record() { return record_; }
  Goroutine& goroutine() { return goroutine_; }
  const Reader& reader() const { return reader_; }
  const bytecode::Program& program() const { return *world_.program_; }
  Address allocate_for_map(gomap::Allocation kind, uint64_t size, const gomap::MapType& type);
  // Into the goroutine's store buffer, where it has one and others could see it.
  bool write(Address address, const void* from, size_t size);
  // Into memory at once.
  bool write_through(Address address, const void* from, size_t size);
  void drain();
  // A pointer was stored in `object`: what it leads to is shared when the object is.
  void publish(Address object, Address value);
  void publish_words(Address object, Address from, uint64_t size);
  // Says in the record which part of its map an address belongs to.
  void locate(Address address);
  const memory::Heap& heap() const { return world_.heap_; }
  // Whether the program may read and write these bytes.
  bool can_touch(Address address, uint64_t size) const;
  bool is_visible(Address address) const { return world_.heap_.is_shared(address); }
  // Uninterrupted, and nobody has been added or woken since.
  bool is_alone() const { return pages_ && world_.arrivals_ == arrivals_; }
  // The goroutine is about to do this instruction of its top frame.
  void stand_at(const bytecode::Instruction& i) {
    frame().pc = static_cast<uint32_t>(&i - program().function(frame().function).code.data());
  }
  // What it knows of the heap then.
  memory::PageCache& own_pages() { return *pages_; }
  // The same for a bucket of a map: often that of the last operation.
  std::byte* own_bucket(Address bucket, uint64_t size) {
    if (bucket != last_bucket_.address) last_bucket_ = {bucket, pages_->find(bucket, size)};
    return last_bucket_.bytes;
  }
  // The same as hash_word().
  uint64_t hash_of_word(uint64_t word, uint64_t size, uint64_t seed) {
    KnownHash& last = last_hash_;
    const bool is_same_map = seed == last.seed && size == last.size;
    if (word == last.word && is_same_map) return last.hash;
    const uint64_t begin = is_same_map ? last.begin : mix_into(seed, size);
    last = {word, size, seed, begin, mix_into(begin, word)};
    return last.hash;
  }
  // Where bytes lie that this goroutine may read and write at once; nullptr: it must ask.
  std::byte* own_bytes(Address address, uint64_t size) {
    if (!is_alone()) return nullptr;
    if (!base::is_stack(address)) return pages_->find(address, size);
    const uint64_t offset = memory::bits(address) - base::kStackBegin;
    return offset + size <= goroutine_.stack.size() ? goroutine_.stack.data() + offset : nullptr;
  }

 private:
  using Instruction = bytecode::Instruction;
  using ValueKind = bytecode::ValueKind;
  enum class Flow : uint8_t {
    Next,  // done: the instruction behind it is next
    Stay,  // the frame's pc says what is next
    Stop,  // a step is wanted, or the goroutine cannot go on
  };

  // interpret.cpp
  enum class Left : uint8_t {
    Stopped,     // a step is wanted, or the goroutine cannot go on
    RanTooLong,  // without a step
    CollectsFirst,  // before the next instruction
    AtFloor,     // the function that made the stack higher than `floor` frames has returned
  };
  Left interpret(size_t floor = 0);
  // A goroutine that runs on for so long without a step is stopped, so that nothing ever hangs.
  // Counted where code repeats: the instructions of a loop when it goes back, and calls.
  static constexpr int64_t kPrivateInstructions = 1'000'000;

  // machine.cpp
  Flow perform(const Instruction& i);
  Flow execute(const Instruction& i);
  bool take_step(memory::Point point);
  // The top frame is another one, or the stack has moved.
  void rebase() {
    if (goroutine_.frames.empty()) return;
    frame_base_ = goroutine_.frames.back().base;
    base_ = goroutine_.stack.data() + frame_base_;
  }
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
  void complex_operation(const Instruction& i);  // complex_numbers.cpp
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
  bool has_room_for(uint64_t size);
  Address allocate(memory::Object object);
  Flow make_object(const Instruction& i);
  Flow make_closure(const Instruction& i);

  // slices.cpp, strings.cpp
  Flow element_address(const Instruction& i);
  Flow check_index(int64_t index, int64_t length, ValueKind kind);
  Flow slice_to_array(const Instruction& i);
  Flow zero_slice(const Instruction& i);
  Flow unsafe_slice(const Instruction& i);
  Flow make_slice(const Instruction& i);
  Flow slice(const Instruction& i);
  Flow slice_bounds(int64_t low, int64_t high, int64_t max, int64_t capacity, const Instruction& i);
  Flow grow_slice(const Instruction& i);
  Flow copy_slice(const Instruction& i);
  bool takes_elements_step(Address from, uint64_t size);
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
  Flow call_closure(const Instruction& i);
  int32_t function_behind(Address value) const;
  Flow jump_nowhere(Address value);
  Flow do_return();
  Flow finish();
  Flow run_defers();
  Flow defer(const Instruction& i);
  Flow defer_outside(const Instruction& i);
  DeferRecord defer_record(const Instruction& i);
  Flow range_panic(uint64_t state);
  Flow go(const Instruction& i);
  Goroutine* new_child();
  void start(Goroutine& child, const Instruction& i, int32_t function, Address closure);
  bool run_deferred(int32_t panic);
  Flow stack_overflow();

  // panics.cpp
  Flow panic(const Interface& value);
  void begin_panic(const Interface& value);
  Flow runtime_error(
      std::string_view text);  // runtime.errorString: Error() puts "runtime error: " before it
  Flow plain_error(std::string_view text);  // without it
  Flow bounds_error(std::string_view text);
  Flow nil_dereference(Address address = Address::Nil);
  Interface nil_dereference_error(Address address = Address::Nil);
  // The instruction touched memory that it may not touch: a nil dereference, or the end of the
  // process.
  Flow bad_address(Address address);
  Flow bad_range(Address address);  // the first bad address from here on
  Flow fault(Address address);
  Signal signal_at(Address address) const;
  void take_signal(Address address);
  Flow fatal_error(Dying how, std::string_view text);
  Flow go_on_panicking();
  Flow back_from_deferred();
  Flow end_recovery();
  void recover(const Instruction& i);
  Flow die(Dying how, std::string text = "");
  Flow end_process();
  Interface error_value(const char* type, std::string_view text);
  Interface string_value(std::string_view text);
  Interface text_value(const check::Type& type, std::string_view text);

  // maps.cpp
  Flow map_operation(const Instruction& i);
  template <class Pointer>
  MapOperationAt<Pointer> begin_map_operation(const Instruction& i);
  const gomap::MapType& map_type_of(const Instruction& i) const;
  Flow uninterrupted_map_operation(const Instruction& i);
  template <class Memory, class Operation>
  Flow run_through(const gomap::MapType& type, const Instruction& i);
  template <template <class> class Operation>
  Flow uninterrupted(const Instruction& i);
  std::byte* own_map(Address map) {
    if (map != last_map_.address) last_map_ = {map, pages_->find(map, gomap::Hmap::kSize)};
    return last_map_.bytes;
  }
  Flow uninterrupted_access(const Instruction& i);
  Flow uninterrupted_assign(const Instruction& i);
  template <class Operation>
  Flow advance(Operation& operation, const Instruction& i);
  template <class Memory, class Operation>
  Flow run_through(Memory& memory, Operation& operation, const Instruction& i);
  template <class Operation>
  void give_results(const Operation& operation, const Instruction& i);
  Flow map_failure(gomap::Progress progress, gomap::Failure failure, uint32_t offender);
  Flow map_length(const Instruction& i);

  // channels.cpp, select.cpp
  Flow make_channel(const Instruction& i);
  Flow channel_operation(const Instruction& i);
  Flow send(const Instruction& i);
  Flow receive(const Instruction& i);
  Flow close(const Instruction& i);
  Flow send_now(Channel& channel, int32_t value);
  Flow receive_now(Channel& channel, const check::Type& element, int32_t to, int32_t ok);
  Flow go_on_with(const std::optional<Granted>& partner);
  Flow select(const Instruction& i);
  Flow take_case(const Instruction& i, const bytecode::SelectCase& taken);
  Flow wait_on_cases(const Instruction& i, const bytecode::Select& select);
  // Queues the goroutine; it goes on with `woken` set, at the same instruction.
  Flow wait_on_channels(Wait why, std::vector<Waiter> waiters);
  Flow go_on_after_wait();
  void note_channel(Address channel, const check::Type& element, const std::byte* value);
  int32_t on_stack(int32_t offset) const {
    return offset < 0 ? -1 : static_cast<int32_t>(frame_base_) + offset;
  }

  // store_buffers.cpp
  bool buffers(Address address) const;
  void drain_before(memory::Point point);

  // race_hooks.cpp
  enum class Atomic : uint8_t { Load, Store, Both, Failed };  // Failed: a compare-and-swap that did not
  void race_acquire(Address object, uint32_t part = 0);
  void race_release(Address object, uint32_t part = 0);
  void race_release_merge(Address object, uint32_t part = 0);
  void race_access(order::AccessKind kind, Address address, uint64_t size,
                   order::Touched touched = order::Touched::Variable);
  void race_read(Address address, uint64_t size);
  void race_write(Address address, uint64_t size);
  void race_map(Address map, order::AccessKind kind);
  void race_formatted(const std::vector<ReadBytes>& read);
  void race_atomic(Address address, uint64_t size, Atomic how);
  void race_begin_send(Address channel);
  void race_closed(Address channel, const std::vector<Granted>& waited);
  void race_sent(const ChannelView& channel, uint64_t index, const std::optional<Granted>& receiver);
  void race_received(const ChannelView& channel, uint64_t index, bool received,
                     const std::optional<Granted>& sender);

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
  void atomic_step(Address address, T old, std::optional<T> wanted, Atomic how);
  std::optional<Flow> refuse_nil(const char* what, const Interface& wanted);
  Flow look_into_value(Address value, memory::Point point, Interface& old);
  Flow replace_value(const char* what, Address value, const Interface& old,
                     const Interface& wanted);
  Flow call_finalizer(const Finalizer& finalizer);
  Flow give_text(int32_t call, std::string_view text);
  Flow copy_value(const check::Type* type, Address to, Address from);
  template <class Begin>
  Flow map_native(bytecode::Op op, int32_t result, Address map, Begin&& fresh);
  const gomap::MapType* map_type_at(int32_t offset) const;
  Flow after_printing(const Printer& printer);

  // semaphores.cpp
  std::optional<Flow> cannot_touch(Address address, uint64_t size);
  Flow block(Wait why, Address object);
  bool acquire(Address semaphore, Wait why, bool in_front = false);
  void release(Address semaphore, uint32_t count);
  void let_through(Goroutine& waiter, Address semaphore);
  bool alone() const;
  void note_locked(Address lock, LockUse use);
  void note_unlocked(Address lock, LockUse use);

  // mutex_natives.cpp, rwmutex_natives.cpp
  enum class LockResult : uint8_t { Locked, Queued, Inconsistent };
  Address mutex_of(Address semaphore) const;
  void store_mutex(Address mutex, int32_t old, int32_t state);
  bool lock_free_mutex(Address mutex);
  LockResult try_mutex(Address mutex);
  Grant let_into_mutex(const Goroutine& waiter, Address mutex);
  bool unlock_mutex(Address mutex);
  std::optional<Flow> begin_rwmutex(Address rwmutex, memory::Point point);
  int32_t add_readers(Address rwmutex, int32_t delta);
  void race_acquire_writer(Address rwmutex);

  // wait_group_natives.cpp, sync_natives.cpp
  Flow change_wait_group(Address group, int64_t delta, memory::Point point);
  Flow release_waiters(Address group);
  Flow return_from_wait(Address group);
  std::optional<Flow> begin_cond(Address cond, memory::Point point);
  Address take_first(Address list);
  Address take_victim(Address list);
  Flow tell(Address cond, memory::Point point);

  Flow print(const Instruction& i);
  Flow output(std::string text, bool to_stderr);
  std::string take_input(uint64_t most);
  int64_t moment_in(int64_t d) const;
  Flow set_timer(Address timer, int64_t d, int64_t period);
  bool clear_timer(Address timer);
  void note_timer(Address timer);
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
  std::optional<memory::PageCache> pages_;  // when uninterrupted
  KnownPlace last_map_;  // that was asked for then
  KnownPlace last_bucket_;
  KnownHash last_hash_;
  uint64_t arrivals_ = 0;  // of the World when this Machine began
  bool collects_first_ = false;  // an allocation asked for a collection: that comes before all else
};

}  // namespace hmaplab::vm
