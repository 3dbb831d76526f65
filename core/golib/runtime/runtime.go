// Package runtime of hmaplab: what a program may ask of the machine that runs it.
package runtime

// Error is what run-time panics carry.
type Error interface {
	error
	RuntimeError()
}

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func Gosched()
func GC()
func NumGoroutine() int
func NumCPU() int
func GOMAXPROCS(n int) int
func Goexit()

// Goroutines have no threads here.
func LockOSThread()   {}
func UnlockOSThread() {}
func KeepAlive(x any)

// Version is the release of Go that hmaplab follows.
func Version() string { return "go1.23.5" }
