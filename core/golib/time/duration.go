package time

import "errors"

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

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64    { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64      { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero; what does not fit becomes the
// largest or smallest Duration.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if rest < m-rest {
			return d + rest
		}
		if rounded := d - m + rest; rounded < d {
			return rounded
		}
		return minDuration
	}
	if rest < m-rest {
		return d - rest
	}
	if rounded := d + m - rest; rounded > d {
		return rounded
	}
	return maxDuration
}

// Abs is the absolute value; that of the smallest Duration is the largest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	default:
		return -d
	}
}

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

func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// quote puts a text in quotes as the errors of this package do.
func quote(s string) string {
	text := "\""
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			text += "\\" + string(rune(c))
		case c < ' ' || c >= 0x80:
			const hex = "0123456789abcdef"
			text += "\\x" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1]
		default:
			text += s[i : i+1]
		}
	}
	return text + "\""
}

// ParseDuration reads "300ms", "-1.5h", "2h45m": numbers with units one behind the other.
func ParseDuration(s string) (Duration, error) {
	invalid := errors.New("time: invalid duration " + quote(s))
	rest := s
	negative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return 0, invalid
	}
	var sum uint64
	for rest != "" {
		whole, part, scale := uint64(0), uint64(0), 1.0
		i := 0
		for ; isDigit(rest, i); i++ {
			if whole > 1<<63/10 {
				return 0, invalid
			}
			whole = whole*10 + uint64(rest[i]-'0')
			if whole > 1<<63 {
				return 0, invalid
			}
		}
		seen := i > 0
		if i < len(rest) && rest[i] == '.' {
			i++
			full := false
			for ; isDigit(rest, i); i++ {
				seen = true
				if full || part > (1<<63-1)/10 {
					full = true
					continue
				}
				if next := part*10 + uint64(rest[i]-'0'); next > 1<<63 {
					full = true
				} else {
					part = next
					scale *= 10
				}
			}
		}
		if !seen {
			return 0, invalid
		}
		begin := i
		for i < len(rest) && rest[i] != '.' && !isDigit(rest, i) {
			i++
		}
		if i == begin {
			return 0, errors.New("time: missing unit in duration " + quote(s))
		}
		name := rest[begin:i]
		unit := unitOf(name)
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(name) + " in duration " + quote(s))
		}
		if whole > 1<<63/unit {
			return 0, invalid
		}
		whole *= unit
		if part > 0 {
			whole += uint64(float64(part) * (float64(unit) / scale))
			if whole > 1<<63 {
				return 0, invalid
			}
		}
		sum += whole
		if sum > 1<<63 {
			return 0, invalid
		}
		rest = rest[i:]
	}
	if negative {
		return -Duration(sum), nil
	}
	if sum > 1<<63-1 {
		return 0, invalid
	}
	return Duration(sum), nil
}
