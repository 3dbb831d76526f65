package debug

import (
	"os"
	"runtime"
)

// PrintStack writes to standard error what Stack gives.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack gives the traceback of the goroutine.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// SetTraceback raises how much is printed when the process dies; it cannot go below what the run was given.
func SetTraceback(level string)

// Module and BuildInfo describe how a program was built. Programs of hmaplab are not built from modules.
type Module struct {
	Path, Version, Sum string
	Replace            *Module
}

type BuildSetting struct{ Key, Value string }

type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }
