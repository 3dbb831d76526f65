package main

var m = map[int]int{1: 1, 2: 2, 3: 3, 4: 4}

func main() {
	go func() { m[5] = 5 }()
	go func() { m[6] = 6 }()
	select {}
}
