// Colours by meaning. Pictures and widgets name what a thing is (Color::Danger); the theme says how
// that looks. Every theme has every colour. Goroutines have eight hues that people with
// colour-blindness can tell apart (after Okabe and Ito); the ninth looks like the first again,
// which is one reason why a number always stands beside the colour.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hmaplab::look {

struct Rgba {
  uint8_t red = 0;
  uint8_t green = 0;
  uint8_t blue = 0;
  uint8_t alpha = 255;
  friend bool operator==(const Rgba&, const Rgba&) = default;
};

enum class Color : uint8_t {
  None,          // paints nothing
  Background,    // behind the panels
  Panel,         // a panel
  PanelBorder,   //
  Raised,        // a card or a button on a panel
  RaisedHover,   // under the mouse
  RaisedBorder,  //
  Sunken,        // an empty cell, a well
  SunkenBorder,  //
  Text,          //
  TextDim,       // what is said beside
  TextFaint,     // what is there but does not matter now
  TextOnFill,    // on a goroutine's colour or on Accent
  Accent,        // what can be used, what is chosen, where the time is
  AccentSoft,    // a ground in that colour
  Danger,        // panics and fatal errors
  DangerSoft,    // a ground in that colour
  DangerText,    // text in that colour, light enough to read
  Ok,            // ended well
  OkSoft,        //
  Warning,       // suspicious, and not yet fatal
  WarningSoft,   //
  Filled,        // a cell that holds something
  FilledBorder,  //
  Tophash,       // the hash byte in front of a key
  Evacuated,     // a cell that has moved away
  Paper,         // light in every theme: what a camera reads …
  Ink,           // … dark on it
  CodeKeyword,   // Go's words
  CodeString,    //
  CodeNumber,    //
  CodeComment,   //
  CodeFunction,  // a name that is called
  CodeType,      // a built-in type
  Goroutine1,    // eight of these; goroutine_color() picks
  Goroutine2,
  Goroutine3,
  Goroutine4,
  Goroutine5,
  Goroutine6,
  Goroutine7,
  Goroutine8,
  GoroutineText1,  // the same, dark or light enough to be a text; text_color() picks
  GoroutineText2,
  GoroutineText3,
  GoroutineText4,
  GoroutineText5,
  GoroutineText6,
  GoroutineText7,
  GoroutineText8,
  count
};

constexpr size_t kColors = static_cast<size_t>(Color::count);

// The colour of the goroutine with this number, from 1.
constexpr Color goroutine_color(uint32_t number) {
  return static_cast<Color>(static_cast<uint32_t>(Color::Goroutine1) + (number + 7) % 8);
}

// The colour of a text that belongs to a goroutine of that colour; any other colour as it is.
constexpr Color text_color(Color color) {
  if (color < Color::Goroutine1 || color > Color::Goroutine8) return color;
  return static_cast<Color>(static_cast<uint32_t>(color) + 8);
}

// The same colour, less of it: alpha is a share from 0 to 1.
constexpr Rgba faded(Rgba color, float alpha) {
  color.alpha = static_cast<uint8_t>(static_cast<float>(color.alpha) * alpha);
  return color;
}

// `share` of `over` laid on `under`; both opaque.
Rgba mixed(Rgba under, Rgba over, float share);

// WCAG's contrast of two opaque colours, from 1 to 21.
double contrast(Rgba a, Rgba b);

// CIE L*a*b*: about how people see colours; L* is the lightness, from 0 to 100.
struct Lab {
  double l = 0;
  double a = 0;
  double b = 0;
};
Lab lab(Rgba color);
// How different two colours look (Delta E of 1976): 2 can just be seen, 10 at a glance.
double difference(const Lab& a, const Lab& b);

// Colour-blindness, whole: red, green or blue cones are missing.
enum class Vision : uint8_t { All, NoRed, NoGreen, NoBlue };
// What such a person sees, after Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency" (2009), at severity 1.
Rgba seen_by(Vision vision, Rgba color);

}  // namespace hmaplab::look
