package command

import (
	"context"
	"fmt"
	"os"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui"
	"archadvisor/ui/theme"
)

// screen is the terminal of the drawn program with its theme.
func (s *settings) screen(st Streams) (in, out *os.File, t *theme.Theme, err error) {
	in, _ = st.In.(*os.File)
	out, _ = st.Out.(*os.File)
	t, err = s.chooseTheme(in, out)
	return in, out, t, err
}

// exportFrom writes the record that the export view asks for, or shows it.
func (e *engine) exportFrom(ctx context.Context, r ui.ExportRequest, file string) (ui.ExportResult, error) {
	o := exportOptions{format: or(r.Format, "auto"), dir: r.Dir, number: or(r.Number, "auto"), status: r.Status, title: r.Title,
		date: e.date.Format(record.DateLayout), dryRun: r.Dry, deciders: r.Deciders}
	at, err := findPlace(&o)
	if err != nil {
		return ui.ExportResult{}, err
	}
	plan, err := writeRecords(at, &o, []exported{{r.Profile, r.Explanation, file}})
	if err != nil || ctx.Err() != nil || len(plan) == 0 {
		return ui.ExportResult{}, err
	}
	return ui.ExportResult{Path: plan[0].path, Text: string(plan[0].data), Note: fmt.Sprintf("%s: %s", at.format, at.because),
		Command: sameCommand(&o, at, file)}, nil
}

// sameCommand is the command line that writes the same record.
func sameCommand(o *exportOptions, at place, file string) string {
	parts := []string{"archadvisor", "export", shellWord(or(file, "PROFILE.toml")), "--format", string(at.format)}
	add := func(flag, value string) {
		if value != "" {
			parts = append(parts, flag, shellWord(value))
		}
	}
	add("--dir", o.dir)
	if o.number != "auto" {
		add("--number", o.number)
	}
	add("--title", o.title)
	if o.status != record.Statuses()[0] {
		add("--status", o.status)
	}
	add("--deciders", o.deciders)
	return strings.Join(parts, " ")
}

// shellWord quotes a word that a shell would take apart.
func shellWord(s string) string {
	s = profile.Clean(s)
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./,:=", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// or is the first word that is not empty.
func or(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
