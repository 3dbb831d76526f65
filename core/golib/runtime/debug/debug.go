// Package debug of runtime, as far as it has to do with the collector.
package debug

import "runtime"

// SetGCPercent says by how much the heap may grow before it is collected; a negative number turns that
// off. It returns the old value.
func SetGCPercent(percent int) int

// FreeOSMemory collects.
func FreeOSMemory() { runtime.GC() }
