#include "app/platform/unseen.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace hmaplab::platform {

Unseen::Unseen() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

Unseen::~Unseen() { ImGui::DestroyContext(); }

void Unseen::begin_frame(PixelSize size) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(size.width), static_cast<float>(size.height));
  io.DeltaTime = 1.0F / 60.0F;
  ImGui::NewFrame();
}

void Unseen::end_frame() { ImGui::Render(); }

void Unseen::forget() {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) window->Scroll = ImVec2(0, 0);
}

}  // namespace hmaplab::platform
