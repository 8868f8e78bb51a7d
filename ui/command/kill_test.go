package command

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	names "archadvisor/advisor/record/page"
)

// The program is killed at random moments while twenty exports write into one folder
// and an interview goes on. No record is lost or half there, no number is given
// twice, and the draft has every answer that was noted. ARCHADVISOR_TEST_KILLS says
// how often; by default it is few.
func TestKilledAtAnyMoment(t *testing.T) {
	kills, _ := strconv.Atoi(os.Getenv("ARCHADVISOR_TEST_KILLS"))
	kills = max(kills, 4)
	dir := t.TempDir()
	bin := filepath.Join(dir, "archadvisor")
	if out, err := exec.Command("go", "build", "-o", bin, "../..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "shop.toml"), []byte("schema = 2\nname = \"shop\"\n[team]\nengineers = 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if out, err := killable(context.Background(), bin, dir, filepath.Join(dir, "state"), "export", "shop.toml", "--draws", "2", "--dir", "docs", "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	longest := 16 * time.Since(start) // twenty at once on a few cores: about half of them end before
	drafts := 0
	written := map[string]bool{} // the records that an export said it wrote
	for done := 0; done < kills; {
		killed, wrote := killExports(t, dir, bin, longest)
		for _, name := range wrote {
			written[name] = true
		}
		done += killed
		wholeRecords(t, dir, written)
		drafts += killInterview(t, bin, filepath.Join(dir, fmt.Sprintf("state%d", done)))
		done++
	}
	t.Logf("%d records and %d drafts after %d kills", len(written), drafts, kills)
}

// command is the program in a folder, with a state of its own.
func killable(ctx context.Context, bin, dir, state string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, bin, args...) // which ends it by SIGKILL
	c.Dir = dir
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+state, "XDG_CONFIG_HOME="+state, "HOME="+state, "SOURCE_DATE_EPOCH=1795392000")
	return c
}

// killExports runs twenty exports side by side and kills each after its own time;
// some end before. It returns how many were killed and what the others wrote.
func killExports(t *testing.T, dir, bin string, longest time.Duration) (killed int, wrote []string) {
	t.Helper()
	var all sync.WaitGroup
	var mu sync.Mutex
	for range 20 {
		all.Add(1)
		go func() {
			defer all.Done()
			ctx, cancel := context.WithTimeout(context.Background(), rand.N(longest))
			defer cancel()
			var out bytes.Buffer
			c := killable(ctx, bin, dir, filepath.Join(dir, "state"), "export", "shop.toml", "--draws", "2", "--dir", "docs", "--quiet")
			c.Stdout = &out
			err := c.Run()
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				killed++
				return
			}
			wrote = append(wrote, strings.TrimSpace(out.String()))
		}()
	}
	all.Wait()
	return killed, wrote
}

// wholeRecords holds the folder against what was written.
func wholeRecords(t *testing.T, dir string, written map[string]bool) {
	t.Helper()
	for name := range written {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("a record is lost: %v", err)
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "docs", "*.md"))
	numbers := map[int]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := record.Parse(data, f)
		n := names.NumberOf(filepath.Base(f))
		if err != nil || r.Number != n || numbers[n] != "" {
			t.Errorf("%s: number %d, %v; %q has it, too", f, r.Number, err, numbers[n])
		}
		numbers[n] = f
	}
}

var notedPattern = regexp.MustCompile(`Noted: engineers, ([0-9]+) people`)

// killInterview answers one question over and over until the program is killed; the
// draft, if there is one yet, must have the last answer that was noted, or a later.
func killInterview(t *testing.T, bin, state string) (drafted int) {
	t.Helper()
	if err := os.MkdirAll(state, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(300+rand.IntN(1500))*time.Millisecond)
	defer cancel()
	c := killable(ctx, bin, state, state, "--accessible")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_, err := io.WriteString(in, "\n")
		for n := 2; err == nil; n++ {
			_, err = fmt.Fprintf(in, "go engineers\n%d\n", n)
			time.Sleep(3 * time.Millisecond)
		}
	}()
	noted := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if m := notedPattern.FindStringSubmatch(lines.Text()); m != nil {
			noted, _ = strconv.Atoi(m[1])
		}
	}
	_ = c.Wait()
	drafts, _ := filepath.Glob(filepath.Join(state, "archadvisor", "*", "*.toml"))
	more, _ := filepath.Glob(filepath.Join(state, "archadvisor", "*.toml"))
	if drafts = append(drafts, more...); noted == 0 && len(drafts) == 0 {
		return 0
	}
	if len(drafts) != 1 {
		t.Fatalf("%d drafts after the answer %d", len(drafts), noted)
	}
	data, err := os.ReadFile(drafts[0])
	if err != nil {
		t.Fatal(err)
	}
	list, errs := profile.Decode(data, drafts[0])
	if len(errs) > 0 {
		t.Fatalf("the draft is damaged: %v\n%s", errs, data)
	}
	if got := list[0].Get(profile.Engineers).Low; got < float64(noted) {
		t.Errorf("the draft has %g engineers, noted was %d", got, noted)
	}
	return 1
}
