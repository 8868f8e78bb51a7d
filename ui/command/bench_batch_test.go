package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"syscall"
	"testing"
	"time"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// What a batch may cost (issue 4): CPU as a multiple of reading and decoding
// the same files, peak memory as a multiple of that for a hundred files.
const (
	mostCentral = 3.0
	mostDraws   = 15.0
	mostSparse  = 75.0 // documented decisions, in which most is open
	mostMemory  = 1.6
	benchFiles  = 4000
	benchFew    = 100
)

// BenchmarkBatch compares whole processes: score over 4,000 complete profiles
// against a program that only reads and decodes them. It fails when a ratio is
// above its bound. Run it alone: go test -run '^$' -bench Batch ./ui/command
func BenchmarkBatch(b *testing.B) {
	dir := b.TempDir()
	many, few := filepath.Join(dir, "many"), filepath.Join(dir, "few")
	writePopulation(b, many, benchFiles)
	writePopulation(b, few, benchFew)
	sparse := filepath.Join(dir, "sparse")
	writeCases(b, sparse, benchFiles/2)
	program, decode := compile(b, dir, "archadvisor", "archadvisor"), compile(b, dir, "decode", "./testdata/decode")
	for b.Loop() {
		base := median(b, decode, many)
		central := median(b, program, "score", many, "--format", "ndjson", "--draws", "0")
		draws := median(b, program, "score", many, "--format", "ndjson")
		open, openBase := median(b, program, "score", sparse, "--format", "ndjson"), median(b, decode, sparse)
		small := median(b, program, "score", few, "--format", "ndjson")
		b.ReportMetric(base.cpu.Seconds()/benchFiles*1e6, "decode-µs/file")
		atMost(b, "draws-0-x", central.cpu.Seconds()/base.cpu.Seconds(), mostCentral)
		atMost(b, "draws-x", draws.cpu.Seconds()/base.cpu.Seconds(), mostDraws)
		atMost(b, "sparse-x", open.cpu.Seconds()/openBase.cpu.Seconds(), mostSparse)
		atMost(b, "memory-x", float64(draws.kb)/float64(small.kb), mostMemory)
		b.ReportMetric(float64(small.kb)/1024, "MB-of-100")
		b.ReportMetric(float64(draws.kb)/1024, "MB-of-4000")
	}
}

func atMost(b *testing.B, name string, got, most float64) {
	b.Helper()
	b.ReportMetric(got, name)
	if got > most {
		b.Errorf("%s is %.2f, at most %g is allowed", name, got, most)
	}
}

func writePopulation(b *testing.B, dir string, n int) {
	b.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		b.Fatal(err)
	}
	for i := range n {
		p := precedent.Population(1, i)
		if err := p.Set(profile.Name, profile.Words(fmt.Sprintf("workload %d", i))); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.toml", i)), profile.Encode(p), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}

// writeCases writes the profiles of the documented decisions again and again.
func writeCases(b *testing.B, dir string, n int) {
	b.Helper()
	cases := precedent.Corpus()
	err := os.MkdirAll(dir, 0o755)
	for i := 0; i < n && err == nil; i++ {
		err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.toml", i)), profile.Encode(cases[i%len(cases)].Profile), 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func compile(b *testing.B, dir, name, pkg string) string {
	b.Helper()
	out := filepath.Join(dir, name)
	if text, err := exec.Command("go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
		b.Fatalf("go build %s: %v\n%s", pkg, err, text)
	}
	return out
}

// spent is what one process used.
type spent struct {
	cpu time.Duration
	kb  int64
}

// median runs a command five times and takes the middle of each quantity.
func median(b *testing.B, name string, args ...string) spent {
	b.Helper()
	const runs = 5
	var cpu []time.Duration
	var kb []int64
	for range runs {
		c := exec.Command(name, args...)
		c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+b.TempDir())
		if err := c.Run(); err != nil {
			b.Fatalf("%s: %v", name, err)
		}
		use, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
		if !ok {
			b.Skip("this system does not tell what a process used")
		}
		cpu = append(cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		kb = append(kb, int64(use.Maxrss))
	}
	sort.Slice(cpu, func(i, j int) bool { return cpu[i] < cpu[j] })
	sort.Slice(kb, func(i, j int) bool { return kb[i] < kb[j] })
	return spent{cpu[runs/2], kb[runs/2]}
}
