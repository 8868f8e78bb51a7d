package git

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"archadvisor/advisor/profile"
)

// story writes a history as a stream for git fast-import.
type story struct {
	bytes.Buffer
	mark int
}

var today = time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)

// commit adds a commit some days before today to the main branch, with a second
// parent if that is not 0.
func (s *story) commit(daysAgo float64, who string, parent int, files ...string) int {
	s.mark++
	at := today.Add(-time.Duration(daysAgo * 24 * float64(time.Hour))).Unix()
	fmt.Fprintf(s, "commit refs/heads/main\nmark :%d\nauthor %s %d +0000\ncommitter %s %d +0000\ndata 1\nx\n", s.mark, who, at, who, at)
	if parent > 0 {
		fmt.Fprintf(s, "merge :%d\n", parent)
	}
	for _, f := range files {
		text := fmt.Sprintf("%s %d\n", f, s.mark)
		fmt.Fprintf(s, "M 644 inline %s\ndata %d\n%s\n", f, len(text), text)
	}
	return s.mark
}

func (s *story) file(name, text string) {
	s.commit(400, "Ana Ruiz <ana@example.org>", 0)
	fmt.Fprintf(s, "M 644 inline %s\ndata %d\n%s\n", name, len(text), text)
}

func (s *story) tag(name string, commit int, daysAgo float64) {
	fmt.Fprintf(s, "tag %s\nfrom :%d\ntagger T <t@example.org> %d +0000\ndata 1\nx\n", name, commit, today.Add(-time.Duration(daysAgo*24*float64(time.Hour))).Unix())
}

// repository makes the repository of a story.
func (s *story) repository(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, args := range [][]string{{"init", "-q", "-b", "main", dir}, {"-C", dir, "fast-import", "--quiet", "--force"}} {
		c := exec.Command("git", args...)
		c.Stdin = bytes.NewReader(s.Bytes())
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}

// measured is the fragment of a repository, as text and as a profile.
func measured(t *testing.T, dir string, date time.Time) (string, *profile.Profile) {
	t.Helper()
	f, err := Measure(context.Background(), dir, date)
	if err != nil {
		t.Fatal(err)
	}
	text := string(f.TOML())
	p, errs := profile.Decode([]byte("schema = 2\nname = \"x\"\n"+text), "x")
	if len(errs) > 0 {
		t.Fatalf("%v\n%s", errs, text)
	}
	return text, p[0]
}

const ana, bo, bot = "Ana Ruiz <ana@example.org>", "Bo Lund <bo@example.org>", "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"

// shop is a history of two people and their doubles, a bot, releases, and three
// modules, of which two change together.
func shop() *story {
	s := &story{}
	s.file(".mailmap", "Bo Lund <bo@example.org> <bo@home.example>\n")
	s.file(".github/CODEOWNERS", "# owners\n* @acme/core\n/src/cart/ @acme/shop @ana\n/docs @acme/core\n")
	s.file("docker/Dockerfile", "FROM scratch\n")
	s.file("api/Dockerfile", "FROM scratch\n")
	s.commit(399, ana, 0, "src/cart/a.go", "src/cart/b.go", "src/pay/a.go", "src/pay/b.go", "src/mail/a.go", "src/mail/b.go", "src/main.go", "src/cart/a_test.go", "docs/x.go", "vendor/y/z.go")
	for i := range 40 {
		s.commit(390-float64(i)*8, ana, 0, "src/cart/a.go", "src/pay/a.go")
		s.commit(389-float64(i)*8, bo, 0, "src/mail/a.go")
	}
	var wide []string
	for i := range 40 {
		wide = append(wide, fmt.Sprintf("src/mail/f%d.go", i))
	}
	s.commit(60, ana, 0, append(wide, "src/cart/b.go")...)
	s.commit(50, "ana <ana@example.org>", 0, "src/pay/b.go")
	s.commit(40, "Bo Lund <bo@home.example>", 0, "src/mail/b.go")
	s.commit(30, "B. Lund <bo@home.example>", 0, "src/mail/b.go")
	side := s.commit(20, "Cy Young <cy@example.org>", 0, "src/mail/b.go")
	s.commit(10, bot, 0, "go.mod")
	last := s.commit(0, bo, side, "src/mail/a.go")
	for i := range 26 {
		s.tag(fmt.Sprintf("v1.%d.0", i), 10+i, float64(i)*13)
	}
	s.tag("pay/v3.0.0", 10, 0)
	s.tag("v2.0.0-rc1", last, 1)
	s.tag("v2.0.0-a.0", last, 2)
	s.tag("approved-by-legal", last-1, 1)
	return s
}

// Every figure of a small history is what a look at it gives.
func TestMeasure(t *testing.T) {
	dir := shop().repository(t)
	text, p := measured(t, dir, time.Time{})
	if want := "the lower end leaves out 1 author of a single commit;"; !strings.Contains(text, want) {
		t.Errorf("%q is not in\n%s", want, text)
	}
	for id, want := range map[profile.ID][2]float64{
		profile.Engineers:       {2, 3}, // Ana, Bo, and Cy with a single commit
		profile.Teams:           {2, 2},
		profile.DeploysPerWeek:  {0.5, 0.5}, // 26 commits with a tag in 52.1 weeks
		profile.Modules:         {3, 3},
		profile.HeadcountGrowth: {1, 1.5},
		profile.LockstepChanges: {0, 0},
	} {
		v := p.Get(id)
		if id == profile.LockstepChanges || id == profile.HeadcountGrowth { // told below
			continue
		}
		if !v.Known() || v.Low != want[0] || v.High != want[1] {
			t.Errorf("%v is %v, want %v", id, v, want)
		}
	}
	if v := p.Get(profile.Runtime); v.Text != "go" {
		t.Errorf("runtime %q", v.Text)
	}
	for _, want := range []string{"cart + pay: 41 commits", "cannot be cut", "bots left out", "41 of 85 commits touch several modules", "1 sweeping commit left out",
		"# lockstep_changes = false", "# services_now = 2", "# data_coupling = \"high\"", "src/ (mail, cart, pay)"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	for _, name := range []string{"Ana", "ana@", "Bo", "bo@", "Lund", "Cy", "legal"} {
		if strings.Contains(text, name) {
			t.Errorf("%q names somebody:\n%s", name, text)
		}
	}
	if _, p := measured(t, dir, today.AddDate(1, 0, 0)); p.Known(profile.Engineers) || p.Known(profile.DeploysPerWeek) {
		t.Error("a year later somebody still works on it")
	}
}

// Without tags, merges are an upper bound; without merges nothing is said.
func TestReleasesWithoutTags(t *testing.T) {
	s := &story{}
	for i := range 10 {
		s.commit(70-float64(i)*7, ana, 0, "a/a.go", "a/b.go")
	}
	if text, p := measured(t, s.repository(t), time.Time{}); p.Known(profile.DeploysPerWeek) || strings.Contains(text, "leaves out") {
		t.Errorf("ten commits in nine weeks: %v\n%s", p.Get(profile.DeploysPerWeek), text)
	}
	side := s.commit(1, bo, 0, "b/a.go", "b/b.go")
	s.commit(0, bo, side-3)
	if text, p := measured(t, s.repository(t), time.Time{}); p.Get(profile.DeploysPerWeek).High != 0.1 || !strings.Contains(text, "1 merge to the main branch: an upper bound") {
		t.Errorf("a merge in ten weeks: %v\n%s", p.Get(profile.DeploysPerWeek), text)
	}
}

// Folders without a history are told so, and a hostile setting of a repository runs
// nothing.
func TestUntrusted(t *testing.T) {
	if _, err := Measure(context.Background(), t.TempDir(), time.Time{}); err == nil || !strings.Contains(err.Error(), "no history") {
		t.Errorf("an empty folder: %v", err)
	}
	empty := (&story{}).repository(t)
	if _, err := Measure(context.Background(), empty, time.Time{}); err == nil {
		t.Error("an empty repository was measured")
	}
	dir := shop().repository(t)
	trap := filepath.Join(dir, "trap")
	script := filepath.Join(dir, "run.sh")
	if err := os.WriteFile(script, []byte("#!/bin/sh\ntouch "+trap+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	config := "[core]\n\tfsmonitor = " + script + "\n\tpager = " + script + "\n[diff]\n\texternal = " + script + "\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = " + script + "\n"
	f, err := os.OpenFile(filepath.Join(dir, ".git", "config"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(config); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	measured(t, dir, time.Time{})
	if _, err := os.Stat(trap); err == nil {
		t.Error("a setting of the repository ran a program")
	}
}
