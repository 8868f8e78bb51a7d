package git

import (
	"math"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

const (
	day     = 86400
	quarter = 90 * day
	year    = 365 * day
)

// bots are names and addresses of what commits without being a person.
var bots = source.Pattern(`(?i)\[bot\]|\bbot\b|bot@|robot|dependabot|renovate|greenkeeper|snyk|pyup|mergify|bors\b|github-actions|gitlab-ci|jenkins|travis|circleci|semantic-release|weblate|crowdin|transifex|copybara|^(ci|build|deploy|release|automation|autobuild|jenkins)@`)

// commit is one of a history, without anything that could name a person: who is a number, -1 of a bot.
type commit struct {
	at, who int
	merge   bool
}

// people are the commits of a history and who made them.
type people struct {
	commits     []commit
	first, last int            // times of the oldest and the youngest
	known       map[string]int // the number of whoever has an address, or a full name
}

// readPeople lists all commits that lead to a revision; one address, or full name, is one person.
func readPeople(r *repo, revision string) (*people, error) {
	p := &people{first: math.MaxInt, known: map[string]int{}}
	err := r.lines('\n', func(line string) {
		f := strings.SplitN(line, "\x1f", 4)
		at, err := strconv.Atoi(f[0])
		if len(f) != 4 || err != nil {
			return
		}
		c := commit{at: at, who: -1, merge: strings.Contains(f[1], " ")}
		if !bots().MatchString(f[2]) && !bots().MatchString(f[3]) {
			c.who = p.person(strings.ToLower(f[2]), strings.ToLower(f[3]))
		}
		p.commits, p.first, p.last = append(p.commits, c), min(p.first, at), max(p.last, at)
	}, "log", "--reverse", "--use-mailmap", "--format=%ct\x1f%P\x1f%aE\x1f%aN", revision, "--")
	return p, err
}

// person is the number of whoever has an address and a name. A name of one word is too common to join two addresses.
func (p *people) person(address, name string) int {
	who, keys := len(p.known), []string{"<" + address}
	if strings.Contains(name, " ") {
		keys = append(keys, name)
	}
	for _, k := range keys {
		if other, ok := p.known[k]; ok {
			who = other
		}
	}
	for _, k := range keys {
		p.known[k] = who
	}
	return who
}

// authors counts those who committed after one time and up to another, and those of them who did so once.
func (p *people) authors(after, until int) (n, once int) {
	commits := map[int]int{}
	for _, c := range p.commits {
		if c.at > after && c.at <= until && !c.merge && c.who >= 0 {
			commits[c.who]++
		}
	}
	for _, k := range commits {
		if k == 1 {
			once++
		}
	}
	return len(commits), once
}

// growth is how many times more authors a span has than a year before, infinite or no number without one.
func (p *people) growth(now, span int) float64 {
	then, _ := p.authors(now-year-span, now-year)
	today, _ := p.authors(now-span, now)
	return round2(float64(today) / float64(then))
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// release is how often something was released in the year before a time, or since the history began.
type release struct {
	weeks  float64
	tags   int // commits with a tag of a version or a deployment, but not of a preview
	merges int // to the main branch
}

var (
	versionTag = source.Pattern(`(?i)[0-9]+([.\-_][0-9]+)+|[0-9]{6,}|release|deploy|prod`)
	previewTag = source.Pattern(`(?i)([-._0-9]|^)(alpha|beta|rc|pre|preview|dev|snapshot|nightly|canary|test|milestone|m|a|b)[-._]?[0-9]*([-._].*)?$`)
)

// readReleases counts tags, and the merges to the main line for where there are none.
func readReleases(r *repo, revision string, first, now int) (out release, err error) {
	from := max(first, now-year)
	out.weeks = max(1, float64(now-from)/(7*day))
	within := func(text string) bool {
		at, err := strconv.Atoi(text)
		return err == nil && at > from && at <= now
	}
	tagged := map[string]bool{}
	err = r.lines('\n', func(line string) {
		f := strings.Fields(line)
		if len(f) > 2 && within(f[0]) && versionTag().MatchString(f[1]) && !previewTag().MatchString(f[1]) {
			tagged[f[len(f)-1]] = true
		}
	}, "for-each-ref", "refs/tags", "--format=%(creatordate:unix) %(refname:strip=2) %(objectname) %(*objectname)")
	if err != nil {
		return out, err
	}
	out.tags = len(tagged)
	err = r.lines('\n', func(line string) {
		if at, parents, _ := strings.Cut(line, " "); within(at) {
			out.merges += strings.Count(parents, " ")
		}
	}, "log", "--first-parent", "--format=%ct %P", revision, "--")
	return out, err
}
