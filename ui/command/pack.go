package command

import (
	"strings"

	"archadvisor/advisor/fact"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// loadPack is the core pack with the user's packs on top, checked.
func loadPack(o *common) (*rules.Pack, error) {
	pack, issues := rules.Load(packs.Core(), "*.toml")
	for _, f := range o.set.packs {
		data, err := o.file(o.set.found["pack"].Said+" ", f)
		if err != nil {
			return nil, err
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
	if len(o.set.packs) == 0 {
		return pack, nil // the embedded pack is checked by its own tests
	}
	return pack, packError(pack.Check(fact.Schema()))
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

// userPack reads a user's file as what it is: a pack of its own, or statements
// on top of the core pack, whichever makes it less wrong. The issues are those
// of the file, not of the core pack under it.
func userPack(name string, data []byte) (*rules.Pack, []rules.Issue) {
	own, faults := rules.LoadFile(name, data)
	if own == nil {
		return nil, faults
	}
	alone := append(faults[:len(faults):len(faults)], own.Check(fact.Schema())...)
	core, issues := rules.Load(packs.Core(), "*.toml")
	if core == nil {
		return own, append(issues, alone...)
	}
	onTop, _ := rules.LoadFile(name, data)
	over := append(faults[:len(faults):len(faults)], core.Add(onTop)...)
	for _, i := range core.Check(fact.Schema()) {
		if i.File == name {
			over = append(over, i)
		}
	}
	wrongAlone, _ := rules.Severities(alone)
	wrongOver, _ := rules.Severities(over)
	if len(own.Criteria) > 0 && wrongAlone <= wrongOver {
		return own, alone
	}
	return core, over
}
