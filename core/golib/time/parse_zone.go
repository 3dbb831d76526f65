package time

import "errors"

// zoneOffset reads an offset like -07:00; where the element begins with Z, a Z is as good.
func (r *reading) zoneOffset(element string) {
	if element[0] == 'Z' && r.value != "" && r.value[0] == 'Z' {
		r.value = r.value[1:]
		r.isUTC = true
		return
	}
	form := element[1:] // 07:00:00, 070000, 07:00, 0700, 07
	text := r.take(1 + len(form))
	if r.bad {
		return
	}
	var parts [3]int
	at := 0
	for i := 0; i < len(form); {
		if form[i] == ':' {
			if text[1+i] != ':' {
				r.bad = true
				return
			}
			i++
			continue
		}
		parts[at] = twoDigits(text[1+i:3+i], &r.bad)
		at++
		i += 2
	}
	names := [...]string{"hour", "minute", "second"}
	for i, most := range [...]int{24, 60, 60} {
		if parts[i] > most {
			r.beyond = "time zone offset " + names[i]
		}
	}
	r.offset = (parts[0]*60+parts[1])*60 + parts[2]
	r.hasOffset = r.offset != -1
	switch text[0] {
	case '+':
	case '-':
		r.offset = -r.offset
	default:
		r.bad = true
	}
}

// signedHours is the length of an offset in hours like +3; 0: there is none.
func signedHours(s string) int {
	if s == "" || s[0] != '-' && s[0] != '+' {
		return 0
	}
	n, at := 0, 1
	for ; isDigit(s, at) && n < 1e6; at++ {
		n = n*10 + int(s[at]-'0')
	}
	if at == 1 || n > 23 {
		return 0
	}
	return at
}

// zoneName reads the abbreviation of a zone: three capitals, more where the last is a T, and some of its own kind.
func (r *reading) zoneName() {
	v := r.value
	if hasPrefix(v, "UTC") {
		r.value = v[3:]
		r.isUTC = true
		return
	}
	length := 0
	switch {
	case hasPrefix(v, "ChST"), hasPrefix(v, "MeST"):
		length = 4
	case hasPrefix(v, "GMT"):
		length = 3 + signedHours(v[3:])
	case len(v) >= 3 && (v[0] == '+' || v[0] == '-'):
		length = signedHours(v)
	case len(v) >= 3:
		for length < 6 && length < len(v) && 'A' <= v[length] && v[length] <= 'Z' {
			length++
		}
		endsWell := length == 3 || length == 5 && v[4] == 'T' || length == 4 && (v[3] == 'T' || v[:4] == "WITA")
		if !endsWell {
			length = 0
		}
	}
	if length == 0 {
		r.bad = true
		return
	}
	r.zone = r.take(length)
}

func daysIn(month, year int) int {
	if month == 2 && isLeap(int64(year)) {
		return 29
	}
	return monthBegins[month] - monthBegins[month-1]
}

// settle puts hours and days together; it gives what is wrong with them.
func (r *reading) settle() (message string) {
	if r.afternoon && r.hour < 12 {
		r.hour += 12
	} else if r.morning && r.hour == 12 {
		r.hour = 0
	}
	if r.yday >= 0 {
		days := 365
		if isLeap(int64(r.year)) {
			days = 366
		}
		if r.yday < 1 || r.yday > days {
			return ": day-of-year out of range"
		}
		month, day := 1, r.yday
		for day > daysIn(month, r.year) {
			day -= daysIn(month, r.year)
			month++
		}
		if r.month >= 0 && r.month != month {
			return ": day-of-year does not match month"
		}
		if r.day >= 0 && r.day != day {
			return ": day-of-year does not match day"
		}
		r.month, r.day = month, day
	}
	if r.month < 0 {
		r.month = 1
	}
	if r.day < 0 {
		r.day = 1
	}
	if r.day < 1 || r.day > daysIn(r.month, r.year) {
		return ": day out of range"
	}
	return ""
}

// time is the moment: in the zone that was read, or else in loc.
func (r *reading) time(loc *Location) Time {
	zone := loc
	switch {
	case r.isUTC:
		zone = UTC
	case r.hasOffset && r.offset == Local.offset && (r.zone == "" || r.zone == Local.zone):
		zone = Local
	case r.hasOffset:
		zone = FixedZone(r.zone, r.offset)
	case r.zone != "":
		if hasPrefix(r.zone, "GMT") && len(r.zone) > 3 {
			hours := 0
			for _, c := range r.zone[4:] {
				hours = hours*10 + int(c-'0')
			}
			if r.zone[3] == '-' {
				hours = -hours
			}
			zone = FixedZone(r.zone, hours*3600)
			return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, UTC).In(zone)
		}
		zone = FixedZone(r.zone, 0)
	}
	return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, zone)
}

// strict is the text of RFC 3339, which has four digits for the year.
func (t Time) strict() (string, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return "", errors.New("year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset >= 24*3600 || offset <= -24*3600 {
		return "", errors.New("timezone hour outside of range [0,23]")
	}
	return t.Format(RFC3339Nano), nil
}

func (t Time) MarshalText() ([]byte, error) {
	text, err := t.strict()
	if err != nil {
		return nil, errors.New("Time.MarshalText: " + err.Error())
	}
	return []byte(text), nil
}

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

func (t Time) MarshalJSON() ([]byte, error) {
	text, err := t.strict()
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return []byte(`"` + text + `"`), nil
}

func (t *Time) UnmarshalJSON(data []byte) (err error) {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	*t, err = Parse(RFC3339, string(data[1:len(data)-1]))
	return err
}
