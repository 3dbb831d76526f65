// Floats as text, by the rules of Go's strconv.FormatFloat: formats b, e, E, f, g, G, x, X;
// precision -1 means as many digits as are needed to read the same float back. `size` is 32 or 64
// bits.
#pragma once

#include <cstdint>
#include <string>

namespace hmaplab::vm {

std::string float_text(double value, int size, char format, int64_t precision);
// Without sign; the value is not negative and no NaN.
std::string float_magnitude(double value, int size, char32_t format, int64_t precision);

}  // namespace hmaplab::vm
