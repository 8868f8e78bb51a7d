package logs

import (
	"math"
	"slices"
)

// shape is how the load is spread over the minutes of the log.
type shape struct {
	mean, peak float64    // requests of a minute
	idle       float64    // share of the hours with less than a hundredth of the peak
	surge      [2]float64 // the sharpest rise from a minute to the next, from the mean at least: without chance, and as it was
	fast       float64    // the sharpest rise to half of the peak or more within five minutes
	folded     float64    // the busiest hour of the day over the mean, all days on top of one another
	pattern    string
	oneMinute  bool // all requests of several hours came in the same minute of their hours
}

// What separates the patterns, in the terms of the field: the busiest minute over the mean from which each is
// possible, and the rise within five minutes that makes it a burst.
const (
	steadyMost  = 2.0
	burstyLeast = 4.0
	burst       = 2.0
	extreme     = 10.0
)

// beyond is a count without what chance can do: some standard deviations off it.
func beyond(count, deviations float64) float64 { return max(0, count-deviations*math.Sqrt(count)) }

// newShape reads the counts from the first minute, which is the given one since 1970.
func newShape(minutes []uint32, first int64) *shape {
	s := &shape{peak: float64(slices.Max(minutes)), surge: [2]float64{1, 1}, oneMinute: len(minutes) > 180}
	for i, n := range minutes {
		s.mean += float64(n)
		s.oneMinute = s.oneMinute && (n == 0 || i%60 == 0)
	}
	s.mean /= float64(len(minutes))
	s.hours(minutes, first)
	for i := 1; i < len(minutes); i++ {
		before, now := float64(minutes[i-1]), float64(minutes[i])
		s.surge[1] = max(s.surge[1], now/max(before, s.mean))
		s.surge[0] = max(s.surge[0], beyond(now, 2)/max(before+2*math.Sqrt(before), s.mean))
		if 2*now >= s.peak {
			s.fast = max(s.fast, beyond(now, 3)/float64(max(1, slices.Min(minutes[max(0, i-5):i]))))
		}
	}
	switch over := beyond(s.peak, 3) / s.mean; {
	case over >= extreme && s.fast >= extreme:
		s.pattern = "extreme"
	case over >= burstyLeast && s.fast >= burst:
		s.pattern = "bursty"
	case max(over, s.folded) >= steadyMost:
		s.pattern = "diurnal"
	default:
		s.pattern = "steady"
	}
	return s
}

// hours looks at the hours of the clock; one that is not whole counts by its minutes.
func (s *shape) hours(minutes []uint32, first int64) {
	var day, of [24]float64
	hours, idle, sum, n := 0.0, 0.0, 0.0, 0.0
	for i, c := range minutes {
		h := (first + int64(i)) / 60 % 24
		sum, n = sum+float64(c), n+1
		day[h], of[h] = day[h]+float64(c), of[h]+1
		if (first+int64(i)+1)%60 == 0 || i == len(minutes)-1 {
			if hours++; sum/n < s.peak/100 {
				idle++
			}
			sum, n = 0, 0
		}
	}
	s.idle = idle / hours
	for h := range day {
		s.folded = max(s.folded, day[h]/max(1, of[h])/s.mean)
	}
}
