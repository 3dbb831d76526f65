#include "app/platform/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/platform/window_keys.h"

namespace hmaplab::platform {

class Window::Callbacks {
 public:
  static void install(GLFWwindow* handle) {
    glfwSetKeyCallback(handle, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
      Window& window = of(w);
      ++window.event_count_;
      if (action == GLFW_RELEASE) return;
      if (const auto press = key_press(key, scancode, modifiers))
        window.key_presses_.push_back(*press);
    });
    glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned character) {
      Window& window = of(w);
      ++window.event_count_;
      if (character != U' ') {  // Space is a named key
        window.key_presses_.push_back(KeyPress{.character = static_cast<char32_t>(character)});
      }
    });
    glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double, double) { ++of(w).event_count_; });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int) { ++of(w).event_count_; });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int, int, int) { ++of(w).event_count_; });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double, double) { ++of(w).event_count_; });
    glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
      Window& window = of(w);
      ++window.event_count_;
      window.dropped_files_.assign(paths, paths + count);
    });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int) { ++of(w).event_count_; });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { ++of(w).event_count_; });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { ++of(w).event_count_; });
    glfwSetWindowContentScaleCallback(handle,
                                      [](GLFWwindow* w, float, float) { ++of(w).event_count_; });
  }

 private:
  static Window& of(GLFWwindow* handle) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(handle));
  }
};

namespace {

std::string last_glfw_error(const std::string& otherwise) {
  const char* description = nullptr;
  const int error = glfwGetError(&description);
  const std::string told = error != GLFW_NO_ERROR && description != nullptr ? description : otherwise;
  const bool is_opengl = error == GLFW_API_UNAVAILABLE || error == GLFW_VERSION_UNAVAILABLE ||
                         error == GLFW_FORMAT_UNAVAILABLE;
  return is_opengl ? "OpenGL 3.3 is needed; " + told : told;
}

// The size in screen coordinates, no larger than nine tenths of the monitor.
PixelSize fit_to_monitor(PixelSize wanted) {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return wanted;
  float scale_x = 1;
  float scale_y = 1;
  glfwGetMonitorContentScale(monitor, &scale_x, &scale_y);
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
#ifdef __APPLE__
  scale_x = scale_y = 1;  // screen coordinates are units there
#endif
  const auto scaled = [](int units, float scale) {
    return static_cast<int>(static_cast<float>(units) * scale);
  };
  return {.width = std::min(scaled(wanted.width, scale_x), std::max(width, 640)),
          .height = std::min(scaled(wanted.height, scale_y), std::max(height, 480))};
}

// GLFW is one for the whole program: it ends with the last window.
int open_windows = 0;

void move_to_second_monitor(GLFWwindow* handle) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  if (count < 2) return;
  int x = 0;
  int y = 0;
  glfwGetMonitorPos(monitors[1], &x, &y);
  glfwSetWindowPos(handle, x + 40, y + 40);
}

}  // namespace

Window::Window(GLFWwindow* handle, Place place) : handle_(handle) {
  glfwSetWindowUserPointer(handle_, this);
  renderer_ = std::make_unique<FrameRenderer>();
  Callbacks::install(handle_);
  // ImGui's callbacks hand on to those above, but only while their context is the current one: that is the
  // main window's. A window beside it is looked at, and its keys are taken.
  ImGui_ImplGlfw_InitForOpenGL(handle_, /*install_callbacks=*/place == Place::Main);
}

Window::~Window() {
  use();
  ImGui_ImplGlfw_Shutdown();
  renderer_.reset();
  glfwDestroyWindow(handle_);
  if (--open_windows == 0) glfwTerminate();
}

base::Result<std::unique_ptr<Window>> Window::open(const std::string& title, PixelSize size,
                                                   Place place) {
  if (!glfwInit()) return base::Error{last_glfw_error("GLFW could not start")};
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "hmaplab");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "hmaplab");
  const PixelSize fitting = fit_to_monitor(size);
  GLFWwindow* handle =
      glfwCreateWindow(fitting.width, fitting.height, title.c_str(), nullptr, nullptr);
  if (handle == nullptr) {
    const std::string reason = last_glfw_error("the window could not be made");
    if (open_windows == 0) glfwTerminate();
    return base::Error{reason};
  }
  glfwMakeContextCurrent(handle);
  if (auto loaded = load_opengl(glfwGetProcAddress); !loaded) {
    glfwDestroyWindow(handle);
    if (open_windows == 0) glfwTerminate();
    return base::Error{loaded.error()};
  }
  glfwSwapInterval(place == Place::Main ? 1 : 0);  // one of them waits for the screen
  if (place == Place::Beside) move_to_second_monitor(handle);
  ++open_windows;
  return std::unique_ptr<Window>(new Window(handle, place));
}

bool Window::closed() const { return glfwWindowShouldClose(handle_) != 0; }

void Window::set_title(const std::string& title) {
  if (title == title_) return;
  title_ = title;
  glfwSetWindowTitle(handle_, title.c_str());
}

float Window::content_scale() const {
#ifdef __APPLE__
  return 1;  // units are points there; the frame buffer has more pixels by itself
#else
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(handle_, &x, &y);
  return std::max(x, 0.5F);
#endif
}

void Window::wait(std::optional<double> seconds) {
  if (!seconds) {
    glfwWaitEvents();
  } else if (*seconds <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(*seconds);
  }
}

std::vector<KeyPress> Window::take_key_presses() { return std::exchange(key_presses_, {}); }

std::vector<std::string> Window::take_dropped_files() { return std::exchange(dropped_files_, {}); }

void Window::use() {
  glfwMakeContextCurrent(handle_);
  renderer_->use();
}

void Window::set_full_screen(bool full) {
  if (full == (glfwGetWindowMonitor(handle_) != nullptr)) return;
  auto& [x, y, width, height] = windowed_;
  if (!full) return glfwSetWindowMonitor(handle_, nullptr, x, y, width, height, GLFW_DONT_CARE);
  glfwGetWindowPos(handle_, &x, &y);
  glfwGetWindowSize(handle_, &width, &height);
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return;
  glfwSetWindowMonitor(handle_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::begin_frame() {
  use();
  renderer_->begin();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
}

void Window::end_frame(const ClearColor& background) {
  renderer_->end(frame_buffer_size(), background);
  glfwSwapBuffers(handle_);
}

Image Window::image() const { return read_pixels(frame_buffer_size()); }

PixelSize Window::frame_buffer_size() const {
  PixelSize size;
  glfwGetFramebufferSize(handle_, &size.width, &size.height);
  return size;
}

}  // namespace hmaplab::platform
