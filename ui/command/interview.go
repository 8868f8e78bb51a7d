package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui"
	"archadvisor/ui/accessible"
	"archadvisor/ui/batch"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/setup"
	"archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

// opener makes the session of an interview: a new one, or a draft. The file is
// the profile that was opened, "" if there is none.
type opener func(*engine) (s session.Session, file string, err error)

// runInterview asks in the terminal, on a drawn screen or as plain lines; begin
// says how the screens do.
func runInterview(ctx context.Context, o *common, open opener, begin func(*view.Config)) error {
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
	cfg := setup.Screens(e, e.options, e.date, one, file)
	cfg.Mixed, cfg.Mouse = e.mixture, !o.set.noMouse
	begin(&cfg)
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

// fresh opens a new interview, pre-answered from a profile or a record, and from --set.
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
		return quietly(terminal.ExitCode(ctx))
	}
	return nil
}

func newDemo(s Streams) *cobra.Command {
	var o common
	c := s.command(&o, "demo", "Three worked examples, to look at before answering anything", takes(0, 0, "nothing"), func(ctx context.Context) error {
		if terminal.Is(s.In) && terminal.Is(s.Out) && !o.set.accessible {
			return runInterview(ctx, &o, fresh(nil, s.In), func(c *view.Config) { c.Demo = true })
		}
		e, err := newEngine(&o)
		if err != nil {
			return err
		}
		for _, p := range setup.Examples() { // what becomes of each in a line
			if _, err := fmt.Fprintln(o.Out, render.OneLine(e.Advise(p, e.options))); err != nil {
				return err
			}
		}
		return nil
	})
	interviewFlags(c.Flags())
	return c
}
