#include "app/platform/unseen.h"

#include <imgui.h>

namespace hmaplab::platform {

Unseen::Unseen(PixelSize size) : size_(size) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

Unseen::~Unseen() { ImGui::DestroyContext(); }

void Unseen::begin_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(size_.width), static_cast<float>(size_.height));
  io.DeltaTime = 1.0F / 60.0F;
  ImGui::NewFrame();
}

void Unseen::end_frame() { ImGui::Render(); }

}  // namespace hmaplab::platform
