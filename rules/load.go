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
	p = &Pack{}
	names, _ := fs.Glob(fsys, "*.toml") // in order; the pattern is sound
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			issues = append(issues, Issue{Fault: source.Fault{File: name, Message: err.Error()}})
			continue
		}
		issues = append(issues, p.join(path.Base(name), data)...)
	}
	return p, p.complete(issues)
}

// LoadFile reads a pack of one file, for example one of the user's own.
func LoadFile(name string, data []byte) (*Pack, []Issue) {
	p := &Pack{}
	return p, p.complete(p.join(name, data))
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
	sortIssues(issues)
	return issues
}

// join adds what a file of the same pack says.
func (p *Pack) join(name string, data []byte) []Issue {
	q, issues := decode(name, data)
	if q.Name != "" && p.Name != "" {
		o := origin{file: q.file, node: q.at}
		issues = append(issues, o.issue("", "name", Error, "a second [pack]; the first names it "+source.Quote(p.Name)))
	}
	if p.file == nil {
		p.file = q.file
	}
	if p.Name == "" {
		p.Name, p.Version, p.Title, p.at = q.Name, q.Version, q.Title, q.at
	}
	return append(issues, p.merge(q, false)...)
}

// Add puts another pack on top of this one: statements with new ids are added,
// those with replace = true take the place of the one with their id, settings
// always do. Without replace, an id that exists is an error. Call Check or Compile afterwards.
func (p *Pack) Add(q *Pack) []Issue {
	if q.Name != "" {
		p.Name += "+" + q.Name
	}
	issues := p.merge(q, true)
	sortIssues(issues)
	return issues
}

// Hash is "sha256:" and the digest of all that the pack says: comments, order of files and layout do not matter.
func (p *Pack) Hash() string {
	data, _ := json.Marshal(p) // numbers that JSON cannot hold are refused by decoding
	return fmt.Sprintf("sha256:%x", sha256.Sum256(data))
}

// merge adds the statements of q. Ids of measures, rules, gates, criteria, mechanisms, sources, cures and
// tests are unique within their kind, and those of measures, rules and gates among all three.
func (p *Pack) merge(q *Pack, replacing bool) []Issue {
	m := &merger{replacing: replacing, seen: map[string]*origin{}}
	p.Sources = mergeList(m, "source", p.Sources, q.Sources)
	p.Criteria = mergeList(m, "criterion", p.Criteria, q.Criteria)
	p.Mechanisms = mergeList(m, "mechanism", p.Mechanisms, q.Mechanisms)
	p.Cures = mergeList(m, "cure", p.Cures, q.Cures)
	p.Tests = mergeList(m, "test", p.Tests, q.Tests)
	for _, c := range slices.Concat(entries(p.Measures), p.conditions()) {
		m.seen[" "+c.id] = c.origin
	}
	p.Measures = mergeList(m, "", p.Measures, q.Measures)
	p.Rules = mergeList(m, "", p.Rules, q.Rules)
	p.Gates = mergeList(m, "", p.Gates, q.Gates)
	if p.Settings == nil {
		p.Settings = map[string]Setting{}
	}
	for _, name := range slices.Sorted(maps.Keys(q.Settings)) {
		s := q.Settings[name]
		if old, twice := p.Settings[name]; twice && !replacing {
			m.twice(name, &s.origin, &old.origin)
			continue
		}
		p.Settings[name] = s
	}
	return m.issues
}

type merger struct {
	replacing bool
	seen      map[string]*origin // by kind and id
	issues    []Issue
}

func mergeList[T any, P interface {
	*T
	entry() entry
}](m *merger, kind string, have, more []T) []T {
	if len(more) == 0 {
		return have
	}
	place := map[string]int{}
	for i, c := range entries[T, P](have) {
		place[c.id], m.seen[kind+" "+c.id] = i, c.origin
	}
	have = slices.Clone(have) // the first pack's list stays as it is
	for i, c := range entries[T, P](more) {
		id, o := c.id, c.origin
		old, twice := m.seen[kind+" "+id]
		at, same := place[id]
		switch {
		case id == "":
			continue
		case o.replace && m.replacing && same:
			have[at] = more[i]
			continue
		case o.replace && m.replacing:
			m.issues = append(m.issues, o.issue(id, "replace", Error, "there is nothing with this id to replace"))
			continue
		case twice: // kept, so that the rest of it is checked too
			m.twice(id, o, old)
		default:
			m.seen[kind+" "+id], place[id] = o, len(have)
		}
		have = append(have, more[i])
	}
	return have
}

func (m *merger) twice(id string, o, old *origin) {
	if m.replacing && o.file == old.file { // told when that pack was read
		return
	}
	message := "duplicate id " + source.Quote(id)
	if file, line := old.Place(); file != "" {
		message += fmt.Sprintf("; the first is at %s:%d", file, line)
	}
	if m.replacing {
		message += "; write replace = true to take its place"
	}
	m.issues = append(m.issues, o.issue(id, "id", Error, message))
}
