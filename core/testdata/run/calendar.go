package main

import (
	"fmt"
	"time"
	"unsafe"
)

func main() {
	layouts := []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339,
		time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
		"2006-002 __2 _2006 06 1 2 3 4 5 pm .000 ,999 .0001 Janet Mondays Z07 Z0700 -07 -070000 Z07:00:00", "", "no", "Jan", "3.14 05.99 05.000x"}
	zones := []*time.Location{time.UTC, time.FixedZone("", -5*3600-30*60), time.FixedZone("odd", 12345)}
	times := []time.Time{
		time.Date(2009, time.November, 10, 23, 0, 0, 0, time.UTC),
		time.Date(2024, 2, 29, 0, 0, 0, 123456789, time.UTC),
		time.Date(1999, 12, 31, 23, 59, 59, 999000000, time.UTC),
		time.Date(-44, 3, 15, 11, 5, 6, 7, time.UTC),
		time.Date(12345, 6, 7, 8, 9, 10, 0, time.UTC),
		time.Date(2023, 14, 35, 28, 70, 80, -5, time.UTC),
		time.Date(2023, -3, -40, -1, -1, -1, 3e9, time.UTC),
		time.Unix(1e9, -1).UTC(), time.UnixMilli(1234567890123).UTC(),
	}
	for _, t := range times {
		for _, z := range zones {
			u := t.In(z)
			for _, l := range layouts {
				fmt.Println(u.Format(l))
			}
			y, m, d := u.Date()
			h, mi, s := u.Clock()
			iy, iw := u.ISOWeek()
			name, off := u.Zone()
			fmt.Println(u, y, m, d, h, mi, s, iy, iw, name, off, u.Weekday(), u.YearDay(), u.Nanosecond(), u.Location(), u.Equal(t), u == t)
			fmt.Println(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), u.Unix(), u.UnixMilli(), u.UnixMicro(), u.UnixNano(), u.IsZero())
			fmt.Println(u.Truncate(time.Hour), u.Round(time.Minute), u.Truncate(7), u.Round(1e15), u.Round(0))
			fmt.Println(u.AddDate(1, 1, 1), u.AddDate(0, -2, -31), u.Add(36*time.Hour+5))
			fmt.Printf("%v %s\n", u, u.UTC())
		}
	}
	fmt.Printf("%#v\n", times[2])
	fmt.Println(times[2].Sub(times[1]), times[1].Sub(times[2]), times[6].Sub(times[0]), times[0].Sub(times[6]))
	fmt.Println(times[1].Before(times[2]), times[1].After(times[2]), times[1].Compare(times[2]))
	fmt.Println(time.Month(0), time.Month(13), time.Weekday(7), time.Weekday(-1), time.January, time.Saturday)
	fmt.Println(unsafe.Sizeof(times[0]), string(times[1].AppendFormat([]byte("at "), time.Kitchen)))
	_, err := time.LoadLocation("Mars/Base")
	fmt.Println(err)
	l, err := time.LoadLocation("UTC")
	fmt.Println(l, err, l == time.UTC)
	m := map[time.Month]int{time.May: 5}
	fmt.Println(m)
	type ev struct {
		At time.Time
		D  time.Duration
	}
	fmt.Printf("%v %+v\n", ev{times[1], time.Second}, ev{times[2], 5})
}
