package accessible

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// Run is the interview as plain lines: one question at a time, words
// for commands, no drawing and no colour, so that it can be read aloud, used on
// any terminal, and driven through a pipe. It ends when the input does, with
// the result of what was answered.
func Run(ctx context.Context, cfg view.Config, in io.Reader, out io.Writer) (view.Outcome, error) {
	a := &accessible{ctx: ctx, cfg: &cfg, s: cfg.Session, out: out, lines: readLines(ctx, in)}
	a.say("archadvisor asks a few questions and says whether to build %s as a monolith, as microservices or serverless.", profile.Clean(a.s.Name()))
	a.say("Type an answer and press enter. These words always work:")
	a.say("%s.", wordsHelp)
	err := a.interview()
	a.outcome.Interrupted = ctx.Err() != nil
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		err = nil
	}
	if err == nil {
		err = a.broken
	}
	return a.outcome.WithDraft(a.s), err
}

const wordsHelp = "back, skip, unknown, ? (why it is asked), list, go NAME, undo, redo, stop (show the result), save, export, quit"

// accessible is one such session. Faults of out end it: see broken.
type accessible struct {
	ctx     context.Context
	cfg     *view.Config
	s       session.Session
	out     io.Writer
	lines   <-chan string
	outcome view.Outcome
	broken  error
	said    string // the last ranking that was read out
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

// interview asks until the questions, the input or the patience end, then
// shows the result.
func (a *accessible) interview() error {
	a.order()
	for {
		err := a.questions()
		if errors.Is(err, errQuit) {
			return nil
		}
		if a.ctx.Err() != nil || a.broken != nil {
			return err
		}
		a.result()
		if err != nil {
			return err
		}
		if more, err := a.after(); !more {
			return err
		}
	}
}

// questions asks one after the other; nil means that the result is wanted.
func (a *accessible) questions() error {
	for n := 1; !a.s.Done(); n++ {
		a.question()
		for asked := a.s.Current(); a.s.Current() == asked; {
			line, err := a.ask("Answer:")
			if err != nil {
				return err
			}
			again, err := a.obey(line)
			if err != nil || !again {
				return err
			}
		}
	}
	return nil
}

// obey takes a line: a word of command, or an answer. It reports whether the
// interview goes on.
func (a *accessible) obey(line string) (bool, error) {
	word, rest, _ := strings.Cut(line, " ")
	switch strings.ToLower(word) {
	case "":
		a.say("Nothing typed. Type an answer, unknown, or skip.")
	case "?", "help", "why":
		a.help()
	case "back":
		if !a.back() {
			a.say("This is the first question.")
		}
	case "skip", "next":
		a.s = a.s.Next()
	case "unknown":
		if next, effect, err := a.s.Answer(profile.Value{}); err == nil {
			a.take(next, effect)
		}
		a.noted("unknown")
	case "within":
		a.within()
	case "stop", "result":
		return false, nil
	case "quit", "exit":
		return false, errQuit
	default:
		if !a.command(strings.ToLower(word), rest) {
			a.answer(line)
		}
	}
	return true, nil
}

// within answers all open hard limits at once.
func (a *accessible) within() {
	limits := a.s.Limits()
	if len(limits) == 0 {
		a.say("No limit is open.")
		return
	}
	said := say.WithinLimits(limits)
	next, effect, err := a.s.WithinLimits()
	if err != nil {
		a.say("%s", profile.Clean(err.Error()))
		return
	}
	a.take(next, effect)
	a.noted(said)
}

// command does what can be asked for at any time; false if it is no command.
func (a *accessible) command(word, rest string) bool {
	switch word {
	case "list":
		a.list()
	case "go":
		a.jump(rest)
	case "undo", "redo":
		a.undo(word)
	case "save":
		a.save(rest)
	case "export":
		a.export(rest)
	default:
		return false
	}
	return true
}

// answer takes what was typed as the answer.
func (a *accessible) answer(line string) {
	v, err := session.Parse(a.s.Current(), line)
	next, effect := a.s, session.Effect{}
	if err == nil {
		next, effect, err = a.s.Answer(v)
	}
	if err != nil {
		a.say("Not taken: %s. Type ? for help, unknown if you do not know.", profile.Clean(err.Error()))
		return
	}
	a.take(next, effect)
	a.noted(wording.Answer(a.s, a.s.Current()))
}

// take goes on with a changed session, and does what that asks of the disk.
func (a *accessible) take(next session.Session, e session.Effect) {
	err := e.Do()
	if a.s = next.Did(e, err); err != nil {
		a.say("Not kept on disk: %s", profile.Clean(err.Error()))
	}
}

func (a *accessible) back() bool {
	before, ok := a.s.Back()
	a.s = before
	return ok
}

// noted confirms an answer, says where things stand, and goes on.
func (a *accessible) noted(what string) {
	a.say("Noted: %s, %s.", say.Label(a.s.Current()), what)
	a.order()
	a.s = a.s.Next()
	d := a.decide()
	if now := readOut(d); now != a.said {
		a.said = now
		a.say("So far: %s", now)
	}
	if a.s.CanStop() {
		a.say("You can stop now: nothing left is likely to change the answer. Type stop for the result.")
	}
}

// order asks the advisor which question is worth most now.
func (a *accessible) order() {
	if q, err := a.cfg.Engine.Inquire(a.ctx, a.s.Profile(), a.cfg.Options); err == nil {
		a.s = a.s.SetOrder(q)
	}
}

func (a *accessible) decide() *explain.Decision {
	d := a.cfg.Engine.Advise(a.s.Profile(), a.cfg.Options)
	a.outcome.Decision = d
	return d
}

// readLines reads lines in the background, so that a signal is not kept
// waiting.
func readLines(ctx context.Context, in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		r := bufio.NewReaderSize(in, 4096)
		for {
			line, err := readLine(r)
			if err != nil && line == "" {
				return
			}
			select {
			case lines <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}

// readLine returns a line of at most 4096 bytes and drops the rest of it.
func readLine(r *bufio.Reader) (string, error) {
	part, err := r.ReadSlice('\n')
	line := string(part)
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = r.ReadSlice('\n')
	}
	return strings.TrimRight(line, "\r\n"), err
}
