// The peer of map_bench.cpp in Go: one cell of the comparison, measured with Go's own map.
//
//	map_peer KEYS/OPERATION/N     for example string/hit/100000
//
// Same keys in the same order as map_bench.cpp, the same batches, the collector as Go starts it. Time
// is the processor time of the thread that works: neither other processes nor what the collector does
// on other threads count.
// Prints the nanoseconds of one operation: the median over the batches, and the fastest one.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

const (
	atLeast      = 120 * time.Millisecond // measured, over all batches of a cell
	fewestRounds = 3
)

func mix(i uint64) uint64 { // splitmix64 of i
	x := i + 0x9e3779b97f4a7c15
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb
	return x ^ (x >> 31)
}

// order is 0 … n-1 in another order, the same on both sides.
func order(n int) []int {
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(mix(uint64(i)+77) % uint64(i+1))
		at[i], at[j] = at[j], at[i]
	}
	return at
}

func integers(from int, at []int) []uint64 {
	keys := make([]uint64, len(at))
	for i, j := range at {
		keys[i] = mix(uint64(from + j))
	}
	return keys
}

// texts has bytes of its own for each list, so that no search ends at an equal pointer.
func texts(from int, at []int) []string {
	const size = 17
	var bytes strings.Builder
	bytes.Grow(size * len(at))
	for _, j := range at {
		fmt.Fprintf(&bytes, "k%016x", mix(uint64(from+j)))
	}
	all := bytes.String()
	keys := make([]string, len(at))
	for i := range keys {
		keys[i] = all[size*i : size*(i+1)]
	}
	return keys
}

var sink uint64

// thread_time is the processor time that this thread has used; main has locked itself to it.
func thread_time() time.Duration {
	const clock_thread_cputime_id = 3
	var spent syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clock_thread_cputime_id, uintptr(unsafe.Pointer(&spent)), 0)
	return time.Duration(spent.Nano())
}

func fill[K comparable](m map[K]uint64, keys []K) map[K]uint64 {
	for i, k := range keys {
		m[k] = uint64(i)
	}
	return m
}

// batch runs the operation once over all keys and answers how long it took.
func batch[K comparable](operation string, full map[K]uint64, keys, others, missing []K) time.Duration {
	var sum uint64
	var begin time.Duration
	switch operation {
	case "insert":
		begin = thread_time()
		sum = uint64(len(fill(make(map[K]uint64), keys)))
	case "insert_hint":
		begin = thread_time()
		sum = uint64(len(fill(make(map[K]uint64, len(keys)), keys)))
	case "hit":
		begin = thread_time()
		for _, k := range others {
			sum += full[k]
		}
	case "miss":
		begin = thread_time()
		for _, k := range missing {
			if _, ok := full[k]; ok {
				sum++
			}
		}
	case "delete":
		m := fill(make(map[K]uint64), keys)
		begin = thread_time()
		for _, k := range others {
			delete(m, k)
		}
		sum = uint64(len(m))
	case "iterate":
		begin = thread_time()
		for _, v := range full {
			sum += v
		}
	default:
		fmt.Fprintln(os.Stderr, "map_peer: unknown operation", operation)
		os.Exit(2)
	}
	took := thread_time() - begin
	sink += sum
	return took
}

func measure[K comparable](operation string, n int, make_keys func(int, []int) []K) {
	plain := make([]int, n)
	for i := range plain {
		plain[i] = i
	}
	keys, others, missing := make_keys(0, plain), make_keys(0, order(n)), make_keys(n, plain)
	full := fill(make(map[K]uint64), keys)
	batch(operation, full, keys, others, missing) // warm
	var all []float64
	for total := time.Duration(0); total < atLeast || len(all) < fewestRounds; {
		took := batch(operation, full, keys, others, missing)
		total += took
		all = append(all, float64(took.Nanoseconds())/float64(n))
	}
	sort.Float64s(all)
	fmt.Printf("%.3f %.3f\n", all[len(all)/2], all[0])
}

func main() {
	runtime.LockOSThread()
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: map_peer KEYS/OPERATION/N")
		os.Exit(2)
	}
	part := strings.Split(os.Args[1], "/")
	n, err := strconv.Atoi(part[len(part)-1])
	if len(part) != 3 || err != nil || n <= 0 {
		fmt.Fprintln(os.Stderr, "map_peer: a cell is KEYS/OPERATION/N")
		os.Exit(2)
	}
	if part[0] == "uint64" {
		measure(part[1], n, integers)
	} else {
		measure(part[1], n, texts)
	}
}
