#include "core/trace/step_text.h"

#include <fmt/format.h>

#include "core/trace/map_view.h"
#include "core/trace/names.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using vm::AccessKind;
using vm::MapPart;
using vm::ValueForm;

namespace {

constexpr size_t kLongestText = 40;

std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  text.resize(kLongestText - 3);
  return text + "...";
}

std::string escaped(std::string_view bytes) {
  std::string text = "\"";
  for (char c : bytes)
    text += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '"' ? "\\\"" : std::string(1, c);
  return text + "\"";
}

// "case 1, from g2", "waits".
std::string meeting_text(const vm::Step& step) {
  std::string text = step.clause < 0 ? "" : fmt::format("case {}", step.clause);
  auto add = [&text](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  switch (step.meeting) {
    case vm::Meeting::None:
    case vm::Meeting::Buffered:
      break;
    case vm::Meeting::Met:
      add("meets " + schedule::name(step.partner));
      break;
    case vm::Meeting::Closed:
      add("closed");
      break;
    case vm::Meeting::Waits:
      add("waits");
      break;
    case vm::Meeting::Default:
      return "default";
  }
  return text;
}

// Of 8 bytes a signed number, of fewer an unsigned one.
std::string number_text(const vm::ValueBytes& value) {
  const uint64_t word = value.word();
  return value.size == 8 ? fmt::format("{}", static_cast<int64_t>(word)) : fmt::format("{}", word);
}

std::string value_text(const vm::World& later, const vm::Step& step, const vm::ValueBytes& value) {
  if (value.size == 0) return "";
  uint64_t word = value.word();
  switch (step.form) {
    case ValueForm::None:
      return fmt::format("{} bytes", value.size);
    case ValueForm::Number:
      return number_text(value);
    case ValueForm::Flags:
      return flags_text(static_cast<uint8_t>(word));
    case ValueForm::Tophash:
      return tophash_text(static_cast<uint8_t>(word));
    case ValueForm::Pointer:
      return word == 0 ? "nil" : fmt::format("0x{:x}", word);
    case ValueForm::Hash:
      return fmt::format("{:08x}", word);
    case ValueForm::Hash64:
      return fmt::format("{:016x}", word);
    case ValueForm::Bool:
      return word != 0 ? "true" : "false";
    case ValueForm::Text:
      return escaped({reinterpret_cast<const char*>(value.data.data()),
                      std::min<size_t>(value.size, value.data.size())});
    case ValueForm::Typed:
      break;
  }
  const check::Type* type =
      step.type != 0 ? later.program().type(step.type) : type_at(later, step.address, value.size);
  if (!type && header_field(later, step.address)) return number_text(value);
  if (!type || type->size() != value.size || value.size > value.data.size())
    return fmt::format("{} bytes", value.size);
  if (vm::is_pointer_shaped(*type)) {
    bool is_map = check::as<check::MapType>(type->underlying()) != nullptr;
    if (word == 0) return "nil";
    return is_map ? "-> " + map_name(later, memory::Address{word}) : fmt::format("0x{:x}", word);
  }
  vm::Reader reader(later, value.data.data(), value.size);
  return shortened(vm::format_value(reader, *type, vm::Reader::kNowhere, vm::Verb::Quoted));
}

}  // namespace

StepText describe(const vm::World& later, const vm::Step& step) {
  StepText text;
  text.actor = schedule::name(step.actor);
  text.point = memory::name(step.point);
  text.sentence = memory::sentence(step.point);
  TouchedName name = touched(later, step);
  text.object = name.object;
  text.field = name.field;
  if (step.result_form == ValueForm::Hash64) text.result = fmt::format("{:016x}", step.result);
  if (step.result_form == ValueForm::Bool) text.result = step.result != 0 ? "equal" : "different";
  if (step.result_form == ValueForm::Text) text.result = schedule::name({step.result});
  text.meeting = step.buffered ? "buffered" : meeting_text(step);
  if (step.access == AccessKind::None && step.form == ValueForm::None) return text;
  text.old_value = value_text(later, step, step.old_value);
  text.new_value = value_text(later, step, step.new_value);
  return text;
}

}  // namespace hmaplab::trace
