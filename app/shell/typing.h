// Typing: what keys do in a text. The keys that every desktop program has: arrows, Home and End with
// Ctrl and Shift, Backspace, Delete, Ctrl with A, C, X, V, Z and Y. In a text of many lines Enter keeps the
// indent, as gofmt would have it, and Tab puts a tab.
#pragma once

#include "app/pictures/text_field.h"
#include "app/platform/keys.h"

namespace hmaplab::shell {

// False when the key means nothing in a text. Escape, Enter with Ctrl and, in one line, Enter and Tab
// are left to who owns the field.
bool type_into(pictures::TextField& field, const platform::KeyPress& press,
               pictures::TextField::Lines lines);

}  // namespace hmaplab::shell
