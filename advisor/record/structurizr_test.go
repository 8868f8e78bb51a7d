package record

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// readStructurizrMADR: MadrDecisionImporter.java.
func readStructurizrMADR(name, text string) reading {
	if !madrName.MatchString(name) {
		return reading{hidden: true}
	}
	r := reading{title: "Title", status: "accepted", date: "mtime"}
	r.number, _ = strconv.Atoi(name[:4])
	body := regexp.MustCompile(`(?m)^---\n(^.*\n)*?---\n`)
	content := text
	if loc := body.FindStringIndex(text); loc != nil {
		content = text[:loc[0]] + text[loc[1]:]
	}
	for _, line := range strings.Split(content, "\n") {
		if strings.HasPrefix(line, "# ") {
			r.title = line[2:]
			break
		}
	}
	lines := strings.Split(text, "\n")
	if strings.HasPrefix(lines[0], "---") {
		for _, line := range lines[1:] {
			if strings.HasPrefix(line, "---") {
				break
			}
			if v, ok := strings.CutPrefix(line, "status: "); ok {
				r.status = v
			}
			if v, ok := strings.CutPrefix(line, "date: "); ok {
				if _, err := time.Parse("2006-01-02", v); err != nil {
					return reading{err: "ParseException"}
				}
				r.date = v
			}
		}
	}
	for _, line := range strings.Split(content, "\n") {
		for _, m := range anyLink.FindAllStringSubmatch(line, -1) {
			if strings.HasSuffix(m[1], ".md") {
				r.links = append(r.links, "Links to -> "+m[1])
			}
		}
	}
	return r
}

// readStructurizrAdrTools: AdrToolsDecisionImporter.java. A file whose name
// does not start with four digits ends the whole import.
func readStructurizrAdrTools(name, text string) reading {
	n, err := strconv.Atoi(name[:4])
	if err != nil {
		return reading{err: fmt.Sprintf("NumberFormatException: %q", name[:4])}
	}
	lines := strings.Split(text, "\n")
	r := reading{number: n, title: lines[0][min(len(lines[0]), strings.Index(lines[0], ".")+2):], date: "now", status: "Proposed"}
	for _, line := range lines {
		if v, ok := strings.CutPrefix(line, "Date: "); ok {
			r.date = v
			break
		}
	}
	in := false
	for _, line := range lines {
		if !in {
			in = strings.HasPrefix(line, "## Status")
			continue
		}
		if line != "" {
			r.status, _, _ = strings.Cut(line, " ")
			break
		}
	}
	in = false
	for _, line := range lines {
		if strings.HasPrefix(line, "## Context") {
			break
		}
		if m := structLink.FindStringSubmatch(line); in && m != nil {
			r.links = append(r.links, m[1]+" -> "+m[2])
		}
		in = in || strings.HasPrefix(line, "## Status")
	}
	return r
}

// readStructurizrLog4brains: Log4brainsDecisionImporter.java.
func readStructurizrLog4brains(name, text string) reading {
	if !datedName.MatchString(name) {
		return reading{hidden: true}
	}
	lines := strings.Split(text, "\n")
	r := reading{title: lines[0][2:], date: name[:4] + "-" + name[4:6] + "-" + name[6:8]}
	in, dated := false, false
	for _, line := range lines {
		if v, ok := strings.CutPrefix(line, "- Status: "); ok {
			if r.status == "" {
				r.status = v
				if strings.HasPrefix(v, "superseded") {
					r.status = "superseded"
				}
			}
			if m := statusLink.FindStringSubmatch(line); m != nil {
				r.links = append(r.links, m[1]+" -> "+m[2])
			}
		}
		if v, ok := strings.CutPrefix(line, "- Date: "); ok && !dated {
			r.date, dated = v, true
		}
		in = in || strings.HasPrefix(line, "## Links")
		if m := listLink.FindStringSubmatch(line); in && m != nil {
			r.links = append(r.links, m[1]+" -> "+m[2])
		}
	}
	return r
}
