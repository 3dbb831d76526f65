package runtime

// MemStats says what the heap holds. What a simulated heap has no idea of stays zero.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees                           uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects        uint64
	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys        uint64
	BuckHashSys, GCSys, OtherSys, NextGC, LastGC, PauseTotalNs                uint64
	PauseNs, PauseEnd                                                        [256]uint64
	NumGC, NumForcedGC                                                       uint32
	GCCPUFraction                                                            float64
	EnableGC, DebugGC                                                        bool
	BySize                                                                   [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

const (
	pageBytes  = 8 << 10
	arenaBytes = 4 << 20
)

func statistics() (live, allocated, allocations, frees, goal, collections, forced uint64)

func roundUp(bytes, unit uint64) uint64 { return (bytes + unit - 1) / unit * unit }

// ReadMemStats fills m. Counts are those of this heap; Go's own differ in what they round up.
func ReadMemStats(m *MemStats) {
	live, allocated, allocations, frees, goal, collections, forced := statistics()
	used := roundUp(live, pageBytes)
	reserved := roundUp(live, arenaBytes)
	*m = MemStats{
		Alloc: live, TotalAlloc: allocated, Sys: reserved, Mallocs: allocations, Frees: frees,
		HeapAlloc: live, HeapSys: reserved, HeapIdle: reserved - used, HeapInuse: used,
		HeapObjects: allocations - frees, NextGC: goal,
		NumGC: uint32(collections), NumForcedGC: uint32(forced), EnableGC: true,
	}
}
