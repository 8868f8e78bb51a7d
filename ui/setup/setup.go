// Package setup gives the screens what they need of an engine and of the disk: how a profile is read and saved,
// a record written, a statement looked up, and the worked examples.
package setup

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/slug"
	"archadvisor/rules"
	"archadvisor/ui/disk"
	"archadvisor/ui/measuring"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

const typingDraws = 128 // enough to see which way the ranking moves, and few enough for every key

// restingPause is how long keys rest before slow work: longer than the repeats of a key that is held.
const restingPause = 150 * time.Millisecond

// Screens is what they are given, but the terminal; file is the profile that was opened, if any.
func Screens(e session.Engine, pack *rules.Pack, o advisor.Options, today time.Time, one session.Session, file string) view.Config {
	typing := o
	typing.Detail = true // the live ranking says which statement moved it
	if typing.Draws != 0 {
		typing.Draws = typingDraws
	}
	known := measuring.Known(file)
	return view.Config{Engine: e, Session: one, Options: o, Typing: typing, File: file, Measured: known, Pause: restingPause,
		SavePath: savePath, Rule: ruleOf(pack),
		Save: func(path string, p *profile.Profile, overwrite bool) error {
			err := disk.Plain(disk.Write(path, 0o666, overwrite, disk.Bytes(known.Annotate(profile.Encode(p)))))
			if errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("there is no folder %s: make it, or save elsewhere", filepath.Dir(path))
			}
			return err
		},
		Export: func(ctx context.Context, r view.ExportRequest) (view.ExportResult, error) {
			return export(ctx, r, today)
		}}
}

func export(ctx context.Context, r view.ExportRequest, today time.Time) (view.ExportResult, error) {
	r.Number, r.Date = cmp.Or(r.Number, "auto"), today.Format(time.DateOnly)
	at, err := records.Find(cmp.Or(r.Format, "auto"), r.Dir)
	if err != nil {
		return view.ExportResult{}, err
	}
	if at.Dir == "" && !r.Dry {
		return view.ExportResult{}, fmt.Errorf("format %s has no folder of its own: name the folder, too", at.Format)
	}
	files, err := at.Write(&r.Request, []records.Decided{r.Decided})
	if err != nil || ctx.Err() != nil || len(files) == 0 {
		return view.ExportResult{}, err
	}
	return view.ExportResult{Path: files[0].Path, Text: string(files[0].Data), Note: fmt.Sprintf("%s: %s", at.Format, at.Because),
		Command: r.CommandLine(at.Format, r.File)}, nil
}

func savePath(name string) string { return slug.Of(name) + ".toml" }

func ruleOf(pack *rules.Pack) func(id string) (view.Rule, bool) {
	byID := map[string]render.Statement{}
	for _, k := range render.Statements(pack) {
		byID[k.ID] = k
	}
	facts := map[string][]profile.ID{}
	for _, d := range fact.New().Defs {
		facts[d.Name] = d.From
	}
	return func(id string) (view.Rule, bool) {
		k, ok := byID[id]
		text := cmp.Or(k.Condition, k.Of)
		r := view.Rule{Measure: k.Condition == "", Condition: text, Points: k.Effect, Source: k.Source, Where: k.Where}
		notOfName := func(r rune) bool { return r != '.' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }
		for _, word := range strings.FieldsFunc(strings.ReplaceAll(text, "{option}", profile.Architectures[0])+" "+k.Field+" "+k.Target, notOfName) {
			r.Fields = append(r.Fields, facts[word]...)
		}
		return r, ok
	}
}

//go:embed examples/*.toml
var examples embed.FS

// Examples are three worked examples, the smallest first.
func Examples() []*profile.Profile {
	var out []*profile.Profile
	names, _ := fs.Glob(examples, "examples/*.toml") // the pattern is well formed
	for _, name := range names {
		data, _ := examples.ReadFile(name)    // embedded
		list, _ := profile.Decode(data, name) // a test reads them
		out = append(out, list...)
	}
	return out
}
