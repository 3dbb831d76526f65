package main

import "fmt"

type E struct{}
type Big struct {
	a [20]int64
	b byte
}
type Odd struct {
	a int32
	b int16
	c int8
	d bool
	e string
	f byte
}

func main() {
	z := make(chan struct{}, 3)
	z <- struct{}{}
	z <- E{}
	fmt.Println(len(z), cap(z))
	v, ok := <-z
	fmt.Println(v, ok)
	close(z)
	v, ok = <-z
	fmt.Println(v, ok)
	v, ok = <-z
	fmt.Println(v, ok)
	b := make(chan Big)
	go func() { b <- Big{a: [20]int64{19: 4}, b: 7} }()
	g := <-b
	fmt.Println(g.a[19], g.b)
	o := make(chan Odd, 2)
	o <- Odd{1, -2, -3, true, "x", 9}
	o <- Odd{-1, 2, 3, false, "y", 255}
	fmt.Println(<-o, <-o)
	i8 := make(chan int8, 2)
	i8 <- -128
	u16 := make(chan uint16, 1)
	u16 <- 65535
	f32 := make(chan float32, 1)
	f32 <- 1.5
	bl := make(chan bool, 2)
	bl <- true
	x := <-i8
	y := <-u16
	fmt.Println(x, y, <-f32, <-bl, x-1, y+1)
	any1 := make(chan any, 3)
	any1 <- 1
	any1 <- "two"
	any1 <- nil
	fmt.Println(<-any1, <-any1, <-any1)
	e := make(chan error, 1)
	e <- fmt.Errorf("bad %d", 3)
	err := <-e
	fmt.Println(err)
	fn := make(chan func(int) int, 1)
	k := 5
	fn <- func(a int) int { return a + k }
	fmt.Println((<-fn)(3))
	cc := make(chan chan int, 1)
	c := make(chan int, 1)
	cc <- c
	(<-cc) <- 42
	fmt.Println(<-c)
	arr := make(chan [3]int8, 1)
	arr <- [3]int8{1, -2, 3}
	fmt.Println(<-arr)
	mp := make(chan map[string]int, 1)
	mp <- map[string]int{"a": 1}
	(<-mp)["b"] = 2
	p := make(chan *Odd, 1)
	q := &Odd{a: 3}
	p <- q
	(<-p).a++
	fmt.Println(q.a)
	m := map[chan int]string{c: "c", nil: "nil"}
	fmt.Println(m[c], m[nil], m[make(chan int)] == "")
	var ro <-chan int = c
	var so chan<- int = c
	var an any = c
	fmt.Println(ro == c, so == c, an == any(c), an == any(ro), len(ro), cap(so))
	type named chan int
	var nc named = c
	var nc2 named = named(ro2(c))
	fmt.Printf("%T %T %T %T %v %v\n", ro, so, nc, cc, nc == c, nc2 == nc)
	fmt.Printf("%T %T\n", make(chan (<-chan int)), make(chan<- (chan<- func(chan int))))
	var nilc chan int
	fmt.Println(nilc, len(nilc), cap(nilc))
	fmt.Printf("%v %d %p %+v %t\n", nilc, nilc, nilc, nilc, nilc)
}

func ro2(c chan int) chan int { return c }
