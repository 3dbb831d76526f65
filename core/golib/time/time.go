// Package time of hmaplab. Time is the machine's own: it passes only when the clock makes a step.
package time

// Duration is a time span in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64    { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64      { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// String gives the duration as "1h15m30.5s", "1.5ms", "0s".
func (d Duration) String() string {
	u := uint64(d)
	sign := ""
	if d < 0 {
		u, sign = -u, "-"
	}
	if u == 0 {
		return "0s"
	}
	if u < uint64(Microsecond) {
		return sign + digits(u) + "ns"
	}
	if u < uint64(Millisecond) {
		return sign + fraction(u, 3) + "µs"
	}
	if u < uint64(Second) {
		return sign + fraction(u, 6) + "ms"
	}
	text := fraction(u%uint64(Minute), 9) + "s"
	if u >= uint64(Minute) {
		text = digits(u/uint64(Minute)%60) + "m" + text
	}
	if u >= uint64(Hour) {
		text = digits(u/uint64(Hour)) + "h" + text
	}
	return sign + text
}

func digits(u uint64) string {
	text := ""
	for {
		text = string(rune('0'+u%10)) + text
		u /= 10
		if u == 0 {
			return text
		}
	}
}

// fraction writes u divided by 10 to the power of places, without zeros at the end.
func fraction(u uint64, places int) string {
	text := ""
	for i := 0; i < places; i++ {
		digit := u % 10
		u /= 10
		if digit != 0 || text != "" {
			text = string(rune('0'+digit)) + text
		}
	}
	if text != "" {
		text = "." + text
	}
	return digits(u) + text
}

func Sleep(d Duration)

// nanotime is the machine's clock.
func nanotime() int64

// Time is a moment of the machine's clock.
type Time struct {
	wall uint64
	ext  int64
	loc  *int
}

func Now() Time                    { return Time{ext: nanotime()} }
func Since(t Time) Duration        { return Duration(nanotime() - t.ext) }
func (t Time) Sub(u Time) Duration { return Duration(t.ext - u.ext) }
func (t Time) Add(d Duration) Time { return Time{ext: t.ext + int64(d)} }
func (t Time) After(u Time) bool   { return t.ext > u.ext }
func (t Time) Before(u Time) bool  { return t.ext < u.ext }
func (t Time) Equal(u Time) bool   { return t.ext == u.ext }
func (t Time) UnixNano() int64     { return t.ext }

// After sends the time on the channel once d has passed.
func After(d Duration) <-chan Time {
	c := make(chan Time, 1)
	go func() {
		Sleep(d)
		c <- Now()
	}()
	return c
}
