#!/usr/bin/env bash
# no_opengl_test.sh PROGRAM: where there is a screen but no OpenGL 3.3 the program says so and what still works, plays the
# lesson as text, and leaves a picture.
set -euo pipefail
if [ "${HMAPLAB_IN_XVFB:-}" != 1 ]; then
  export HMAPLAB_IN_XVFB=1 LIBGL_ALWAYS_SOFTWARE=1 MESA_GL_VERSION_OVERRIDE=2.1
  unset WAYLAND_DISPLAY
  exec xvfb-run --auto-servernum --server-args '-screen 0 1280x720x24' "$0" "$@"
fi
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
cd "$own"
"$1" two_writers >told 2>said || fail "without OpenGL 3.3 the program ends with status $?"
grep -q 'no window can be opened here (OpenGL 3.3 is needed' said || fail "it does not say what is missing: $(cat said)"
grep -q 'run, trace, explore, inspect and render work without a window' said || fail "it does not say what still works: $(cat said)"
grep -q '^fatal error: concurrent map writes' told || fail "it does not play the lesson as text"
picture=$(sed -n 's/^its last step as a picture: //p' told)
[ -s "$picture" ] || fail "it leaves no picture"
