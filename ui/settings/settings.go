// Package settings finds what flags, ARCHADVISOR_* variables, the project's archadvisor.toml and the user's
// config.toml say, in this order, and refuses what a setting cannot be, with the place where it was said.
package settings

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

	"archadvisor/rules/source"
	"archadvisor/ui/disk"
)

// Setting is one setting with where it was said.
type Setting struct {
	Name   string
	Values []string // none if nothing was said; more than one only of a list
	From   string   // flag --x, variable X, file F, default
	Said   string   // as a fault names it: --x, X, F: x
}

// Text is the setting's value, "" if nothing was said.
func (s *Setting) Text() string { return strings.Join(s.Values, ", ") }

// kind is what a setting can be: one of a few words, or what is ok, which allowed tells.
type kind struct {
	list, path bool
	words      []string
	ok         func(string) bool
	allowed    string
}

// All are the names of the settings, in the order in which they are shown.
var All = []string{"pack", "prices", "strengths", "draws", "seed", "date", "format", "output", "quiet", "strict", "color", "theme", "no-input", "accessible", "no-mouse"}

// Found are the settings by name.
type Found map[string]*Setting

// Read reads flags, variables and files once; formats are all that any command can print. A flag is heard before a
// variable before the project's file before the user's. Flags and variables are viper's; its files would lose their places.
func Read(f *pflag.FlagSet, formats []string) (Found, error) {
	kinds := kindsOf(formats)
	v := viper.New()
	v.SetEnvPrefix(prefix)
	v.SetEnvKeyReplacer(strings.NewReplacer("-", "_"))
	v.AutomaticEnv()
	found := Found{}
	for _, path := range []string{UserFile(), ProjectFile()} {
		if err := readFile(found, kinds, path); err != nil {
			return nil, err
		}
	}
	for _, name := range All {
		flag, s, text := f.Lookup(name), &Setting{Name: name, From: "default"}, os.Getenv(variable(name))
		switch {
		case flag != nil && flag.Changed:
			_ = v.BindPFlag(name, flag) // there is one
			s.From, s.Said, s.Values = "flag --"+name, "--"+name, given(v.Get(name))
			if slices.Contains(s.Values, "") {
				return nil, fmt.Errorf("--%s is empty: give a value, or leave it out", name)
			}
		case text != "":
			s.From, s.Said = "variable "+variable(name), variable(name)
			s.Values = kinds[name].expand(kinds[name].split(v.GetString(name)), "")
		case found[name] != nil:
			continue
		}
		found[name] = s
		if s.Said == "--format" {
			continue // the command knows better
		}
		for _, value := range s.Values {
			if err := kinds[name].fault(value); err != nil {
				return nil, fmt.Errorf("%s %s: %w", s.Said, source.Quote(value), err)
			}
		}
	}
	return found, nil
}

func given(value any) []string {
	if list, ok := value.([]string); ok {
		return list
	}
	return []string{fmt.Sprint(value)}
}

const prefix = "ARCHADVISOR"

func variable(name string) string {
	return prefix + "_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

func kindsOf(formats []string) map[string]kind {
	isYesNo := func(s string) bool { _, err := strconv.ParseBool(s); return err == nil }
	isDraws := func(s string) bool { n, err := strconv.Atoi(s); return err == nil && n >= -1 && n <= MaxDraws }
	isSeed := func(s string) bool { _, err := strconv.ParseUint(s, 10, 64); return err == nil }
	isDate := func(s string) bool { _, err := time.Parse(time.DateOnly, s); return err == nil }
	path, yesNo := kind{path: true}, kind{ok: isYesNo, allowed: "allowed is true or false"}
	return map[string]kind{
		"pack": {list: true, path: true}, "prices": path, "strengths": path, "output": path,
		"draws":  {ok: isDraws, allowed: fmt.Sprintf("allowed is 0 to %d, or -1 for as many as the verdict needs", MaxDraws)},
		"seed":   {ok: isSeed, allowed: "allowed is a whole number, 0 or more"},
		"date":   {ok: isDate, allowed: "want YYYY-MM-DD, such as 2026-11-23"},
		"format": {words: formats}, "color": {words: []string{"auto", "always", "never"}},
		"theme": {words: []string{"auto", "dark", "light", "mono", "contrast"}},
		"strict": {ok: isYesNo, words: []string{StrictVerdict, StrictDefaults},
			allowed: yesNo.allowed + ", " + StrictVerdict + ", " + StrictDefaults},
		"quiet": yesNo, "no-input": yesNo, "accessible": yesNo, "no-mouse": yesNo,
	}
}

func (k kind) fault(value string) error {
	switch {
	case k.path || value == "" || k.ok != nil && k.ok(value):
		return nil
	case k.allowed != "" && !slices.Contains(k.words, value):
		return errors.New(k.allowed)
	}
	return OneOf(value, k.words...)
}

// MaxDraws bounds the draws; the memory of one profile grows with them.
const MaxDraws = 1_000_000

// What strict can be beside yes and no.
const (
	StrictVerdict  = "verdict"
	StrictDefaults = "defaults"
)

// OneOf checks for one of a few words.
func OneOf(text string, words ...string) error {
	if slices.Contains(words, text) {
		return nil
	}
	return fmt.Errorf("allowed is %s%s", strings.Join(words, ", "), DidYouMean(text, words...))
}

const projectName = "archadvisor.toml"

// readFile lays a settings file over what is there; a missing file is no error.
func readFile(found Found, kinds map[string]kind, path string) error {
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", source.Clean(path), disk.ErrIrregular)
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", source.Clean(path), disk.Plain(err))
	}
	f := source.New(source.Clean(path), data)
	errs := f.Read("a settings file", func(t *source.Table) {
		for _, key := range slices.Sorted(maps.Keys(t.Values)) {
			name := strings.ToLower(key)
			if !slices.Contains(All, name) {
				t.AtKey(t.Node.Near(key), "unknown setting %s%s", source.Quote(key), DidYouMean(key, All...))
				continue
			}
			said := path + ": " + name
			if found[name] != nil && found[name].Said == said {
				t.AtKey(t.Node.Near(key), "%s is given twice, in letters of two kinds", source.Quote(key))
			}
			values, err := kinds[name].values(t.Values[key])
			if err != nil {
				t.At(key, "%s: %v", name, err)
			}
			values = kinds[name].expand(values, filepath.Dir(path))
			found[name] = &Setting{Name: name, From: "file " + path, Said: said, Values: values}
		}
	})
	if errs != nil {
		return errs
	}
	return nil
}

// DidYouMean is `; did you mean "x"?`, or nothing.
func DidYouMean(word string, words ...string) string { return Suggest(source.Nearest(word, words...)) }

// Suggest is DidYouMean of a word that was found, or of none.
func Suggest(near string) string {
	if near == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", source.Clean(near))
}

func (k kind) values(value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok || !k.list {
		list = []any{value}
	}
	var texts []string
	for _, v := range list {
		text := fmt.Sprint(v)
		switch v := v.(type) {
		case string, int64, bool, float64:
		case time.Time:
			text = v.Format(time.DateOnly)
		default:
			return nil, errors.New("want a single value")
		}
		if err := k.fault(text); err != nil {
			return nil, fmt.Errorf("%s: %w", source.Quote(text), err)
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// split cuts a list at commas and line ends, not at blanks.
func (k kind) split(text string) []string {
	if !k.list {
		return []string{text}
	}
	var list []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// expand replaces ~ and variables in paths, and takes them from the folder of the file that holds them.
func (k kind) expand(values []string, dir string) []string {
	if !k.path {
		return values
	}
	for i, v := range values {
		v = os.Expand(v, func(name string) string {
			if text, ok := os.LookupEnv(name); ok {
				return text
			}
			return "$" + name // no variable: part of the name
		})
		if home, err := os.UserHomeDir(); err == nil && (v == "~" || strings.HasPrefix(v, "~/")) {
			v = home + v[1:]
		}
		if dir != "" && v != "" && v != "-" && !filepath.IsAbs(v) {
			v = filepath.Join(dir, v)
		}
		values[i] = v
	}
	return values
}

// ProjectFile is the nearest archadvisor.toml from here up to the repository, where it is or would be.
func ProjectFile() string {
	for at := "."; ; at = filepath.Join(at, "..") {
		path := filepath.Join(at, projectName)
		if _, err := os.Stat(path); err == nil {
			return path
		}
		_, err := os.Stat(filepath.Join(at, ".git"))
		if full, failed := filepath.Abs(at); err == nil || failed != nil || filepath.Dir(full) == full {
			return projectName
		}
	}
}

// UserFile is $XDG_CONFIG_HOME/archadvisor/config.toml; a relative variable is ignored, as XDG asks.
func UserFile() string { return xdg("XDG_CONFIG_HOME", ".config", "config.toml") }

// StateDir is where drafts live.
func StateDir() string { return xdg("XDG_STATE_HOME", filepath.Join(".local", "state"), "") }

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
