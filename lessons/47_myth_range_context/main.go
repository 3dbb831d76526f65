package main

import (
	"context"
	"fmt"
)

// Goes through the prices until somebody cancels.
func walk(ctx context.Context, prices map[string]int, cancel func()) (seen int, err error) {
	for range prices {
		if ctx.Err() != nil {
			return seen, ctx.Err()
		}
		seen++
		if seen == 2 {
			cancel()
		}
	}
	return seen, nil
}

func main() {
	prices := map[string]int{"apples": 3, "pears": 4, "plums": 5, "figs": 6}
	ctx, cancel := context.WithCancel(context.Background())
	seen, err := walk(ctx, prices, cancel)
	fmt.Println("seen:", seen, "error:", err)
	prices["kiwis"] = 7
	fmt.Println("prices:", len(prices))
}
