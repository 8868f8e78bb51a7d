package token

import (
	"fmt"
	"slices"
	"strings"
)

// Newer reports whether version a is after version b, by their three numbers;
// what is behind these (a pre-release, a build) does not change how a record is
// read. Versions of another form (a development build) are not newer than anything.
func Newer(a, b string) bool {
	x, y := numbers(a), numbers(b)
	return x != nil && y != nil && slices.Compare(x, y) > 0
}

// numbers are those of a semantic version, nil if it is none.
func numbers(version string) []int {
	v := make([]int, 3)
	version, _, _ = strings.Cut(strings.TrimPrefix(version, "v"), "+")
	version, _, _ = strings.Cut(version, "-")
	if n, err := fmt.Sscanf(version+"\n", "%d.%d.%d\n", &v[0], &v[1], &v[2]); n != 3 || err != nil || slices.Min(v) < 0 {
		return nil
	}
	return v
}
