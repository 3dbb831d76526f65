package main

var n int

func main() {
	for i := 0; i < 3; i++ {
		go func() {
			n++
			n++
		}()
	}
	select {}
}
