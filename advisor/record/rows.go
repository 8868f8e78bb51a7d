package record

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Count is how many rows are in each state.
type Count struct {
	Holds, Drifted, Unreadable, Skipped int
}

// CountRows counts the rows; foreign files are not counted.
func CountRows(rows []Row) Count {
	var c Count
	for _, r := range rows {
		switch r.State {
		case Holds:
			c.Holds++
		case Drifted:
			c.Drifted++
		case Unreadable:
			c.Unreadable++
		case Skipped:
			c.Skipped++
		}
	}
	return c
}

// String is the closing line of a check: "3 hold, 1 drifted, ...".
func (c Count) String() string {
	return fmt.Sprintf("%d hold, %d drifted, %d unreadable, %d skipped (superseded or rejected)",
		c.Holds, c.Drifted, c.Unreadable, c.Skipped)
}

// WriteText prints one line per record that was checked, and the count.
func WriteText(w io.Writer, rows []Row) error {
	for _, r := range rows {
		if line := r.String(); line != "" {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(w, CountRows(rows))
	return err
}

// String is a row as one line, "" for what is not reported: records that were
// skipped and files that are none of ours.
func (r Row) String() string {
	file := Line(r.File)
	switch r.State {
	case Holds:
		line := file + ": holds: " + r.Now
		if r.Because != "" {
			line += " (" + r.Because + ")"
		}
		return line
	case Drifted:
		return fmt.Sprintf("%s: drifted: was %s, is %s, because %s", file, orNone(r.Recorded), orNone(r.Now), r.Because)
	case Unreadable:
		if r.Fault.Line > 0 {
			return fmt.Sprintf("%s:%d: unreadable: %s", file, r.Fault.Line, r.Fault.Message)
		}
		return file + ": unreadable: " + r.Fault.Message
	}
	return ""
}

// orNone is an option or, if there is none, what that means.
func orNone(architecture string) string {
	if architecture == "" {
		return "infeasible"
	}
	return architecture
}

// WriteJSON prints the rows that were checked as one array.
func WriteJSON(w io.Writer, rows []Row) error {
	checked := []Row{}
	for _, r := range rows {
		if r.State == Holds || r.State == Drifted || r.State == Unreadable {
			r.File = Line(r.File)
			checked = append(checked, r)
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(checked)
}

// The form of a JUnit report, as CI servers read it.
type (
	junitSuites struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr"`
		Failure *junitProblem `xml:"failure"`
		Error   *junitProblem `xml:"error"`
		Skipped *struct{}     `xml:"skipped"`
	}
	junitProblem struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// WriteJUnit prints the rows as a JUnit report: a drifted record is a failure,
// an unreadable one an error, a superseded or rejected one is skipped.
func WriteJUnit(w io.Writer, rows []Row) error {
	c := CountRows(rows)
	suite := junitSuite{Name: "archadvisor check", Failures: c.Drifted, Errors: c.Unreadable, Skipped: c.Skipped}
	for _, r := range rows {
		if r.State != Foreign {
			suite.Cases = append(suite.Cases, r.junit())
		}
	}
	suite.Tests = len(suite.Cases)
	out, err := xml.MarshalIndent(junitSuites{Suites: []junitSuite{suite}}, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, out)
	return err
}

// junit is a row as a test case.
func (r Row) junit() junitCase {
	c := junitCase{Class: "decisions", Name: Line(r.File), File: Line(r.File)}
	if r.Title != "" {
		c.Name = Line(r.Title)
	}
	switch r.State {
	case Drifted:
		c.Failure = &junitProblem{Message: fmt.Sprintf("was %s, is %s", orNone(r.Recorded), orNone(r.Now)), Text: r.String()}
	case Unreadable:
		c.Error = &junitProblem{Message: r.Fault.Message, Text: r.String()}
	case Skipped:
		c.Skipped = &struct{}{}
	}
	return c
}

// WriteList prints a table of records: number, status, what is recommended,
// whether it holds, title.
func WriteList(w io.Writer, rows []Row) error {
	var lines [][]string
	for _, r := range rows {
		if r.State == Foreign {
			continue
		}
		number := "-"
		if r.Number > 0 {
			number = idOf(r.Number)
		}
		lines = append(lines, []string{number, firstWord(r.Status), orDash(r.Recorded), listState(r), orDash(Line(r.Title)), Line(r.File)})
	}
	widths := []int{4, 6, 11, 5, 0, 0}
	for _, l := range lines {
		for i := range 4 {
			widths[i] = max(widths[i], len(l[i]))
		}
	}
	for _, l := range lines {
		for i := range 4 {
			l[i] += strings.Repeat(" ", widths[i]-len(l[i]))
		}
		if _, err := fmt.Fprintln(w, strings.Join(l, "  ")); err != nil {
			return err
		}
	}
	return nil
}

// listState is whether a record holds, in a word or two.
func listState(r Row) string {
	if r.State == Drifted {
		return "drifted to " + orNone(r.Now)
	}
	return string(r.State)
}

// firstWord is the status without what follows it.
func firstWord(status string) string {
	word, _, _ := strings.Cut(Line(status), " ")
	return orDash(word)
}

// orDash is a text or, if it is empty, a dash.
func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
