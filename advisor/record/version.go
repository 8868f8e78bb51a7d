package record

import (
	"strconv"
	"strings"
)

// newer reports whether version a is after version b, by semantic versioning
// 2.0.0, section 11. Versions that are not of that form (a development build)
// are not newer than anything.
func newer(a, b string) bool {
	va, preA, okA := semver(a)
	vb, preB, okB := semver(b)
	if !okA || !okB {
		return false
	}
	for i := range va {
		if va[i] != vb[i] {
			return va[i] > vb[i]
		}
	}
	if preA == "" || preB == "" {
		return preA == "" && preB != ""
	}
	return comparePre(strings.Split(preA, "."), strings.Split(preB, ".")) > 0
}

// semver splits "v1.2.3-rc.1+build" into its numbers and its pre-release.
func semver(s string) (v [3]int, pre string, ok bool) {
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "v"), "+")
	s, pre, _ = strings.Cut(s, "-")
	parts := strings.Split(s, ".")
	if len(parts) != 3 {
		return v, "", false
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return v, "", false
		}
		v[i] = n
	}
	return v, pre, true
}

// comparePre compares two pre-releases field by field.
func comparePre(a, b []string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		na, errA := strconv.Atoi(a[i])
		nb, errB := strconv.Atoi(b[i])
		switch {
		case errA == nil && errB == nil && na != nb:
			return na - nb
		case errA == nil && errB != nil:
			return -1
		case errA != nil && errB == nil:
			return 1
		case a[i] != b[i]:
			return strings.Compare(a[i], b[i])
		}
	}
	return len(a) - len(b)
}
