#include "app/pictures/key_split.h"

#include <fmt/core.h>

#include <algorithm>

#include "core/gomap/layout.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr uint8_t kMostBits = 12;  // that are drawn one by one

bool doubles(const trace::MapView& map) {
  return map.growing && map.old_bucket_count * 2 == map.bucket_count;
}

// "0110", the lowest bits of the hash.
std::string bits_text(uint64_t hash, uint8_t bits) {
  std::string text;
  for (uint8_t bit = bits; bit-- > 0;) text += (hash >> bit & 1) != 0 ? '1' : '0';
  return text;
}

std::string low_text(uint64_t hash, uint8_t bits) {
  if (bits <= kMostBits) return bits_text(hash, bits);
  return fmt::format("{:x}", hash & ((uint64_t{1} << bits) - 1));
}

std::string bucket_text(uint64_t hash, const trace::MapView& map) {
  const uint64_t bucket = map.bucket_count == 0 ? 0 : hash & (map.bucket_count - 1);
  if (!doubles(map)) return fmt::format("bucket {}", bucket);
  return fmt::format("bucket {}, {} of old {}", bucket, bucket < map.old_bucket_count ? "X" : "Y",
                     bucket & (map.old_bucket_count - 1));
}

std::string tophash_text_of(uint64_t hash) {
  const auto top = static_cast<uint8_t>(hash >> 56);
  const uint8_t kept = gomap::tophash_of(hash);
  if (kept == top) return fmt::format("tophash {:02x}", kept);
  return fmt::format("tophash {:02x} = {:02x} + {}", kept, top, gomap::kMinTopHash);
}

// A cell as wide as its text; nothing is drawn where it has no room.
bool draw_bits(Sketch& sketch, Rect& rest, const std::string& text, Color border, Color color,
               const std::string& tooltip) {
  const float width = sketch.text_width(TextStyle::CodeSmall, text) + 8;
  if (width > rest.w) return false;
  const Rect cell = rest.cut_left(width, 2);
  sketch.card(cell, Color::Sunken, border, look::metrics::kCellRound);
  sketch.label(cell, text, {.style = TextStyle::CodeSmall, .color = color, .align = Align::Center});
  sketch.hit(cell, {}, tooltip);
  return true;
}

void draw_hash(Sketch& sketch, Rect& rest, uint64_t hash, const trace::MapView& map,
               const std::string& middle) {
  draw_bits(sketch, rest, fmt::format("{:02x}", hash >> 56), Color::Tophash, Color::Tophash,
            fmt::format("the top byte of {:016x}: it is kept as tophash (values below {} mean "
                        "something else, so {} is added to them)",
                        hash, gomap::kMinTopHash, gomap::kMinTopHash));
  if (!middle.empty()) {
    const float width = sketch.text_width(TextStyle::CodeSmall, middle) + 4;
    sketch.label(
        rest.cut_left(width, 2), middle,
        {.style = TextStyle::CodeSmall, .color = Color::TextFaint, .align = Align::Center});
  }
  if (map.B == 0 || map.bucket_count == 0) return;
  uint8_t bits = map.B;
  if (doubles(map)) {
    --bits;
    const bool one = (hash >> bits & 1) != 0;
    draw_bits(sketch, rest, one ? "1" : "0", Color::Warning, Color::Text,
              fmt::format("one more bit than before decides: {} goes to {}", one ? 1 : 0,
                          one ? "the Y half" : "the X half"));
  }
  if (bits > 0)
    draw_bits(sketch, rest, low_text(hash, bits), Color::Accent, Color::Text,
              fmt::format("the low {} bits of {:016x} choose the bucket", bits, hash));
}

}  // namespace

void draw_key_split(Sketch& sketch, const Rect& line, const Run& run, const Moment& moment,
                    const trace::MapView& map) {
  const schedule::Actor mover = moment.touched ? moment.touched->person.actor : schedule::kNobody;
  const KeyInHand* key = moment.trail.key_of(map.address, mover);
  if (key == nullptr) {
    sketch.label(line, "no key in hand: its hash will choose the bucket",
                 {.style = TextStyle::Small, .color = Color::TextFaint});
    return;
  }
  Rect rest = line;
  if (const Person* person = run.person(key->actor))
    sketch.badge(rest.cut_left(16, 5).center(), *person, 7);
  const std::string bucket = bucket_text(key->hash, map);
  const std::string top = tophash_text_of(key->hash);
  const float bucket_width = sketch.text_width(TextStyle::Small, bucket) + 1;
  const float top_width = sketch.text_width(TextStyle::Small, top) + 1;
  const float key_width = std::min(110.0F, sketch.text_width(TextStyle::CodeSmall, key->key) + 1);
  sketch.label(rest.cut_left(std::min(key_width, rest.w / 4), 8), key->key,
               {.style = TextStyle::CodeSmall});
  const float bits = 44 + static_cast<float>(std::min(map.B, kMostBits)) * 8;
  const std::string digits = fmt::format("{:016x}", key->hash).substr(2, 12) + "…";
  const float digits_width = sketch.text_width(TextStyle::CodeSmall, digits) + 6;
  const bool all = rest.w >= bits + digits_width + top_width + bucket_width + 20;
  draw_hash(sketch, rest, key->hash, map, all ? digits : "…");
  rest.cut_left(6);
  if (rest.w >= top_width + bucket_width + 8)
    sketch.label(rest.cut_left(top_width, 8), top,
                 {.style = TextStyle::Small, .color = Color::Tophash});
  sketch.label(rest, bucket, {.style = TextStyle::Small, .color = Color::TextDim});
}

}  // namespace hmaplab::pictures
