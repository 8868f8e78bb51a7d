package render

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// Checks prints what became of records, in one format.
type Checks interface {
	Write(*record.Row) error
	Close() error
}

// NewChecks prints to w as text, json, junit, github or sarif, which names the version of the program.
func NewChecks(format string, w io.Writer, version string) Checks {
	switch format {
	case "json":
		return &checkJSON{Array: Array{w: w}}
	case "junit":
		return &checkJUnit{w: w}
	case "github":
		return &checkGitHub{w}
	case "sarif":
		return &checkSARIF{w: w, version: version}
	}
	return &checkText{w: w}
}

// checkText prints a line each; skipped records are only counted.
type checkText struct{ w io.Writer }

func (t *checkText) Write(r *record.Row) error {
	text := checkLine(r)
	if text != "" {
		_, err := fmt.Fprintln(t.w, text)
		return err
	}
	return nil
}

func (t *checkText) Close() error { return nil }

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
		return fmt.Sprintf("drifted     %s: %s, %s", file, recordName(r), changed(r))
	case record.Unreadable:
		if r.Fault != nil && r.Fault.Line > 0 {
			file = fmt.Sprintf("%s:%d", file, r.Fault.Line)
		}
		return "unreadable  " + file + because
	}
	return ""
}

// changed is what became of a decision that drifted, and why.
func changed(r *record.Row) string {
	if r.Still != "" {
		return profile.Clean(r.Still + ": " + r.Because)
	}
	return profile.Clean(fmt.Sprintf("was %s, is %s: %s", r.Recorded, cmp.Or(r.Now, "nothing"), r.Because))
}

type checkJSON struct{ Array }

func (j *checkJSON) Write(r *record.Row) error {
	if r.State == record.Skipped {
		return nil
	}
	return j.Add(r)
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

func (j *checkJUnit) Write(r *record.Row) error {
	k := junitCase{Class: profile.Clean(r.File), Name: cmp.Or(recordName(r), profile.Clean(r.File))}
	switch r.State {
	case record.Drifted:
		k.Failure = &junitMessage{changed(r)}
		j.suite.Failures++
	case record.Unreadable:
		k.Error = &junitMessage{profile.Clean(r.Because)}
		j.suite.Errors++
	case record.Skipped:
		k.Skipped = &junitMessage{profile.Clean(r.Status)}
		j.suite.Skipped++
	}
	j.suite.Tests++
	j.suite.Cases = append(j.suite.Cases, k)
	return nil
}

func (j *checkJUnit) Close() error {
	j.suite.Name = "archadvisor check"
	text, err := xml.MarshalIndent(&j.suite, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(j.w, "%s%s\n", xml.Header, text)
	return err
}

func recordName(r *record.Row) string {
	title := profile.Clean(r.Title)
	if r.Number > 0 {
		return strings.TrimSpace(fmt.Sprintf("%04d %s", r.Number, title))
	}
	return title
}

type finding struct {
	findingKind
	file string
	line int
	text string
}

// findings are what is to be said of a record; nothing of one that holds.
func findings(r *record.Row) []finding {
	var out []finding
	add := func(kind findingKind, text string) {
		out = append(out, finding{kind, filepath.ToSlash(r.File), max(1, r.Line), profile.Clean(text)})
	}
	switch r.State {
	case record.Drifted:
		add(drifted, recordName(r)+": "+changed(r))
	case record.Unreadable:
		add(unreadable, r.Because)
	}
	for _, w := range r.Warnings {
		add(misfit, w)
	}
	return out
}

// checkGitHub prints workflow commands, which GitHub shows at the lines of a change.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
type checkGitHub struct{ w io.Writer }

var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func (g *checkGitHub) Write(r *record.Row) error {
	for _, f := range findings(r) {
		_, err := fmt.Fprintf(g.w, "::%s file=%s,line=%d,title=%s::%s\n", f.level, commandProperty.Replace(f.file), f.line,
			commandProperty.Replace("archadvisor: "+f.id), commandText.Replace(f.text))
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *checkGitHub) Close() error { return nil }

// checkSARIF prints a SARIF 2.1.0 log, which code scanning of GitHub, GitLab and
// Azure reads. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
type checkSARIF struct {
	w       io.Writer
	version string
	results []object
}

func (s *checkSARIF) Write(r *record.Row) error {
	for _, f := range findings(r) {
		uri := (&url.URL{Path: f.file}).EscapedPath()
		s.results = append(s.results, object{"ruleId": f.id, "level": f.level, "message": object{"text": f.text},
			"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": uri}, "region": object{"startLine": f.line}}}}})
	}
	return nil
}

func (s *checkSARIF) Close() error {
	var rules []object
	for _, k := range []findingKind{drifted, unreadable, misfit} {
		rules = append(rules, object{"id": k.id, "shortDescription": object{"text": k.meaning}, "defaultConfiguration": object{"level": k.level}})
	}
	return JSON(s.w, object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": []object{{
		"tool":    object{"driver": object{"name": "archadvisor", "version": s.version, "rules": rules}},
		"results": append([]object{}, s.results...), // an empty array says that nothing was found
	}}})
}

// findingKind is a kind of finding with its level and what it means.
type findingKind struct{ id, level, meaning string }

var (
	drifted    = findingKind{"drifted", "error", "A recorded decision no longer holds with the rules, prices and measurements of the day"}
	unreadable = findingKind{"unreadable", "error", "A decision record cannot be read back"}
	misfit     = findingKind{"misfit", "warning", "Numbers, names, links or prices of decision records do not fit; check --fix mends most of the first three"}
)
