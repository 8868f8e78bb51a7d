package accessible

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

// question prints the question at hand with everything needed to answer it.
func (a *accessible) question() {
	id := a.s.Current()
	f := id.Field()
	done, total := a.s.Progress()
	a.say("")
	a.say("%s, %d of %d answered. %s", f.Group, done, total, f.Prompt)
	if f.Technical != "" {
		a.say("%s", f.Technical)
	}
	if f.Unit != "" && f.Numeric() {
		a.say("Unit: %s. Also understood: %s.", f.Unit, strings.Join(wording.Spellings(f), ", "))
	}
	if len(f.Typical) > 0 {
		a.say("Typical: %s.", strings.Join(f.Typical, ", "))
	}
	choices := session.Choices(id)
	for i, c := range choices {
		a.say("%d: %s", i+1, meant(f, c.Word))
	}
	if len(choices) > 0 {
		a.say("%d: I don't know", len(choices)+1)
	}
	if limits := a.s.Limits(); len(limits) > 1 && slices.ContainsFunc(limits, func(g explain.OpenGate) bool { return g.Fields[0] == id }) {
		a.say("Type within if none of these limits is reached: %s.", say.WithinLimits(limits))
	}
	if f.Kind == profile.TextList && f.Options != nil {
		for _, o := range f.Options {
			a.say("- %s", meant(f, o))
		}
		a.say("Any of these. Separate several with commas.")
	}
	if a.s.Status(id) != session.Open {
		a.say("Your answer now: %s. Type skip to keep it.", wording.Answer(a.s, id))
		if note := a.cfg.Measured.Note(id, a.s.Value(id)); note != "" {
			a.say("It was measured: %s", note)
		}
	}
}

func (a *accessible) help() {
	f := a.s.Current().Field()
	for _, l := range []struct{ label, text string }{
		{"Why it is asked", f.Why}, {"How to find out", f.HowTo}, {"Measure it", wording.MeasureIt(f)}, {"Without an answer", wording.WithoutAnswer(f)},
		{"Words that always work", wordsHelp + "."}} {
		if l.text != "" {
			a.say("%s: %s", l.label, l.text)
		}
	}
}

// list prints every question with its answer.
func (a *accessible) list() {
	for _, f := range profile.Fields() {
		if f.ID != session.None && f.Prompt != "" && a.s.Visible(f.ID) {
			a.say("%s: %s", f.Name(), wording.Answer(a.s, f.ID))
		}
	}
}

func (a *accessible) jump(name string) {
	name = strings.ReplaceAll(strings.TrimSpace(name), " ", "_")
	for _, f := range profile.Fields() {
		if f.ID != session.None && (f.Name() == name || f.Key == name) {
			a.s = a.s.Jump(f.ID)
			return
		}
	}
	near := profile.Nearest(name)
	if near == "" {
		near = "type list for all of them"
	}
	a.say("There is no question %q: %s.", name, near)
}

func (a *accessible) undo(word string) {
	turn := a.s.Undo
	if word == "redo" {
		turn = a.s.Redo
	}
	next, effect, id := turn()
	if id == session.None {
		a.say("There is nothing to %s.", word)
		return
	}
	a.take(next, effect)
	a.say("%s: %s is %s.", word, say.Label(id), wording.Answer(a.s, id))
	a.question()
}

// save writes the answers to a file, and never over another one.
func (a *accessible) save(path string) {
	if path == "" {
		path = a.cfg.File
	}
	if path == "" {
		path = a.cfg.SavePath(a.s.Name())
	}
	err := a.cfg.Save(path, a.s.Profile(), path == a.cfg.File && path != "")
	switch {
	case errors.Is(err, view.ErrExists):
		a.say("Not saved: there is a file %s already. Type save and another name.", profile.Clean(path))
	case err != nil:
		a.say("Not saved: %s", profile.Clean(err.Error()))
	default:
		a.outcome.Saved = append(a.outcome.Saved, path)
		a.cfg.File = path // ours now: saving again replaces it
		a.say("Saved: %s", profile.Clean(path))
		a.finish()
	}
}

func (a *accessible) export(format string) {
	p := a.s.Profile()
	x, err := a.cfg.Engine.Explain(a.ctx, p, a.cfg.Options)
	if err != nil {
		a.say("Not written: %s", profile.Clean(err.Error()))
		return
	}
	if format == "" {
		format = "auto"
	}
	r, err := a.cfg.Export(context.WithoutCancel(a.ctx), view.ExportRequest{Profile: p, Explanation: x, Format: format, Status: "proposed"})
	if err != nil {
		a.say("Not written: %s", profile.Clean(err.Error()))
		return
	}
	a.outcome.Exported = append(a.outcome.Exported, r.Path)
	a.say("Written: %s", profile.Clean(r.Path))
	a.finish()
}

func (a *accessible) finish() {
	next, effect := a.s.Finish()
	err := effect.Do()
	if a.s = next.Did(effect, err); err != nil {
		a.say("The draft could not be removed: %s", profile.Clean(err.Error()))
	}
}

// readOut reads out a ranking.
func readOut(d *explain.Decision) string {
	parts := make([]string, len(d.Ranking))
	for i, o := range d.Ranking {
		parts[i] = fmt.Sprintf("%s %s", o.Architecture, wording.Score(o))
		if !o.Feasible {
			parts[i] = o.Architecture + " is ruled out"
		}
	}
	return say.Verdict(d) + ". Scores: " + strings.Join(parts, ", ") + "."
}

// result reads out the answer with its reasons.
func (a *accessible) result() {
	p := a.s.Profile()
	x, err := a.cfg.Engine.Explain(a.ctx, p, a.cfg.Options)
	if err != nil {
		a.say("No result: %s", profile.Clean(err.Error()))
		return
	}
	d := x.Decision
	a.outcome.Decision = d
	a.say("")
	a.say("Result. %s.", say.Verdict(d))
	for i, o := range d.Ranking {
		sure := "probability " + numeral.ProbabilityInWords(o.Probability)
		if !o.Feasible {
			sure = "ruled out"
		}
		a.say("%d: %s, score %s, from %s to %s, %s. %s. %s.", i+1, o.Architecture, wording.Score(o), numeral.Whole(o.Low), numeral.Whole(o.High),
			sure, profile.Clean(o.Shape), strings.Join(say.Figures(&o), ", "))
		for _, g := range o.Gates {
			a.say("%s: %s", say.Name(o.Architecture), profile.Clean(say.Gate(&g)))
		}
	}
	for _, r := range d.Reasons {
		a.say("Reason, %s points for %s: %s", numeral.Tenth(math.Abs(r.Points)), r.For, profile.Clean(say.Reason(&r)))
	}
	if d.Relaxation != nil {
		a.say("Smallest change that lets an option pass: %s", wording.Flip(*d.Relaxation))
	}
	for _, f := range d.Flips {
		a.say("It would change: %s", wording.Flip(f))
	}
	for _, q := range d.NextQuestions {
		a.say("Worth answering: %s", wording.LabelOf(q.Field))
	}
	for _, n := range d.Notes {
		a.say("Note: %s", profile.Clean(say.Note(&n)))
	}
}

// after asks what to do with the result; true goes on with the questions.
func (a *accessible) after() (bool, error) {
	for {
		line, err := a.ask("What next? save, export, go NAME, more (questions), quit:")
		if err != nil {
			return false, err
		}
		word, rest, _ := strings.Cut(line, " ")
		switch word = strings.ToLower(word); word {
		case "quit", "exit", "stop", "":
			return false, nil
		case "more", "back":
			if a.s.Done() && !a.back() {
				a.say("Every question has an answer. Type go and its name to change one.")
				continue
			}
			return true, nil
		case "go":
			a.jump(rest)
			if !a.s.Done() {
				return true, nil
			}
		default:
			if !a.command(word, rest) {
				a.say("Type save, export, go and a question, more, or quit.")
			}
		}
	}
}

// meant is a word with what it means.
func meant(f *profile.Field, word string) string {
	return strings.TrimSuffix(word+": "+f.Meaning(word), ": ")
}
