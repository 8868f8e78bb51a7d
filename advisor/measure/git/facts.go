package git

import (
	"context"
	"fmt"
	"strings"
	"time"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
)

// Share of commits over several modules from which on changes are in lock-step, and up to which they are not; between
// them the history does not tell. It tells nothing below some commits, and the fragment lists not more than some pairs.
const (
	lockstep   = 0.5
	apart      = 0.3
	enough     = 50
	shownPairs = 12
)

// history is everything that was read of a repository.
type history struct {
	people   *people
	releases release
	tree     *tree
	changes  *cochange
	now      int // the time that counts as today
}

// Measure reads the history that leads to the current commit. Today is the date, or that of the last commit.
func Measure(ctx context.Context, dir string, date time.Time) (*measure.Fragment, error) {
	r, revision := &repo{ctx, dir}, ""
	if err := r.lines('\n', func(line string) { revision = line }, "rev-parse", "--verify", "--end-of-options", "HEAD^{commit}"); err != nil {
		return nil, fmt.Errorf("%s has no history to measure (%w)", dir, err)
	}
	h, f := &history{}, &measure.Fragment{}
	var err error
	if h.people, err = readPeople(r, revision); err != nil {
		return nil, err
	}
	if h.now = h.people.last; !date.IsZero() {
		h.now = int(date.Unix()) + day - 1
	}
	if h.releases, err = readReleases(r, revision, h.people.first, h.now); err != nil {
		return nil, err
	}
	if h.tree, err = readTree(r, revision); err != nil {
		return nil, err
	}
	if h.changes, err = readChanges(r, revision, h.tree, h.now); err != nil {
		return nil, err
	}
	merges := 0
	for _, c := range h.people.commits {
		if c.merge {
			merges++
		}
	}
	f.Say("git: %s commits, %s of them merges, up to %s", measure.Count(len(h.people.commits)), measure.Count(merges), on(h.people.last))
	if r.text("rev-parse", "--is-shallow-repository") == "true\n" {
		f.Say("a shallow clone: what is older than its depth is missing, so counts are low")
	}
	h.team(f)
	h.parts(f)
	h.running(f)
	return f, nil
}

func on(at int) string { return time.Unix(int64(at), 0).UTC().Format(time.DateOnly) }

// since names the days from a span before now up to now.
func (h *history) since(span int) string { return "git, " + on(h.now-span) + " to " + on(h.now) }

// team states who works on it and how often it is released.
func (h *history) team(f *measure.Fragment) {
	n, once := h.people.authors(h.now-quarter, h.now)
	single := ""
	if once > 0 {
		single = " the lower end leaves out " + measure.Plural(once, "author") + " of a single commit;"
	}
	f.Add(profile.Engineers, measure.Span(float64(max(n-once, min(n, 1))), float64(n)), "%s, %s, bots left out;%s doubles by .mailmap, address or full name count once",
		h.since(quarter), measure.Plural(n, "author"), single)
	f.Add(profile.HeadcountGrowth, measure.Span(h.people.growth(h.now, quarter), h.people.growth(h.now, 2*quarter)),
		"%s, authors over those of the same days a year before, for a quarter and for half a year; few people make it uncertain", h.since(2*quarter))
	f.Add(profile.Teams, measure.Number(float64(h.tree.teams)), "git, different teams in CODEOWNERS; who owns code may not run it")
	r, from := h.releases, h.since(int(h.releases.weeks*7*day))
	rate := func(n int) float64 { return round2(float64(n) / r.weeks) }
	switch {
	case r.tags > 0:
		f.Add(profile.DeploysPerWeek, measure.Number(rate(r.tags)), "%s, %s with a tag of a version, previews left out; a tag need not be a deployment", from, measure.Plural(r.tags, "commit"))
	case r.merges > 0:
		f.Add(profile.DeploysPerWeek, measure.Span(0, rate(r.merges)), "%s, no tags; %s to the main branch: an upper bound", from, measure.Plural(r.merges, "merge"))
	}
}

// parts states the modules and how they hang together.
func (h *history) parts(f *measure.Fragment) {
	list, c := byCount(h.tree.modules), h.changes
	f.Add(profile.Modules, measure.Number(float64(len(list))), "git, folders of source in /%s (%s); they need not be bounded contexts", h.tree.base, some(list, 8))
	if c.commits < enough || len(list) < 2 {
		return
	}
	share := float64(c.several) / float64(c.commits)
	state := f.Add
	if share > apart && share < lockstep {
		state = f.Hint
	}
	state(profile.LockstepChanges, profile.Flag(share >= lockstep), "%s, %s of %s commits touch several modules (%s; %s left out); between %s and %s it is for people to say", h.since(coupledSpan),
		measure.Count(c.several), measure.Count(c.commits), measure.Percent(share), measure.Plural(c.sweeps, "sweeping commit"), measure.Percent(apart), measure.Percent(lockstep))
	word := "low"
	f.Say("modules that change together in %s of their commits or more (commits in common, as a share of the mean of both): %s", measure.Percent(coupled), measure.Plural(len(c.pairs), "pair"))
	for i, p := range c.pairs[:min(len(c.pairs), shownPairs)] {
		verdict := ""
		if p.degree >= inseparable {
			verdict = ": cannot be cut"
		}
		if f.Say("  %s + %s: %s commits, %s%s", p.a, p.b, measure.Count(p.shared), measure.Percent(p.degree), verdict); i == 0 {
			word = map[bool]string{false: "medium", true: "high"}[verdict != ""]
		}
	}
	v, _ := profile.Choice(profile.DataCoupling, word)
	f.Hint(profile.DataCoupling, v, "git, by the pair that changes together most; whether they share tables is not in a history")
}

// running states the language and hints at what is deployed.
func (h *history) running(f *measure.Fragment) {
	total, shares := len(h.tree.sources), []string(nil)
	list := byCount(h.tree.languages)
	for _, l := range list {
		shares = append(shares, l+" "+measure.Percent(float64(h.tree.languages[l])/float64(total)))
	}
	if total > 0 {
		f.Add(profile.Runtime, profile.Words(list[0]), "git, language of most source files: %s", some(shares, 4))
	}
	if h.tree.deploys > 1 {
		f.Hint(profile.ServicesNow, measure.Number(float64(h.tree.deploys)), "git, files that deploy something (Dockerfile and the like), those of tools and tests among them; needs domain.current = \"microservices\"")
	}
}

func some(list []string, n int) string {
	if len(list) > n {
		list = append(list[:n:n], "…")
	}
	return strings.Join(list, ", ")
}
