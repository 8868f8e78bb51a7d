// Package accessible is the interview as plain lines, to be read aloud or driven through a pipe.
package accessible

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Run asks one question at a time. It ends with the input, and with the result of what was answered.
func Run(ctx context.Context, cfg view.Config, in io.Reader, out io.Writer) (view.Outcome, error) {
	a := &accessible{ctx: ctx, cfg: &cfg, s: cfg.Session, out: out, lines: readLines(ctx, in)}
	a.say("archadvisor asks a few questions and says whether to build as a monolith, as microservices or serverless.")
	a.say("Type an answer, or its number, and press enter. help explains a question and lists the words that always work.")
	for _, o := range cfg.Offers { // the questions begin all the same
		a.say("Begun before: %s, %s. To go on with it: archadvisor resume %s", profile.Clean(o.Title), o.About, o.Draft)
	}
	err := a.interview()
	if a.outcome.Interrupted = ctx.Err() != nil; a.outcome.Interrupted || errors.Is(err, io.EOF) || errors.Is(err, errQuit) {
		err = nil
	}
	return a.outcome.WithDraft(a.s), cmp.Or(err, a.broken)
}

// accessible is one such session. Faults of out end it: see broken.
type accessible struct {
	ctx     context.Context
	cfg     *view.Config
	s       session.Session
	out     io.Writer
	lines   <-chan string
	outcome view.Outcome
	broken  error
	said    string     // how things stood when that was said last
	blocked string     // the limit that no option met then
	warned  bool       // that nothing was answered
	told    bool       // that one may stop
	more    int        // questions that were said to be left
	over    bool       // the result is wanted
	shown   bool       // and was read out
	at      profile.ID // the question that was asked
}

func (a *accessible) say(format string, args ...any) {
	if _, err := fmt.Fprintf(a.out, format+"\n", args...); err != nil && a.broken == nil {
		a.broken = err
	}
}

// ask prints a prompt and returns the next line; io.EOF when there is none.
func (a *accessible) ask(prompt string) (string, error) {
	a.say("%s", prompt)
	if a.broken != nil {
		return "", a.broken
	}
	select {
	case <-a.ctx.Done():
		return "", a.ctx.Err()
	case line, ok := <-a.lines:
		if !ok {
			return "", io.EOF
		}
		return strings.TrimSpace(profile.Clean(line)), nil
	}
}

// errQuit ends the session without a result.
var errQuit = errors.New("quit")

// interview asks until the questions, the input or the patience end, then what to do with the result.
func (a *accessible) interview() error {
	a.order()
	a.at = session.None
	changes := -1
	for {
		prompt := "Answer:"
		if a.over = a.over || a.s.Done(); a.over && !a.shown {
			a.result(3)
			a.shown = true
		}
		switch {
		case a.over:
			prompt = "What next? details, review, save FILE, export FORMAT, go NAME, more (questions), quit:"
		case a.s.Current() != a.at || a.s.Changes() != changes:
			a.at, changes, a.warned, a.shown = a.s.Current(), a.s.Changes(), false, false
			a.question()
		}
		line, err := a.ask(prompt)
		if errors.Is(err, io.EOF) && !a.over {
			a.result(3)
		}
		if err == nil {
			err = a.obey(line)
		}
		if err != nil {
			return err
		}
		if a.over {
			a.at = session.None // whoever goes on is asked again
		}
	}
}

func (a *accessible) obey(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch word = strings.ToLower(word); {
	case word == "quit", word == "exit", a.over && (word == "" || word == "stop"):
		return errQuit
	case word == "stop", word == "result":
		a.over, a.shown = true, false
	case word == "details":
		a.result(0)
	case a.command(word, rest):
	case word == "more" && a.over && !a.s.Done():
		a.over = false
	case word == "back", word == "more" && a.over:
		before, ok := a.s.Back()
		if a.s, a.over = before, a.over && !ok; !ok {
			a.say("There is no question before. Type go and a name for any other.")
		}
	case a.over:
		a.say("Type details, review, save, export, go and a question, more, or quit.")
	case line == "" && !a.warned:
		a.warned = true
		a.say("Nothing is answered yet: enter again skips the question.")
	case line == "", word == "skip", word == "next", a.s.Sheet() != nil && a.nothing(line):
		a.s = a.s.Next()
		if a.order(); a.s.CanStop() && !a.told { // what nobody knows is worth no question
			a.standing()
		}
	case word == "?", word == "help", word == "why":
		a.help()
	default:
		a.answer(line)
	}
	return nil
}

// command does what can be asked for at any time; false if it is no command.
func (a *accessible) command(word, rest string) bool {
	switch word {
	case "review", "list":
		a.review()
	case "go":
		a.jump(rest)
	case "undo", "redo":
		a.undo(word)
	case "save":
		a.save(rest)
	case "export":
		a.export(rest)
	case "component", "system":
		a.component(word, rest)
	default:
		return false
	}
	return true
}

// nothing tells of an answer to a sheet that says nothing: not known, or nothing that counts more than the rest.
func (a *accessible) nothing(line string) bool {
	v, err := profile.Parse(a.s.Sheet()[0], line)
	return err == nil && !v.Known() || a.s.Current() == profile.PriorityCost && strings.EqualFold(line, "none")
}

func (a *accessible) answer(line string) {
	list, err := a.read(line)
	next, effect := a.s, session.Effect{}
	if err == nil {
		next, effect, err = a.s.Give(list...)
	}
	if err != nil {
		a.say("Not taken: %s.", strings.TrimSuffix(profile.Clean(err.Error()), "."))
		return
	}
	one := len(a.s.Limits()) > 0 && len(list) == 1 && list[0].ID != session.None && !strings.EqualFold(line, "none")
	a.take(next, effect)
	for _, g := range list {
		a.say("Noted: %s, %s.", say.Label(g.ID), wording.Answer(a.s, g.ID))
	}
	if !one {
		a.s = a.s.Next()
	}
	a.order()
	a.standing()
}

// take goes on with a changed session, and does what that asks of the disk.
func (a *accessible) take(next session.Session, e session.Effect) {
	err := e.Do()
	if a.s = next.Did(e, err); err != nil {
		a.say("Not kept on disk: %s", profile.Clean(err.Error()))
	}
}

func (a *accessible) standing() {
	d := a.cfg.Engine.Advise(a.s.Profile(), a.cfg.Options)
	a.outcome.Decision = d
	if now := say.Outlook(d); now != a.said {
		a.said = now
		a.say("So far: %s", now)
	}
	blocked, _ := say.Blocked(d)
	stop := a.s.CanStop()
	if blocked != "" && blocked != a.blocked {
		a.say("%s Type review and go to change that limit, or what it limits; stop for the result.", blocked)
	}
	switch {
	case stop && !a.told:
		sentence, _ := say.Stop(d)
		a.say("%s. Type stop for the result.", sentence)
	case blocked != "":
	case !stop && (a.told || a.s.More() > a.more && a.more > 0) && a.s.Reopened() != session.None:
		a.say("Your answer on %s makes more questions count: about %d more to be sure.", say.Label(a.s.Reopened()), a.s.More())
	case !stop && a.s.More() > 0:
		a.say("About %d more to be sure.", a.s.More())
	}
	a.told, a.more, a.blocked = stop, a.s.More(), blocked
}

func (a *accessible) order() {
	if q, err := a.cfg.Engine.Inquire(a.ctx, a.s.Asked(), a.cfg.Options, a.s.Passed()...); err == nil {
		a.s = a.s.SetOrder(q)
	}
}

const longest = 1 << 20 // bytes of a line; a longer one ends the input

// readLines reads lines in the background, so that a signal is not kept waiting.
func readLines(ctx context.Context, in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		s := bufio.NewScanner(in)
		s.Buffer(nil, longest)
		for s.Scan() {
			select {
			case lines <- s.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}
