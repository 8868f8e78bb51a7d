package say_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/row"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/ui"
	"archadvisor/ui/command"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// wordless takes the words out of a text and leaves its shape: every letter is
// the same one.
func wordless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return 'x'
		}
		return r
	}, s)
}

// both gives what f makes with the sentences as they are and without a word in
// them. They must differ, or the hook hooks nothing.
func both[T any](f func() T) (worded, wordlessly T) {
	worded = f()
	defer say.Rewrite(wordless)()
	return worded, f()
}

// Of these profiles one misses a target, one lacks answers, one has an option
// that a limit stops.
var names = []string{"b2b-saas", "first-idea", "media-transcoding"}

var options = advisor.Options{Draws: 64, Detail: true}

// example is a profile that the repository ships, explained.
type example struct {
	p *profile.Profile
	x *explain.Explanation
}

var explainer = sync.OnceValues(func() (*explain.Explainer, error) {
	pack, _ := rules.Load(packs.Core())
	prices := pricing.Load()
	a, err := advisor.New(pack, nil, prices, "0.1.0")
	if err != nil {
		return nil, err
	}
	return explain.New(a), nil
})

var examples = sync.OnceValues(func() (map[string]example, error) {
	a, err := explainer()
	if err != nil {
		return nil, err
	}
	out := map[string]example{}
	for _, name := range names {
		data, err := os.ReadFile("../../testdata/profiles/" + name + ".toml")
		if err != nil {
			return nil, err
		}
		list, errs := profile.Decode(data, name)
		if len(errs) > 0 {
			return nil, errs
		}
		x, err := a.Explain(context.Background(), list[0], options)
		if err != nil {
			return nil, err
		}
		out[name] = example{list[0], x}
	}
	return out, nil
})

func theExamples(t *testing.T) map[string]example {
	t.Helper()
	all, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func written(t *testing.T, f record.Format, e example) []byte {
	t.Helper()
	data, err := record.Write(f, e.x, e.p, record.Meta{Date: "2026-11-23", Number: 1})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// printed runs a command: its output, its remarks and its exit code.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := command.Run(context.Background(), args, command.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
	return out.String() + errs.String() + string(rune('0'+code))
}

// What nobody waits for has no response time: the text says what its percentile is of.
func TestNobodyWaitsForABatch(t *testing.T) {
	for name, e := range theExamples(t) {
		if got := strings.Contains(say.Ranges(e.x), "Nobody waits"); got != (name == "media-transcoding") {
			t.Errorf("%s: %s", name, say.Ranges(e.x))
		}
		said := strings.Join(append(say.Figures(&e.x.Ranking[0], true), say.Figures(&e.x.Ranking[0], false)...), "\n")
		if runs := name == "media-transcoding"; strings.Contains(said, " a run") != runs || strings.Contains(said, "p99 ") == runs {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// Nothing reads a sentence: text, Markdown and records without a word in their
// sentences have the same headings, entries, tables, figures and line breaks.
func TestShapeWithoutWords(t *testing.T) {
	for name, e := range theExamples(t) {
		forms := map[string]func() string{
			"text":     func() string { return say.Explanation(e.x, nil).Plain(100, false) },
			"markdown": func() string { return say.Explanation(e.x, nil).Markdown() },
		}
		for _, f := range record.Formats() {
			forms[string(f)] = func() string { return string(written(t, f, e)) }
		}
		for form, print := range forms {
			worded, without := both(print)
			if wordless(worded) != wordless(without) {
				t.Errorf("%s, %s: another shape without words:\n%s", name, form, without)
			}
			if worded == without {
				t.Errorf("%s, %s: no sentence of it is made by package say", name, form)
			}
		}
	}
}

// All sentences of an explanation pass the hook: without words nothing is left
// of it but figures with their units and the names of the architectures.
func TestEverySentenceIsSpoken(t *testing.T) {
	defer say.Rewrite(wordless)()
	kept := regexp.MustCompile(`\d [A-Za-z/-]+|` + strings.Join(profile.Architectures[:], "|"))
	word := regexp.MustCompile(`[a-wyzA-WYZ]{3,}`)
	for name, e := range theExamples(t) {
		for _, line := range strings.Split(say.Explanation(e.x, nil).Plain(100, false), "\n") {
			if w := word.FindString(kept.ReplaceAllString(line, "")); w != "" {
				t.Errorf("%s: %q of %q did not pass the hook", name, w, line)
			}
		}
	}
}

// The rows of a batch keep their columns.
func TestRowsWithoutWords(t *testing.T) {
	for _, dir := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		t.Setenv(dir, t.TempDir())
	}
	for _, format := range []string{"table", "markdown", "csv"} {
		worded, without := both(func() string {
			return printed(t, "score", "../../testdata/profiles", "--draws", "64", "--format", format)
		})
		if wordless(worded) != wordless(without) || without[len(without)-1] != '0' {
			t.Errorf("%s has another shape without words:\n%s\nwith them:\n%s", format, without, worded)
		}
	}
}

// sentences are the keys of JSON whose values are for people.
var sentences = []string{"text", "margin", "do", "trigger", "notes"}

// masked is JSON without its sentences.
func masked(v any, key string) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = masked(v[k], k)
		}
	case []any:
		for i := range v {
			v[i] = masked(v[i], key)
		}
	case string:
		if slices.Contains(sentences, key) {
			return wordless(v)
		}
	}
	return v
}

// JSON differs in its sentences alone.
func TestJSONWithoutWords(t *testing.T) {
	for name, e := range theExamples(t) {
		for form, print := range map[string]func() any{
			"row":    func() any { return row.New("x", nil, e.x.Decision) },
			"report": func() any { return row.NewExplanation("x", nil, e.x) },
		} {
			worded, without := both(func() any {
				data, err := json.Marshal(print())
				if err != nil {
					t.Fatal(err)
				}
				var v any
				if err := json.Unmarshal(data, &v); err != nil {
					t.Fatal(err)
				}
				return masked(v, "")
			})
			if !reflect.DeepEqual(worded, without) {
				t.Errorf("%s, %s differs in more than its sentences", name, form)
			}
		}
	}
}

// A record without words is read back and checked like any other: it holds, and
// it drifts where it should.
func TestCheckWithoutWords(t *testing.T) {
	a, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	e := theExamples(t)["b2b-saas"]
	for _, f := range record.Formats() {
		if f == record.Y {
			continue // holds no profile and is never checked
		}
		back := func() *record.Record {
			r, err := record.Parse(written(t, f, e), "0001-x.md")
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			r.Title = wordless(r.Title)
			return r
		}
		if worded, without := both(back); !reflect.DeepEqual(worded, without) {
			t.Errorf("%s: read back %+v, want %+v", f, without, worded)
		}
		for state, set := range map[record.State][]string{record.Holds: nil, record.Drifted: {"team.engineers=300", "team.teams=30", "team.release_bottleneck=true", "team.independent_releases=true", "domain.independent_scaling=true", "domain.data_coupling=low"}} {
			checked := func() record.Row {
				row := record.Checker{Advise: a.Advise, Version: "0.1.0", Set: set, Options: options}.Check("0001-x.md", written(t, f, e))
				row.Title, row.Because = wordless(row.Title), wordless(row.Because)
				return row
			}
			if worded, without := both(checked); without.State != state || !reflect.DeepEqual(worded, without) {
				t.Errorf("%s: checked %+v, want %+v", f, without, worded)
			}
		}
	}
}

// screens runs the program of the screens without a terminal.
type screens struct{ m tea.Model }

func (s *screens) send(msg tea.Msg) {
	next, cmd := s.m.Update(msg)
	s.m = next
	s.run(cmd)
}

func (s *screens) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg, tea.SuspendMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	default:
		s.send(msg)
	}
}

// Screens show the same boxes, bars, figures and rows.
func TestScreensWithoutWords(t *testing.T) {
	a, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	for name, e := range theExamples(t) {
		frames := func() []string {
			s := screens{ui.New(context.Background(), &view.Config{Engine: a, Session: session.New(e.p, session.Folder{}, ""),
				Options: options, Typing: options, Theme: theme.New("mono", termenv.Ascii), SavePath: func(string) string { return "x.toml" },
				Mixture: func(*profile.Profile) *mixture.Mixture { return nil },
				Rule:    func(string) (view.Rule, bool) { return view.Rule{}, false },
				Export:  func(context.Context, view.ExportRequest) (view.ExportResult, error) { return view.ExportResult{}, nil }})}
			s.run(s.m.Init())
			s.send(tea.WindowSizeMsg{Width: 140, Height: 60})
			s.send(tea.KeyMsg{Type: tea.KeyCtrlR})
			out := []string{s.m.View()}
			for _, key := range "234" {
				s.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{key}})
				out = append(out, s.m.View())
			}
			return out
		}
		worded, without := both(frames)
		for i := range worded {
			if got, want := wordless(ansi.Strip(without[i])), wordless(ansi.Strip(worded[i])); got != want {
				t.Errorf("%s, view %d has another shape without words:\n%s\nwith them:\n%s", name, i+1, ansi.Strip(without[i]), ansi.Strip(worded[i]))
			}
		}
		if worded[0] == without[0] {
			t.Errorf("%s: the result shows no sentence of package say", name)
		}
	}
}

// The glossary holds what the explanation uses.
func TestGlossary(t *testing.T) {
	known := map[string]bool{}
	for _, g := range say.Glossary {
		known[g.Key] = true
	}
	report := row.NewExplanation("x", nil, theExamples(t)["b2b-saas"].x)
	for _, key := range report.Glossary {
		if !known[key] {
			t.Errorf("no term %q", key)
		}
	}
	for _, key := range []string{"saga", "p99", "score"} {
		if !slices.Contains(report.Glossary, key) {
			t.Errorf("got %v, want %s among them", report.Glossary, key)
		}
	}
}
