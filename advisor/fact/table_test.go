package fact

import (
	"regexp"
	"slices"
	"testing"

	"archadvisor/rules/cond"
)

// Every fact can be read by a condition: its name is well formed and its own, its unit is known, it can take values.
func TestFactsAreWellFormed(t *testing.T) {
	s, name := Schema(), regexp.MustCompile(`^[a-z_][a-z0-9_-]*(\.[a-z_][a-z0-9_-]*)*$`)
	for i, f := range s.Facts {
		if at, _ := s.Index(f.Name); at != i || !name.MatchString(f.Name) {
			t.Errorf("%s is no name, or stands twice", f.Name)
		}
		if (f.Kind == cond.FactOption || f.Kind == cond.FactList) != (len(f.Options) > 0) || len(f.Options) > 52 || !(f.Min <= f.Max) {
			t.Errorf("%s: %d words, from %v to %v", f.Name, len(f.Options), f.Min, f.Max)
		}
		plain := slices.Contains([]string{"", "share", "ratio", "x", "%"}, f.Unit)
		if f.Kind == cond.FactNumber && plain != (s.Unstated(i) == "an unstated share") {
			t.Errorf("%s: the unit %s is not known", f.Name, f.Unit)
		}
	}
}
