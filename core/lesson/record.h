// Recording: what an author would write for a moment that they have clicked to, so that a lesson can be made
// by playing it once.
#pragma once

#include <string>

#include "core/session/timeline.h"

namespace hmaplab::lesson {

// The moment at this position of a run, as find_moment looks for it from `from` on: "start", "end", or
// "g2 after mapassign/set_writing #2".
std::string moment_text(const session::Timeline& run, uint32_t position, uint32_t from);
// A [[beat]] that stands there, with texts to be written.
std::string beat_toml(const session::Timeline& run, uint32_t position, uint32_t from);
// A lesson file to begin with: it says what go1.23.5 is expected to do as this run ends.
std::string lesson_toml(const session::Timeline& run, const std::string& title,
                        const std::string& schedule);
// The text with another schedule; unchanged where it has none.
std::string with_schedule(std::string toml, const std::string& schedule);

}  // namespace hmaplab::lesson
