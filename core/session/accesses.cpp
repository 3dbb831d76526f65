#include "core/session/accesses.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/gomap/layout.h"
#include "core/trace/map_view.h"
#include "core/trace/names.h"
#include "core/trace/step_text.h"

namespace hmaplab::session {

namespace {

struct HeaderField {
  std::string_view name;
  uint64_t offset, size;
};

constexpr HeaderField kFields[] = {{"count", gomap::Hmap::count.offset, 8},
                                   {"flags", gomap::Hmap::flags.offset, 1},
                                   {"B", gomap::Hmap::B.offset, 1},
                                   {"noverflow", gomap::Hmap::noverflow.offset, 2},
                                   {"hash0", gomap::Hmap::hash0.offset, 4},
                                   {"buckets", gomap::Hmap::buckets.offset, 8},
                                   {"oldbuckets", gomap::Hmap::oldbuckets.offset, 8},
                                   {"nevacuate", gomap::Hmap::nevacuate.offset, 8},
                                   {"extra", gomap::Hmap::extra.offset, 8}};

// "c000012000:8" or "c000012000".
std::optional<Word> word_at(std::string_view text) {
  const size_t colon = std::min(text.find(':'), text.size());
  Word word;
  uint64_t address = 0;
  const char* end = text.data() + text.size();
  const auto [behind, wrong] = std::from_chars(text.data(), text.data() + colon, address, 16);
  if (wrong != std::errc{} || behind != text.data() + colon) return std::nullopt;
  if (colon < text.size()) {
    const auto [last, bad] = std::from_chars(text.data() + colon + 1, end, word.size);
    if (bad != std::errc{} || last != end || word.size == 0 || word.size > 1 << 20) return std::nullopt;
  }
  word.address = memory::Address{address};
  return word;
}

bool writes(const vm::Step& step, const Word& word) {
  const std::optional<vm::Touch> touch = touch_of_word(step, word);
  return touch && touch->writes;
}

std::string name_of(const trace::StepText& text) {
  const bool joins = text.object.empty() || text.field.empty() || text.field[0] == '[';
  return text.object + (joins ? "" : ".") + text.field;
}

// "m.flags  0 -> hashWriting", "n = 3".
std::string what_happened(const trace::StepText& text) {
  const std::string what = name_of(text);
  if (!text.new_value.empty() && !text.old_value.empty())
    return fmt::format("{}  {} -> {}", what, text.old_value, text.new_value);
  const std::string& value = text.new_value.empty() ? text.old_value : text.new_value;
  return value.empty() ? what : fmt::format("{} = {}", what, value);
}

}  // namespace

std::optional<Word> word_named(const vm::World& world, std::string_view name) {
  if (name.starts_with("0x")) return word_at(name.substr(2));
  for (const auto& place : world.program().package_variables()) {
    const uint64_t size = place.variable->type->size();
    if (place.variable->name == name && size > 0) return Word{place.address, size};
  }
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto field = std::find_if(std::begin(kFields), std::end(kFields), [&](const HeaderField& one) {
    return one.name == name.substr(dot + 1);
  });
  for (memory::Address map : trace::maps_of(world)) {
    if (field != std::end(kFields) && trace::map_name(world, map) == name.substr(0, dot))
      return Word{map + field->offset, field->size};
  }
  return std::nullopt;
}

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

std::string word_name(const Timeline& run, const Word& word) {
  const memory::Object* object = run.last().heap().find(word.address);
  if (object && object->kind == memory::ObjectKind::Hmap) {
    for (const HeaderField& field : kFields) {
      if (object->begin + field.offset == word.address)
        return fmt::format("{}.{}", trace::map_name(run.last(), object->begin), field.name);
    }
  }
  const bool is_bucket = object && (object->kind == memory::ObjectKind::BucketArray ||
                                    object->kind == memory::ObjectKind::OverflowBucket);
  for (uint32_t i = 0; is_bucket && i < run.length(); ++i) {
    if (run.step(i).address == word.address && run.step(i).access != vm::AccessKind::None)
      return name_of(trace::describe(run.last(), run.step(i)));
  }
  return trace::place_name(run.last(), word.address, word.size);
}

std::string accesses_text(const Timeline& run, const Word& word, uint32_t position) {
  const std::string name = word_name(run, word);
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
