package main

import (
	"errors"
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)
	for _, l := range []string{time.RFC3339, time.RFC3339Nano, time.RFC1123, time.RFC1123Z, time.RFC822, time.RFC850, time.ANSIC, time.UnixDate, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.DateTime, time.DateOnly, time.TimeOnly, "Mon Jan _2 2006 3:04PM", "02/01/06 15h04m05.000s", "2006-002", "January 2, Monday .999", "06 1 2 3 4 5 pm"} {
		s := t.Format(l)
		back, err := time.Parse(l, s)
		fmt.Println(s, "|", back, err)
	}
	for _, c := range [][2]string{{time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-02-30T00:00:00Z"}, {time.DateOnly, "2024-2-3"}, {time.DateOnly, "x"}, {time.DateOnly, "2024-01-02x"}, {time.RFC3339, "2024-01-02T03:04:05+02:00"}, {time.Kitchen, "3:04AM"}, {time.Kitchen, "13:04PM"}, {time.DateTime, "2024-01-02 25:00:00"}, {"2006-01-02 MST", "2024-01-02 CET"}, {"Jan 2", "Mai 2"}, {time.RFC3339, "2024-01-02T03:04:05.123456789Z"}} {
		r, err := time.Parse(c[0], c[1])
		fmt.Println(r, "|", err)
		var pe *time.ParseError
		if errors.As(err, &pe) {
			fmt.Println(pe.Layout, pe.Value, pe.LayoutElem, pe.ValueElem, pe.Message)
		}
	}
	u := t.Add(36*time.Hour + 30*time.Minute)
	fmt.Println(u, u.Sub(t), t.Before(u), t.Equal(t), u.After(t), t.Compare(u), u.Weekday(), u.YearDay(), u.Unix(), u.UnixMilli())
	fmt.Println(t.AddDate(1, 0, 0), t.AddDate(0, 1, 1), t.Truncate(time.Hour), t.Round(time.Hour), t.IsZero(), time.Time{})
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
	for _, d := range []time.Duration{0, 1, 1500, 1500 * time.Microsecond, 90 * time.Second, 36*time.Hour + 5*time.Second, -2500 * time.Millisecond, 1<<63 - 1, -1 << 63} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Round(time.Second), d.Truncate(time.Minute))
	}
	for _, s := range []string{"1h30m", "1.5s", "-2m", "100ms", "1us", "1µs", "", "5", "1x", "1h1h", ".5m", "9223372036854775807ns", "99999999h"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	loc := time.FixedZone("EST", -5*3600)
	fmt.Println(t.In(loc), t.In(loc).Format(time.RFC822Z), time.Unix(0, 0).UTC(), time.UnixMilli(1700000000123).UTC())
	fmt.Printf("%v %s %d\n", time.March, time.Saturday, time.March)
	ev := map[time.Time]string{t: "a", t.UTC(): "b"}
	fmt.Println(len(ev), ev[t])
	days := map[time.Weekday][]time.Duration{}
	days[t.Weekday()] = append(days[t.Weekday()], time.Minute)
	fmt.Println(days)
	_, err := time.LoadLocation("Nowhere/X")
	fmt.Println(err)
	b, _ := t.MarshalJSON()
	fmt.Println(string(b))
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	fmt.Println(time.Since(start).Round(10*time.Millisecond), time.Until(start) < 0)
	tm := time.NewTimer(time.Hour)
	fmt.Println(tm.Stop(), tm.Reset(time.Millisecond))
	<-tm.C
	time.AfterFunc(time.Millisecond, func() { fmt.Println("after") })
	time.Sleep(5 * time.Millisecond)
}
