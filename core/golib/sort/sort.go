// Package sort of hmaplab. Elements that are equal end in the order in which Go's own sort leaves them.
package sort

import (
	"internal/raw"
	"math/bits"
	"unsafe"
)

// Interface is a sequence that can be sorted.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort puts the elements in ascending order.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		sorter{data}.quick(0, n, bits.Len(uint(n)))
	}
}

// IsSorted tells whether the elements are in ascending order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse gives the sequence with its order turned round.
func Reverse(data Interface) Interface { return &reverse{data} }

type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Sort(x) }

type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { Sort(x) }

type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()              { Sort(x) }

func Ints(x []int)         { Sort(IntSlice(x)) }
func Strings(x []string)   { Sort(StringSlice(x)) }
func Float64s(x []float64) { Sort(Float64Slice(x)) }

func IntsAreSorted(x []int) bool         { return IsSorted(IntSlice(x)) }
func StringsAreSorted(x []string) bool   { return IsSorted(StringSlice(x)) }
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// anySlice is a slice of any type, sorted by a function.
type anySlice struct {
	raw.Slice
	element unsafe.Pointer // its type
	size    uintptr
	spare   unsafe.Pointer // holds one element while two are exchanged
	less    func(i, j int) bool
}

// noSlice is what sorting anything but a slice panics with.
type noSlice struct {
	Method string
	Kind   uint
}

func (e *noSlice) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + raw.KindName(e.Kind) + " Value"
}

func sliceOf(x any, less func(i, j int) bool, method string) *anySlice {
	t := raw.TypeOf(x)
	kind := raw.KindOf(t)
	if raw.KindName(kind) != "slice" {
		panic(&noSlice{method, kind})
	}
	element := raw.Elem(t)
	return &anySlice{*(*raw.Slice)(raw.Word(x)), element, raw.Size(element), raw.New(element), less}
}

func (x *anySlice) Len() int           { return x.Slice.Len }
func (x *anySlice) Less(i, j int) bool { return x.less(i, j) }
func (x *anySlice) at(i int) unsafe.Pointer {
	return unsafe.Pointer(uintptr(x.Data) + uintptr(i)*x.size)
}

func (x *anySlice) Swap(i, j int) {
	raw.Copy(x.element, x.spare, x.at(i))
	raw.Copy(x.element, x.at(i), x.at(j))
	raw.Copy(x.element, x.at(j), x.spare)
}

// Slice sorts any slice by the function.
func Slice(x any, less func(i, j int) bool) { Sort(sliceOf(x, less, "Swapper")) }

// SliceStable is Slice that keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) { Stable(sliceOf(x, less, "Swapper")) }

// SliceIsSorted tells whether the slice is sorted by the function.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	return IsSorted(sliceOf(x, less, "Value.Len"))
}
