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

// choices are the settings, with where each was said, and what --set says.
type choices struct {
	found settings.Found
	sets  []string
}

// presets are what settings are of which nothing was said.
var presets = map[string]string{"draws": strconv.Itoa(advisor.Adaptive), "seed": "0", "color": "auto", "theme": "auto",
	"quiet": "false", "strict": "false", "no-input": "false", "accessible": "false", "no-mouse": "false"}

func (s *choices) text(name string) string { return cmp.Or(s.found[name].Text(), presets[name]) }

func (s *choices) is(name string) bool {
	yes, _ := strconv.ParseBool(s.text(name))
	return yes
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
	sets, err := f.GetStringArray("set")
	return &choices{found, sets}, err
}

// strict is what --strict refuses: verdict, defaults, or "" for nothing.
func (s *choices) strict() string {
	word := s.text("strict")
	if yes, err := strconv.ParseBool(word); err == nil { // a yes or no, of the verdict alone
		return map[bool]string{true: settings.StrictVerdict}[yes]
	}
	return word
}

// refuses says why --strict refuses a decision, "" if it does not.
func (s *choices) refuses(d *advisor.Decision) string {
	strict := s.strict()
	if strict != "" && d.Verdict != advisor.Recommended {
		return "the verdict is " + string(d.Verdict)
	}
	if strict == settings.StrictDefaults {
		return say.Defaults(d.Assumed, say.Line)
	}
	return ""
}

// options are how decisions are computed; what is no number was refused before.
func (s *choices) options() advisor.Options {
	o := advisor.Default
	o.Draws, _ = strconv.Atoi(s.text("draws"))
	o.Seed, _ = strconv.ParseUint(s.text("seed"), 10, 64)
	return o
}

const lastSecond = 253402300799 // the end of the year 9999, after which a date has no four digits

func (s *choices) today() (time.Time, error) {
	if date := s.text("date"); date != "" {
		return time.Parse(time.DateOnly, date)
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
	return terminal.Coloured(s.text("color"), w) && (s.text("color") == "always" || w != nil)
}
