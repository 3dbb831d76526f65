// What Go accepts and a checker may get wrong; nothing here is an error.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
	"unsafe"
)

type (
	point   struct{ X, Y int }
	list    struct{ next *list }
	visitor func(v visitor) visitor
	shape   interface {
		area() float64
		fmt.Stringer
	}
	square struct {
		point
		side float64
	}
	tree map[string]tree
)

func (p *point) move(dx int)   { p.X += dx }
func (p point) String() string { return fmt.Sprint(p.X, ",", p.Y) }
func (s square) area() float64 { return s.side * s.side }

const (
	_  = iota
	kb = 1 << (10 * iota)
	mb
)

const (
	sunday, monday = iota, iota + 10
	tuesday, wednesday
)

const huge = 1 << 100
const third = 1.0 / 3

var (
	first  = second + 1
	second = count()
	table  = [...]string{2: "two", 0: "zero"}
	nested = map[point][]point{{1, 2}: {{3, 4}, {X: 5}}}
	boxed  = []*point{{1, 2}, {}}
)

func count() int { return len(table) }

func divide(a, b int) (quotient int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("divide: %v", r)
		}
	}()
	quotient = a / b
	return
}

func variadic(prefix string, rest ...int) int { return len(prefix) + len(rest) }

func pair() (string, int) { return "a", 1 }

func kind(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprint(x)
	case error:
		return x.Error()
	case func() int:
		return "func"
	default:
		return "other"
	}
}

func loops() (total int) {
outer:
	for i := 0; i < 10; i++ {
		for j := range 5 {
			switch {
			case j == 3:
				continue outer
			case i > 5:
				break outer
			case i == 2:
				fallthrough
			default:
				total += j
			}
		}
	}
	for range 3 {
		total++
	}
	for i, r := range "aé" {
		total += i + int(r)
	}
	for i := range &[3]int{} {
		total += i
	}
	return total
}

func forever(c <-chan int, d chan<- string) int {
	for {
		select {
		case v, ok := <-c:
			if !ok {
				return v
			}
		case d <- "x":
		default:
			goto end
		}
	}
end:
	panic("end")
}

func main() {
	var s shape = square{point{1, 2}, 2}
	s.(interface{ area() float64 }).area()
	sq := square{side: 1.5}
	sq.move(3)
	sq.point.move(1)
	f, g := sq.move, (*point).move
	f(1)
	g(&sq.point, 2)
	h := shape.area
	_ = h(s)
	fmt.Println(variadic(pair()), variadic("a", []int{1}...), divideOr(1, 0))
	var wg sync.WaitGroup
	var mu sync.Mutex
	wg.Add(1)
	go func(n int) {
		defer wg.Done()
		mu.Lock()
		defer mu.Unlock()
		total := n
		total++
		_ = total
	}(1)
	wg.Wait()
	time.Sleep(2 * time.Millisecond)
	var shift uint = 3
	var mask uint8 = 1<<shift | 1
	var small = int8(-1 << 7)
	var real float64 = 1 << 3
	x := huge >> 98
	word := uintptr(unsafe.Pointer(&mask)) + unsafe.Offsetof(sq.side)
	_, _, _, _, _ = small, real, x, word, third
	bytes := append([]byte("ab"), "cd"...)
	copy(bytes, "xyz")
	runes := []rune("é")
	text := string(bytes) + string(runes) + string(rune('a'))
	words := strings.Fields(text)
	sort.Slice(words, func(i, j int) bool { return words[i] < words[j] })
	m := map[string]func(int) bool{"even": func(i int) bool { return i%2 == 0 }}
	if even, ok := m["even"]; ok && even(2) {
		delete(m, "even")
	}
	clear(m)
	var err error = errors.New("x")
	if errors.Is(err, nil) || err == nil || (err != nil) == true {
		return
	}
	anonymous := struct {
		a int `json:"a"`
		b []string
	}{1, nil}
	anonymous.a, anonymous.b = 2, append(anonymous.b, "x", kind(loops()))
	var array [4]int
	slice := array[1:3:4]
	slice[0], array[len(array)-1] = min(1, 2), max(3, kb, mb)
	var e1, e2 any = 1, point{}
	println(e1 == e2, e1 == 1, first, nested != nil, boxed[0].X, tuesday, wednesday, sunday, monday)
	var t tree = tree{"a": {"b": nil}}
	_ = t["a"]["b"]
	var v visitor
	v = func(w visitor) visitor { return w }
	_, _ = v, &list{}
	const big = 'a' + 1.0
	var r rune = big
	_ = r
	type local struct{ *point }
	l := local{&point{1, 2}}
	l.X++
	l.move(1)
	fmt.Printf("%v %T\n", l, l)
	func() { _ = forever }()
	var once sync.Once
	once.Do(func() {})
	defer close(make(chan int))
	for i := 0; ; {
		i++
		if i > 3 {
			break
		}
	}
}

func divideOr(a, b int) int {
	if q, err := divide(a, b); err == nil {
		return q
	} else if err.Error() == "" {
		return 0
	} else {
		return -1
	}
}
