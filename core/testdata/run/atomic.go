package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type pair struct{ a, b int }

var pkg int32
var pkgv atomic.Value

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	var i32 int32 = -5
	var i64 int64 = 1 << 40
	var u32 uint32
	var u64 uint64
	var up uintptr
	fmt.Println(atomic.AddInt32(&i32, 3), atomic.AddInt64(&i64, -1), atomic.AddUint32(&u32, ^uint32(0)), atomic.AddUint64(&u64, ^uint64(1)), atomic.AddUintptr(&up, 77))
	fmt.Println(atomic.LoadInt32(&i32), atomic.LoadInt64(&i64), atomic.LoadUint32(&u32), atomic.LoadUint64(&u64), atomic.LoadUintptr(&up))
	fmt.Println(atomic.SwapInt32(&i32, -100), atomic.SwapInt64(&i64, -7), atomic.SwapUint32(&u32, 9), atomic.SwapUint64(&u64, 10), atomic.SwapUintptr(&up, 3))
	fmt.Println(atomic.CompareAndSwapInt32(&i32, -100, 8), atomic.CompareAndSwapInt32(&i32, -100, 9), i32)
	fmt.Println(atomic.CompareAndSwapInt64(&i64, -7, 8), atomic.CompareAndSwapUint32(&u32, 9, 11), atomic.CompareAndSwapUint64(&u64, 1, 2), atomic.CompareAndSwapUintptr(&up, 3, 4))
	fmt.Println(atomic.AndInt32(&i32, 12), atomic.OrInt32(&i32, -16), i32)
	fmt.Println(atomic.AndInt64(&i64, 12), atomic.OrInt64(&i64, -16), i64)
	fmt.Println(atomic.AndUint32(&u32, 3), atomic.OrUint32(&u32, 16), u32)
	fmt.Println(atomic.AndUint64(&u64, 3), atomic.OrUint64(&u64, 16), u64)
	fmt.Println(atomic.AndUintptr(&up, 3), atomic.OrUintptr(&up, 16), up)
	atomic.StoreInt32(&pkg, -1)
	atomic.AddInt32(&pkg, -2147483648)
	fmt.Println(pkg)
	p := &pair{1, 2}
	q := unsafe.Pointer(p)
	old := atomic.SwapPointer(&q, unsafe.Pointer(&pair{3, 4}))
	fmt.Println(*(*pair)(old), *(*pair)(atomic.LoadPointer(&q)))
	fmt.Println(atomic.CompareAndSwapPointer(&q, old, nil), atomic.CompareAndSwapPointer(&q, q, old), (*pair)(q) == p)
	var a32 atomic.Int32
	var a64 atomic.Int64
	var au32 atomic.Uint32
	var au64 atomic.Uint64
	var aup atomic.Uintptr
	var ab atomic.Bool
	fmt.Println(a32.Add(-3), a32.Load(), a32.Swap(5), a32.CompareAndSwap(5, 6), a32.And(4), a32.Or(3), a32.Load())
	fmt.Println(a64.Add(-3), a64.Load(), a64.Swap(5), a64.CompareAndSwap(5, 6), a64.And(4), a64.Or(3), a64.Load())
	fmt.Println(au32.Add(3), au32.Load(), au32.Swap(5), au32.CompareAndSwap(5, 6), au32.And(4), au32.Or(3), au32.Load())
	fmt.Println(au64.Add(3), au64.Load(), au64.Swap(5), au64.CompareAndSwap(5, 6), au64.And(4), au64.Or(3), au64.Load())
	fmt.Println(aup.Add(3), aup.Load(), aup.Swap(5), aup.CompareAndSwap(5, 6), aup.And(4), aup.Or(3), aup.Load())
	fmt.Println(ab.Load(), ab.Swap(true), ab.CompareAndSwap(true, false), ab.CompareAndSwap(true, false), ab.Load())
	ab.Store(true)
	a32.Store(4)
	fmt.Println(ab.Load(), a32.Load(), unsafe.Sizeof(a32), unsafe.Sizeof(a64), unsafe.Sizeof(ab), unsafe.Sizeof(aup), unsafe.Sizeof(pkgv))
	fmt.Printf("%+v %+v %v\n", ab.Load(), au64.Load(), pkgv.Load())

	fmt.Println(pkgv.Load(), pkgv.CompareAndSwap(1, 2), pkgv.CompareAndSwap(nil, 2), pkgv.Load())
	fmt.Println(pkgv.Swap(3), pkgv.Load(), pkgv.CompareAndSwap(3, 4), pkgv.CompareAndSwap(3, 5), pkgv.Load())
	try("store nil", func() { pkgv.Store(nil) })
	try("store other", func() { pkgv.Store("x") })
	try("swap nil", func() { pkgv.Swap(nil) })
	try("swap other", func() { pkgv.Swap("x") })
	try("cas nil", func() { pkgv.CompareAndSwap(1, nil) })
	try("cas mixed", func() { pkgv.CompareAndSwap(1, "x") })
	try("cas other", func() { pkgv.CompareAndSwap("y", "x") })
	try("cas nil old", func() { fmt.Println(pkgv.CompareAndSwap(nil, 4)) })
	var sv atomic.Value
	sv.Store([]int{1})
	try("uncomparable", func() { sv.CompareAndSwap([]int{1}, []int{2}) })
	try("uncomparable nil", func() { fmt.Println(sv.CompareAndSwap(nil, []int{2})) })
	var pv atomic.Value
	pv.Store(&pair{1, 2})
	try("pair", func() { fmt.Println(pv.Load().(*pair).b, pv.CompareAndSwap(&pair{1, 2}, &pair{5, 6}), pv.CompareAndSwap(pv.Load(), &pair{5, 6}), pv.Load().(*pair).b) })
	var nv *atomic.Value
	try("nil value store nil", func() { nv.Store(nil) })
	try("nil value store", func() { nv.Store(1) })
	try("nil value load", func() { nv.Load() })
	try("nil value swap", func() { nv.Swap(1) })
	try("nil value cas", func() { nv.CompareAndSwap(1, 2) })
	var np *int32
	try("nil add", func() { atomic.AddInt32(np, 1) })
	try("nil load", func() { atomic.LoadInt32(np) })
	try("nil store", func() { atomic.StoreInt32(np, 1) })
	var ni *atomic.Int64
	try("nil Int64", func() { ni.Add(1) })
	try("nil Int64 load", func() { ni.Load() })
	var wg sync.WaitGroup
	var n atomic.Int64
	var m int32
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 10; j++ {
				n.Add(1)
				for {
					o := atomic.LoadInt32(&m)
					if atomic.CompareAndSwapInt32(&m, o, o+2) {
						break
					}
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(n.Load(), m)
	f := n.Add
	fmt.Println(f(5))
	defer atomic.AddInt32(&m, 1)
	go atomic.AddInt32(&m, 1)
	h := atomic.AddInt32
	fmt.Println(h(&pkg, 1))
	ms := map[string]*atomic.Int32{"a": new(atomic.Int32)}
	ms["a"].Add(4)
	fmt.Println(ms["a"].Load())
	arr := [3]atomic.Int32{}
	arr[1].Add(2)
	sl := arr[:]
	sl[1].Add(2)
	fmt.Println(arr[1].Load(), *(*int32)(unsafe.Pointer(&arr[1])))
	b := []byte{1, 2, 3, 4, 5, 6, 7, 8}
	fmt.Println(atomic.AddUint32((*uint32)(unsafe.Pointer(&b[2])), 1), b)
}
