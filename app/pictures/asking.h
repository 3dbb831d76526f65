// Asking: while somebody predicts, nothing on the screen may tell what comes. What lies ahead of the
// cursor is taken out of the moment itself, so that no picture of it can give an answer away; the
// pictures that draw the run (timeline, heads of panels, census) ask hides_what_comes.
#pragma once

#include "app/pictures/moment.h"

namespace hmaplab::pictures {

// Whether a prediction of the lesson waits for its answer, and there is something ahead.
bool hides_what_comes(const Run& run, const Moment& moment);
// Takes what lies ahead out of the moment, if that is so.
void hide_what_comes(const Run& run, Moment& moment);

}  // namespace hmaplab::pictures
