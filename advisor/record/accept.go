package record

import (
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
)

// Accept writes today's answer into a record that a person has looked at again:
// the profile block gets the pack, the prices and the figures of today, and new
// measurements if there are any. What people wrote stays as it is. It returns nil
// for a file that is no record of the program's, and for one that check skips.
func (c Checker) Accept(file string, data []byte) ([]byte, error) {
	r, err := Parse(data, file)
	if err == ErrNotOurs || r.Skipped() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if token.Newer(r.Version, c.Version) {
		return nil, fmt.Errorf("%s: written by archadvisor %s, which is newer than this program", say.Line(file), say.Line(r.Version))
	}
	p, err := c.measured(r.Profile)
	if err != nil {
		return nil, err
	}
	options := c.Options
	options.Detail = true
	now := c.Adviser.Advise(p, options)
	if now.Recommendation == "" {
		return nil, fmt.Errorf("%s: no option passes any more, so there is nothing to accept", say.Line(file))
	}
	return withBlock(data, file, blockOf(now, p, c.mixture(p)))
}

// withBlock puts another profile block into a record.
func withBlock(data []byte, file, block string) ([]byte, error) {
	text := page.Text(data)
	if page.IsJSON(text) {
		f, err := decodeJSON(text, file)
		if err != nil {
			return nil, err
		}
		f.ADR.CustomSections[jsonKey] = block
		return encodeJSON(f)
	}
	lines := strings.Split(text, "\n")
	old := findBlock(lines)
	fresh := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
	for i := range fresh {
		fresh[i] = strings.TrimRight(old.prefix+fresh[i], " \t")
	}
	return page.Like(data, strings.Join(slices.Replace(lines, old.from, old.to, fresh...), "\n")), nil
}
