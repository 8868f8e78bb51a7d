package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"archadvisor/rules/source"
	"archadvisor/ui/disk"
)

const projectName = "archadvisor.toml"

// readFile lays a settings file over what is there; a missing file is no error.
func readFile(found Found, kinds map[string]kind, path string) error {
	if path == "" {
		return nil
	}
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
	errs := f.Errors(f.Read("a settings file", func(t *source.Table) {
		for _, key := range slices.Sorted(maps.Keys(t.Values)) {
			value := t.Values[key]
			n, name := t.Node.Child(key), strings.ToLower(key)
			if !slices.Contains(All, name) {
				t.AtKey(n, "unknown setting %s%s", source.Quote(key), DidYouMean(key, All...))
				continue
			}
			if found[name] != nil && found[name].Said == path+": "+name {
				t.AtKey(n, "%s is given twice, in letters of two kinds", source.Quote(key))
				continue
			}
			s := &Setting{Name: name, From: "file " + path, Said: path + ": " + name}
			if s.Values, err = kinds[name].values(value); err != nil {
				t.At(key, "%s: %v", name, err)
				continue
			}
			s.Values = kinds[name].expand(s.Values, filepath.Dir(path))
			found[name] = s
		}
	}))
	if errs != nil {
		return errs
	}
	return nil
}

// DidYouMean is `; did you mean "x"?`, or nothing.
func DidYouMean(word string, words ...string) string {
	if near := source.Nearest(word, words...); near != "" {
		return fmt.Sprintf("; did you mean %q?", source.Clean(near))
	}
	return ""
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
			text = strings.TrimSuffix(v.Format(time.RFC3339Nano), "T00:00:00"+v.Format("Z07:00"))
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

// split cuts a list at commas and line ends, not at blanks, unless all of it is the name of one file.
func (k kind) split(text string) []string {
	if !k.list {
		return []string{text}
	}
	if _, err := os.Stat(text); err == nil {
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
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return projectName
		}
		if full, err := filepath.Abs(at); err != nil || filepath.Dir(full) == full {
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
