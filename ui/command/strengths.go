package command

import (
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// loadStrengths are the strengths that the settings name, else the shipped ones.
// The shipped frequencies are not quoted for a user's strengths.
func loadStrengths(o *common, pack *rules.Pack) (*advisor.Strengths, error) {
	file := o.set.strengths
	if file == "" {
		return shippedStrengths(pack)
	}
	data, err := o.file(o.set.found["strengths"].Said+" ", file)
	if err != nil {
		return nil, err
	}
	fit, faults := precedent.Decode(profile.Clean(file), data)
	if len(faults) > 0 {
		return nil, usage("the file of strengths is invalid\n%s", faults.Error())
	}
	s, unknown := fit.For(pack)
	if s == nil {
		o.remark("archadvisor: --strengths %s: learned for pack %s, not for %s, and not used", profile.Clean(file), profile.Clean(fit.Pack), profile.Clean(pack.Name))
		return nil, nil
	}
	if len(unknown) > 0 {
		o.remark("archadvisor: --strengths %s: the pack has no %s", profile.Clean(file), profile.Clean(strings.Join(unknown, ", ")))
	}
	s.Bands = nil
	return s, nil
}

func shippedStrengths(pack *rules.Pack) (*advisor.Strengths, error) {
	fit, faults := precedent.Decode(packs.StrengthsFile, packs.Strengths())
	if len(faults) > 0 {
		return nil, usage("%s", faults.Error())
	}
	s, _ := fit.For(pack)
	return s, nil
}
