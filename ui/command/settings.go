package command

import (
	"errors"
	"fmt"
	"io/fs"
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
)

// Settings come from flags, ARCHADVISOR_* variables, the project's
// archadvisor.toml, the user's config.toml and defaults, in this order. One
// viper instance holds them; it is read once per command, never per profile,
// and never reads profiles, packs or prices.
type settings struct {
	v      *viper.Viper
	origin map[string]string // setting -> file it was read from
	flags  *pflag.FlagSet
}

// The settings that may stand in a file or a variable.
var settingNames = []string{"pack", "prices", "draws", "seed", "date", "format", "output", "quiet", "strict", "color", "theme", "no-input", "accessible"}

const (
	envPrefix   = "ARCHADVISOR_"
	projectFile = "archadvisor.toml"
)

func newSettings() *settings {
	return &settings{v: viper.New(), origin: map[string]string{}}
}

// common declares the flags that every command has.
func (s *settings) common(f *pflag.FlagSet) {
	s.flags = f
	f.StringArray("set", nil, "override a field: section.field=value (repeatable)")
	f.StringArray("pack", nil, "a rule pack on top of the core pack (repeatable)")
	f.String("prices", "", "a price file that overlays single prices or adds a region")
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

// interview declares the flags of the questionnaire.
func (s *settings) interview(f *pflag.FlagSet) {
	f.Bool("accessible", false, "plain line prompts instead of a drawn screen")
}

// load reads the files and variables once. A file that is there but wrong is a
// usage error that names it.
func (s *settings) load(f *pflag.FlagSet) error {
	s.v.SetDefault("draws", advisor.Adaptive)
	for _, path := range []string{userConfig(), projectFile} {
		if err := s.merge(path); err != nil {
			return err
		}
	}
	for _, name := range settingNames {
		key := envPrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		if err := s.v.BindEnv(name, key); err != nil {
			return err
		}
		if flag := f.Lookup(name); flag != nil {
			if err := s.v.BindPFlag(name, flag); err != nil {
				return err
			}
		}
	}
	return s.check()
}

// check refuses what a file or a variable says and no setting can be, naming
// where it was said: a number that is none must not count as zero.
func (s *settings) check() error {
	for _, name := range settingNames {
		text := fmt.Sprint(s.v.Get(name))
		if err := settingFault(name, text); err != "" {
			return usage("%s %q from %s: %s", name, profile.Clean(text), s.comesFrom(name), err)
		}
	}
	return nil
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

// merge lays a settings file over what is there; a missing file is no error.
func (s *settings) merge(path string) error {
	if path == "" {
		return nil
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	one := viper.New()
	one.SetConfigFile(path)
	one.SetConfigType("toml")
	if err := one.ReadInConfig(); err != nil {
		return usage("%s: %v", path, err)
	}
	for _, key := range one.AllKeys() {
		if !known(key) {
			return usage("%s: unknown setting %q%s", path, key, didYouMean(key, settingNames))
		}
		s.origin[key] = path
	}
	return s.v.MergeConfigMap(one.AllSettings())
}

func known(key string) bool {
	for _, name := range settingNames {
		if name == key {
			return true
		}
	}
	return false
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
	o := advisor.Options{Draws: s.v.GetInt("draws"), Seed: s.v.GetUint64("seed")}
	if o.Draws < advisor.Adaptive || o.Draws > maxDraws {
		return o, usage("--draws %d: allowed is 0 to %d, or -1 for as many as the verdict needs", o.Draws, maxDraws)
	}
	return o, nil
}

// maxDraws bounds --draws; the memory of one profile grows with it.
const maxDraws = 1_000_000

// today is --date, SOURCE_DATE_EPOCH or the clock, as a date.
func (s *settings) today() (time.Time, error) {
	if d := s.v.GetString("date"); d != "" {
		t, err := time.Parse(time.DateOnly, d)
		if err != nil {
			return t, usage("--date %q: want YYYY-MM-DD, such as 2026-11-23", d)
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

// choice checks a setting that is one of a few words.
func (s *settings) choice(name string, words ...string) (string, error) {
	got := s.v.GetString(name)
	for _, w := range words {
		if got == w {
			return got, nil
		}
	}
	return "", usage("--%s %q: allowed is %s%s", name, got, strings.Join(words, ", "), didYouMean(got, words))
}
