// A pointer that is sent takes its object along.
package main

func main() {
	c := make(chan *int)
	go func() {
		for i := 0; i < 3; i++ {
			v := i
			c <- &v
		}
		close(c)
	}()
	sum := 0
	for p := range c {
		*p += 10
		sum += *p
	}
	println(sum)
}
