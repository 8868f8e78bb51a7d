package git

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

const (
	day     = 86400
	quarter = 90 * day
	year    = 365 * day
)

// bots are names and addresses of what commits without being a person.
var bots = regexp.MustCompile(`(?i)\[bot\]|\bbot\b|bot@|-bot\b|^bot-|robot|dependabot|renovate|greenkeeper|snyk|pyup|mergify|bors\b|github-actions|gitlab-ci|jenkins|travis|circleci|semantic-release|weblate|crowdin|transifex|copybara|^(ci|build|deploy|release|automation|autobuild|jenkins)@`)

// commit is one of a history, without anything that could name a person: who is a
// number.
type commit struct {
	at, who int
	merge   bool
	bot     bool
}

// people are the commits of a history and the number of its identities.
type people struct {
	commits []commit
	last    int // time of the youngest commit
	same    []int
	known   map[string]int
}

// readPeople lists all commits that lead to a revision. Authors are as .mailmap
// says; who shares an address or a full name with somebody is the same person.
func readPeople(r *repo, revision string) (*people, error) {
	p := &people{known: map[string]int{}}
	err := r.lines('\n', func(line []byte) {
		f := strings.SplitN(string(line), "\x1f", 4)
		if len(f) != 4 {
			return
		}
		at, _ := strconv.Atoi(f[0])
		c := commit{at: at, merge: strings.Contains(f[1], " "), bot: bots.MatchString(f[2]) || bots.MatchString(f[3])}
		c.who = p.person(strings.ToLower(f[2]), strings.ToLower(f[3]))
		p.commits, p.last = append(p.commits, c), max(p.last, at)
	}, "log", "--use-mailmap", "--format=%ct\x1f%P\x1f%aE\x1f%aN", revision, "--")
	return p, err
}

// person is the number of whoever has an address and a name. A name of one word is
// too common to join two addresses.
func (p *people) person(address, name string) int {
	keys := []string{"<" + address}
	if strings.Contains(name, " ") {
		keys = append(keys, name)
	}
	who := -1
	for _, k := range keys {
		other, ok := p.known[k]
		switch {
		case !ok:
			continue
		case who < 0:
			who = p.root(other)
		default:
			p.same[p.root(other)] = who
		}
	}
	if who < 0 {
		who = len(p.same)
		p.same = append(p.same, who)
	}
	for _, k := range keys {
		p.known[k] = who
	}
	return who
}

// root follows the numbers that turned out to be the same person.
func (p *people) root(who int) int {
	for p.same[who] != who {
		who = p.same[who]
	}
	return who
}

// authors counts those who committed after one time and up to another, and those of
// them who did so once.
func (p *people) authors(after, until int) (n, once, robots int) {
	commits, robot := map[int]int{}, map[int]bool{}
	for _, c := range p.commits {
		switch who := p.root(c.who); {
		case c.at <= after || c.at > until || c.merge:
		case c.bot:
			robot[who] = true
		default:
			commits[who]++
		}
	}
	for _, k := range commits {
		if k == 1 {
			once++
		}
	}
	return len(commits), once, len(robot)
}

// growth is how many times more authors a span has than the same span a year
// before; false while there is no such span.
func (p *people) growth(now, span int) (factor float64, ok bool) {
	then, _, _ := p.authors(now-year-span, now-year)
	today, _, _ := p.authors(now-span, now)
	return float64(today) / math.Max(1, float64(then)), then > 0 && today > 0
}
