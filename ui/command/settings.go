package command

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/source"
	"archadvisor/ui/disk"
	"archadvisor/ui/terminal"
)

// settings are what flags, ARCHADVISOR_* variables, the project's
// archadvisor.toml, the user's config.toml and defaults say, in this order.
// They are read once per command, never per profile, and never hold profiles,
// packs or prices.
type settings struct {
	packs      []string
	prices     string
	strengths  string
	draws      int
	seed       uint64
	date       string
	format     string
	output     string
	quiet      bool
	strict     bool
	color      string
	theme      string
	noInput    bool
	accessible bool
	sets       []string  // --set, in order
	listed     []setting // all of them with their origin
}

// setting is one setting by its name, with where it was said.
type setting struct {
	name  string
	value any
	from  string
}

// The settings that may stand in a file or a variable.
var settingNames = []string{"pack", "prices", "strengths", "draws", "seed", "date", "format", "output", "quiet", "strict", "color", "theme", "no-input", "accessible"}

const (
	envPrefix   = "ARCHADVISOR_"
	projectFile = "archadvisor.toml"
)

// commonFlags declares the flags that every command has.
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
	f.Bool("strict", false, "exit 5 unless every verdict is a plain recommendation")
	f.String("color", "auto", "colour: auto, always or never")
	f.String("theme", "auto", "theme: auto, dark, light, mono or contrast")
	f.Bool("no-input", false, "never ask for input")
}

// interviewFlags declares the flags of the questionnaire.
func interviewFlags(f *pflag.FlagSet) {
	f.Bool("accessible", false, "plain line prompts instead of a drawn screen")
}

// readSettings reads the files, variables and flags once. A file that is there
// but wrong is a usage error that names it.
func readSettings(f *pflag.FlagSet) (*settings, error) {
	v, files, err := layers(f)
	if err != nil {
		return nil, err
	}
	s := &settings{packs: v.GetStringSlice("pack"), prices: v.GetString("prices"), strengths: v.GetString("strengths"), draws: v.GetInt("draws"), seed: v.GetUint64("seed"),
		date: v.GetString("date"), format: v.GetString("format"), output: v.GetString("output"), quiet: v.GetBool("quiet"),
		strict: v.GetBool("strict"), color: v.GetString("color"), theme: v.GetString("theme"), noInput: v.GetBool("no-input"),
		accessible: v.GetBool("accessible")}
	for _, name := range settingNames {
		one := setting{name, v.Get(name), origin(f, files, name)}
		if fault := settingFault(name, fmt.Sprint(one.value)); fault != "" {
			return nil, usage("%s %q from %s: %s", name, profile.Clean(fmt.Sprint(one.value)), one.from, fault)
		}
		s.listed = append(s.listed, one)
	}
	s.sets, err = f.GetStringArray("set")
	return s, err
}

// layers puts flags over variables over files over defaults, and tells which
// setting comes from which file.
func layers(f *pflag.FlagSet) (v *viper.Viper, files map[string]string, err error) {
	v, files = viper.New(), map[string]string{}
	v.SetDefault("draws", advisor.Adaptive)
	for _, path := range []string{userConfig(), projectFile} {
		if err := mergeFile(v, files, path); err != nil {
			return nil, nil, err
		}
	}
	for _, name := range settingNames {
		if err := v.BindEnv(name, variable(name)); err != nil {
			return nil, nil, err
		}
		if flag := f.Lookup(name); flag != nil {
			if err := v.BindPFlag(name, flag); err != nil {
				return nil, nil, err
			}
		}
	}
	return v, files, nil
}

// variable is the environment variable of a setting.
func variable(name string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// origin names the source of a setting, by precedence.
func origin(f *pflag.FlagSet, files map[string]string, name string) string {
	if flag := f.Lookup(name); flag != nil && flag.Changed {
		return "flag --" + name
	}
	if os.Getenv(variable(name)) != "" {
		return "variable " + variable(name)
	}
	if file, ok := files[name]; ok {
		return "file " + file
	}
	return "default"
}

// settingFault is what is wrong with a setting's text, "" if nothing.
func settingFault(name, text string) string {
	var err error
	switch name {
	case "draws":
		_, err = strconv.Atoi(text)
	case "seed":
		_, err = strconv.ParseUint(text, 10, 64)
	case "quiet", "strict", "no-input", "accessible":
		_, err = strconv.ParseBool(text)
	case "color":
		return notOneOf(text, "auto", "always", "never")
	case "theme":
		return notOneOf(text, "auto", "dark", "light", "mono", "contrast")
	}
	if err != nil && text != "" && text != "<nil>" {
		return "not a value that this setting can have"
	}
	return ""
}

func notOneOf(text string, words ...string) string {
	if text == "" || text == "<nil>" || slices.Contains(words, text) {
		return ""
	}
	return "allowed is " + strings.Join(words, ", ") + didYouMean(text, words)
}

// mergeFile lays a settings file over what is there; a missing file is no error.
func mergeFile(v *viper.Viper, files map[string]string, path string) error {
	if path == "" {
		return nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return usage("%s: %v", profile.Clean(path), disk.Plain(err))
	}
	values, faults := settingsOf(path, data)
	if len(faults) > 0 {
		return usage("%s", strings.Join(faults, "\n"))
	}
	for key := range values {
		files[key] = path
	}
	return v.MergeConfigMap(values)
}

// settingsOf reads the text of a settings file, or says all that is wrong with it.
func settingsOf(path string, data []byte) (values map[string]any, faults []string) {
	f := source.New(profile.Clean(path), data)
	doc, _, broken := source.Parse(f, "a settings file")
	for _, b := range broken {
		faults = append(faults, f.Line(b.Fault))
	}
	if len(broken) > 0 {
		return nil, faults
	}
	values = map[string]any{}
	r := source.Reader{File: f}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		values[strings.ToLower(key)] = doc[key]
		if n := f.Root().Child(key); !slices.Contains(settingNames, strings.ToLower(key)) {
			r.Add(n.Key, n.KeyEnd, "", "unknown setting %s%s", source.Quote(key), didYouMean(key, settingNames))
		}
	}
	for _, fault := range r.Report() {
		faults = append(faults, f.Line(fault))
	}
	return values, faults
}

// userConfig is $XDG_CONFIG_HOME/archadvisor/config.toml; a relative variable
// is ignored, as the XDG specification asks.
func userConfig() string { return xdg("XDG_CONFIG_HOME", ".config", "config.toml") }

// stateDir is where drafts live.
func stateDir() string { return xdg("XDG_STATE_HOME", filepath.Join(".local", "state"), "") }

func xdg(variable, fallback, file string) string {
	base := os.Getenv(variable)
	if !filepath.IsAbs(base) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		base = filepath.Join(home, fallback)
	}
	return filepath.Join(base, "archadvisor", file)
}

// options are the settings that decide how a decision is computed.
func (s *settings) options() (advisor.Options, error) {
	if s.draws < advisor.Adaptive || s.draws > maxDraws {
		return advisor.Options{}, usage("--draws %d: allowed is 0 to %d, or -1 for as many as the verdict needs", s.draws, maxDraws)
	}
	return advisor.Options{Draws: s.draws, Seed: s.seed}, nil
}

// maxDraws bounds --draws; the memory of one profile grows with it.
const maxDraws = 1_000_000

// today is --date, SOURCE_DATE_EPOCH or the clock, as a date.
func (s *settings) today() (time.Time, error) {
	if s.date != "" {
		t, err := time.Parse(time.DateOnly, s.date)
		if err != nil {
			return t, usage("--date %q: want YYYY-MM-DD, such as 2026-11-23", s.date)
		}
		return t, nil
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		var seconds int64
		if _, err := fmt.Sscanf(epoch, "%d", &seconds); err != nil {
			return time.Time{}, usage("SOURCE_DATE_EPOCH %q: want seconds since 1970", epoch)
		}
		return time.Unix(seconds, 0).UTC(), nil
	}
	return time.Now(), nil
}

// colour reports whether a stream gets colours.
func (s *settings) colour(w any) bool { return terminal.Coloured(s.color, w) }
