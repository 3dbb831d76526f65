// A slice expression out of range.
package main

func cut(s []int, low, high int) []int { return s[low:high] }

func main() {
	cut([]int{1, 2, 3}, 5, 3)
}
