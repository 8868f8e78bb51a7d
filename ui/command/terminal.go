package command

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/mattn/go-isatty"

	"archadvisor/advisor/profile"
)

// pipedWidth is the width of text that does not go to a terminal, in columns.
const pipedWidth = 100

func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// textWidth is how wide text may be: that of the terminal, or 100 columns when
// piped. ARCHADVISOR_FORCE_TTY=N fixes it.
func textWidth(w any) int {
	if n, err := strconv.Atoi(os.Getenv("ARCHADVISOR_FORCE_TTY")); err == nil && n >= 20 {
		return n
	}
	f, ok := w.(*os.File)
	if !ok || !isTerminal(f) {
		return pipedWidth
	}
	if n, _, err := term.GetSize(f.Fd()); err == nil && n >= 20 {
		return n
	}
	return 80
}

// colour decides per stream: --color, then NO_COLOR, CLICOLOR_FORCE, the
// terminal, CLICOLOR and TERM.
func (s *settings) colour(w any) bool {
	switch s.v.GetString("color") {
	case "always":
		return true
	case "never":
		return false
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return isTerminal(w) && os.Getenv("CLICOLOR") != "0" && os.Getenv("TERM") != "dumb"
}

// progress is a line on standard error for long batches, only on a terminal.
type progress struct {
	w     io.Writer
	n     int
	start time.Time
	last  time.Time
	drawn bool
}

func newProgress(w io.Writer, n int, quiet bool) *progress {
	if quiet || !isTerminal(w) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	return &progress{w: w, n: n, start: time.Now()}
}

// step redraws at most ten times a second, and not before a fifth of a second.
func (p *progress) step(i int) {
	if p == nil || time.Since(p.start) < 200*time.Millisecond || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.drawn = time.Now(), true
	left := time.Duration(float64(time.Since(p.start)) / float64(i) * float64(p.n-i)).Round(time.Second)
	fmt.Fprintf(p.w, "\r\x1b[K%d of %d, %v left", i, p.n, left)
}

func (p *progress) done() {
	if p != nil && p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// reportRow puts every fault of a row on standard error; the report of one file
// is bounded.
func reportRow(w io.Writer, r *row) {
	if len(r.errs) > 0 {
		fmt.Fprintln(w, r.errs.Error())
	}
}

// disagreement is the remark that components of one file got different
// answers, "" if they agree.
func disagreement(rows []row) string {
	first := ""
	for i := range rows {
		if rows[i].d == nil {
			continue
		}
		got := recommended(rows[i].d)
		if first == "" {
			first = got
		}
		if got != first {
			return fmt.Sprintf("%s: its profiles get different answers (%s and %s): decide them one by one",
				profile.Clean(rows[0].file), first, got)
		}
	}
	return ""
}
