// What a rune is, by Unicode 15.0.0: its general category and its other cases. The tables are
// generated from go1.23.5 (core/testdata/unicode). Nothing here knows of UTF-8; for that see
// runes.h.
#pragma once

#include <cstdint>
#include <string_view>

namespace hmaplab::vm {

// "Lu", "Nd", …; "Cn" for what is unassigned or no rune.
std::string_view rune_category(uint32_t rune);
// strconv.IsPrint: letters, marks, numbers, punctuation, symbols and the blank.
bool is_printable(uint32_t rune);

enum class RuneCase : uint8_t { Upper, Lower, Title };
uint32_t rune_to(RuneCase wanted, uint32_t rune);
// unicode.SimpleFold: the next rune that differs only in case.
uint32_t simple_fold(uint32_t rune);

}  // namespace hmaplab::vm
