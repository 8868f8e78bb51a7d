package records

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/record/token"
)

// Request is what records are asked to be. Empty texts leave the choice to the program.
type Request struct {
	Dir                           string // "": where the project keeps its records
	Number                        string // auto, a number, or date
	Date, Status, Title           string
	Deciders, Consulted, Informed string   // people, separated by commas
	Template, TemplateText        string   // name and text of a text/template, "" for the format's own
	Supersedes                    []string // numbers or file names of the records that are replaced
	Dry                           bool     // nothing is written
}

// Decided is a decision to be recorded.
type Decided struct {
	Profile     *profile.Profile
	Explanation *explain.Explanation
	Mixture     *mixture.Mixture // of a profile that has components
	File        string           // of the profile, "" if there is none
}

// Error is a request that cannot be met.
type Error struct{ text string }

// Error is what is wrong and what is allowed.
func (e *Error) Error() string { return e.text }

func fault(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// Print renders one record without a file; n is its number if none is asked for.
func (r *Request) Print(f record.Format, x *Decided, n int) ([]byte, error) {
	if asked, err := strconv.Atoi(r.Number); err == nil {
		n = asked
	}
	data, err := r.render(f, x, r.meta(n, x))
	if err != nil {
		return nil, fault("%v", err)
	}
	return data, nil
}

func (r *Request) meta(number int, x *Decided) record.Meta {
	return record.Meta{Mixture: x.Mixture, Title: r.Title, Status: r.Status, Date: r.Date, Number: number,
		Deciders: people(r.Deciders), Consulted: people(r.Consulted), Informed: people(r.Informed)}
}

// people splits a list at its commas; whatever else is in a name stays.
func people(list string) []string {
	var out []string
	for _, n := range strings.Split(list, ",") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

func (r *Request) render(f record.Format, x *Decided, m record.Meta) ([]byte, error) {
	if r.Template == "" {
		return record.Write(f, x.Explanation, x.Profile, m)
	}
	return record.WriteTemplate(f, filepath.Base(r.Template), r.TemplateText, x.Explanation, x.Profile, m)
}

// CommandLine is the command that writes the same record of a profile's file in a format.
func (r *Request) CommandLine(f record.Format, file string) string {
	if file == "" {
		file = "PROFILE.toml"
	}
	parts := []string{"archadvisor", "export", token.ShellWord(profile.Clean(file)), "--format", string(f)}
	add := func(flag, value string) {
		if value != "" {
			parts = append(parts, flag, token.ShellWord(profile.Clean(value)))
		}
	}
	add("--dir", r.Dir)
	if r.Number != "auto" {
		add("--number", r.Number)
	}
	add("--title", r.Title)
	if r.Status != record.Statuses()[0] {
		add("--status", r.Status)
	}
	add("--deciders", r.Deciders)
	return strings.Join(parts, " ")
}
