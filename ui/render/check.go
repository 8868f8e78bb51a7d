package render

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
)

// Checks is what became of records as text, json, junit, github or sarif, which names the version of the program.
func Checks(format, version string, rows []record.Row) string {
	switch format {
	case "json":
		return array(slices.DeleteFunc(slices.Clone(rows), func(r record.Row) bool { return r.State == record.Skipped }))
	case "junit":
		return junit(rows)
	case "sarif":
		return sarif(version, rows)
	case "github":
		return strings.Join(say.All(rows, commands), "")
	}
	return strings.Join(say.All(rows, checkLine), "")
}

func checkLine(r *record.Row) string {
	file, told := profile.Clean(r.File), ""
	if r.Because != "" {
		told = ": " + profile.Clean(r.Because)
	}
	switch {
	case r.State == record.Holds:
		told = fmt.Sprintf(": %s, %s%s", recordName(r), r.Now, told)
	case r.State == record.Drifted:
		told = fmt.Sprintf(": %s, %s", recordName(r), changed(r))
	case r.State != record.Unreadable:
		return ""
	case r.Fault != nil && r.Fault.Line > 0:
		file = fmt.Sprintf("%s:%d", file, r.Fault.Line)
	}
	return fmt.Sprintf("%-11s %s%s\n", r.State, file, told)
}

func changed(r *record.Row) string {
	if r.Still != "" {
		return profile.Clean(r.Still + ": " + r.Because)
	}
	return profile.Clean(fmt.Sprintf("was %s, is %s: %s", cmp.Or(r.Recorded, "unknown"), cmp.Or(r.Now, "nothing"), r.Because))
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
	Outcome *junitOutcome `xml:",any"`
}

// junitOutcome is a failure, an error or skipped, by the name of its element.
type junitOutcome struct {
	XMLName xml.Name `xml:""` // as its value has it
	Message string   `xml:"message,attr"`
}

func junit(rows []record.Row) string {
	suite := junitSuite{Name: "archadvisor check", Tests: len(rows)}
	for i := range rows {
		r := &rows[i]
		k := junitCase{Class: profile.Clean(r.File), Name: cmp.Or(recordName(r), profile.Clean(r.File))}
		outcome := func(name, text string, counted *int) {
			k.Outcome = &junitOutcome{xml.Name{Local: name}, text}
			*counted++
		}
		switch r.State {
		case record.Drifted:
			outcome("failure", changed(r), &suite.Failures)
		case record.Unreadable:
			outcome("error", profile.Clean(r.Because), &suite.Errors)
		case record.Skipped:
			outcome("skipped", profile.Clean(r.Status), &suite.Skipped)
		}
		suite.Cases = append(suite.Cases, k)
	}
	text, _ := xml.MarshalIndent(&suite, "", "  ") // of texts and numbers
	return xml.Header + string(text) + "\n"
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

var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// commands are workflow commands, which GitHub shows at the lines of a change.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
func commands(r *record.Row) (text string) {
	for _, f := range findings(r) {
		text += fmt.Sprintf("::%s file=%s,line=%d,title=%s::%s\n", f.level, commandProperty.Replace(f.file), f.line,
			commandProperty.Replace("archadvisor: "+f.id), commandText.Replace(f.text))
	}
	return text
}

// sarif prints a SARIF 2.1.0 log, which code scanning of GitHub, GitLab and Azure reads.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
func sarif(version string, rows []record.Row) string {
	results, rules := []object{}, []object{} // an empty array says that nothing was found
	for i := range rows {
		for _, f := range findings(&rows[i]) {
			uri := (&url.URL{Path: f.file}).EscapedPath()
			results = append(results, object{"ruleId": f.id, "level": f.level, "message": object{"text": f.text},
				"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": uri}, "region": object{"startLine": f.line}}}}})
		}
	}
	for _, k := range []findingKind{drifted, unreadable, misfit} {
		rules = append(rules, object{"id": k.id, "shortDescription": object{"text": k.meaning}, "defaultConfiguration": object{"level": k.level}})
	}
	return JSON(object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": []object{{
		"tool":    object{"driver": object{"name": "archadvisor", "version": version, "rules": rules}},
		"results": results,
	}}})
}

// findingKind is a kind of finding with its level and what it means.
type findingKind struct{ id, level, meaning string }

var (
	drifted    = findingKind{"drifted", "error", "A recorded decision no longer holds with the rules, prices and measurements of the day"}
	unreadable = findingKind{"unreadable", "error", "A decision record cannot be read back"}
	misfit     = findingKind{"misfit", "warning", "Numbers, names, links or prices of decision records do not fit; check --fix mends most of the first three"}
)

type listEntry struct {
	record.Row
	State  record.State `json:"state"`
	Status string       `json:"status"`
}

// List is records with what they recommend, as text or JSON: in a terminal that is too narrow for the table, the cells
// of a record below one another.
func List(format string, rows []record.Row, width int) string {
	if format == "json" {
		return array(say.Each(rows, func(r record.Row) listEntry { return listEntry{r, r.State, r.Status} }))
	}
	if len(rows) == 0 {
		return "no decision records of this program\n"
	}
	head := []string{"number", "status", "recommends", "today", "title", "file"}
	return document.Columns(append([][]string{head}, say.All(rows, listCells)...), width)
}

func listCells(r *record.Row) []string {
	number, today := "-", string(r.State)
	if r.Number > 0 {
		number = fmt.Sprintf("%04d", r.Number)
	}
	if r.State == record.Drifted {
		today = "drifted: " + cmp.Or(r.Still, r.Now, "nothing")
	}
	return say.Each([]string{number, r.Status, r.Recorded, today, r.Title, r.File}, func(text string) string { return strings.TrimSpace(profile.Clean(text)) })
}

type issueRow struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	ID       string `json:"id,omitempty"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}

// Issues are the findings of lint, as text or JSON.
func Issues(format string, issues []rules.Issue) string {
	if format == "json" {
		return array(say.Each(issues, func(i rules.Issue) issueRow {
			return issueRow{i.File, i.Line, i.Column, i.ID, i.Severity.String(), i.Message}
		}))
	}
	return strings.Join(say.Each(issues, func(i rules.Issue) string { return CleanLines(i.String()) + "\n" }), "")
}

// Tests are the results of a pack's tests, as text or JSON.
func Tests(format string, rows []rules.TestResult) string {
	if format == "json" {
		return JSON(rows)
	}
	var b strings.Builder
	for _, r := range rows {
		state := "ok    "
		if !r.Passed {
			state = "FAILED"
		}
		fmt.Fprintf(&b, "%s %s (%s:%d)\n", state, profile.Clean(r.ID), profile.Clean(r.File), r.Line)
		for _, p := range r.Problems {
			b.WriteString("       " + profile.Clean(p) + "\n")
		}
	}
	return b.String()
}

// Plural is "1 error" or "2 errors".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// CleanLines neutralises what a terminal would obey, line by line.
func CleanLines(text string) string {
	return strings.Join(say.Each(strings.Split(text, "\n"), profile.Clean), "\n")
}
