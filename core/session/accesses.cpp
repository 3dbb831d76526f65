#include "core/session/accesses.h"

#include <fmt/format.h>

#include "core/trace/names.h"
#include "core/trace/step_text.h"

namespace hmaplab::session {

namespace {

bool writes(const vm::Step& step, const Word& word) {
  const std::optional<vm::Touch> touch = touch_of_word(step, word);
  return touch && touch->writes;
}

// "m.flags  0 -> hashWriting", "n = 3".
std::string what_happened(const trace::StepText& text) {
  std::string what = text.object;
  if (!text.field.empty()) what += (what.empty() || text.field[0] == '[' ? "" : ".") + text.field;
  if (!text.new_value.empty() && !text.old_value.empty())
    return fmt::format("{}  {} -> {}", what, text.old_value, text.new_value);
  const std::string& value = text.new_value.empty() ? text.old_value : text.new_value;
  return value.empty() ? what : fmt::format("{} = {}", what, value);
}

}  // namespace

std::optional<vm::Touch> touch_of_word(const vm::Step& step, const Word& word) {
  std::optional<vm::Touch> touch = vm::touch_of(step);
  return touch && touch->overlaps(word.address, word.size) ? touch : std::nullopt;
}

std::optional<uint32_t> last_write(const Timeline& run, const Word& word, uint32_t position) {
  for (uint32_t i = std::min(position, run.length()); i-- > 0;) {
    if (writes(run.step(i), word)) return i;
  }
  return std::nullopt;
}

std::optional<uint32_t> next_write(const Timeline& run, const Word& word, uint32_t position) {
  for (uint32_t i = position; i < run.length(); ++i) {
    if (writes(run.step(i), word)) return i;
  }
  return std::nullopt;
}

std::vector<WordAccess> accesses_of(const Timeline& run, const Word& word) {
  std::vector<WordAccess> accesses;
  for (uint32_t i = 0; i < run.length(); ++i) {
    if (auto touch = touch_of_word(run.step(i), word)) accesses.push_back({i, *touch});
  }
  return accesses;
}

std::string accesses_text(const Timeline& run, const Word& word, uint32_t position) {
  std::string name = trace::place_name(run.last(), word.address, word.size);
  if (name.empty()) name = trace::object_name(run.last(), word.address);
  std::string text = fmt::format("{}{}0x{:x}, {} byte{}\n", name, name.empty() ? "" : " at ",
                                 memory::bits(word.address), word.size, word.size == 1 ? "" : "s");
  const std::optional<uint32_t> maker = last_write(run, word, position);
  for (const WordAccess& access : accesses_of(run, word)) {
    const vm::Step& step = run.step(access.step);
    const trace::StepText told = trace::describe(run.last(), step);
    text += fmt::format("{} {:>5}  {:<5} {:<28} {}\n", maker == access.step ? '>' : ' ',
                        access.step + 1, told.actor, told.point, what_happened(told));
  }
  return text;
}

}  // namespace hmaplab::session
