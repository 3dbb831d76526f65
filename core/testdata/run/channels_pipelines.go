package main

import (
	"fmt"
	"sync"
)

type result struct {
	id   int
	word string
	list []int
}

func worker(id int, jobs <-chan int, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- result{j, fmt.Sprint("w", j*j), []int{j, j + 1}}
	}
	_ = id
}

func gen(nums ...int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, n := range nums {
			out <- n
		}
	}()
	return out
}

func sq(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			out <- n * n
		}
		close(out)
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	output := func(c <-chan int) {
		for n := range c {
			out <- n
		}
		wg.Done()
	}
	wg.Add(len(cs))
	for _, c := range cs {
		go output(c)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	jobs := make(chan int, 10)
	results := make(chan result, 10)
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Add(1)
		go worker(w, jobs, results, &wg)
	}
	for i := 0; i < 10; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	close(results)
	m := map[int]result{}
	for r := range results {
		m[r.id] = r
	}
	fmt.Println(m)
	for v := range sq(sq(gen(2, 3, 4))) {
		fmt.Println(v)
	}
	sum := 0
	for v := range merge(gen(1, 2, 3), gen(4, 5), sq(gen(6))) {
		sum += v
	}
	fmt.Println(sum)
	// prime sieve
	ch := make(chan int)
	go func(out chan<- int) {
		for i := 2; ; i++ {
			out <- i
		}
	}(ch)
	for i := 0; i < 12; i++ {
		prime := <-ch
		fmt.Print(prime, " ")
		ch1 := make(chan int)
		go func(in <-chan int, out chan<- int, prime int) {
			for {
				i := <-in
				if i%prime != 0 {
					out <- i
				}
			}
		}(ch, ch1, prime)
		ch = ch1
	}
	fmt.Println()
}
