package rules

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"archadvisor/rules/source"
)

// Load reads the files of a folder (*.toml) as one pack, with all findings.
func Load(fsys fs.FS) (p *Pack, issues []Issue) {
	p = &Pack{Settings: map[string]Setting{}}
	names, _ := fs.Glob(fsys, "*.toml") // in order; the pattern is sound
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			issues = append(issues, Issue{Fault: source.Fault{File: name, Message: err.Error()}})
			continue
		}
		issues = append(issues, p.decode(path.Base(name), data)...)
	}
	return p, p.complete(issues)
}

// LoadFile reads a pack of one file, for example one of the user's own.
func LoadFile(name string, data []byte) (*Pack, []Issue) {
	p := &Pack{Settings: map[string]Setting{}}
	return p, p.complete(p.decode(name, data))
}

// complete checks what only the whole pack can tell.
func (p *Pack) complete(issues []Issue) []Issue {
	if p.Name == "" && !Failed(issues) {
		file := ""
		if p.file != nil {
			file = p.file.Name
		}
		issues = append(issues, Issue{Fault: source.Fault{File: file, Message: "[pack] with name and version is missing"}})
	}
	issues = append(issues, p.duplicates(nil)...)
	sortIssues(issues)
	return issues
}

// Add puts another pack on top of this one: statements with new ids are added,
// those with replace = true take the place of the one with their id, settings
// always do. Without replace, an id that exists is an error. Call Check or Compile afterwards.
func (p *Pack) Add(q *Pack) (issues []Issue) {
	if q.Name != "" {
		p.Name += "+" + q.Name
	}
	p.Sources = put(p.Sources, q.Sources, &issues)
	p.Criteria = put(p.Criteria, q.Criteria, &issues)
	p.Mechanisms = put(p.Mechanisms, q.Mechanisms, &issues)
	p.Cures = put(p.Cures, q.Cures, &issues)
	p.Tests = put(p.Tests, q.Tests, &issues)
	p.Measures = put(p.Measures, q.Measures, &issues)
	p.Rules = put(p.Rules, q.Rules, &issues)
	p.Gates = put(p.Gates, q.Gates, &issues)
	maps.Copy(p.Settings, q.Settings)
	issues = append(issues, p.duplicates(q)...)
	sortIssues(issues)
	return issues
}

// put is a list with more put on top; the first pack's list stays as it is.
func put[T any, P statement[T]](have, more []T, issues *[]Issue) []T {
	place := map[string]int{}
	for i, id := range ids(entries[T, P](have)) {
		place[id] = i
	}
	have = slices.Clone(have)
	for i, c := range entries[T, P](more) {
		if at, same := place[c.id]; c.replace && same {
			have[at] = more[i]
		} else if c.replace {
			*issues = append(*issues, c.issue(c.id, "replace", Error, "there is nothing with this id to replace"))
		} else {
			have = append(have, more[i])
		}
	}
	return have
}

// duplicates finds ids that stand twice: they are unique within their kind, and those of measures, rules and gates
// among all three. Of a pack with another on top it tells those that the other one brings.
func (p *Pack) duplicates(top *Pack) (issues []Issue) {
	for _, kind := range [][]entry{entries(p.Sources), entries(p.Criteria), entries(p.Mechanisms), entries(p.Cures),
		entries(p.Tests), append(entries(p.Measures), p.conditions()...)} {
		seen := map[string]entry{}
		for _, c := range kind {
			first, twice := seen[c.id]
			if !twice {
				seen[c.id] = c
				continue
			}
			if top != nil && (c.file != top.file || c.file == first.file) { // told when it was read
				continue
			}
			message := "duplicate id " + source.Quote(c.id)
			if file, line := first.Place(); file != "" {
				message += fmt.Sprintf("; the first is at %s:%d", file, line)
			}
			if top != nil {
				message += "; write replace = true to take its place"
			}
			issues = append(issues, c.issue(c.id, "id", Error, message))
		}
	}
	return issues
}

// Hash is "sha256:" and the digest of all that the pack says: comments, order of files and layout do not matter.
func (p *Pack) Hash() string {
	data, _ := json.Marshal(p) // numbers that JSON cannot hold are refused by decoding
	return fmt.Sprintf("sha256:%x", sha256.Sum256(data))
}
