#include "app/look/theme.h"

namespace hmaplab::look {
namespace {

struct Row {
  Color color;
  std::array<uint32_t, kThemes> shown;  // 0xRRGGBB, in the order of ThemeName
};

constexpr Row kRows[] = {  // dark, light, print, projector
    {Color::Background, {0x0e1116, 0xe9ecf1, 0xffffff, 0xe4e8ee}},
    {Color::Panel, {0x161b22, 0xfbfcfd, 0xfefefe, 0xffffff}},
    {Color::PanelBorder, {0x262d38, 0xcfd6df, 0x8a8a8a, 0x6f7985}},
    {Color::Raised, {0x1f2630, 0xf0f3f7, 0xf4f4f4, 0xf1f4f8}},
    {Color::RaisedHover, {0x2a3340, 0xe2e8f0, 0xe6e6e6, 0xdde5ee}},
    {Color::RaisedBorder, {0x323c4a, 0xc3ccd7, 0x767676, 0x6d7682}},
    {Color::Sunken, {0x12161c, 0xf4f6f9, 0xfefefe, 0xffffff}},
    {Color::SunkenBorder, {0x232a34, 0xdbe1e8, 0xaaaaaa, 0x929ca8}},
    {Color::Text, {0xe9edf3, 0x161b22, 0x010101, 0x050608}},
    {Color::TextDim, {0x9ba6b5, 0x505b69, 0x3a3a3a, 0x28323d}},
    {Color::TextFaint, {0x929caa, 0x5d6876, 0x575757, 0x46515d}},
    {Color::TextOnFill, {0x0c0f13, 0x0c0f13, 0xffffff, 0xffffff}},
    {Color::Accent, {0x5cc8f0, 0x0b72a8, 0x2a2a2a, 0x00558c}},
    {Color::AccentSoft, {0x17303f, 0xd9edf8, 0xe2e2e2, 0xcfe6f7}},
    {Color::Danger, {0xff6a3d, 0xcf3f12, 0x3c0a00, 0xb02a00}},
    {Color::DangerSoft, {0x33190f, 0xfde6dd, 0xf0f0f0, 0xffe6dc}},
    {Color::DangerText, {0xffb59c, 0x9c2c08, 0x3c0a00, 0x7a1d00}},
    {Color::Ok, {0x7bd17b, 0x257a34, 0x444444, 0x0f5a1f}},
    {Color::OkSoft, {0x16281a, 0xdff2e2, 0xf4f4f4, 0xd8f0dc}},
    {Color::Warning, {0xf2c14e, 0x8f6400, 0x2e2e2e, 0x6b4700}},
    {Color::WarningSoft, {0x2e2612, 0xfbf0d2, 0xeaeaea, 0xfdeec2}},
    {Color::Filled, {0x1c2b38, 0xdfeaf3, 0xe8e8e8, 0xd6e6f2}},
    {Color::FilledBorder, {0x2c4152, 0xb9cbda, 0x6e6e6e, 0x54789a}},
    {Color::Tophash, {0x83b7d6, 0x2b6384, 0x303030, 0x0d4468}},
    {Color::Paper, {0xffffff, 0xffffff, 0xffffff, 0xffffff}},
    {Color::Ink, {0x010101, 0x010101, 0x010101, 0x010101}},
    {Color::Evacuated, {0x929caa, 0x5d6876, 0x575757, 0x46515d}},
    {Color::CodeKeyword, {0xc49bf0, 0x7a35b8, 0x010101, 0x5f1a9c}},
    {Color::CodeString, {0x9fd08a, 0x2d6f1f, 0x3a3a3a, 0x1b520f}},
    {Color::CodeNumber, {0xf0b27a, 0x9a5208, 0x2c2c2c, 0x7a3d00}},
    {Color::CodeComment, {0x929caa, 0x5d6876, 0x575757, 0x46515d}},
    {Color::CodeFunction, {0x7cc4f4, 0x0f62a6, 0x1c1c1c, 0x00457a}},
    {Color::CodeType, {0x6fd3c4, 0x0c6b62, 0x2c2c2c, 0x00524a}},
    {Color::Goroutine1, {0x5db1ee, 0x61c5ff, 0x0b69bc, 0x063c94}},
    {Color::Goroutine2, {0xec9f02, 0xe99f02, 0x592200, 0x975900}},
    {Color::Goroutine3, {0x50e9be, 0x00a477, 0x20563d, 0x0b7257}},
    {Color::Goroutine4, {0xcd81b1, 0xc878ac, 0x330632, 0xaf3188}},
    {Color::Goroutine5, {0xf0e442, 0xe1d335, 0x685b0f, 0x4b4c00}},
    {Color::Goroutine6, {0x829af8, 0x8e9cf6, 0x191b6e, 0x4b4bc8}},
    {Color::Goroutine7, {0xe8794a, 0xe8794a, 0x772323, 0xa4281b}},
    {Color::Goroutine8, {0xb9c2cc, 0xabb4c0, 0x0e0f0f, 0x4d5765}},
};

constexpr Rgba from_hex(uint32_t hex) {
  return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>(hex >> 8),
          static_cast<uint8_t>(hex), 255};
}

// So much of the text's own colour that it can be read on a cell and on a panel.
Rgba readable(Rgba color, const Theme& theme) {
  constexpr double kReadable = 4.6;
  constexpr float kStep = 0.04F;
  const auto is_readable = [&](Rgba text) {
    return contrast(text, theme[Color::Panel]) >= kReadable &&
           contrast(text, theme[Color::Filled]) >= kReadable;
  };
  for (float share = 0; share < 1; share += kStep) {
    const Rgba text = mixed(color, theme[Color::Text], share);
    if (is_readable(text)) return text;
  }
  return theme[Color::Text];
}

}  // namespace

Theme make_theme(ThemeName name) {
  Theme theme{.name = name};
  theme.colors[static_cast<size_t>(Color::None)].alpha = 0;
  for (const Row& row : kRows) {
    theme.colors[static_cast<size_t>(row.color)] = from_hex(row.shown[static_cast<size_t>(name)]);
  }
  for (uint32_t number = 1; number <= 8; ++number) {
    const Color color = goroutine_color(number);
    theme.colors[static_cast<size_t>(text_color(color))] = readable(theme[color], theme);
  }
  if (name == ThemeName::Projector) {
    theme.line = 1.5F;
    theme.scale = 2;
    theme.least_text = 12;
  }
  return theme;
}

std::string_view theme_text(ThemeName name) {
  switch (name) {
    case ThemeName::Dark:
      return "dark";
    case ThemeName::Light:
      return "light";
    case ThemeName::Print:
      return "print";
    case ThemeName::Projector:
      return "projector";
  }
  return "";
}

std::optional<ThemeName> theme_named(std::string_view text) {
  for (size_t i = 0; i < kThemes; ++i) {
    const auto name = static_cast<ThemeName>(i);
    if (theme_text(name) == text) return name;
  }
  return std::nullopt;
}

}  // namespace hmaplab::look
