package command

import (
	"cmp"
	"os"
	"strconv"
	"time"

	"github.com/spf13/pflag"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/settings"
	"archadvisor/ui/terminal"
)

type choices struct {
	packs, sets                         []string // --pack and --set, in order
	prices, strengths, date             string
	format, output, color, theme        string
	draws                               int
	seed                                uint64
	strict                              string // "", verdict or defaults: what is refused
	quiet, noInput, accessible, noMouse bool
	found                               settings.Found
}

func commonFlags(f *pflag.FlagSet) {
	f.StringArray("set", nil, "override a field: section.field=value (repeatable)")
	f.StringArray("pack", nil, "a rule pack on top of the core pack (repeatable)")
	f.String("prices", "", "a price file that overlays single prices or adds a region")
	f.String("strengths", "", "learned strengths instead of the shipped ones (see rules fit)")
	f.Int("draws", advisor.Adaptive, "how many draws; 0 decides at the central inputs only (default: as many as the verdict needs)")
	f.Lookup("draws").DefValue = "0" // the text says what the default is
	f.Uint64("seed", 0, "seed of the draws (default: the program's own)")
	f.String("date", "", "today's date, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, then the clock)")
	f.StringP("format", "f", "", "output format")
	f.StringP("output", "o", "", "write to a file instead of standard output")
	f.BoolP("quiet", "q", false, "print no remarks on standard error")
	f.String("strict", "", "exit 5 unless every verdict is a plain recommendation; with =defaults also where a default stood in for an answer")
	f.Lookup("strict").NoOptDefVal = settings.StrictVerdict
	f.String("color", "auto", "colour: auto, always or never")
	f.String("theme", "auto", "theme: auto, dark, light, mono or contrast")
	f.Bool("no-input", false, "never ask for input")
}

// readSettings reads files, variables and flags once; a wrong one is a usage error that names its place.
func readSettings(f *pflag.FlagSet) (*choices, error) {
	found, err := settings.Read(f, allFormats())
	if err != nil {
		return nil, usage("%v", err)
	}
	text := func(name string) string { return found[name].Text() }
	yes := func(name string) bool { b, _ := strconv.ParseBool(text(name)); return b }
	s := &choices{packs: found["pack"].Values, prices: text("prices"), strengths: text("strengths"), draws: advisor.Adaptive, date: text("date"),
		format: text("format"), output: text("output"), quiet: yes("quiet"), strict: strictness(text("strict")), color: cmp.Or(text("color"), "auto"),
		theme: cmp.Or(text("theme"), "auto"), noInput: yes("no-input"), accessible: yes("accessible"), noMouse: yes("no-mouse"), found: found}
	if n, err := strconv.Atoi(text("draws")); err == nil { // checked, unless nothing was said
		s.draws = n
	}
	s.seed, _ = strconv.ParseUint(text("seed"), 10, 64) // likewise
	s.sets, err = f.GetStringArray("set")
	return s, err
}

// strictness is what --strict refuses; true is the verdict alone, as a yes or no.
func strictness(text string) string {
	if yes, err := strconv.ParseBool(text); err == nil {
		text = map[bool]string{true: settings.StrictVerdict}[yes]
	}
	return text
}

// refuses says why --strict refuses a decision, "" if it does not.
func (s *choices) refuses(d *advisor.Decision) string {
	if s.strict != "" && d.Verdict != advisor.Recommended {
		return "the verdict is " + string(d.Verdict)
	}
	if s.strict == settings.StrictDefaults {
		return say.Defaults(d.Assumed, say.Line)
	}
	return ""
}

func (s *choices) options() advisor.Options {
	o := advisor.Default
	o.Draws, o.Seed = s.draws, s.seed
	return o
}

const lastSecond = 253402300799 // the end of the year 9999, after which a date has no four digits

func (s *choices) today() (time.Time, error) {
	if s.date != "" {
		return time.Parse(time.DateOnly, s.date)
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseUint(epoch, 10, 64)
		if err != nil || seconds > lastSecond {
			return time.Time{}, usage("SOURCE_DATE_EPOCH %q: want seconds since 1970, digits only, up to %d", profile.Clean(epoch), int64(lastSecond))
		}
		return time.Unix(int64(seconds), 0).UTC(), nil
	}
	return time.Now(), nil
}

// colour reports whether a stream gets colours, or a file, nil: only if asked for, not for a terminal's variable.
func (s *choices) colour(w any) bool {
	return terminal.Coloured(s.color, w) && (s.color == "always" || w != nil)
}
