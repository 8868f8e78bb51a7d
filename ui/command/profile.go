package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/ui/batch"
	"archadvisor/ui/settings"
)

// override applies --set to a profile; every fault is reported at once.
func (e *engine) override(p *profile.Profile) error {
	faults := setAll(p, e.sets...)
	if len(e.sets) > 0 && len(faults) == 0 {
		for _, err := range p.Validate() {
			faults = append(faults, "--set: "+err.Error())
		}
	}
	return refuse(faults)
}

// one reads the single profile that a command is about. A file of several needs a name.
func (e *engine) one(path, name string, stdin io.Reader) (*profile.Profile, *int, error) {
	if _, err := os.Stat(path); path != "-" && errors.Is(err, os.ErrNotExist) {
		if near := batch.Nearest(path); near != "" {
			return nil, nil, usage("%s: no such file; did you mean %q?", profile.Clean(path), profile.Clean(near))
		}
		return nil, nil, usage("%s: no such file", profile.Clean(path))
	}
	list, errs := batch.Input{Name: path}.Profiles(stdin)
	if len(errs) > 0 {
		return nil, nil, usage("the profile is invalid\n%s", errs.Error())
	}
	p, index, err := pick(list, path, name)
	if err != nil {
		return nil, nil, err
	}
	return p, index, e.override(p)
}

type oneProfile struct {
	common
	name string
}

func (o *oneProfile) flag(c *cobra.Command) {
	c.Flags().StringVar(&o.name, "name", "", "which profile of a file that holds several")
}

// maxNames bounds the profiles that a remark about a file names.
const maxNames = 20

func pick(list []*profile.Profile, path, name string) (*profile.Profile, *int, error) {
	names := make([]string, len(list))
	var found []int
	for i, p := range list {
		if names[i] = p.Name(); name != "" && p.Name() == name {
			found = append(found, i)
		}
	}
	switch {
	case len(found) > 1:
		return nil, nil, usage("%s: %d profiles have the name %q; give each its own", profile.Clean(path), len(found), profile.Clean(name))
	case len(found) == 1 && len(list) == 1:
		return list[0], nil, nil
	case len(found) == 1:
		return list[found[0]], &found[0], nil
	}
	shown := profile.Clean(strings.Join(names[:min(len(names), maxNames)], ", "))
	if len(names) > maxNames {
		shown += fmt.Sprintf(" … and %d more", len(names)-maxNames)
	}
	switch {
	case name != "":
		return nil, nil, usage("%s: no profile named %q%s; it holds: %s", profile.Clean(path), profile.Clean(name), settings.DidYouMean(name, names...), shown)
	case len(list) > 1:
		return nil, nil, usage("%s holds %d profiles; choose one with --name: %s", profile.Clean(path), len(list), shown)
	}
	return list[0], nil, nil
}

// setAll applies --set to a profile, and returns all that is wrong with it.
func setAll(p *profile.Profile, sets ...string) (faults []string) {
	for _, assign := range sets {
		if err := compose.SetString(p, assign); err != nil {
			faults = append(faults, "--set "+profile.Clean(assign)+": "+err.Error())
		}
	}
	return faults
}
