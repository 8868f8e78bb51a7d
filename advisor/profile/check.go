package profile

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

func check(f *Field, v Value) error {
	single := v.State == Exact && v.Low == v.High && v.Low == math.Trunc(v.Low)
	switch {
	case f.ID == Name && strings.TrimSpace(v.Text) == "":
		return errors.New("must not be blank")
	case !utf8.ValidString(v.Text + strings.Join(v.List, "")):
		return errors.New("must be UTF-8 text")
	case f.Kind == Numeric:
		return checkNumber(f, v)
	case f.Kind == TextList:
		return checkList(f, v.List)
	case f.Kind == Bool && (!single || v.Low != 0 && v.Low != 1), f.Kind == Integer && (!single || !f.Allows(v.Low)),
		f.Kind == Option && (!single || v.Low < 0 || int(v.Low) >= len(f.Options)):
		return fmt.Errorf("must be %s", f.allowed())
	}
	return nil
}

func checkList(f *Field, list []string) error {
	for _, w := range list {
		switch _, word := f.Option(w); {
		case word:
		case f.Options != nil:
			return f.unknownWord(w)
		case strings.TrimSpace(w) == "":
			return errors.New("holds a blank name: leave it out")
		case strings.EqualFold(strings.TrimSpace(w), "none"):
			return errors.New(`holds "none": write [] if there is none`)
		}
	}
	return nil
}

func checkNumber(f *Field, v Value) error {
	for _, x := range [...]float64{v.Low, v.High} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("must be a finite number, %s", f.Bounds())
		}
		if !f.Allows(x) {
			hint := ""
			if f.Unit == "share" && x >= 2 && x <= 100 {
				hint = fmt.Sprintf("; %s %% is %s", shortest(x), shortest(math.Round(x*1e10)/1e12))
			}
			if x > noEnd && f.Max >= noEnd {
				return fmt.Errorf("%s is out of range: must be at most %s", shortest(x), shortest(f.Max))
			}
			return fmt.Errorf("%s is out of range: must be %s%s", shortest(x), f.Bounds(), hint)
		}
	}
	if v.Low > v.High {
		lo, hi := shortest(v.Low), shortest(v.High)
		return fmt.Errorf("the range [%s, %s] is reversed: low comes first, write [%[2]s, %[1]s]", lo, hi)
	}
	return nil
}

const noEnd = 1e12 // the largest number of a field without a bound of its own

// Bounds returns the allowed numbers in words: "1 to 100000", "above 0", "0 or more".
func (f *Field) Bounds() string {
	least, ends := shortest(f.Min), f.Max < noEnd
	switch {
	case f.MinOpen && ends:
		return "above " + least + " and at most " + shortest(f.Max)
	case f.MinOpen:
		return "above " + least
	case ends:
		return least + " to " + shortest(f.Max)
	}
	return least + " or more"
}

// shortest writes a number in the fewest digits that read back as the same.
func shortest(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-5 || a >= 1e12) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
