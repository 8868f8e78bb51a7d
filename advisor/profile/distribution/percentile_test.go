package distribution

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The quantiles are those of the sorted values, whatever the order, ties
// included.
func TestPercentileIsThatOfSortedValues(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for trial := range 500 {
		v := make([]float64, 1+r.IntN(60))
		for i := range v {
			v[i] = float64(r.IntN(1 + trial%50))
		}
		sorted := slices.Clone(v)
		slices.Sort(sorted)
		for _, q := range []float64{0, 0.1, 0.5, 0.9, 0.95, 1} {
			at := q * float64(len(v)-1)
			i := int(at)
			want := sorted[i]
			if i+1 < len(v) {
				want += (at - float64(i)) * (sorted[i+1] - sorted[i])
			}
			if got := Percentile(v, q); got != want {
				t.Fatalf("quantile %v of %v is %v, want %v", q, sorted, got, want)
			}
		}
	}
}
