package accessible

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/records"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
	"archadvisor/ui/wording"
)

const wordsHelp = "back, skip, unknown, help, review (all answers), go NAME, undo, redo, component NAME, stop (show the result), save FILE, export FORMAT (and FOLDER), quit"

func (a *accessible) question() {
	id, sheet := a.s.Current(), a.s.Sheet()
	f := id.Field()
	a.say("")
	a.say("%s", a.s.Prompt())
	noted := func(id profile.ID) string {
		if a.s.Status(id) == session.Answered {
			return ", noted: " + wording.Answer(a.s, id)
		}
		return ""
	}
	switch {
	case len(a.s.Limits()) > 0:
		for i, g := range a.s.Limits() {
			a.say("%d: %s%s", i+1, say.Beyond(&g), noted(sheet[i]))
		}
		a.say("Type none, or a number and how much, such as 1 = %s.", strings.TrimSpace(strings.Split(sheet[0].Field().Examples(), ",")[1]))
		return
	case a.s.Facts():
		for i, p := range sheet {
			a.say("%d: %s%s", i+1, say.Fact(p), noted(p))
		}
		a.say("Type the numbers of what is true, with commas, such as 1, 2; what you leave out stays open. Add none, as in 1, 2, none, if the others are not true; none alone if nothing is. Or skip.")
		return
	case sheet != nil:
		for i, p := range sheet {
			a.say("%d: %s: %s", i+1, strings.ReplaceAll(p.Field().Key, "_", " "), p.Field().Technical)
		}
		a.say("Type the numbers of what counts more than usual, with commas, or skip.")
		return
	}
	a.say("%s.", f.Technical)
	if f.Numeric() {
		a.say("Write %s%s.", f.Examples(), wording.In(f))
	}
	choices := session.Choices(id)
	for i, c := range choices {
		a.say("%d: %s", i+1, strings.TrimSuffix(f.Said(c.Word)+": "+f.Meaning(c.Word), ": "))
	}
	if len(choices) > 0 {
		a.say("%d: %s", len(choices)+1, wording.NoAnswer(f))
	}
	if len(choices) > 0 && f.Kind == profile.TextList {
		a.say("Several are possible, with commas.")
	}
	if a.s.Status(id) != session.Open {
		a.say("Your answer now: %s. Type skip to keep it.", wording.Answer(a.s, id))
		if note := a.cfg.Measured.Note(id, a.s.Value(id)); note != "" {
			a.say("It was measured: %s", note)
		}
	}
}

func (a *accessible) read(line string) ([]session.Given, error) {
	limits, sheet := a.s.Limits(), a.s.Sheet()
	switch {
	case sheet == nil:
		g, err := session.Read(a.s.Current(), line)
		return []session.Given{g}, err
	case len(limits) > 0 && strings.EqualFold(line, "none"):
		return a.s.Within(), nil
	case len(limits) > 0:
		number, much, _ := strings.Cut(strings.Replace(line, "=", " ", 1), " ")
		i, err := strconv.Atoi(number)
		if err != nil || i < 1 || i > len(limits) {
			return nil, fmt.Errorf("type none, or a number from 1 to %d and how much", len(limits))
		}
		if v := limits[i-1].Within; much == "" && sheet[i-1].Field().Kind == profile.Bool {
			return []session.Given{{ID: sheet[i-1], Value: profile.Flag(!v.Bool())}}, nil
		}
		v, err := session.Parse(sheet[i-1], strings.TrimSpace(much))
		return []session.Given{{ID: sheet[i-1], Value: v}}, err
	}
	var ids []profile.ID
	alone := false
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' }) {
		if a.s.Facts() && strings.EqualFold(w, "none") {
			alone = true
			continue
		}
		i, err := strconv.Atoi(w)
		if err != nil || i < 1 || i > len(sheet) {
			return nil, fmt.Errorf("type numbers from 1 to %d with commas, or skip", len(sheet))
		}
		ids = append(ids, sheet[i-1])
	}
	return a.s.Ticked(alone, ids...), nil
}

func (a *accessible) help() {
	for _, l := range append(wording.Help(a.s), [2]string{"Words that always work", wordsHelp + "."}) {
		if l[1] != "" {
			a.say("%s: %s", strings.TrimSuffix(l[0], "?"), l[1])
		}
	}
}

func (a *accessible) review() {
	n := 0
	for _, f := range profile.Fields() {
		if f.ID != session.None && a.s.Status(f.ID) != session.Open {
			n++
			a.say("%s: %s", f.Name(), wording.Answer(a.s, f.ID))
		}
	}
	a.say("%s. Type go and a name to change one.", numeral.With(float64(n), "answers", numeral.Whole))
}

func (a *accessible) jump(name string) {
	name = strings.ReplaceAll(strings.TrimSpace(name), " ", "_")
	for _, f := range profile.Fields() {
		if f.ID != session.None && (f.Name() == name || f.Key == name) {
			a.s, a.over = a.s.Jump(f.ID), false
			return
		}
	}
	a.say("There is no question %q: %s.", name, cmp.Or(profile.Nearest(name), "archadvisor help profile lists all of them"))
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
	a.order()
	a.say("%s: %s is %s.", word, say.Label(id), wording.Answer(a.s, id))
}

// save writes the answers to a file, and never over another one.
func (a *accessible) save(path string) {
	path = cmp.Or(path, a.cfg.File, a.cfg.SavePath(a.s.Name()))
	err := a.cfg.Save(path, a.s.Profile(), path == a.cfg.File)
	switch {
	case errors.Is(err, os.ErrExist):
		a.say("Not saved: there is a file %s already. Type save and another name.", profile.Clean(path))
	case err != nil:
		a.say("Not saved: %s", profile.Clean(err.Error()))
	default:
		a.outcome.Saved = append(a.outcome.Saved, path)
		a.cfg.File = path // ours now: saving again replaces it
		a.say("Saved: %s", profile.Clean(path))
		a.take(a.s.Filed(path))
	}
}

func (a *accessible) export(rest string) {
	format, dir, _ := strings.Cut(rest, " ")
	p := a.s.Profile()
	x, err := a.cfg.Engine.Explain(a.ctx, p, a.cfg.Options, a.s.Passed()...)
	var r view.ExportResult
	if err == nil {
		r, err = a.cfg.Export(context.WithoutCancel(a.ctx), view.ExportRequest{Format: format,
			Decided: records.Decided{Profile: p, Explanation: x, Mixture: a.cfg.Mixture(p), File: a.cfg.File}, Request: records.Request{Dir: strings.TrimSpace(dir), Status: "proposed"}})
	}
	if err != nil {
		a.say("Not written: %s", profile.Clean(err.Error()))
		return
	}
	a.outcome.Exported = append(a.outcome.Exported, r.Path)
	a.say("Written: %s", profile.Clean(r.Path))
	if a.s.File() == "" { // a profile of the user's holds more
		a.take(a.s.Filed(r.Path))
	}
}

// result reads out the explanation: its first sections, all if most is 0.
func (a *accessible) result(most int) {
	x, err := a.cfg.Engine.Explain(a.ctx, a.s.Profile(), a.cfg.Options, a.s.Passed()...)
	if err != nil {
		a.say("No result: %s", profile.Clean(err.Error()))
		return
	}
	a.outcome.Decision = x.Decision
	a.say("")
	a.say("Result. %s.", say.Verdict(x.Decision))
	m := a.cfg.Mixture(a.s.Profile())
	if m != nil {
		a.say("%s.", say.ByComponents(m))
	}
	for i, section := range say.Explanation(x, m).Sections() {
		if most == 0 || i < most {
			a.say("%s", strings.Join(section, "\n"))
		}
	}
}

// component goes to a component, adds, copies or removes it, or goes back to the system.
func (a *accessible) component(word, rest string) {
	list := a.s.Profile().Components()
	named := func(name string) int {
		return slices.IndexFunc(list, func(c *profile.Profile) bool { return c.Name() == name })
	}
	next, effect, err := a.s.Focus(-1), session.Effect{}, error(nil)
	copied, copies := strings.CutPrefix(rest, "copy ")
	switch at, here := named(rest), named(a.s.Component()); {
	case word == "system":
	case rest == "":
		for _, c := range list {
			a.say("Component: %s", profile.Clean(c.Name()))
		}
		a.say("Type component and a name to go to it or to add it; there, component copy NAME, component remove, or system.")
		return
	case copies && here >= 0:
		next, effect, err = a.s.Add(copied, here)
	case rest == "remove" && here >= 0:
		next, effect, err = a.s.Remove(here)
	case at >= 0:
		next = a.s.Focus(at)
	default:
		next, effect, err = a.s.Add(rest, -1)
	}
	if err != nil {
		a.say("Not taken: %s.", strings.TrimSuffix(profile.Clean(err.Error()), "."))
		return
	}
	a.take(next, effect)
	a.over = false
	if a.order(); a.s.Component() == "" {
		a.say("The questions are about the whole of %s again.", profile.Clean(a.s.Name()))
		return
	}
	a.say("The questions are about the component %s; what it does not say it inherits.", profile.Clean(a.s.Component()))
}
