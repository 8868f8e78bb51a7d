package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/record/slug"
	"archadvisor/rules"
	"archadvisor/ui"
	"archadvisor/ui/accessible"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

// typingDraws are how many draws a decision gets while somebody types: enough
// to see which way the ranking moves, few enough for every key.
const typingDraws = 128

// restingPause is how long keys rest before the screens compute what takes
// longer: more than the gap between the repeats of a key that is held.
const restingPause = 150 * time.Millisecond

// opener makes the session of an interview: a new one, or a draft. The file is
// the profile that was opened, "" if there is none.
type opener func(*engine) (s session.Session, file string, err error)

// runInterview asks in the terminal, on a drawn screen or as plain lines.
func runInterview(ctx context.Context, o *common, open opener) error {
	plain, err := o.set.asksPlainly(o.Streams)
	if err != nil {
		return err
	}
	e, err := newEngine(o)
	if err != nil {
		return err
	}
	one, file, err := open(e)
	if err != nil {
		return err
	}
	cfg := e.screens(one, file)
	var outcome view.Outcome
	if plain {
		outcome, err = accessible.Run(ctx, cfg, o.In, o.Out)
	} else {
		cfg.In, _ = o.In.(*os.File)
		cfg.Out, _ = o.Out.(*os.File)
		cfg.Theme = terminal.Theme(o.set.theme, o.set.colour(cfg.Out), cfg.In, cfg.Out)
		outcome, err = ui.Run(ctx, cfg)
	}
	if err != nil {
		return err
	}
	return farewell(ctx, o.Streams, &outcome, plain)
}

// asksPlainly says whether the interview is plain lines. Without a terminal it must
// have been asked for; otherwise a line of advice is all there is.
func (s *choices) asksPlainly(st Streams) (plain bool, err error) {
	drawn := terminal.Is(st.In) && terminal.Is(st.Out)
	asked := s.accessible || os.Getenv("ACCESSIBLE") == "1"
	switch {
	case s.noInput:
		return false, usage("the questionnaire needs input, which --no-input forbids; write a profile and use archadvisor score PROFILE.toml")
	case asked:
		return true, nil
	case !drawn:
		return false, usage("the questionnaire needs a terminal; without one use archadvisor score PROFILE.toml, or --accessible for plain lines")
	}
	return os.Getenv("TERM") == "dumb", nil
}

// fresh opens a new interview, pre-answered from a profile or a record, and
// from --set.
func fresh(args []string, stdin io.Reader) opener {
	return func(e *engine) (session.Session, string, error) {
		p, file := profile.New("my system"), ""
		if len(args) > 0 {
			got, _, err := e.one(args[0], "", stdin)
			if err != nil {
				return session.Session{}, "", err
			}
			p = got
			if batch.IsProfile(args[0]) {
				file = args[0]
			}
		} else if err := e.override(p); err != nil {
			return session.Session{}, "", err
		}
		store, draft := drafts(), ""
		if store.Path != "" {
			draft = store.Fresh(time.Now())
		}
		return session.New(p, store, draft), file, nil
	}
}

// screens is what the screens are given, but the terminal.
func (e *engine) screens(one session.Session, file string) view.Config {
	detail := e.options
	detail.Detail = true // the live ranking says which statement moved it
	typing := detail
	if typing.Draws != 0 {
		typing.Draws = typingDraws
	}
	return view.Config{Engine: e, Session: one, Options: e.options, Typing: typing,
		File: file, SavePath: savePath, Rule: ruleOf(e.Pack()), Open: openProfile, Save: saveProfile, Pause: restingPause,
		Export: func(ctx context.Context, r view.ExportRequest) (view.ExportResult, error) {
			return e.exportFrom(ctx, r, file)
		}}
}

// exportFrom writes the record that the export view asks for, or shows it.
func (e *engine) exportFrom(ctx context.Context, r view.ExportRequest, file string) (view.ExportResult, error) {
	q := records.Request{Dir: r.Dir, Number: cmp.Or(r.Number, "auto"), Status: r.Status, Title: r.Title,
		Date: e.date.Format(record.DateLayout), Dry: r.Dry, Deciders: r.Deciders}
	at, err := records.Find(cmp.Or(r.Format, "auto"), r.Dir)
	if err != nil {
		return view.ExportResult{}, err
	}
	files, err := at.Write(&q, []records.Decided{{Profile: r.Profile, Explanation: r.Explanation, File: file}})
	if err != nil || ctx.Err() != nil || len(files) == 0 {
		return view.ExportResult{}, err
	}
	return view.ExportResult{Path: files[0].Path, Text: string(files[0].Data), Note: fmt.Sprintf("%s: %s", at.Format, at.Because),
		Command: q.CommandLine(at.Format, file)}, nil
}

// savePath is where a new profile is proposed to be kept.
func savePath(name string) string { return slug.Of(name, true) + ".toml" }

// openProfile reads another profile, as the screens compare with.
func openProfile(path string) (*profile.Profile, error) {
	if path == "-" {
		return nil, errors.New("standard input is the keyboard here; name a file")
	}
	list, errs := batch.Input{Name: path}.Profiles(nil)
	if len(errs) > 0 {
		return nil, errs
	}
	p, _, err := pick(list, path, "")
	return p, err
}

// saveProfile writes a profile whole or not at all.
func saveProfile(path string, p *profile.Profile, overwrite bool) error {
	err := disk.Write(path, 0o666, overwrite, disk.Bytes(profile.Encode(p)))
	if errors.Is(err, os.ErrExist) {
		return view.ErrExists
	}
	return disk.Plain(err)
}

// ruleOf looks statements up in the pack.
func ruleOf(pack *rules.Pack) func(id string) (view.Rule, bool) {
	byID := map[string]render.Statement{}
	for _, k := range render.Statements(pack) {
		byID[k.ID] = k
	}
	return func(id string) (view.Rule, bool) {
		k, ok := byID[id]
		condition := k.Condition
		if condition == "" {
			condition = k.Of
		}
		return view.Rule{Measure: k.Condition == "", Condition: condition, Points: k.Effect, Because: k.Because, Source: k.Source, Where: k.Where}, ok
	}
}

// farewell tells what is left when the screens have gone.
func farewell(ctx context.Context, s Streams, o *view.Outcome, plain bool) error {
	if d := o.Decision; d != nil && !plain {
		if _, err := fmt.Fprintln(s.Out, profile.Clean(render.OneLine(d))); err != nil {
			return err
		}
	}
	for _, path := range o.Saved {
		fmt.Fprintf(s.Err, "saved %s\n", profile.Clean(path))
	}
	for _, path := range o.Exported {
		fmt.Fprintf(s.Err, "wrote %s\n", profile.Clean(path))
	}
	if o.Draft != "" {
		fmt.Fprintf(s.Err, "your answers are kept: archadvisor resume %s\n", profile.Clean(o.Draft))
	}
	if o.Interrupted {
		return quietly(interruptedCode(ctx))
	}
	return nil
}
