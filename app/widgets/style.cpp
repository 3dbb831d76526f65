#include "app/widgets/style.h"

#include <imgui.h>

namespace hmaplab::widgets {
namespace {

ImVec4 vec4(look::Rgba color, float alpha) {
  return ImVec4(static_cast<float>(color.red) / 255, static_cast<float>(color.green) / 255,
                static_cast<float>(color.blue) / 255, alpha);
}

}  // namespace

void apply_style(const Canvas& canvas) {
  ImGuiStyle& style = ImGui::GetStyle();
  const look::Rgba grab = canvas.theme[look::Color::TextFaint];
  style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_ScrollbarGrab] = vec4(grab, 0.35F);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec4(grab, 0.6F);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec4(grab, 0.8F);
  style.ScrollbarSize = 7 * canvas.scale;
  style.ScrollbarRounding = 3.5F * canvas.scale;
  style.AntiAliasedLinesUseTex = true;
}

}  // namespace hmaplab::widgets
