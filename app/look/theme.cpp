#include "app/look/theme.h"

namespace hmaplab::look {
namespace {

struct Row {
  Color color;
  uint32_t dark;  // 0xRRGGBB
  uint32_t light;
};

constexpr Row kRows[] = {
    {Color::Background, 0x0e1116, 0xe9ecf1},   {Color::Panel, 0x161b22, 0xfbfcfd},
    {Color::PanelBorder, 0x262d38, 0xcfd6df},  {Color::Raised, 0x1f2630, 0xf0f3f7},
    {Color::RaisedHover, 0x2a3340, 0xe2e8f0},  {Color::RaisedBorder, 0x323c4a, 0xc3ccd7},
    {Color::Sunken, 0x12161c, 0xf4f6f9},       {Color::SunkenBorder, 0x232a34, 0xdbe1e8},
    {Color::Text, 0xe9edf3, 0x161b22},         {Color::TextDim, 0x9ba6b5, 0x505b69},
    {Color::TextFaint, 0x667080, 0x7f8a98},    {Color::TextOnFill, 0x0c0f13, 0x0c0f13},
    {Color::Accent, 0x5cc8f0, 0x0b72a8},       {Color::AccentSoft, 0x17303f, 0xd9edf8},
    {Color::Danger, 0xff6a3d, 0xcf3f12},       {Color::DangerSoft, 0x33190f, 0xfde6dd},
    {Color::DangerText, 0xffb59c, 0x9c2c08},   {Color::Ok, 0x7bd17b, 0x257a34},
    {Color::OkSoft, 0x16281a, 0xdff2e2},       {Color::Warning, 0xf2c14e, 0x8f6400},
    {Color::WarningSoft, 0x2e2612, 0xfbf0d2},  {Color::Filled, 0x1c2b38, 0xdfeaf3},
    {Color::FilledBorder, 0x2c4152, 0xb9cbda}, {Color::Tophash, 0x83b7d6, 0x2b6384},
    {Color::Paper, 0xffffff, 0xffffff},        {Color::Ink, 0x000000, 0x000000},
    {Color::Evacuated, 0x6b7686, 0x7b8694},    {Color::CodeKeyword, 0xc49bf0, 0x7a35b8},
    {Color::CodeString, 0x9fd08a, 0x2d6f1f},   {Color::CodeNumber, 0xf0b27a, 0x9a5208},
    {Color::CodeComment, 0x748092, 0x6a7583},  {Color::CodeFunction, 0x7cc4f4, 0x0f62a6},
    {Color::CodeType, 0x6fd3c4, 0x0c6b62},     {Color::Goroutine1, 0x5ab4f0, 0x56b4e9},
    {Color::Goroutine2, 0xf0a30a, 0xe69f00},   {Color::Goroutine3, 0x2fc39a, 0x10b083},
    {Color::Goroutine4, 0xe58ac0, 0xdb82b4},   {Color::Goroutine5, 0xf0e442, 0xe0d235},
    {Color::Goroutine6, 0x8f9cf5, 0x8f9cf5},   {Color::Goroutine7, 0xe8794a, 0xe8794a},
    {Color::Goroutine8, 0xb9c2cc, 0xaab4c0},
};

constexpr Rgba from_hex(uint32_t hex) {
  return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>(hex >> 8),
          static_cast<uint8_t>(hex), 255};
}

}  // namespace

Theme make_theme(ThemeName name) {
  Theme theme{.name = name};
  theme.colors[static_cast<size_t>(Color::None)].alpha = 0;
  for (const Row& row : kRows) {
    theme.colors[static_cast<size_t>(row.color)] =
        from_hex(name == ThemeName::Dark ? row.dark : row.light);
  }
  return theme;
}

std::string_view theme_text(ThemeName name) { return name == ThemeName::Dark ? "dark" : "light"; }

}  // namespace hmaplab::look
