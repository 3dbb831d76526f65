package time

import "errors"

// Location is a time zone with one offset: hmaplab knows UTC and what FixedZone makes.
type Location struct {
	name   string
	zone   string
	offset int // seconds east of UTC
}

var utcLocation = Location{name: "UTC", zone: "UTC"}
var localLocation = Location{name: "Local", zone: "UTC"}

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLocation

// Local is the machine's own zone, which is UTC.
var Local *Location = &localLocation

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone is a zone that always has this name and offset in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: name, offset: offset}
}

// LoadLocation knows "", "UTC" and "Local".
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, errors.New("unknown time zone " + name)
}
