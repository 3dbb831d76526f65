// Dump writes new vectors (format: ../README.md, 1) from the map of the Go that builds it, which must be go1.23.5:
//
//	go build -ldflags=-checklinkname=0 -o dump . && GOGC=off ./dump SEED SECTIONS [MODE] > new.jsonl
//
// A section is a map of the next type with random operations; mode 1 fills it until it grows and clones it then.
// clone-growing.jsonl.gz is `dump 7 44 1`. It calls the runtime's own functions and reads memory; hashes are
// logged by a wrapper in a private copy of the map type. Full states stand in every tenth line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand"
	"os"
	"strconv"
	"unsafe"
)

type P = unsafe.Pointer
type mapType struct {
	typ                [48]byte
	Key, Elem, Bucket  P
	Hasher             func(P, uintptr) uintptr
	KeySize, ValueSize uint8
	BucketSize         uint16
	Flags              uint32
}
type hmap struct {
	count               int
	flags, B            uint8
	noverflow           uint16
	hash0               uint32
	buckets, oldbuckets P
	nevacuate           uintptr
	extra               *mapextra
}
type mapextra struct {
	overflow, oldoverflow *[]P
	nextOverflow          P
}
type hiter struct {
	key, elem             P
	t                     *mapType
	h                     *hmap
	buckets, bptr         P
	overflow, oldoverflow *[]P
	startBucket           uintptr
	offset                uint8
	wrapped               bool
	B, i                  uint8
	bucket, checkBucket   uintptr
	_                     [4]uintptr
}

//go:linkname makemap runtime.makemap
func makemap(t *mapType, hint int, h *hmap) *hmap

//go:linkname mapassign runtime.mapassign
func mapassign(t *mapType, h *hmap, k P) P

//go:linkname mapassign_fast32 runtime.mapassign_fast32
func mapassign_fast32(t *mapType, h *hmap, k uint32) P

//go:linkname mapassign_fast64 runtime.mapassign_fast64
func mapassign_fast64(t *mapType, h *hmap, k uint64) P

//go:linkname mapassign_fast64ptr runtime.mapassign_fast64ptr
func mapassign_fast64ptr(t *mapType, h *hmap, k P) P

//go:linkname mapassign_faststr runtime.mapassign_faststr
func mapassign_faststr(t *mapType, h *hmap, k string) P

//go:linkname mapdelete runtime.mapdelete
func mapdelete(t *mapType, h *hmap, k P)

//go:linkname mapdelete_fast32 runtime.mapdelete_fast32
func mapdelete_fast32(t *mapType, h *hmap, k uint32)

//go:linkname mapdelete_fast64 runtime.mapdelete_fast64
func mapdelete_fast64(t *mapType, h *hmap, k uint64)

//go:linkname mapdelete_faststr runtime.mapdelete_faststr
func mapdelete_faststr(t *mapType, h *hmap, k string)

//go:linkname mapaccess2 runtime.mapaccess2
func mapaccess2(t *mapType, h *hmap, k P) (P, bool)

//go:linkname mapaccess2_fast32 runtime.mapaccess2_fast32
func mapaccess2_fast32(t *mapType, h *hmap, k uint32) (P, bool)

//go:linkname mapaccess2_fast64 runtime.mapaccess2_fast64
func mapaccess2_fast64(t *mapType, h *hmap, k uint64) (P, bool)

//go:linkname mapaccess2_faststr runtime.mapaccess2_faststr
func mapaccess2_faststr(t *mapType, h *hmap, k string) (P, bool)

//go:linkname mapclear runtime.mapclear
func mapclear(t *mapType, h *hmap)

//go:linkname mapclone2 runtime.mapclone2
func mapclone2(t *mapType, h *hmap) *hmap

//go:linkname mapiterinit runtime.mapiterinit
func mapiterinit(t *mapType, h *hmap, it *hiter)

//go:linkname mapiternext runtime.mapiternext
func mapiternext(it *hiter)

type node struct{ a, b int64 }
type stA struct {
	A int32
	B string
}
type stP struct{ A, B int32 }
type stF struct {
	A int32
	F float64
}
type bigK [17]int64
type bigV [20]int64
type bigF struct {
	F float64
	P [16]int64
}

var nodes [4096]node

func f64(f float64) string { return fmt.Sprintf("x%016x", math.Float64bits(f)) }
func tok(v any) string {
	switch x := v.(type) {
	case string:
		return "s" + x
	case float64:
		return f64(x)
	case float32:
		return fmt.Sprintf("y%08x", math.Float32bits(x))
	case [2]int64:
		return fmt.Sprintf("a%d,%d", x[0], x[1])
	case stA:
		return fmt.Sprintf("{%d,s%s}", x.A, x.B)
	case stP:
		return fmt.Sprintf("{%d,%d}", x.A, x.B)
	case stF:
		return fmt.Sprintf("{%d,%s}", x.A, f64(x.F))
	case *node:
		if x == nil {
			return "0"
		}
		return fmt.Sprintf("&%d", (uintptr(P(x))-uintptr(P(&nodes[0])))/16)
	case bigK:
		return fmt.Sprintf("A%d", x[0])
	case bigV:
		return fmt.Sprintf("V%d", x[0])
	case bigF:
		return "G" + f64(x.F)
	case struct{}:
		return "-"
	}
	return fmt.Sprint(v)
}
func anytok(v any) string {
	switch x := v.(type) {
	case nil:
		return "n"
	case int:
		return fmt.Sprintf("i:%d", x)
	case int64:
		return fmt.Sprintf("l:%d", x)
	case uint8:
		return fmt.Sprintf("u8:%d", x)
	case bool:
		return fmt.Sprintf("b:%v", x)
	case string:
		return "s:" + x
	case float64, float32:
		return "f:" + tok(v)
	case [2]int64:
		return "a:" + tok(v)
	case stA, stP, stF:
		return "st:" + tok(v)
	case *node:
		return "p:" + tok(v)
	case []int:
		return "!slice"
	case map[int]int:
		return "!map"
	case func():
		return "!func"
	}
	return "!array"
}

type section struct {
	name       string
	t          *mapType
	gotype     string
	path       string
	key, val   func(i int) P
	ktok, vtok func(p P) string
	ksz, vsz   uintptr
}

func sec[K comparable, V any](name, path, gotype string, key func(i int) K, val func(i int) V, kt, vt func(any) string) *section {
	var m any = map[K]V{}
	t := *(*mapType)(*(*P)(P(&m)))
	s := &section{name: name, t: &t, gotype: gotype, path: path}
	s.key = func(i int) P { k := new(K); *k = key(i); return P(k) }
	s.val = func(i int) P { v := new(V); *v = val(i); return P(v) }
	s.ktok = func(p P) string { return kt(any(*(*K)(p))) }
	s.vtok = func(p P) string { return vt(any(*(*V)(p))) }
	s.ksz = unsafe.Sizeof(*new(K))
	s.vsz = unsafe.Sizeof(*new(V))
	return s
}

func add(p P, n uintptr) P { return P(uintptr(p) + n) }

type dumper struct {
	*section
	h     *hmap
	log   [][2]string
	n     int
	gens  map[P]int
	out   *bufio.Writer
	keep  []any
	rr    *rand.Rand
	iters map[int]*hiter
}

func (d *dumper) bucket(arr P, i uintptr) P { return add(arr, i*uintptr(d.t.BucketSize)) }
func (d *dumper) indk() bool                { return d.t.Flags&1 != 0 }
func (d *dumper) indv() bool                { return d.t.Flags&2 != 0 }
func (d *dumper) next(b P) P                { return *(*P)(add(b, uintptr(d.t.BucketSize)-8)) }

func (d *dumper) chain(arr P, i uintptr, base, total uintptr) string {
	b := d.bucket(arr, i)
	if *(*uint64)(b) == 0 && d.next(b) == nil {
		return "."
	}
	s := ""
	for x := b; x != nil; x = d.next(x) {
		if x != b {
			if uintptr(x) >= uintptr(arr) && uintptr(x) < uintptr(d.bucket(arr, total)) {
				s += fmt.Sprintf("|p%d,", (uintptr(x)-uintptr(arr))/uintptr(d.t.BucketSize)-base)
			} else {
				s += "|h,"
			}
		}
		top := (*[8]uint8)(x)
		for _, t := range top {
			s += fmt.Sprintf("%02x", t)
		}
		for j := uintptr(0); j < 8; j++ {
			if t := top[j]; t >= 5 || t == 2 || t == 3 {
				k := add(x, 8+j*uintptr(d.t.KeySize))
				v := add(x, 8+8*uintptr(d.t.KeySize)+j*uintptr(d.t.ValueSize))
				ks, vs := "nil", "nil"
				if d.indk() {
					k = *(*P)(k)
				}
				if d.indv() {
					v = *(*P)(v)
				}
				if k != nil {
					ks = d.ktok(k)
				}
				if v != nil {
					vs = d.vtok(v)
				}
				s += fmt.Sprintf(" %d:%s=%s", j, ks, vs)
			}
		}
	}
	return s
}

// Rounds up to the size classes of the allocator.
func roundup(size uintptr, noscan bool) uintptr {
	classes := []uintptr{8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768}
	req := size
	if req <= 32760 {
		if !noscan && req > 512 {
			req += 8
		}
		for _, c := range classes {
			if c >= req {
				return c - (req - size)
			}
		}
	}
	return (size + 8191) / 8192 * 8192
}
func (d *dumper) total(B uint8) uintptr {
	base := uintptr(1) << B
	if B < 4 {
		return base
	}
	noscan := *(*uintptr)(add(d.t.Bucket, 8)) == 0
	sz := (base + base>>4) * uintptr(d.t.BucketSize)
	return roundup(sz, noscan) / uintptr(d.t.BucketSize)
}
func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
func fnvs(s string) uint64 { h := fnv.New64a(); h.Write([]byte(s)); return h.Sum64() }
func (d *dumper) gen(p P) int {
	if p == nil {
		return -1
	}
	if g, ok := d.gens[p]; ok {
		return g
	}
	g := len(d.gens)
	d.gens[p] = g
	d.keep = append(d.keep, p)
	return g
}

type M = map[string]any

func (d *dumper) line(m M) {
	h := d.h
	d.n++
	m["n"] = d.n
	hs := [][2]string{}
	hs = append(hs, d.log...)
	m["hs"] = hs
	d.log = nil
	tot, left := 0, 0
	if h.buckets != nil {
		tot = int(d.total(h.B)) - 1<<h.B
		if h.extra != nil && h.extra.nextOverflow != nil {
			left = int(d.total(h.B)) - int((uintptr(h.extra.nextOverflow)-uintptr(h.buckets))/uintptr(d.t.BucketSize))
		}
	}
	g, og := d.gen(h.buckets), -1
	if h.oldbuckets != nil {
		og = d.gen(h.oldbuckets)
	}
	novf, nold := -1, -1
	if h.extra != nil {
		if h.extra.overflow != nil {
			novf = len(*h.extra.overflow)
		}
		if h.extra.oldoverflow != nil {
			nold = len(*h.extra.oldoverflow)
		}
	}
	hash0 := fmt.Sprintf("%08x", h.hash0)
	m["H"] = []any{h.count, h.flags, h.B, h.noverflow, h.nevacuate, hash0, tot, left, g, og, b2i(h.extra != nil), novf, nold}
	sum := fnvs(fmt.Sprintf("H %d %d %d %d %d %s %d %d %d %d", h.count, h.flags, h.B, h.noverflow, h.nevacuate, hash0, tot, left, b2i(h.oldbuckets != nil), b2i(h.buckets == nil)))
	bs := [][]any{}
	nb := uintptr(0)
	if h.buckets != nil {
		nb = 1 << h.B
		for i := uintptr(0); i < nb; i++ {
			if s := d.chain(h.buckets, i, nb, d.total(h.B)); s != "." {
				bs = append(bs, []any{i, s})
				sum += fnvs(fmt.Sprintf("b%d %s", i, s))
			}
		}
	}
	os := [][]any{}
	no := uintptr(0)
	if h.oldbuckets != nil {
		oB := h.B
		if h.flags&8 == 0 {
			oB--
		}
		no = 1 << oB
		for i := uintptr(0); i < no; i++ {
			t := *(*uint8)(d.bucket(h.oldbuckets, i))
			s := "U,"
			if t >= 2 && t <= 4 {
				s = "E,"
			}
			s += d.chain(h.oldbuckets, i, no, d.total(oB))
			os = append(os, []any{i, s})
			sum += fnvs(fmt.Sprintf("o%d %s", i, s))
		}
	}
	st := M{"nb": nb, "b": bs, "no": no}
	if no > 0 {
		st["o"] = os
	}
	if op := m["op"]; d.n%10 == 0 || op == "clone" || op == "make" {
		m["st"] = st
	}
	m["d"] = fmt.Sprintf("%016x", sum)
	j, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	d.out.Write(j)
	d.out.WriteByte('\n')
}

func (d *dumper) try(m M, f func()) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			m["panic"] = fmt.Sprint(r)
		}
	}()
	f()
	return true
}
func (d *dumper) set(i, v int) {
	k, e := d.key(i), d.val(v)
	m := M{"op": "set", "k": d.ktok(k), "v": d.vtok(e)}
	d.try(m, func() {
		var p P
		switch d.path {
		case "fast32":
			p = mapassign_fast32(d.t, d.h, *(*uint32)(k))
		case "fast64":
			p = mapassign_fast64(d.t, d.h, *(*uint64)(k))
		case "fast64ptr":
			p = mapassign_fast64ptr(d.t, d.h, *(*P)(k))
		case "faststr":
			p = mapassign_faststr(d.t, d.h, *(*string)(k))
		default:
			p = mapassign(d.t, d.h, k)
		}
		// a typed copy is not needed: all pointers are kept elsewhere
		d.keep = append(d.keep, e)
		copy(unsafe.Slice((*byte)(p), d.vsz), unsafe.Slice((*byte)(e), d.vsz))
	})
	d.line(m)
}
func (d *dumper) del(i int) {
	k := d.key(i)
	m := M{"op": "del", "k": d.ktok(k)}
	d.try(m, func() {
		switch d.path {
		case "fast32":
			mapdelete_fast32(d.t, d.h, *(*uint32)(k))
		case "fast64", "fast64ptr":
			mapdelete_fast64(d.t, d.h, *(*uint64)(k))
		case "faststr":
			mapdelete_faststr(d.t, d.h, *(*string)(k))
		default:
			mapdelete(d.t, d.h, k)
		}
	})
	d.line(m)
}
func (d *dumper) get(i int) {
	k := d.key(i)
	m := M{"op": "get", "k": d.ktok(k)}
	if d.try(m, func() {
		var p P
		var ok bool
		switch d.path {
		case "fast32":
			p, ok = mapaccess2_fast32(d.t, d.h, *(*uint32)(k))
		case "fast64", "fast64ptr":
			p, ok = mapaccess2_fast64(d.t, d.h, *(*uint64)(k))
		case "faststr":
			p, ok = mapaccess2_faststr(d.t, d.h, *(*string)(k))
		default:
			p, ok = mapaccess2(d.t, d.h, k)
		}
		m["r"], m["ok"] = d.vtok(p), ok
	}) {
	}
	d.line(m)
}
func (d *dumper) it(it *hiter) any {
	if it.h == nil {
		return nil
	}
	return M{"B": it.B, "sb": it.startBucket, "off": it.offset, "w": b2i(it.wrapped), "i": it.i, "bk": it.bucket, "cb": int64(it.checkBucket), "bg": d.gen(it.buckets)}
}
func (d *dumper) kv(it *hiter) any {
	if it.key == nil {
		return nil
	}
	return []string{d.ktok(it.key), d.vtok(it.elem)}
}

func (d *dumper) run(ops int, keys int, mode int) {
	hint := d.rr.Intn(60)
	if mode == 1 {
		hint = []int{13, 26, 52, 104}[d.rr.Intn(4)]
	}
	d.h = makemap(d.t, hint, nil)
	d.gens = map[P]int{}
	d.iters = map[int]*hiter{}
	d.n = 0
	d.line(M{"op": "make", "via": "makemap", "hint": hint})
	if mode == 1 { // fill to the limit, begin to grow, delete a few, clone at each stage
		lim := hint
		for i := 0; i <= lim; i++ {
			d.set(i, i)
		}
		for step := 0; step < 6; step++ {
			for n := d.rr.Intn(4); n > 0; n-- {
				d.del(d.rr.Intn(lim + 1))
			}
			src := d.h
			d.h = mapclone2(d.t, src)
			d.gens = map[P]int{}
			d.line(M{"op": "clone"})
			if d.rr.Intn(2) == 0 {
				return
			}
			for i := 0; i < lim+3; i++ {
				d.set(d.rr.Intn(2*lim), i)
			}
		}
		return
	}
	for i := 0; i < ops; i++ {
		k := d.rr.Intn(keys)
		switch x := d.rr.Intn(1000); {
		case x < 500:
			d.set(k, i)
		case x < 740:
			d.del(k)
		case x < 840:
			d.get(k)
		case x < 880:
			it := &hiter{}
			id := d.rr.Intn(3)
			mapiterinit(d.t, d.h, it)
			d.iters[id] = it
			if it.key == nil {
				delete(d.iters, id)
			}
			d.line(M{"op": "it_new", "id": id, "kv": d.kv(it), "it": d.it(it)})
		case x < 960:
			id := d.rr.Intn(3)
			if it := d.iters[id]; it != nil {
				mapiternext(it)
				if it.key == nil {
					delete(d.iters, id)
				}
				d.line(M{"op": "it_next", "id": id, "kv": d.kv(it), "it": d.it(it)})
			}
		case x < 970:
			it := &hiter{}
			seq := []any{}
			mapiterinit(d.t, d.h, it)
			for it.key != nil {
				seq = append(seq, d.kv(it))
				mapiternext(it)
			}
			d.line(M{"op": "iter", "seq": seq, "it": d.it(it)})
		case x < 990:
			d.h = mapclone2(d.t, d.h)
			d.gens = map[P]int{}
			d.iters = map[int]*hiter{}
			d.line(M{"op": "clone"})
		case x < 994:
			mapclear(d.t, d.h)
			d.line(M{"op": "clear"})
		default:
			for j := 0; j < keys; j++ {
				d.set(j, i)
			}
		}
	}
}

func main() {
	seed, _ := strconv.ParseInt(os.Args[1], 10, 64)
	count, _ := strconv.Atoi(os.Args[2])
	rr := rand.New(rand.NewSource(seed))
	str := func(i int) string {
		if i%4 == 0 {
			return fmt.Sprintf("a long key of more than thirty-two bytes%08d tail", i)
		}
		return fmt.Sprintf("k%d", i)
	}
	flt := func(i int) float64 {
		switch i {
		case 0:
			return 0
		case 1:
			return math.Copysign(0, -1)
		case 2, 3:
			return math.NaN()
		}
		return float64(i) / 4
	}
	anyk := func(i int) any {
		switch i % 11 {
		case 0:
			return i
		case 1:
			return str(i)
		case 2:
			return int64(i)
		case 3:
			return flt(i / 11)
		case 4:
			return [2]int64{int64(i), 3}
		case 5:
			return stA{int32(i), str(i)}
		case 6:
			return &nodes[i]
		case 7:
			return i%2 == 0
		case 8:
			return stF{int32(i), flt(i / 22)}
		case 9:
			if i < 40 {
				return []int{1}
			}
			return float32(i)
		}
		if i < 30 {
			return nil
		}
		return stP{int32(i), 1}
	}
	i64 := func(i int) int64 { return int64(i) }
	all := []*section{
		sec("i64", "fast64", "map[int64]int64", i64, i64, tok, tok),
		sec("str", "faststr", "map[string]int64", str, i64, tok, tok),
		sec("any", "slow", "map[interface {}]int64", anyk, i64, anytok, tok),
		sec("anyany", "slow", "map[interface {}]interface {}", anyk, func(i int) any { return i }, anytok, anytok),
		sec("arr", "slow", "map[[2]int64]int64", func(i int) [2]int64 { return [2]int64{int64(i), int64(i)} }, i64, tok, tok),
		sec("i32", "fast32", "map[int32]int32", func(i int) int32 { return int32(i) - 5 }, func(i int) int32 { return int32(i) }, tok, tok),
		sec("u32str", "fast32", "map[uint32]string", func(i int) uint32 { return uint32(i) }, str, tok, tok),
		sec("f64", "slow", "map[float64]int64", flt, i64, tok, tok),
		sec("f32", "slow", "map[float32]int64", func(i int) float32 { return float32(flt(i)) }, i64, tok, tok),
		sec("stF", "slow", "map[main.stF]int64", func(i int) stF { return stF{int32(i), flt(i / 2)} }, i64, tok, tok),
		sec("stA", "slow", "map[main.stA]int64", func(i int) stA { return stA{int32(i), str(i)} }, i64, tok, tok),
		sec("stP", "fast64", "map[main.stP]int64", func(i int) stP { return stP{int32(i), -1} }, i64, tok, tok),
		sec("bigk", "slow", "map[main.bigK]int64", func(i int) bigK { return bigK{int64(i)} }, i64, tok, tok),
		sec("bigkv", "slow", "map[main.bigK]main.bigV", func(i int) bigK { return bigK{int64(i)} }, func(i int) (v bigV) {
			for j := range v {
				v[j] = int64(i)
			}
			return
		}, tok, tok),
		sec("bigf", "slow", "map[main.bigF]int64", func(i int) bigF { return bigF{F: flt(i)} }, i64, tok, tok),
		sec("i8", "slow", "map[int8]int64", func(i int) int8 { return int8(i) }, i64, tok, tok),
		sec("u16", "slow", "map[uint16]uint8", func(i int) uint16 { return uint16(i) }, func(i int) uint8 { return uint8(i) }, tok, tok),
		sec("bool", "slow", "map[bool]int64", func(i int) bool { return i%2 == 0 }, i64, tok, tok),
		sec("ptr", "fast64ptr", "map[*main.node]int64", func(i int) *node { return &nodes[i] }, i64, tok, tok),
		sec("u64z", "fast64", "map[uint64]struct {}", func(i int) uint64 { return uint64(i) * 977 }, func(i int) struct{} { return struct{}{} }, tok, tok),
		sec("strz", "faststr", "map[string]struct {}", str, func(i int) struct{} { return struct{}{} }, tok, tok),
		sec("unit", "slow", "map[struct {}]int64", func(i int) struct{} { return struct{}{} }, i64, tok, tok),
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for c := 0; c < count; c++ {
		s := all[c%len(all)]
		d := &dumper{section: s, out: out, rr: rr}
		orig := s.t.Hasher
		t := *s.t
		cp := *s
		cp.t = &t
		d.section = &cp
		t.Hasher = func(k P, seed uintptr) uintptr {
			h := orig(k, seed)
			d.log = append(d.log, [2]string{cp.ktok(k), fmt.Sprintf("%016x", uint64(h))})
			return h
		}
		mode := rr.Intn(3)
		if len(os.Args) > 3 {
			mode, _ = strconv.Atoi(os.Args[3])
		}
		hasher := "real"
		if rr.Intn(4) == 0 {
			hasher = "synthetic:lowtop"
			t.Hasher = func(k P, seed uintptr) uintptr {
				h := orig(k, seed) & 0x0300000000000003
				d.log = append(d.log, [2]string{cp.ktok(k), fmt.Sprintf("%016x", uint64(h))})
				return h
			}
		}
		zv := make([]byte, 256)
		j, _ := json.Marshal(M{"fmt": "gomap-vec/1", "section": fmt.Sprintf("own/%d", c), "kind": s.name, "gotype": s.gotype, "path": s.path, "hasher": hasher, "zv": s.vtok(P(&zv[0])), "deltas": 0, "full_every": 10, "hs": 1,
			"slotk": t.KeySize, "slotv": t.ValueSize, "bucketsize": t.BucketSize, "indkey": t.Flags & 1, "indelem": t.Flags >> 1 & 1, "reflexive": t.Flags >> 2 & 1, "needkeyupdate": t.Flags >> 3 & 1, "hashmightpanic": t.Flags >> 4 & 1})
		out.Write(j)
		out.WriteByte('\n')
		d.run(150, 10+rr.Intn(110), mode)
	}
}
