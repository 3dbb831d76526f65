// Package time of hmaplab. Time is the machine's own: it begins at 2009-11-10 23:00:00 UTC and passes
// only when the clock makes a step.
package time

// Time has Go's layout.
//
//	wall  with a clock reading: 1 bit set, 33 bits seconds since 1885, 30 bits nanoseconds
//	      without: nanoseconds
//	ext   with a clock reading: nanoseconds since the program began; without: seconds since year 1
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic             = 1 << 63
	nanosecondBits           = 30
	nanosecondMask           = 1<<nanosecondBits - 1
	secondsPerDay            = 86400
	secondsFrom1To1885 int64 = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay
	secondsFrom1To1970 int64 = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
)

// readClock gives the seconds since year 1, the nanoseconds in that second, and the nanoseconds since
// the program began.
func readClock() (sec int64, nsec int64, mono int64)

// Now is the time on the machine's clock.
func Now() Time {
	sec, nsec, mono := readClock()
	return Time{hasMonotonic | uint64(sec-secondsFrom1To1885)<<nanosecondBits | uint64(nsec), mono, Local}
}

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func (t *Time) nsec() int32 { return int32(t.wall & nanosecondMask) }

// sec is the number of seconds since the first of January of year 1, UTC.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return secondsFrom1To1885 + int64(t.wall<<1>>(nanosecondBits+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - secondsFrom1To1970 }

func (t *Time) stripMonotonic() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nanosecondMask
	}
}

func (t *Time) setLocation(loc *Location) {
	if loc == &utcLocation {
		loc = nil
	}
	t.stripMonotonic()
	t.loc = loc
}

func unixTime(sec int64, nsec int32) Time {
	return Time{uint64(nsec), sec + secondsFrom1To1970, Local}
}

// Unix is the time of so many seconds and nanoseconds since 1970.
func Unix(sec int64, nsec int64) Time {
	sec += floorDivide(nsec, 1e9)
	nsec -= floorDivide(nsec, 1e9) * 1e9
	return unixTime(sec, int32(nsec))
}

func UnixMilli(ms int64) Time { return Unix(ms/1e3, ms%1e3*1e6) }
func UnixMicro(us int64) Time { return Unix(us/1e6, us%1e6*1e3) }

func (t Time) Unix() int64      { return t.unixSec() }
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }
func (t Time) UnixNano() int64  { return t.unixSec()*1e9 + int64(t.nsec()) }
func (t Time) IsZero() bool     { return t.sec() == 0 && t.nsec() == 0 }

// Compare is -1, 0 or +1. Two times with clock readings are compared by these.
func (t Time) Compare(u Time) int {
	a, b := t.sec(), u.sec()
	if t.wall&u.wall&hasMonotonic != 0 {
		a, b = t.ext, u.ext
	} else if a == b {
		a, b = int64(t.nsec()), int64(u.nsec())
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

// Add moves the wall time and the clock reading by d.
func (t Time) Add(d Duration) Time {
	sec := int64(d / 1e9)
	nsec := t.nsec() + int32(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	if t.wall&hasMonotonic != 0 {
		since1885 := t.sec() - secondsFrom1To1885 + sec
		ext := t.ext + int64(d)
		overflows := d < 0 && ext > t.ext || d > 0 && ext < t.ext
		if 0 <= since1885 && since1885 < 1<<33 && !overflows {
			t.wall = hasMonotonic | uint64(since1885)<<nanosecondBits | uint64(nsec)
			t.ext = ext
			return t
		}
		t.stripMonotonic()
	}
	t.wall = uint64(nsec)
	t.ext += sec
	return t
}

// Sub is t-u, or the largest or smallest Duration where that does not fit.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := Duration(t.ext - u.ext)
		if d < 0 && t.ext > u.ext {
			return maxDuration
		}
		if d > 0 && t.ext < u.ext {
			return minDuration
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Round(0) takes the clock reading away; Truncate and Round count from year 1.
func (t Time) Round(d Duration) Time {
	t.stripMonotonic()
	if d <= 0 {
		return t
	}
	rest := t.rest(d)
	if rest < d-rest {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

func (t Time) Truncate(d Duration) Time {
	t.stripMonotonic()
	if d <= 0 {
		return t
	}
	return t.Add(-t.rest(d))
}

// rest is what t has beyond a multiple of d, computed bit by bit so that nothing overflows.
func (t *Time) rest(d Duration) Duration {
	sec := t.sec()
	m := uint64(d)
	var r uint64
	magnitude := uint64(sec)
	if sec < 0 {
		magnitude = -magnitude
	}
	for i := 63; i >= 0; i-- {
		r = (r*2 + magnitude>>uint(i)&1) % m
	}
	factor := uint64(1e9)
	var product uint64
	for factor > 0 {
		if factor&1 != 0 {
			product = (product + r) % m
		}
		r = r * 2 % m
		factor >>= 1
	}
	if sec < 0 && product != 0 {
		product = m - product
	}
	return Duration((product + uint64(t.nsec())%m) % m)
}

func (t Time) UTC() Time {
	t.setLocation(&utcLocation)
	return t
}

func (t Time) Local() Time {
	t.setLocation(Local)
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLocation(loc)
	return t
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone is the name and the offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) {
	loc := t.Location()
	return loc.zone, loc.offset
}

func (t Time) IsDST() bool { return false }
