#include "core/trace/deed.h"

#include <fmt/format.h>

#include "core/gomap/layout.h"
#include "core/trace/map_view.h"
#include "core/trace/names.h"
#include "core/trace/step_text.h"
#include "core/vm/map_types.h"

namespace hmaplab::trace {

using memory::Point;

namespace {

// The whole of what was touched: "m.flags", "wg.counter", "sales".
std::string place_of(const StepText& text) {
  if (text.object.empty() || text.field.empty()) return text.object + text.field;
  return text.object + (text.field[0] == '[' ? "" : ".") + text.field;
}

std::string object_of(const StepText& text) {
  return text.object.empty() ? text.field : text.object;
}

// A store past the map engine (package unsafe) that hits the flags of a map or a tophash byte: says
// so in the map's own words. "" for anything else.
std::string deed_on_map_byte(const vm::World& later, const vm::Step& step) {
  if (step.in_map || step.access != vm::AccessKind::Store || step.new_value.size != 1) return "";
  const memory::Object* object = later.heap().find(step.address);
  if (object == nullptr) object = later.heap().find_freed(step.address);
  if (object == nullptr) return "";
  const uint64_t offset = step.address - object->begin;
  const auto old_byte = static_cast<uint8_t>(step.old_value.word());
  const auto new_byte = static_cast<uint8_t>(step.new_value.word());
  if (object->kind == memory::ObjectKind::Hmap && offset == gomap::Hmap::flags.offset) {
    return fmt::format("stores {} in {}.flags through a pointer; it was {}", flags_text(new_byte),
                       map_name(later, object->begin), flags_text(old_byte));
  }
  if (object->kind != memory::ObjectKind::BucketArray) return "";
  const auto* type = check::as<check::MapType>(later.program().type(object->tag)->underlying());
  const uint64_t in_bucket = offset % vm::map_type_of(*type, 23).bucket_size;
  if (in_bucket >= 8) return "";
  return fmt::format("stores {} in tophash[{}] of a bucket of {} through a pointer; it was {}",
                     tophash_text(new_byte), in_bucket, map_name(later, object->owner),
                     tophash_text(old_byte));
}

std::string deed_on_flags(const vm::Step& step, const std::string& map) {
  const std::string_view name = memory::name(step.point);
  const bool was_set = (step.old_value.word() & gomap::kHashWriting) != 0;
  if (name.ends_with("/check_writing")) {
    return was_set ? fmt::format("looks at {}.flags and finds hashWriting set", map)
                   : fmt::format("looks at {}.flags: hashWriting is not set, so it goes in", map);
  }
  if (name.ends_with("/check_still_writing")) {
    return was_set ? fmt::format("looks at {}.flags once more: hashWriting is still set", map)
                   : fmt::format(
                         "looks at {}.flags once more and finds hashWriting cleared: "
                         "somebody else was writing too",
                         map);
  }
  if (name.ends_with("/set_writing")) {
    return was_set ? fmt::format(
                         "stores hashWriting in {}.flags, where it is set already: one bit "
                         "cannot count two writers",
                         map)
                   : fmt::format("sets hashWriting in {}.flags", map);
  }
  if (name.ends_with("/clear_writing")) return fmt::format("clears hashWriting in {}.flags", map);
  return "";
}

std::string deed_on_channel(const vm::Step& step, const StepText& text) {
  const std::string channel = object_of(text).empty() ? "a nil channel" : object_of(text);
  if (step.point == Point::chan_close) return "closes " + channel;
  const bool sends = step.point == Point::chan_send;
  switch (step.meeting) {
    case vm::Meeting::Met:
      return fmt::format("{} {} over {}", sends ? "hands a value to" : "takes a value from",
                         schedule::name(step.partner), channel);
    case vm::Meeting::Waits:
      return fmt::format("waits to {} {}", sends ? "send on" : "receive from", channel);
    case vm::Meeting::Closed:
      return fmt::format("receives from {}, which is closed", channel);
    case vm::Meeting::None:
    case vm::Meeting::Buffered:
    case vm::Meeting::Default:
      break;
  }
  return fmt::format("{} {}", sends ? "sends on" : "receives from", channel);
}

// Of a plain load or store.
std::string deed_on_memory(const vm::Step& step, const StepText& text) {
  const std::string place = place_of(text);
  const char* at_once = memory::operation(step.point) == "atomic" ? " at once" : "";
  if (step.access == vm::AccessKind::Load)
    return fmt::format("reads {}{}: {}", place, at_once, text.old_value);
  return fmt::format("stores {} in {}{}; it was {}", text.new_value, place, at_once,
                     text.old_value);
}

bool is_plain(const vm::Step& step) {
  const std::string_view operation = memory::operation(step.point);
  return !step.in_map && step.access != vm::AccessKind::None &&
         (operation == "variable" || operation == "elem" || operation == "slice" ||
          step.point == Point::atomic_load || step.point == Point::atomic_store);
}

// Locks, WaitGroups, finalizers: what has a sentence of its own. "" for all others.
std::string deed_of_point(const vm::Step& step, const StepText& text) {
  const std::string object = object_of(text);
  const bool was_locked = (step.old_value.word() & 1) != 0;  // of a Mutex
  switch (step.point) {
    case Point::go_create:
      return "starts " + text.result;
    case Point::waitgroup_add:
      return fmt::format("adds to the counter of {}: {} becomes {}", object, text.old_value,
                         text.new_value);
    case Point::waitgroup_done:
      return fmt::format("takes one off the counter of {}: {} becomes {}", object, text.old_value,
                         text.new_value);
    case Point::waitgroup_wait:
      return fmt::format("waits for {}: its counter is {}", object, text.old_value);
    case Point::mutex_lock:
      return was_locked ? fmt::format("finds {} locked and waits", object) : "locks " + object;
    case Point::mutex_unlock:
      return "unlocks " + object + (was_locked ? "" : ", which nobody has locked");
    case Point::rwmutex_unlock:
      return fmt::format("gives up writing on {}", object);
    case Point::rwmutex_runlock:
      return fmt::format("gives up reading on {}", object);
    case Point::runtime_set_finalizer:
      return fmt::format("sets a finalizer for {}", object);
    case Point::runtime_gc:
      return "asks for a collection";
    case Point::gc_queue:
      return fmt::format("finds that nobody can reach {} and queues its finalizer", object);
    case Point::finalizer_run:
      return fmt::format("takes the finalizer of {} from the queue and calls it", object);
    case Point::runtime_spin:
      return "runs on and on without touching anything that others can see";
    case Point::output_write:
      return "prints " + (text.new_value.empty() ? text.old_value : text.new_value);
    case Point::end_panic:
      return "ends the process: nobody has recovered";
    case Point::end_throw:
      return "stops the process";
    case Point::chan_send:
    case Point::chan_receive:
    case Point::chan_close:
      return deed_on_channel(step, text);
    default:
      return "";
  }
}

}  // namespace

bool is_check_of_writing(const vm::Step& step) {
  const std::string_view name = memory::name(step.point);
  return name.ends_with("/check_writing") || name.ends_with("/check_still_writing");
}

std::string deed(const vm::World& later, const vm::Step& step) {
  const StepText text = describe(later, step);
  std::string sentence = deed_on_map_byte(later, step);
  if (sentence.empty() && step.in_map) sentence = deed_on_flags(step, object_of(text));
  if (sentence.empty() && is_plain(step)) sentence = deed_on_memory(step, text);
  if (sentence.empty()) sentence = deed_of_point(step, text);
  if (!sentence.empty()) return sentence;
  const std::string place = place_of(text);
  if (place.empty()) return std::string(memory::sentence(step.point));
  const std::string& value = text.new_value.empty() ? text.old_value : text.new_value;
  return fmt::format("{} ({}{}{})", memory::sentence(step.point), place, value.empty() ? "" : ": ",
                     value);
}

}  // namespace hmaplab::trace
