package main

import (
	"context"
	"fmt"
)

func offer(ctx context.Context, fruits ...string) <-chan string {
	offers := make(chan string)
	go func() {
		defer close(offers)
		for _, fruit := range fruits {
			select {
			case offers <- fruit:
			case <-ctx.Done():
				return
			}
		}
	}()
	return offers
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	offers := offer(ctx, "apples", "pears", "plums", "figs")
	stock := map[string]bool{}
	for fruit := range offers {
		stock[fruit] = true
		if len(stock) == 2 {
			break
		}
	}
	cancel()
	for range offers {
	}
	fmt.Println("kinds:", len(stock), ctx.Err())
}
