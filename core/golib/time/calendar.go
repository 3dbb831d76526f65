package time

// Month is January = 1 to December = 12.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + digits(uint64(m)) + ")"
}

// Weekday is Sunday = 0 to Saturday = 6.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + digits(uint64(d)) + ")"
}

func floorDivide(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// daysBefore is the number of days from the first of January of year 1 to that of another year.
func daysBefore(year int64) int64 {
	y := year - 1
	return y*365 + floorDivide(y, 4) - floorDivide(y, 100) + floorDivide(y, 400)
}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var monthBegins = [...]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

// dayOfMonthBegin is the day of the year, from 0, on which a month begins.
func dayOfMonthBegin(year int64, month int) int {
	day := monthBegins[month-1]
	if month > 2 && isLeap(year) {
		day++
	}
	return day
}

// here is the number of seconds since year 1 that a clock in t's zone shows.
func (t Time) here() int64 { return t.sec() + int64(t.Location().offset) }

func (t Time) date() (year int64, month, day, yday int) {
	days := floorDivide(t.here(), secondsPerDay)
	year = floorDivide(days*400, 146097) + 1
	for daysBefore(year) > days {
		year--
	}
	for daysBefore(year+1) <= days {
		year++
	}
	yday = int(days - daysBefore(year))
	for month = 12; dayOfMonthBegin(year, month) > yday; {
		month--
	}
	return year, month, yday - dayOfMonthBegin(year, month) + 1, yday + 1
}

func (t Time) Date() (year int, month Month, day int) {
	y, m, d, _ := t.date()
	return int(y), Month(m), d
}

func (t Time) Clock() (hour, min, sec int) {
	second := t.here()
	second -= floorDivide(second, secondsPerDay) * secondsPerDay
	return int(second / 3600), int(second / 60 % 60), int(second % 60)
}

func (t Time) Year() int {
	y, _, _, _ := t.date()
	return int(y)
}

func (t Time) Month() Month {
	_, m, _, _ := t.date()
	return Month(m)
}

func (t Time) Day() int {
	_, _, d, _ := t.date()
	return d
}

func (t Time) YearDay() int {
	_, _, _, yday := t.date()
	return yday
}

// The first of January of year 1 was a Monday.
func (t Time) Weekday() Weekday {
	days := floorDivide(t.here(), secondsPerDay) + 1
	return Weekday(days - floorDivide(days, 7)*7)
}

func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

func (t Time) Minute() int {
	_, minute, _ := t.Clock()
	return minute
}

func (t Time) Second() int {
	_, _, second := t.Clock()
	return second
}

func (t Time) Nanosecond() int { return int(t.nsec()) }

// carry moves what is beyond 0..base-1 in low to high.
func carry(high, low, base int) (int, int) {
	n := int(floorDivide(int64(low), int64(base)))
	return high + n, low - n*base
}

// Date is that moment in loc; values beyond their range carry over: October 32 is November 1.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = carry(year, m, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	days := daysBefore(int64(year)) + int64(dayOfMonthBegin(int64(year), m+1)) + int64(day-1)
	seconds := days*secondsPerDay + int64(hour*3600+min*60+sec) - int64(loc.offset)
	t := Time{uint64(nsec), seconds, nil}
	t.setLocation(loc)
	return t
}

// AddDate counts on the calendar: what is too far for a month carries over.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// ISOWeek is the ISO 8601 year and week: a week belongs to the year of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	toThursday := int(Thursday - t.Weekday())
	if t.Weekday() == Sunday {
		toThursday = -3
	}
	thursday := t.AddDate(0, 0, toThursday)
	return thursday.Year(), (thursday.YearDay()-1)/7 + 1
}
