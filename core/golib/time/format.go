package time

// The layouts show how the time 15:04:05 on Monday, January 2, 2006, 7 hours west of UTC is written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// What a layout can ask for. Where one begins like another, the longer stands first.
var elements = [...]string{
	"January", "Jan", "Monday", "Mon", "MST",
	"002", "01", "02", "03", "04", "05", "06", "15", "2006", "1", "2", "3", "4", "5",
	"__2", "_2006", "_2", "PM", "pm",
	"-07:00:00", "-070000", "-07:00", "-0700", "-07",
	"Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07",
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// elementAt is the element that the layout has at its beginning, or "".
func elementAt(layout string) string {
	for _, element := range elements {
		if !hasPrefix(layout, element) {
			continue
		}
		rest := layout[len(element):]
		isWord := element == "Jan" || element == "Mon"
		if isWord && rest != "" && 'a' <= rest[0] && rest[0] <= 'z' {
			continue // the beginning of another word
		}
		return element
	}
	return fractionAt(layout)
}

// fractionAt finds ".000" or ",999" with no other digit behind it.
func fractionAt(layout string) string {
	if len(layout) < 2 || layout[0] != '.' && layout[0] != ',' || layout[1] != '0' && layout[1] != '9' {
		return ""
	}
	end := 1
	for end < len(layout) && layout[end] == layout[1] {
		end++
	}
	if isDigit(layout, end) {
		return ""
	}
	return layout[:end]
}

// padded is a number of at least width digits.
func padded(n int64, width int, pad string) string {
	sign := ""
	if n < 0 {
		sign = "-"
		n = -n
	}
	text := digits(uint64(n))
	for len(text) < width {
		text = pad + text
	}
	return sign + text
}

func halfDay(hour int, am, pm string) string {
	if hour >= 12 {
		return pm
	}
	return am
}

func hourOf12(hour int) int64 {
	if hour%12 == 0 {
		return 12
	}
	return int64(hour % 12)
}

// Format writes the time as the layout would write the reference time.
func (t Time) Format(layout string) string {
	text := ""
	begin := 0
	for i := 0; i < len(layout); {
		element := elementAt(layout[i:])
		if element == "" {
			i++
			continue
		}
		if element == "_2006" { // a plain underscore and a year
			element = "2006"
			i++
		}
		text += layout[begin:i] + t.element(element)
		i += len(element)
		begin = i
	}
	return text + layout[begin:]
}

// AppendFormat appends to b what Format gives.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	return append(b, t.Format(layout)...)
}

func (t Time) element(element string) string {
	year, month, day, yday := t.date()
	hour, min, sec := t.Clock()
	switch element {
	case "2006":
		return padded(year, 4, "0")
	case "06":
		rest := year % 100
		if rest < 0 {
			rest = -rest
		}
		return padded(rest, 2, "0")
	case "January":
		return Month(month).String()
	case "Jan":
		return Month(month).String()[:3]
	case "01":
		return padded(int64(month), 2, "0")
	case "1":
		return padded(int64(month), 1, "0")
	case "Monday":
		return t.Weekday().String()
	case "Mon":
		return t.Weekday().String()[:3]
	case "02":
		return padded(int64(day), 2, "0")
	case "_2":
		return padded(int64(day), 2, " ")
	case "2":
		return padded(int64(day), 1, "0")
	case "002":
		return padded(int64(yday), 3, "0")
	case "__2":
		return padded(int64(yday), 3, " ")
	case "15":
		return padded(int64(hour), 2, "0")
	case "03":
		return padded(hourOf12(hour), 2, "0")
	case "3":
		return padded(hourOf12(hour), 1, "0")
	case "04":
		return padded(int64(min), 2, "0")
	case "4":
		return padded(int64(min), 1, "0")
	case "05":
		return padded(int64(sec), 2, "0")
	case "5":
		return padded(int64(sec), 1, "0")
	case "PM":
		return halfDay(hour, "AM", "PM")
	case "pm":
		return halfDay(hour, "am", "pm")
	case "MST":
		name, offset := t.Zone()
		if name != "" {
			return name
		}
		return zoneOffset("-0700", offset)
	}
	if element[0] == '.' || element[0] == ',' {
		return t.fraction(element)
	}
	_, offset := t.Zone()
	return zoneOffset(element, offset)
}

// fraction writes as many digits as the element has; nines leave out zeros at the end.
func (t Time) fraction(element string) string {
	text := padded(int64(t.nsec()), 9, "0")
	places := len(element) - 1
	for len(text) < places {
		text += "0"
	}
	text = text[:places]
	if element[1] == '9' {
		for text != "" && text[len(text)-1] == '0' {
			text = text[:len(text)-1]
		}
		if text == "" {
			return ""
		}
	}
	return element[:1] + text
}

// zoneOffset writes an offset like "-07:00"; a Z in front stands for the offset zero.
func zoneOffset(element string, offset int) string {
	if element[0] == 'Z' {
		if offset == 0 {
			return "Z"
		}
		element = "-" + element[1:]
	}
	text := "+"
	if offset < 0 {
		text = "-"
		offset = -offset
	}
	colon := ""
	if len(element) > 3 && element[3] == ':' {
		colon = ":"
	}
	text += padded(int64(offset/3600), 2, "0")
	if len(element) > 3 {
		text += colon + padded(int64(offset/60%60), 2, "0")
	}
	if len(element) > 6 {
		text += colon + padded(int64(offset%60), 2, "0")
	}
	return text
}

// String is the time with its zone, and the clock reading where there is one.
func (t Time) String() string {
	text := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic == 0 {
		return text
	}
	reading := uint64(t.ext)
	sign := "+"
	if t.ext < 0 {
		reading, sign = -reading, "-"
	}
	return text + " m=" + sign + digits(reading/1e9) + "." + padded(int64(reading%1e9), 9, "0")
}

// GoString is the call of Date that gives the time.
func (t Time) GoString() string {
	year, month, day, _ := t.date()
	hour, min, sec := t.Clock()
	text := "time.Date(" + padded(year, 1, "0") + ", time." + Month(month).String()
	for _, n := range [...]int{day, hour, min, sec, int(t.nsec())} {
		text += ", " + padded(int64(n), 1, "0")
	}
	switch loc := t.Location(); loc {
	case UTC, Local:
		return text + ", time." + loc.name + ")"
	default:
		return text + ", time.Location(" + quote(loc.name) + "))"
	}
}
