#include "app/platform/clipboard.h"

#include <imgui.h>

namespace hmaplab::platform {

std::string clipboard_text() {
  if (ImGui::GetCurrentContext() == nullptr) return "";
  const char* text = ImGui::GetClipboardText();
  return text == nullptr ? "" : text;
}

void set_clipboard_text(const std::string& text) {
  if (ImGui::GetCurrentContext() != nullptr) ImGui::SetClipboardText(text.c_str());
}

}  // namespace hmaplab::platform
