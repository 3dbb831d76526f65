package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, -1, 999, 1000, 1500, 999999, 1e6, 1234567, 1e9, 1500 * time.Millisecond, 61 * time.Second,
		time.Hour, 25*time.Hour + 3*time.Minute + 4500*time.Millisecond, -90 * time.Minute, 1<<63 - 1, -1 << 63} {
		fmt.Println(d, d.Round(time.Second), d.Truncate(time.Minute), d.Abs(), d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
		fmt.Println(d.Round(7), d.Round(-1), d.Truncate(0), d.Round(time.Hour), d.Round(1e15))
		fmt.Printf("%d %v %s %q %T %x\n", d, d, d, d, d, int64(d))
	}
	for _, s := range []string{"0", "5s", "1h15m30.918273645s", "-1.5h", "+3us", "2µs", ".5s", "1.s", "3000000h", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns",
		"", "3", "-", "s", ".", "-.", "1x", "1h-3m", "2m3", "0.100000000000000000000h", "1.0000000000000000000001h", "x\"y"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	fmt.Println(time.Duration(2.5*float64(time.Second)), 3*time.Second/2, time.Second*2 == 2000*time.Millisecond)
	var d time.Duration = 90
	fmt.Println(d*time.Second, time.Duration(d)*time.Minute)
}
