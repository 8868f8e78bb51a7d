package estimate

import (
	"math"
	"sort"
)

// Cents rounds the lines of a bill to cents for showing, so that the lines shown
// add up to the total shown: the total is rounded, and the cents that the lines
// lack go to those that lost most by rounding down (largest remainder). The
// results are whole numbers of cents.
func Cents(lines []Line) (each []int64, total int64) {
	each = make([]int64, len(lines))
	lost := make([]int, len(lines))
	sum, given := 0.0, int64(0)
	for i := range lines {
		sum += lines[i].MonthlyUSD
		each[i] = int64(math.Floor(lines[i].MonthlyUSD * 100))
		given += each[i]
		lost[i] = i
	}
	total = int64(math.Round(sum * 100))
	rest := func(i int) float64 { return lines[i].MonthlyUSD*100 - float64(each[i]) }
	sort.SliceStable(lost, func(a, b int) bool { return rest(lost[a]) > rest(lost[b]) })
	for k := 0; given < total && len(lost) > 0; k++ {
		each[lost[k%len(lost)]]++
		given++
	}
	return each, total
}
