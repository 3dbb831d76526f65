// The question that is asked: its text, the choices as buttons, what was answered and why, the hints.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Draws from `top` on; gives the height. Nothing is drawn where no question is asked.
float draw_question(Sketch& sketch, float top, const Run& run, const Moment& moment);

// All of it as text: the twin of the drawing. "" where no question is asked.
std::string question_text(const Run& run, const Moment& moment, lesson::Language language);

}  // namespace hmaplab::pictures
