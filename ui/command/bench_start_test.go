package command

import (
	"os/exec"
	"sort"
	"testing"
	"time"
)

// mostStart is what `version` may take, as a multiple of a program that prints
// a word (issue 2).
const mostStart = 4.0

// BenchmarkStart compares whole processes: medians of 30 runs, taken in turn.
// Run it alone: go test -run '^$' -bench Start -benchtime 1x ./ui/command
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	program, hello := compile(b, dir, "archadvisor", "archadvisor"), compile(b, dir, "hello", "./testdata/hello")
	for b.Loop() {
		atMost(b, "hello-x", func() float64 {
			var ours, theirs []time.Duration
			for range 30 {
				ours = append(ours, elapsed(b, program, "version"))
				theirs = append(theirs, elapsed(b, hello))
			}
			middle := func(d []time.Duration) float64 {
				sort.Slice(d, func(i, j int) bool { return d[i] < d[j] })
				return float64(d[len(d)/2])
			}
			return middle(ours) / middle(theirs)
		}, mostStart)
	}
}

func elapsed(b *testing.B, name string, args ...string) time.Duration {
	b.Helper()
	start := time.Now()
	if err := exec.Command(name, args...).Run(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
