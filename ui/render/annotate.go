package render

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// finding is what check has to say of a place in a file.
type finding struct {
	kind string // a row of findingKinds
	file string
	line int
	text string
}

// findingKinds are the kinds of findings with their level and what they mean.
var findingKinds = []struct{ id, level, meaning string }{
	{"drifted", "error", "A recorded decision no longer holds with the rules, prices and measurements of the day"},
	{"unreadable", "error", "A decision record cannot be read back"},
	{"misfit", "warning", "Numbers, names and links of decision records do not fit; check --fix mends most"},
}

func levelOf(kind string) string {
	for _, k := range findingKinds {
		if k.id == kind {
			return k.level
		}
	}
	return ""
}

// findings are what is to be said of a record; nothing of one that holds.
func findings(r *record.Row) []finding {
	var out []finding
	add := func(kind, text string) {
		out = append(out, finding{kind, filepath.ToSlash(r.File), max(1, r.Line), profile.Clean(text)})
	}
	switch r.State {
	case record.Drifted:
		add("drifted", recordName(r)+": "+changed(r))
	case record.Unreadable:
		add("unreadable", r.Because)
	}
	for _, w := range r.Warnings {
		add("misfit", w)
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
		_, err := fmt.Fprintf(g.w, "::%s file=%s,line=%d,title=%s::%s\n", levelOf(f.kind), commandProperty.Replace(f.file), f.line,
			commandProperty.Replace("archadvisor: "+f.kind), commandText.Replace(f.text))
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
		s.results = append(s.results, object{"ruleId": f.kind, "level": levelOf(f.kind), "message": object{"text": f.text},
			"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": uri}, "region": object{"startLine": f.line}}}}})
	}
	return nil
}

func (s *checkSARIF) Close() error {
	var rules []object
	for _, k := range findingKinds {
		rules = append(rules, object{"id": k.id, "shortDescription": object{"text": k.meaning}, "defaultConfiguration": object{"level": k.level}})
	}
	return JSON(s.w, object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": []object{{
		"tool":    object{"driver": object{"name": "archadvisor", "version": s.version, "rules": rules}},
		"results": append([]object{}, s.results...), // an empty array says that nothing was found
	}}})
}
