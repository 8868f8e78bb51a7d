package measure

import (
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// facts are what the tests put into profiles.
func facts() *Fragment {
	f := &Fragment{}
	f.Say("access log: 7 requests")
	f.Add(profile.ResponseKB, Number(12.3456789), "log, counted")
	f.Add(profile.MeanRPS, Span(3, 2), "log, %d days", 3)
	f.Add(profile.Engineers, Number(9), "git, 90 days")
	f.Add(profile.IdleShare, Number(7), "no share: dropped")
	f.Hint(profile.P99Millis, Number(480), "as it is")
	return f
}

// A fragment is TOML in the order of a profile, with hints as comments, and reads
// back as assignments.
func TestFragment(t *testing.T) {
	const want = `# access log: 7 requests

[team]
engineers = 9  # measured: git, 90 days

[load]
mean_rps = [2, 3]  # measured: log, 3 days
response_kb = 12.3457  # measured: log, counted

[quality]
# p99_ms = 480  # measured: as it is
`
	if got := string(facts().TOML()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	sets, err := ReadSets([]byte("\ufeff"+want), "f")
	if got := strings.Join(sets, " "); err != nil || got != "team.engineers=9 load.mean_rps=[2, 3] load.response_kb=12.3457" {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := ReadSets([]byte("[team]\nenginers = 3\n"), "f"); err == nil || !strings.HasPrefix(err.Error(), "f:2:1: ") {
		t.Errorf("a fragment with a fault: %v", err)
	}
}

const stated = `# our shop
schema = 2
name = "shop" # for now
work.cpu_ms = 20

[load] # from the dashboard
# the board says so
requests_per_month = 10e6 # Jo, March
peak_rps = 40

[budget]
monthly_usd = 900   # agreed
`

// What a profile does not state goes into it; its comments and its order stay, and
// what it states is kept unless it is to be replaced.
func TestInto(t *testing.T) {
	m, err := facts().Into([]byte(stated), "shop.toml")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(stated, "peak_rps = 40\n", "peak_rps = 40\nresponse_kb = 12.3457  # measured: log, counted\n", 1) +
		"\n[team]\nengineers = 9  # measured: git, 90 days\n"
	if string(m.Text) != want {
		t.Errorf("got\n%s\nwant\n%s", m.Text, want)
	}
	if len(m.Kept) != 1 || m.Kept[0] != (Change{"requests_per_month = 10000000", "mean_rps = [2, 3]"}) || len(m.Added) != 2 {
		t.Errorf("kept %v, added %v", m.Kept, m.Added)
	}
	if got := Provenance(m.Text).Note(profile.Engineers, profile.Number(9)); got != "git, 90 days" {
		t.Errorf("engineers are from %q", got)
	}
	if got := Provenance(m.Text).Note(profile.Engineers, profile.Number(8)); got != "" {
		t.Errorf("another value is from %q", got)
	}
	again := &Fragment{}
	again.Add(profile.Engineers, Number(11), "git, later")
	m, err = again.Into(m.Text, "shop.toml")
	if err != nil || !strings.Contains(string(m.Text), "engineers = 11  # measured: git, later\n") || len(m.Kept) != 0 {
		t.Errorf("measured again: %v, kept %v\n%s", err, m.Kept, m.Text)
	}
}

// Values that are written anew keep where they are from, as long as they are the
// same.
func TestAnnotate(t *testing.T) {
	m, err := facts().Into([]byte("schema = 2\nname = \"x\"\n"), "shop.toml")
	if err != nil {
		t.Fatal(err)
	}
	list, errs := profile.Decode(m.Text, "shop.toml")
	if len(errs) > 0 || list[0].Set(profile.Engineers, profile.Number(4)) != nil {
		t.Fatal(errs)
	}
	known := Provenance(m.Text)
	text := known.Annotate(profile.Encode(list[0]))
	if again := Provenance(text); len(known) != 3 || len(again) != 2 || again.Note(profile.ResponseKB, Number(12.3457)) != "log, counted" {
		t.Errorf("%v is left of %v:\n%s", again, known, text)
	}
}

// Files as people write them: each gets the facts and keeps its lines, or there is
// an error and no text.
func TestIntoAnyFile(t *testing.T) {
	head := "schema = 2\nname = \"x\"\n"
	for name, text := range map[string]string{
		"nothing more":       head,
		"no last end":        head + "[load]\npeak_rps = 9",
		"CRLF":               strings.ReplaceAll(head+"[load]\npeak_rps = 9\n[work]\ncpu_ms = 3\n", "\n", "\r\n"),
		"byte order mark":    "\ufeff" + head + "[load]\npeak_rps = 9\n",
		"dotted keys":        head + "load.peak_rps = 9\nload.response_kb = 3\nteam.teams = 2\n",
		"several lines":      head + "[load]\npeak_rps = [\n  9, # low\n  10,\n]\n# end\n",
		"a table at the end": head + "[work]\ncpu_ms = 3\n[load]\n# nothing yet\n",
		"quoted keys":        head + "[\"load\"]\n\"peak_rps\" = 9\n",
	} {
		m, err := facts().Into([]byte(text), name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		rest := string(m.Text)
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			at := strings.Index(rest, line)
			if at < 0 {
				t.Errorf("%s: the line %q is gone or moved:\n%s", name, line, m.Text)
				break
			}
			rest = rest[at+len(line):]
		}
		if strings.Contains(text, "\r\n") != strings.Contains(string(m.Text), "\r\n") || strings.Contains(strings.ReplaceAll(string(m.Text), "\r\n", ""), "\r") {
			t.Errorf("%s: other ends of lines: %q", name, m.Text)
		}
		p, errs := profile.Decode(m.Text, name)
		if len(errs) > 0 || p[0].Get(profile.Engineers).Low != 9 || p[0].Get(profile.MeanRPS).Low != 2 {
			t.Errorf("%s: %v\n%s", name, errs, m.Text)
		}
	}
	for name, x := range map[string]struct{ text, want string }{
		"inline table":  {head + "load = { peak_rps = 9 }\n", "inline:3:1: load is an inline table"},
		"several":       {"[[profile]]\nschema = 2\nname = \"x\"\n", "[[profile]] tables"},
		"contradiction": {head + "[load]\npeak_rps = 1\n", "contradicts"},
		"no profile":    {head + "[lod]\n", "did you mean"},
	} {
		m, err := facts().Into([]byte(x.text), strings.Fields(name)[0])
		if err == nil || m != nil && m.Text != nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v, want %q", name, err, x.want)
		}
	}
}

// Any text gets the facts and keeps its lines, or stays as it is.
func FuzzInto(f *testing.F) {
	f.Add(stated)
	f.Add("schema = 2\nname = 'x'\n[load]\r\nmean_rps = 3 # measured: x\n[[component]]\nname = \"y\"\n[component.load]\npeak_rps = 3\n")
	f.Add("name = \"x\"\nschema=2\nload.idle_share = 0.5\n[team]")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := facts().Into([]byte(text), "f")
		if err != nil {
			return
		}
		if p, errs := profile.Decode(m.Text, "f"); len(errs) > 0 || !p[0].Known(profile.ResponseKB) {
			t.Errorf("%v\n%q\n%q", errs, text, m.Text)
		}
	})
}
