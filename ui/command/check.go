package command

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

const checkExample = `  archadvisor check docs/decisions
  archadvisor check docs/decisions --set load.mean_rps=5000
  archadvisor check . --format junit --output decisions.xml`

// checkOptions are what check is asked for.
type checkOptions struct {
	common
	paths []string
}

func newCheck(s Streams, run func(context.Context, *checkOptions) error) *cobra.Command {
	return &cobra.Command{Use: "check PATH...", Short: "Score recorded decisions again and say which no longer hold",
		Example: checkExample, Args: takes(1, anyNumber, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			o, err := s.read(c)
			if err != nil {
				return err
			}
			return run(c.Context(), &checkOptions{o, paths})
		}}
}

func runCheck(ctx context.Context, o *checkOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	counts, doubtful := recordCounts{}, 0
	err = o.writeTo(func(w io.Writer) error {
		out := newCheckWriter(o.format, w)
		err := e.recheck(ctx, o.paths, func(r record.Row) error {
			counts[r.State]++
			if r.Verdict != advisor.Recommended && r.State == record.Holds {
				doubtful++
			}
			return out.write(&r)
		})
		if err != nil {
			return err
		}
		return out.close()
	})
	if err != nil {
		return err
	}
	o.remark("%v", counts)
	return checkExit(counts, o.set.strict && doubtful > 0)
}

// checkExit is the exit code of check.
func checkExit(n recordCounts, doubt bool) error {
	switch {
	case n[record.Drifted] > 0:
		return quietly(exitDrifted)
	case n[record.Unreadable] > 0:
		return quietly(exitFailed)
	case doubt:
		return quietly(exitStrict)
	}
	return nil
}

// checkWriter prints what became of records, in one format.
type checkWriter interface {
	write(*record.Row) error
	close() error
}

func newCheckWriter(format string, w io.Writer) checkWriter {
	switch format {
	case "json":
		return &checkJSON{array: array{w: w}}
	case "junit":
		return &checkJUnit{w: w}
	}
	return &checkText{w: w}
}

// checkText prints a line each; skipped records are only counted.
type checkText struct{ w io.Writer }

func (t *checkText) write(r *record.Row) error {
	text := checkLine(r)
	if text == "" {
		return nil
	}
	_, err := fmt.Fprintln(t.w, text)
	return err
}

func (t *checkText) close() error { return nil }

// checkLine is one record in one line.
func checkLine(r *record.Row) string {
	file := profile.Clean(r.File)
	because := ""
	if r.Because != "" {
		because = ": " + profile.Clean(r.Because)
	}
	switch r.State {
	case record.Holds:
		return fmt.Sprintf("holds       %s: %s, %s%s", file, recordName(r), r.Now, because)
	case record.Drifted:
		return fmt.Sprintf("drifted     %s: %s, was %s, is %s%s", file, recordName(r), profile.Clean(r.Recorded), architectureNow(r.Now), because)
	case record.Unreadable:
		if r.Fault != nil && r.Fault.Line > 0 {
			file = fmt.Sprintf("%s:%d", file, r.Fault.Line)
		}
		return "unreadable  " + file + because
	}
	return ""
}

// checkJSON prints one array.
type checkJSON struct{ array }

func (j *checkJSON) write(r *record.Row) error {
	if r.State == record.Skipped {
		return nil
	}
	return j.add(r)
}

// checkJUnit prints the report that build servers read; it is held until the
// end, because its head carries the counts.
type checkJUnit struct {
	w     io.Writer
	suite junitSuite
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitMessage `xml:"failure"`
	Error   *junitMessage `xml:"error"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
}

func (j *checkJUnit) write(r *record.Row) error {
	k := junitCase{Class: profile.Clean(r.File), Name: recordName(r)}
	if k.Name == "" {
		k.Name = k.Class
	}
	because := profile.Clean(r.Because)
	switch r.State {
	case record.Drifted:
		k.Failure = &junitMessage{fmt.Sprintf("was %s, is %s: %s", profile.Clean(r.Recorded), architectureNow(r.Now), because)}
		j.suite.Failures++
	case record.Unreadable:
		k.Error = &junitMessage{because}
		j.suite.Errors++
	case record.Skipped:
		k.Skipped = &junitMessage{profile.Clean(r.Status)}
		j.suite.Skipped++
	}
	j.suite.Tests++
	j.suite.Cases = append(j.suite.Cases, k)
	return nil
}

func (j *checkJUnit) close() error {
	j.suite.Name = "archadvisor check"
	text, err := xml.MarshalIndent(&j.suite, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(j.w, "%s%s\n", xml.Header, text)
	return err
}
