package record

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"archadvisor/advisor/record/markup"

	"go.yaml.in/yaml/v3"
)

// This file restates how other programs read decision records, as
// their sources do it. Each reader takes a file
// name and a text and returns what that program would believe.

// reading is what a reader believes. An empty field was not found.
type reading struct {
	hidden bool // the program does not see the file
	err    string
	number int
	title  string
	status string
	date   string
	links  []string // "kind -> file or number"
	tags   []string
	people []string
}

type reader func(name, text string) reading

func readers() map[string]reader {
	return map[string]reader{
		"adr-tools": readAdrTools, "log4brains": readLog4brains,
		"structurizr-madr": readStructurizrMADR, "structurizr-adrtools": readStructurizrAdrTools,
		"structurizr-log4brains": readStructurizrLog4brains, "backstage": readBackstage, "adr-log": readAdrLog,
		"adr-viewer": readAdrViewer, "phodal": readPhodal, "madr-lint": readMadrLint, "adrs": readAdrs,
	}
}

var (
	numberedName  = regexp.MustCompile(`^[0-9]+-[^/]*\.md`)
	adrToolsLink  = regexp.MustCompile(`^(.+) \[.*\]\(0*([1-9][0-9]*).*\)`)
	strictStatus  = regexp.MustCompile(`^## Status$`)
	madrName      = regexp.MustCompile(`^\d{4}-.+?.md$`)
	datedName     = regexp.MustCompile(`^\d{8}-.+?.md$`)
	backstageName = regexp.MustCompile(`^(?:.*/)?\d{4}-.+\.md$`)
	structLink    = regexp.MustCompile(`(.*) \[.*]\((.*)\)`)
	anyLink       = regexp.MustCompile(`\[.*]\((.*)\)`)
	statusLink    = regexp.MustCompile(`- Status: (.*) \[.*]\((.*)\)`)
	listLink      = regexp.MustCompile(`- (.*) \[.*]\((.*)\)`)
	adrLogIndex   = regexp.MustCompile(`(?m)^[\d\-_\\/]*\d`)
	decimal       = regexp.MustCompile(`^\d+\. `)
	adrsLink      = regexp.MustCompile(`^([\w\s]+)\s+\[(\d+)\.\s+[^\]]+\]\((\d{4})-[^)]+\.md\)$`)
	adrsName      = regexp.MustCompile(`^(\d{4})-.*\.md$`)
	lintName      = regexp.MustCompile(`^[0-9]{4}-[a-z0-9-]+\.md$`)
	inlineLink    = regexp.MustCompile(`\[((?:[^\[\]\\]|\\.)*)\]\(([^)]*)\)`)
)

// readAdrTools: _adr_title, _adr_status, _adr_links, adr-list. The date is not
// read. Adding a link needs a line "## Status" and a heading after it.
func readAdrTools(name, text string) reading {
	r := reading{hidden: !numberedName.MatchString(name)}
	lines := strings.Split(text, "\n")
	if len(lines[0]) > 2 {
		r.title = lines[0][2:]
	}
	r.number, _ = strconv.Atoi(strings.TrimLeft(name[:strings.IndexByte(name, '-')], "0"))
	in := false
	for _, line := range lines {
		switch {
		case strictStatus.MatchString(line):
			in = true
		case strings.HasPrefix(line, "#"):
			in = false
		case in && strings.TrimSpace(line) != "":
			if m := adrToolsLink.FindStringSubmatch(line); m != nil {
				r.links = append(r.links, m[1]+" -> "+m[2])
			} else if r.status == "" {
				r.status = line
			}
		}
	}
	return r
}

// rendered is the text of a line of Markdown after rendering, enough for the
// lines that templates write.
func rendered(s string) string {
	return markup.Plain(inlineLink.ReplaceAllString(s, "$1"))
}

// headerItems are the items of the first list before the first heading of
// level two. A header of YAML renders as a rule and a setext heading, which
// ends the search.
func headerItems(text string) []string {
	var items []string
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "## ") || i > 0 && strings.HasPrefix(line, "---") && lines[i-1] != "" {
			break
		}
		if strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ") {
			items = append(items, rendered(line[2:]))
		} else if len(items) > 0 {
			break
		}
	}
	return items
}

// item finds "Key: value" among items, case-insensitively.
func item(items []string, key string) (string, bool) {
	re := regexp.MustCompile(`(?i)^\s*` + key + `\s*:\s*(.*)$`)
	for _, it := range items {
		if m := re.FindStringSubmatch(it); m != nil {
			return strings.TrimSpace(m[1]), true
		}
	}
	return "", false
}

// readLog4brains: Adr.ts, AdrStatus.ts, MarkdownBody.ts of 1.1.0.
func readLog4brains(name, text string) reading {
	r := reading{}
	switch strings.ToLower(name) {
	case "template.md", "readme.md", "index.md", "backlog.md":
		return reading{hidden: true}
	}
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "# ") {
			r.title = rendered(line[2:])
			break
		}
	}
	items := headerItems(text)
	status, ok := item(items, "status")
	switch low := strings.ToLower(status); {
	case !ok || status == "":
		r.status = "ACCEPTED"
	case strings.HasPrefix(low, "superseded by"):
		r.status = "SUPERSEDED"
		r.links = append(r.links, "superseded by -> "+strings.TrimSpace(regexp.MustCompile(`(?i)superseded\s*by\s*:?`).ReplaceAllString(status, "")))
	case strings.Contains(" draft proposed rejected accepted deprecated superseded ", " "+low+" "):
		r.status = strings.ToUpper(low)
	default:
		r.status = "DRAFT"
	}
	if date, ok := item(items, "date"); ok {
		for _, layout := range []string{"2006-01-02", "02/01/2006"} {
			if t, err := time.Parse(layout, date); err == nil {
				r.date = t.Format("2006-01-02")
			}
		}
	}
	if tags, _ := item(items, "tags"); tags != "" {
		r.tags = regexp.MustCompile(`\s*[\s,]\s*`).Split(tags, -1)
	}
	if people, _ := item(items, "deciders"); people != "" {
		r.people = regexp.MustCompile(`\s*,\s*`).Split(people, -1)
	}
	in := false
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "## ") {
			in = strings.EqualFold(strings.TrimSpace(line[3:]), "links")
		}
		if m := listLink.FindStringSubmatch("-" + strings.TrimLeft(line, "*-")); in && m != nil {
			r.links = append(r.links, m[1]+" -> "+m[2])
		}
	}
	return r
}

// yamlHeader parses a header with a real YAML parser.
func yamlHeader(text string) (map[string]any, string, error) {
	if !strings.HasPrefix(text, "---\n") {
		return nil, text, nil
	}
	parts := strings.SplitN(text, "---\n", 3)
	if len(parts) < 3 {
		return nil, text, fmt.Errorf("header is not closed")
	}
	header := map[string]any{}
	return header, parts[2], yaml.Unmarshal([]byte(parts[1]), &header)
}

// scalar is a YAML value as the programs print it.
func scalar(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case time.Time:
		return x.Format("2006-01-02")
	case []any:
		var parts []string
		for _, e := range x {
			parts = append(parts, scalar(e))
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}

// readBackstage: adr-common/src/{index,search}.ts.
func readBackstage(name, text string) reading {
	if !backstageName.MatchString(name) {
		return reading{hidden: true}
	}
	r := reading{}
	header, body, err := yamlHeader(text)
	if err != nil {
		return reading{err: err.Error()}
	}
	for _, line := range strings.Split(body, "\n") {
		if strings.HasPrefix(line, "# ") {
			r.title = rendered(line[2:])
			break
		}
	}
	if header != nil {
		r.status, r.date = scalar(header["status"]), scalar(header["date"])
		return r
	}
	items := headerItems(text)
	r.status, _ = item(items, "status")
	r.date, _ = item(items, "date")
	return r
}

// readAdrLog: index.js of 2.2.0. gray-matter drops the line end after the
// header and nothing else.
func readAdrLog(name, text string) reading {
	_, body, err := yamlHeader(text)
	if err != nil {
		return reading{err: err.Error()}
	}
	r := reading{}
	first, _, _ := strings.Cut(body, "\n")
	if len(first) > 2 {
		r.title = decimal.ReplaceAllString(first[2:], "")
	}
	r.number, _ = strconv.Atoi(adrLogIndex.FindString(name))
	return r
}

// readAdrViewer: adr_viewer/parse.py.
func readAdrViewer(_, text string) reading {
	r := reading{status: "unknown"}
	var statuses []string
	in := false
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "# ") && r.title == "" {
			r.title = rendered(line[2:])
		}
		if strings.HasPrefix(line, "## ") {
			in = line == "## Status"
			continue
		}
		if in && line != "" {
			statuses = append(statuses, rendered(strings.TrimPrefix(strings.TrimPrefix(line, "* "), "- ")))
		}
	}
	for _, s := range []struct{ prefix, status string }{
		{"Proposed", "pending"}, {"Pending", "pending"}, {"Superseded by", "superseded"}, {"Accepted", "accepted"}, {"Amended by", "amended"},
	} {
		for _, line := range statuses {
			if strings.HasPrefix(line, s.prefix) {
				r.status = s.status
			}
		}
	}
	return r
}

// readPhodal: the first line without "# N. ", the last entry under Status.
func readPhodal(_, text string) reading {
	lines := strings.Split(text, "\n")
	r := reading{title: lines[0]}
	if m := regexp.MustCompile(`^# (\d+)\. (.*)$`).FindStringSubmatch(lines[0]); m != nil {
		r.number, _ = strconv.Atoi(m[1])
		r.title = m[2]
	}
	in := false
	for _, line := range lines {
		if strings.HasPrefix(line, "## ") {
			in = line == "## Status"
			continue
		}
		if in && line != "" {
			r.status = line
		}
	}
	return r
}

// readMadrLint: src/rules of 0.4.0. Errors are the rules that fail.
func readMadrLint(name, text string) reading {
	r := reading{}
	var errs []string
	if !lintName.MatchString(name) {
		errs = append(errs, "filename")
	}
	for _, section := range []string{"Context and Problem Statement", "Decision Outcome", "Consequences"} {
		if !regexp.MustCompile(`(?m)^#+ ` + section + `$`).MatchString(text) {
			errs = append(errs, "section "+section)
		}
	}
	header, _, err := yamlHeader(text)
	if err != nil {
		errs = append(errs, "yaml")
	}
	r.status, r.date = scalar(header["status"]), scalar(header["date"])
	if header == nil {
		items := headerItems(text)
		r.status, _ = item(items, "status")
		r.date, _ = item(items, "date")
	}
	if !strings.Contains(" proposed rejected accepted deprecated ", " "+r.status+" ") && !strings.HasPrefix(r.status, "superseded by") {
		errs = append(errs, "status")
	}
	if _, err := time.Parse("2006-01-02", r.date); err != nil {
		errs = append(errs, "date")
	}
	for _, key := range []string{"supersedes", "superseded-by"} {
		if v := scalar(header[key]); v != "" {
			r.links = append(r.links, key+" -> "+v)
		}
	}
	r.err = strings.Join(errs, ", ")
	return r
}

// readAdrs: adrs-core/src/parse.rs and types.rs.
func readAdrs(name, text string) reading {
	m := adrsName.FindStringSubmatch(name)
	if m == nil {
		return reading{err: "no number in the file name"}
	}
	header, body, err := yamlHeader(text)
	if err != nil {
		return reading{err: err.Error()}
	}
	r := reading{}
	for _, line := range strings.Split(body, "\n") {
		if strings.HasPrefix(line, "# ") {
			r.title = line[2:]
			if before, after, ok := strings.Cut(r.title, ". "); ok {
				if n, err := strconv.Atoi(before); err == nil {
					r.number, r.title = n, after
				}
			}
			break
		}
	}
	if header != nil {
		n, isNumber := header["number"].(int)
		if !isNumber || header["date"] == nil || header["status"] == nil {
			return reading{err: "missing field in the header"}
		}
		r.number, r.status, r.date = n, scalar(header["status"]), scalar(header["date"])
		return r
	}
	in := false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "## ") {
			in = line == "## Status"
			continue
		}
		if !in || line == "" {
			continue
		}
		if m := adrsLink.FindStringSubmatch(line); m != nil {
			r.links = append(r.links, strings.TrimSpace(m[1])+" -> "+m[2])
			if strings.TrimSpace(m[1]) == "Superseded by" {
				r.status = "Superseded"
			}
		} else if !strings.ContainsAny(line, "[]") {
			r.status, _, _ = strings.Cut(line, " ")
		}
	}
	if r.number == 0 {
		r.number, _ = strconv.Atoi(m[1])
	}
	return r
}
