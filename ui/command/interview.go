package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui"
	"archadvisor/ui/accessible"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/settings"
	"archadvisor/ui/setup"
	"archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

// opener makes the session of an interview, with the profile that was opened, "" if there is none.
type opener func(*engine) (s session.Session, file string, err error)

// runInterview asks in the terminal, on a drawn screen or as plain lines; begin says how the screens do.
func runInterview(ctx context.Context, o *options, open opener, begin func(*view.Config)) error {
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
	cfg := setup.Screens(e, e.Pack(), e.how, e.date, one, file)
	cfg.Mixture, cfg.Mouse = e.mixture, !o.set.is("no-mouse")
	begin(&cfg)
	var outcome view.Outcome
	if plain {
		outcome, err = accessible.Run(ctx, cfg, o.In, o.Out)
	} else {
		cfg.In, _ = o.In.(*os.File)
		cfg.Out, _ = o.Out.(*os.File)
		cfg.Theme = terminal.Theme(o.set.text("theme"), o.set.colour(cfg.Out), cfg.In, cfg.Out)
		outcome, err = ui.Run(ctx, cfg)
	}
	if err != nil {
		return err
	}
	return farewell(ctx, o.Streams, &outcome, plain)
}

// asksPlainly says whether the interview is plain lines, which it must be asked for without a terminal.
func (s *choices) asksPlainly(st Streams) (plain bool, err error) {
	drawn := terminal.Is(st.In) && terminal.Is(st.Out)
	asked := s.is("accessible") || os.Getenv("ACCESSIBLE") == "1"
	switch {
	case s.is("no-input"):
		return false, usage("the questionnaire needs input, which --no-input forbids; write a profile and use archadvisor score PROFILE.toml")
	case asked:
		return true, nil
	case !drawn:
		return false, usage("the questionnaire needs a terminal; without one use archadvisor score PROFILE.toml, or --accessible for plain lines")
	}
	return os.Getenv("TERM") == "dumb", nil
}

// fresh opens a new interview, pre-answered from a profile or a record, and from --set.
func fresh(e *engine) (one session.Session, file string, err error) {
	p := profile.New("my system")
	if len(e.args) == 0 {
		err = e.override(p)
	} else if p, _, err = e.one(); batch.IsProfile(e.args[0]) {
		file = e.args[0]
	}
	if err != nil {
		return one, "", err
	}
	store, draft := drafts(), ""
	if store.Path != "" {
		draft = session.Fresh(time.Now())
	}
	return session.New(p, store, draft), file, nil
}

func farewell(ctx context.Context, s Streams, o *view.Outcome, plain bool) error {
	if d := o.Decision; d != nil && !plain {
		if _, err := fmt.Fprintln(s.Out, profile.Clean(d.Name+": "+say.Outlook(d))); err != nil {
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
	return exitIf(o.Interrupted, terminal.ExitCode(ctx))
}

func runDemo(o *options, ctx context.Context) error {
	if terminal.Is(o.In) && terminal.Is(o.Out) && !o.set.is("accessible") {
		return runInterview(ctx, o, fresh, func(c *view.Config) {
			c.Demo, c.Offers = true, nil
			for _, p := range setup.Examples() {
				c.Offers = append(c.Offers, view.Offer{Title: p.Name(), About: p.Get(profile.Summary).Text, Open: func() (session.Session, string, error) {
					return session.New(p, session.Folder{}, ""), "", nil
				}})
			}
		})
	}
	e, err := newEngine(o)
	if err != nil {
		return err
	}
	text := ""
	for _, p := range setup.Examples() { // what becomes of each in a line
		text += p.Name() + ": " + say.Outlook(e.Advise(p, e.how)) + "\n"
	}
	return disk.Bytes([]byte(text))(o.Out)
}

func runResume(o *options, ctx context.Context) error {
	return runInterview(ctx, o, func(*engine) (session.Session, string, error) { return resumed(strings.Join(o.args, "")) }, func(*view.Config) {})
}

// resumed is the interview of a draft, or the newest, and the file that holds its answers, if one does.
func resumed(name string) (found session.Session, file string, err error) {
	store := drafts()
	list, err := store.List()
	if err != nil {
		return found, "", err
	}
	if len(list) == 0 {
		return found, "", usage("there is no questionnaire to go on with; archadvisor starts one")
	}
	name = cmp.Or(name, list[0].Name)
	found, err = session.Resume(store, name)
	switch {
	case errors.Is(err, session.ErrNoDraft):
		names := say.Each(list, func(d session.Draft) string { return d.Name })
		err = usage("no draft %q; allowed is %s", profile.Clean(name), strings.Join(names[:min(recent, len(names))], ", "))
	case err != nil:
		err = usage("%v", err)
	case batch.IsProfile(found.File()):
		file = found.File()
	}
	return found, file, err
}

const recent = 9

func begunBefore() []view.Offer {
	store := drafts()
	list, _ := store.List() // what cannot be listed is not offered
	var out []view.Offer
	for _, d := range list[:min(recent, len(list))] {
		s, err := session.Resume(store, d.Name)
		if err != nil {
			continue
		}
		title := s.Name()
		if s.File() != "" {
			title += " (" + filepath.Base(s.File()) + ")"
		}
		out = append(out, view.Offer{Draft: d.Name, Title: title, About: render.Plural(s.Answers(), "answer") + ", " + d.Saved.Format("2006-01-02 15:04"),
			Open: func() (session.Session, string, error) { return resumed(d.Name) }})
	}
	return out
}

// drafts is where drafts are kept; without a home folder there are none.
func drafts() session.Folder { return session.Folder{Path: settings.StateDir()} }
