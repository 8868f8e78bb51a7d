package command

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// population writes n random profiles and returns their folder.
func population(t testing.TB, n, known int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		p := precedent.Population(7, i)
		if known > 0 {
			p = precedent.Sparse(p, 7, i, known)
		}
		if err := p.Set(profile.Name, profile.Words(fmt.Sprintf("workload %d", i))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.toml", i)), profile.Encode(p), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The same input gives the same bytes, whatever the number of cores and the
// order in which workers finish.
func TestSameBytes(t *testing.T) {
	private(t)
	dir := population(t, 60, 8)
	for _, format := range []string{"table", "json", "ndjson", "csv", "markdown"} {
		cores := runtime.GOMAXPROCS(1)
		_, one, _ := run(t, "score", dir, "--format", format, "--draws", "64")
		runtime.GOMAXPROCS(8)
		_, many, _ := run(t, "score", dir, "--format", format, "--draws", "64")
		runtime.GOMAXPROCS(cores)
		if one == "" || one != many {
			t.Errorf("%s: %d bytes with one core, %d others with eight", format, len(one), len(many))
		}
	}
}

// Every row of a batch has the shape that other programs rely on: three architectures in
// order of score with those ruled out last, shares that sum to one, lists that
// are never null.
func TestRowsHaveTheContractsShape(t *testing.T) {
	private(t)
	dir := population(t, 60, 6)
	code, out, errs := run(t, "score", dir, "--format", "json", "--draws", "128")
	if code != exitFine {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	var rows []map[string]any
	if err := json.Unmarshal([]byte(out), &rows); err != nil || len(rows) != 60 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows {
		for _, key := range []string{"file", "name", "verdict", "recommendation", "probability", "ranking", "reasons", "flips",
			"next_questions", "assumed", "pack", "pack_hash", "prices", "version"} {
			if r[key] == nil {
				t.Errorf("%v: %s is missing or null", r["name"], key)
			}
		}
		checkRanking(t, r)
	}
}

func checkRanking(t *testing.T, r map[string]any) {
	t.Helper()
	ranking, _ := r["ranking"].([]any)
	if len(ranking) != 3 {
		t.Fatalf("%v: %d architectures", r["name"], len(ranking))
	}
	sum, last, feasible := 0.0, 0.0, true
	for i, entry := range ranking {
		o := entry.(map[string]any)
		score, ok := o["score"].(float64), o["feasible"].(bool)
		if i > 0 && (ok && !feasible || ok == feasible && score > last) {
			t.Errorf("%v: the ranking is out of order", r["name"])
		}
		last, feasible = score, ok
		sum += o["probability"].(float64)
		for name, e := range o["estimates"].(map[string]any) {
			b := e.(map[string]any)
			if lo, mid, hi := b["low"].(float64), b["expected"].(float64), b["high"].(float64); lo > mid || mid > hi {
				t.Errorf("%v: %s of %v is %v, %v, %v", r["name"], name, o["architecture"], lo, mid, hi)
			}
		}
		if o["gates"] == nil || o["shape"] == "" {
			t.Errorf("%v: gates or shape of %v are missing", r["name"], o["architecture"])
		}
	}
	if r["verdict"] != "infeasible" && (sum < 0.999 || sum > 1.001) {
		t.Errorf("%v: probabilities sum to %v", r["name"], sum)
	}
}

// Twenty processes that export into one folder at once: twenty records with
// twenty numbers.
func TestExportsDoNotCollide(t *testing.T) {
	const n = 20
	private(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(exe, filepath.Join(bin, "archadvisor")); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"madr", "log4brains"} {
		dir := t.TempDir()
		source := file(t, dir, "same.toml", tiny)
		records := filepath.Join(dir, "records")
		var wg sync.WaitGroup
		for range n {
			wg.Add(1)
			go func() {
				defer wg.Done()
				c := exec.Command(filepath.Join(bin, "archadvisor"), "export", source, "--dir", records, "--format", format, "--draws", "1")
				c.Dir = dir
				if text, err := c.CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, text)
				}
			}()
		}
		wg.Wait()
		entries, err := os.ReadDir(records)
		if err != nil {
			t.Fatal(err)
		}
		heads := map[string]bool{}
		for _, e := range entries {
			heads[strings.SplitN(e.Name(), "-", 2)[0]] = true
		}
		if len(entries) != n {
			t.Errorf("%s: %d records, want %d", format, len(entries), n)
		}
		if format == "madr" && len(heads) != n {
			t.Errorf("%d numbers, want %d", len(heads), n)
		}
	}
}

// dropInfeasible removes the profiles of which there is nothing to record.
func dropInfeasible(t *testing.T, dir string) (dropped int) {
	t.Helper()
	_, out, _ := run(t, "score", dir, "--format", "ndjson", "--draws", "64")
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var row struct{ File, Verdict string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if row.Verdict == "infeasible" {
			dropped++
			if err := os.Remove(row.File); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dropped
}

// Fresh records hold; with ten thousand times the load those that drift are
// named with what changed, and the rest is still checked.
func TestCheckManyRecords(t *testing.T) {
	n := 40
	if os.Getenv("ARCHADVISOR_TEST_MANY") != "" {
		n = 1000
	}
	private(t)
	profiles := population(t, n, 0)
	n -= dropInfeasible(t, profiles)
	records := filepath.Join(t.TempDir(), "records")
	if code, _, errs := run(t, "export", profiles, "--dir", records, "--draws", "64", "--format", "madr"); code != exitFine {
		t.Fatalf("export: exit code %d: %s", code, errs)
	}
	start := time.Now()
	code, out, errs := run(t, "check", records, "--draws", "64")
	if took, most := time.Since(start), time.Duration(n)*time.Minute/5000; n > 40 && took > most { // 5,000 in a minute
		t.Errorf("%d records were checked in %v, want at most %v", n, took, most)
	}
	if code != exitFine || strings.Count(out, "\n") != n || strings.Count(out, "holds ") != n {
		t.Fatalf("fresh: exit code %d, %d lines: %s", code, strings.Count(out, "\n"), errs)
	}
	code, out, _ = run(t, "check", records, "--draws", "64", "--set", "load.mean_rps=50000", "--set", "load.peak_to_mean=4")
	if code != exitDrifted || strings.Count(out, "\n") != n {
		t.Fatalf("drifted: exit code %d, %d lines", code, strings.Count(out, "\n"))
	}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if strings.HasPrefix(line, "drifted") && !strings.Contains(line, "rule ") && !strings.Contains(line, "measure ") && !strings.Contains(line, "gate ") && !strings.Contains(line, "infrastructure of ") {
			t.Errorf("nothing said of what changed: %s", line)
		}
	}
}
