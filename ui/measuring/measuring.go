// Package measuring runs measurements on files and folders, and keeps what they find in the file of a profile.
package measuring

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/measure/bill"
	"archadvisor/advisor/measure/logs"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/ui/disk"
)

// Logs measures access logs, - being standard input, with a profile's durations and cloud where they do not tell.
func Logs(ctx context.Context, names []string, stdin io.Reader, p *profile.Profile, prices *pricing.Catalogue) (*measure.Fragment, error) {
	cloud := profile.Cloud.Field().Default
	if v := p.Get(profile.Cloud); v.Known() {
		cloud = profile.Cloud.Field().Options[int(v.Low)]
	}
	var list []logs.Source
	for _, name := range names {
		list = append(list, logs.Source{Name: profile.Clean(name), Open: func() (io.ReadCloser, error) { return open(name, stdin) }})
	}
	return logs.Measure(ctx, list, logs.Options{Keep: prices.Assumption("idle_lifetime_s." + cloud).Value, Assume: logs.Assumed(p)})
}

// Bill measures a cost export; - is standard input.
func Bill(name string, stdin io.Reader) (*measure.Fragment, error) {
	f, err := open(name, stdin)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out, err := bill.Measure(f)
	return out, named(name, err)
}

func open(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, named(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, named(name, errors.New("is a folder, not a file"))
	}
	return f, nil
}

// named is a fault of a file with its name, nil if there is none.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", profile.Clean(name), disk.Plain(err))
}

// profileText is the text of a profile; one that is not there is begun, under the name of the file.
func profileText(path string) (text []byte, fresh bool, err error) {
	text, err = os.ReadFile(path)
	if path == "" || errors.Is(err, os.ErrNotExist) {
		return profile.Encode(profile.New(cmp.Or(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), "measured"))), true, nil
	}
	return text, false, named(path, err)
}

// Base is what is known before anything is measured: the profile that the facts go into, if it is there.
func Base(path string) (*profile.Profile, error) {
	text, _, err := profileText(path)
	if err != nil {
		return nil, err
	}
	list, errs := profile.Decode(text, path)
	if len(errs) > 0 {
		return nil, errs
	}
	return list[0], nil
}

// Into puts what was measured into the file of a profile, whole or not at all.
func Into(path string, f *measure.Fragment) (*measure.Merged, error) {
	old, fresh, err := profileText(path)
	if err != nil {
		return nil, err
	}
	m, err := f.Into(old, path)
	if err != nil || !fresh && slices.Equal(m.Text, old) {
		return m, err
	}
	return m, named(path, disk.Write(path, 0o666, !fresh, disk.Bytes(m.Text)))
}

// Known are the values in the file of a profile that were measured; none where there is no file.
func Known(path string) measure.Known {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return measure.Provenance(text)
}
