package time

// ParseError says what of a text did not fit which part of its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " +
		quote(e.LayoutElem)
}

// reading is what has been read of a time. Month, day and day of the year are -1 where nobody has said them.
type reading struct {
	value                  string // not read yet
	year, month, day, yday int
	hour, min, sec, nsec   int
	afternoon, morning     bool
	isUTC, hasOffset       bool
	offset                 int
	zone                   string
	beyond                 string // what is out of its range
	bad                    bool
}

// Parse reads a time that is written as the layout would write it; one without a zone is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC) }

// ParseInLocation takes a time without a zone for one of loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc)
}

func parse(layout, value string, loc *Location) (Time, error) {
	r := &reading{value: value, month: -1, day: -1, yday: -1}
	wrong := func(element, rest, message string) (Time, error) {
		return Time{}, &ParseError{layout, value, element, rest, message}
	}
	rest := layout
	for {
		text, element, behind := nextElement(rest)
		if !r.skip(text) {
			return wrong(text, r.value, "")
		}
		if element == "" {
			break
		}
		before := r.value
		r.read(element, behind)
		if r.beyond != "" {
			return wrong(element, r.value, ": "+r.beyond+" out of range")
		}
		if r.bad {
			return wrong(element, before, "")
		}
		rest = behind
	}
	if r.value != "" {
		return wrong("", r.value, ": extra text: "+quote(r.value))
	}
	if message := r.settle(); message != "" {
		return wrong("", r.value, message)
	}
	return r.time(loc), nil
}

// nextElement splits a layout into text, the element behind it, and the rest.
func nextElement(layout string) (text, element, rest string) {
	for i := range len(layout) {
		element = elementAt(layout[i:])
		if element == "_2006" {
			return layout[:i+1], "2006", layout[i+5:]
		}
		if element != "" {
			return layout[:i], element, layout[i+len(element):]
		}
	}
	return layout, "", ""
}

func withoutSpace(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// skip reads what stands in the layout as it is; a run of blanks is as good as another.
func (r *reading) skip(text string) bool {
	for text != "" {
		if text[0] == ' ' {
			if r.value != "" && r.value[0] != ' ' {
				return false
			}
			text, r.value = withoutSpace(text), withoutSpace(r.value)
			continue
		}
		if r.value == "" || r.value[0] != text[0] {
			return false
		}
		text, r.value = text[1:], r.value[1:]
	}
	return true
}

// take reads so many bytes.
func (r *reading) take(count int) string {
	if len(r.value) < count {
		r.bad = true
		return ""
	}
	text := r.value[:count]
	r.value = r.value[count:]
	return text
}

// number reads least to most digits.
func (r *reading) number(least, most int) (n int) {
	count := 0
	for count < most && isDigit(r.value, count) {
		n = n*10 + int(r.value[count]-'0')
		count++
	}
	if count < least {
		r.bad = true
		return 0
	}
	r.value = r.value[count:]
	return n
}

// within reads one or two digits of a number between low and high.
func (r *reading) within(least, low, high int, what string) int {
	n := r.number(least, 2)
	if !r.bad && (n < low || n > high) {
		r.beyond = what
	}
	return n
}

// name reads one of the names, whatever their case; short: their first three letters.
func (r *reading) name(names []string, short bool) int {
	for i, name := range names {
		if short {
			name = name[:3]
		}
		if len(r.value) < len(name) {
			continue
		}
		same := true
		for at := range len(name) {
			same = same && r.value[at]|0x20 == name[at]|0x20
		}
		if same {
			r.value = r.value[len(name):]
			return i
		}
	}
	r.bad = true
	return 0
}

func (r *reading) blank() {
	if r.value != "" && r.value[0] == ' ' {
		r.value = r.value[1:]
	}
}

// read reads one element of the layout.
func (r *reading) read(element, behind string) {
	switch element {
	case "06":
		r.year = twoDigits(r.take(2), &r.bad)
		if r.year >= 69 {
			r.year += 1900
		} else {
			r.year += 2000
		}
	case "2006":
		r.year = r.number(4, 4)
	case "Jan", "January":
		r.month = r.name(monthNames[:], element == "Jan") + 1
	case "1", "01":
		r.month = r.within(len(element), 1, 12, "month")
	case "Mon", "Monday":
		r.name(dayNames[:], element == "Mon")
	case "2", "02":
		r.day = r.number(len(element), 2)
	case "_2":
		r.blank()
		r.day = r.number(1, 2)
	case "002":
		r.yday = r.number(3, 3)
	case "__2":
		r.blank()
		r.blank()
		r.yday = r.number(1, 3)
	case "15":
		r.hour = r.within(1, 0, 23, "hour")
	case "3", "03":
		r.hour = r.within(len(element), 0, 12, "hour")
	case "4", "04":
		r.min = r.within(len(element), 0, 59, "minute")
	case "5", "05":
		r.sec = r.within(len(element), 0, 59, "second")
		if !r.bad && r.beyond == "" {
			r.unasked(behind)
		}
	case "PM", "pm":
		r.half(element)
	case "MST":
		r.zoneName()
	default:
		if element[0] == '.' || element[0] == ',' {
			r.fraction(element)
			return
		}
		r.zoneOffset(element)
	}
}

func twoDigits(s string, bad *bool) int {
	if !isDigit(s, 0) || !isDigit(s, 1) {
		*bad = true
		return 0
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

func (r *reading) half(element string) {
	text := r.take(2)
	switch {
	case text == element:
		r.afternoon = true
	case text == "AM" && element == "PM", text == "am" && element == "pm":
		r.morning = true
	default:
		r.bad = true
	}
}

// digitsOfFraction counts the digits behind a point or comma.
func (r *reading) digitsOfFraction() (count int) {
	if r.value == "" || r.value[0] != '.' && r.value[0] != ',' {
		return 0
	}
	for isDigit(r.value, 1+count) {
		count++
	}
	return count
}

// unasked reads a fraction behind the seconds that the layout does not name.
func (r *reading) unasked(behind string) {
	_, element, _ := nextElement(behind)
	named := element != "" && (element[0] == '.' || element[0] == ',')
	if count := r.digitsOfFraction(); count > 0 && !named {
		r.nanoseconds(count)
	}
}

func (r *reading) fraction(element string) {
	count := r.digitsOfFraction()
	if element[1] == '0' {
		if count < len(element)-1 {
			r.bad = true
			return
		}
		count = len(element) - 1
	}
	if count > 0 {
		r.nanoseconds(count)
	}
}

func (r *reading) nanoseconds(count int) {
	text := r.take(1 + count)[1:]
	r.nsec = 0
	for i := range 9 {
		r.nsec *= 10
		if i < len(text) {
			r.nsec += int(text[i] - '0')
		}
	}
}
