package command

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
	"archadvisor/ui/session"
	"archadvisor/ui/settings"
)

// errnos are what file systems answer that are full, read-only, remote or foreign.
var errnos = []syscall.Errno{syscall.EPERM, syscall.EOPNOTSUPP, syscall.ENOSYS, syscall.ENOLCK, syscall.ENOSPC, syscall.EROFS, syscall.EINTR}

// writer is something that writes files: what is there before, and what it does.
type writer struct {
	before map[string]string
	write  func(dir string) error
}

// Whichever call to the file system fails, once or from then on: what was asked for
// is done, or nothing is touched and a message says why.
func TestFaultsLeaveAllOrNothing(t *testing.T) {
	for name, w := range writers(t) {
		var calls []string
		before, after, _ := w.run(t, func(call, _ string) error { calls = append(calls, call); return nil })
		if len(calls) < 3 || maps.Equal(before, after) {
			t.Fatalf("%s makes the calls %q", name, calls)
		}
		for i, failing := range calls {
			for _, errno := range errnos {
				for _, once := range []bool{true, false} {
					if !once && errno != syscall.EPERM && errno != syscall.ENOSPC {
						continue // told apart by none of the calls
					}
					n := 0
					was, is, err := w.run(t, func(call, _ string) error {
						n++
						if n == i+1 || !once && n > i && call == failing {
							return errno
						}
						return nil
					})
					at := fmt.Sprintf("%s, call %d %s: %v (once: %v)", name, i+1, failing, errno, once)
					if failing == "remove" && !once { // what cannot be removed stays, hidden
						maps.DeleteFunc(is, func(file, _ string) bool { return strings.HasPrefix(filepath.Base(file), ".archadvisor") })
					}
					switch {
					case err == nil && maps.Equal(is, after):
					case err != nil && maps.Equal(is, was) && strings.Contains(err.Error(), errno.Error()):
					default:
						t.Errorf("%s: %v: neither done nor untouched\nhas  %q\nwas  %q\ndone %q", at, err, keys(is), keys(was), keys(after))
					}
				}
			}
		}
	}
}

func keys(m map[string]string) (list []string) {
	for file, text := range m {
		list = append(list, fmt.Sprintf("%s %d", file, len(text)))
	}
	return list
}

// run writes in a fresh folder with trouble; it returns the files of before and after.
func (w writer) run(t *testing.T, trouble func(call, path string) error) (before, after map[string]string, err error) {
	t.Helper()
	dir, err := os.MkdirTemp("", "faults")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for name, text := range w.before {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	before = filesBelow(t, dir)
	disk.Trouble = trouble
	err = w.write(dir)
	disk.Trouble = nil
	return before, filesBelow(t, dir), err
}

// filesBelow are the files and folders below a folder with their texts.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			out[strings.TrimPrefix(path, dir)+"/"] = ""
			return err
		}
		data, err := os.ReadFile(path)
		out[strings.TrimPrefix(path, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// chosen are settings of which one was given as a flag.
func chosen(name, value string) *choices {
	found := settings.Found{}
	for _, n := range settings.All {
		found[n] = &settings.Setting{Name: n}
	}
	found[name] = &settings.Setting{Name: name, Values: []string{value}, Said: "--" + name}
	return &choices{found: found}
}

// writers are the ways in which the program writes files.
func writers(t *testing.T) map[string]writer {
	t.Helper()
	p := profile.New("shop")
	if err := p.SetString("team.engineers=3"); err != nil {
		t.Fatal(err)
	}
	e, err := newEngine(&options{Streams: Streams{Out: io.Discard, Err: io.Discard}, set: chosen("draws", "2")})
	if err != nil {
		t.Fatal(err)
	}
	x, err := e.Account(context.Background(), p, e.how)
	if err != nil {
		t.Fatal(err)
	}
	decided := []records.Decided{{Profile: p, Explanation: x}}
	written := func(number int, date string) string {
		data, err := record.Write(record.MADR, x, p, record.Meta{Number: number, Date: date})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	two := map[string]string{"d/0001-a.md": written(1, "2026-01-01"), "d/0002-b.md": written(2, "2026-01-02")}
	shared := map[string]string{"d/0001-a.md": written(1, "2026-01-01"), "d/0001-b.md": written(1, "2026-01-02"), "d/0004-c.md": written(3, "2026-01-03"),
		"d/README.md": "[b](0001-b.md)\n", "index.md": "[b](d/0001-b.md)\n"}
	drifted := map[string]string{}
	for name, text := range two {
		drifted[name] = strings.Replace(text, "recommendation="+x.Recommendation, "recommendation=microservices", 1)
	}
	export := func(supersedes ...string) func(string) error {
		return func(dir string) error {
			at := records.Place{Format: record.MADR, Dir: filepath.Join(dir, "d")}
			_, err := at.Write(&records.Request{Number: "auto", Date: "2026-11-23", Supersedes: supersedes}, decided)
			return err
		}
	}
	output := func(dir string) error {
		o := options{set: chosen("output", filepath.Join(dir, "out.csv"))}
		return o.writeTo(func(w io.Writer) error { _, err := w.Write(bytes.Repeat([]byte("x"), 100_000)); return err })
	}
	return map[string]writer{
		"export":               {nil, export()},
		"export beside others": {two, export()},
		"supersede":            {two, export("1", "2")},
		"check --fix": {shared, func(dir string) error {
			_, err := records.Mend([]string{filepath.Join(dir, "d")}, []string{filepath.Join(dir, "index.md")})
			return err
		}},
		"check --accept":       {drifted, func(dir string) error { e.args = []string{filepath.Join(dir, "d")}; return e.renew() }},
		"score -o, a new file": {nil, output},
		"score -o over a file": {map[string]string{"out.csv": "old"}, output},
		"the draft of an interview": {map[string]string{"drafts/x": "old"}, func(dir string) error {
			return session.Folder{Path: filepath.Join(dir, "drafts")}.Save("new", []byte("draft"))
		}},
	}
}
