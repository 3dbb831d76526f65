// What just happened: the last step large, those before it below.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture now_picture(const Run& run, const Moment& moment, Rect place,
                    const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
