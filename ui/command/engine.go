package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/ui/batch"
	"archadvisor/ui/records"
)

// engine is the advisor that the settings ask for.
type engine struct {
	*explain.Explainer
	options advisor.Options
	flips   bool      // fill flips and questions
	sets    []string  // --set, in order
	date    time.Time // today
}

// newEngine loads the packs and the prices that the settings name. Faults of a
// user's pack or price file are all reported, with their position.
func newEngine(o *common) (*engine, error) {
	pack, err := loadPack(o.set.packs)
	if err != nil {
		return nil, err
	}
	return engineOf(o, pack)
}

// engineOf is newEngine with a pack of the caller's.
func engineOf(o *common, pack *rules.Pack) (*engine, error) {
	options, err := o.set.options()
	if err != nil {
		return nil, err
	}
	today, err := o.set.today()
	if err != nil {
		return nil, err
	}
	prices, err := loadPrices(o, today)
	if err != nil {
		return nil, err
	}
	a, err := advisor.New(pack, prices, version())
	if err != nil {
		return nil, usage("%v", err)
	}
	return &engine{Explainer: explain.New(a), options: options, sets: o.set.sets, date: today}, checkSets(o.set.sets)
}

// checkSets finds the faults of --set that no profile could mend: an unknown
// field, a value that the field cannot take.
func checkSets(sets []string) error {
	var faults []string
	for _, assign := range sets {
		if err := profile.New("any").SetString(assign); err != nil {
			faults = append(faults, "--set "+profile.Clean(assign)+": "+err.Error())
		}
	}
	if len(faults) > 0 {
		return usage("%s", strings.Join(faults, "\n"))
	}
	return nil
}

// loadPack is the core pack with the user's packs on top, checked.
func loadPack(files []string) (*rules.Pack, error) {
	pack, issues := rules.Load(packs.Core(), "*.toml")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, usage("--pack %s: %v", profile.Clean(f), records.Plain(err))
		}
		own, more := rules.LoadFile(f, data)
		issues = append(issues, more...)
		if own != nil {
			issues = append(issues, pack.Add(own)...)
		}
	}
	if err := packError(issues); err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return pack, nil // the embedded pack is checked by its own tests
	}
	return pack, packError(pack.Check(advisor.Schema()))
}

// packError reports the errors among the issues, all of them; warnings are for
// lint.
func packError(issues []rules.Issue) error {
	var lines []string
	for _, i := range issues {
		if i.Severity == rules.Error {
			lines = append(lines, i.String())
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return usage("the rule pack is invalid\n%s", strings.Join(lines, "\n"))
}

// loadPrices is the embedded books with the user's overlay; a book older than a
// year gets a remark.
func loadPrices(o *common, today time.Time) (*pricing.Catalogue, error) {
	c, err := pricing.Load()
	if err != nil {
		return nil, err
	}
	if file := o.set.prices; file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, usage("--prices %s: %v", profile.Clean(file), records.Plain(err))
		}
		over, errs := c.Overlay(file, data)
		if len(errs) > 0 {
			lines := make([]string, len(errs))
			for i, e := range errs {
				lines[i] = e.Error()
			}
			return nil, usage("the price file is invalid\n%s", strings.Join(lines, "\n"))
		}
		c = over
	}
	for _, cloud := range profile.Cloud.Field().Options {
		if c.Stale(cloud, today) {
			o.remark("archadvisor: the prices of %s are of %s, more than 12 months old; --prices FILE overlays newer ones",
				cloud, c.AsOf(cloud).Format("2006-01"))
		}
	}
	return c, nil
}

// override applies --set to a profile; every fault is reported at once.
func (e *engine) override(p *profile.Profile) error {
	var faults []string
	for _, assign := range e.sets {
		if err := p.SetString(assign); err != nil {
			faults = append(faults, "--set "+profile.Clean(assign)+": "+err.Error())
		}
	}
	if len(e.sets) > 0 && len(faults) == 0 {
		for _, err := range p.Validate() {
			faults = append(faults, "--set: "+err.Error())
		}
	}
	if len(faults) > 0 {
		return usage("%s", strings.Join(faults, "\n"))
	}
	return nil
}

// one reads the single profile that a command is about. A file of several needs
// a name.
func (e *engine) one(path, name string, stdin io.Reader) (*profile.Profile, *int, error) {
	if _, err := os.Stat(path); path != "-" && errors.Is(err, os.ErrNotExist) {
		if near := nearestFile(path); near != "" {
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

// maxNames bounds the profiles that a remark about a file names.
const maxNames = 20

// pick chooses one profile of a file by name.
func pick(list []*profile.Profile, path, name string) (*profile.Profile, *int, error) {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name()
		if name != "" && p.Name() == name {
			if len(list) == 1 {
				return p, nil, nil
			}
			return p, &i, nil
		}
	}
	shown := profile.Clean(strings.Join(names[:min(len(names), maxNames)], ", "))
	if len(names) > maxNames {
		shown += fmt.Sprintf(" … and %d more", len(names)-maxNames)
	}
	switch {
	case name != "":
		return nil, nil, usage("%s: no profile named %q%s; it holds: %s", profile.Clean(path), profile.Clean(name), didYouMean(name, names), shown)
	case len(list) > 1:
		return nil, nil, usage("%s holds %d profiles; choose one with --name: %s", profile.Clean(path), len(list), shown)
	}
	return list[0], nil, nil
}

// didYouMean is `; did you mean "x"?`, or nothing.
func didYouMean(word string, words []string) string {
	if near := profile.NearestWord(word, words); near != "" {
		return fmt.Sprintf("; did you mean %q?", profile.Clean(near))
	}
	return ""
}
