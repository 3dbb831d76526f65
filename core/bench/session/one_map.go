package main

var m = map[int]int{}

func work(base int) {
	for i := 0; ; i++ {
		m[base+i%64] = i
	}
}

func main() {
	go work(0)
	go work(1000)
	select {}
}
