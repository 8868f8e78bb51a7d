package git

import (
	"context"
	"fmt"
	"strings"
	"time"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
)

// Share of commits over several modules from which on changes are in lock-step,
// and below which they are not; between them the history does not tell.
const (
	lockstep = 0.5
	apart    = 0.3
)

// enough is how many commits over modules make a share worth telling.
const enough = 50

// shownPairs is how many pairs the fragment lists.
const shownPairs = 12

// history is everything that was read of a repository.
type history struct {
	people   *people
	releases release
	tree     *tree
	changes  *cochange
	now      int // the day that counts as today
	shallow  bool
}

// Measure reads the history that leads to the current commit of a repository. A
// date, if it is not zero, is taken for today; else the last commit's is.
func Measure(ctx context.Context, dir string, date time.Time) (*measure.Fragment, error) {
	r := &repo{ctx, dir}
	revision := ""
	if err := r.lines('\n', func(line []byte) { revision = string(line) }, "rev-parse", "--verify", "--end-of-options", "HEAD^{commit}"); err != nil {
		return nil, fmt.Errorf("%s has no history to measure (%w)", dir, err)
	}
	h := &history{shallow: r.text("rev-parse", "--is-shallow-repository") == "true"}
	var err error
	if h.people, err = readPeople(r, revision); err != nil {
		return nil, err
	}
	if h.now = h.people.last; !date.IsZero() {
		h.now = int(date.Unix()) + day - 1
	}
	if h.releases, err = readReleases(r, revision, h.people, h.now); err != nil {
		return nil, err
	}
	if h.tree, err = readTree(r, revision); err != nil {
		return nil, err
	}
	if h.changes, err = readChanges(r, revision, h.tree, h.now); err != nil {
		return nil, err
	}
	return h.fragment(), nil
}

// since names the days from a span before now up to now.
func (h *history) since(span int) string {
	at := func(t int) string { return time.Unix(int64(t), 0).UTC().Format(time.DateOnly) }
	return "git, " + at(h.now-span) + " to " + at(h.now)
}

func (h *history) fragment() *measure.Fragment {
	f := &measure.Fragment{}
	merges := 0
	for _, c := range h.people.commits {
		if c.merge {
			merges++
		}
	}
	f.Say("git: %s commits, %s of them merges, up to %s", measure.Count(len(h.people.commits)), measure.Count(merges), time.Unix(int64(h.people.last), 0).UTC().Format(time.DateOnly))
	if h.shallow {
		f.Say("a shallow clone: what is older than its depth is missing, so counts are low")
	}
	h.team(f)
	h.released(f)
	h.parts(f)
	h.running(f)
	return f
}

func (h *history) team(f *measure.Fragment) {
	n, once, robots := h.people.authors(h.now-quarter, h.now)
	f.Add(profile.Engineers, measure.Span(float64(max(n-once, min(n, 1))), float64(n)), "%s, %s, %s left out; the lower end leaves out %s of a single commit; doubles by .mailmap, address or full name count once",
		h.since(quarter), measure.Plural(n, "author"), measure.Plural(robots, "bot"), measure.Count(once))
	short, ok := h.people.growth(h.now, quarter)
	long, both := h.people.growth(h.now, 2*quarter)
	if ok && both {
		f.Add(profile.HeadcountGrowth, measure.Span(round2(short), round2(long)), "%s, authors over those of the same days a year before, for a quarter and for half a year; few people make it uncertain", h.since(2*quarter))
	}
	if h.tree.teams > 0 {
		f.Add(profile.Teams, measure.Number(float64(h.tree.teams)), "git, different teams in CODEOWNERS; who owns code may not run it")
	}
}

func (h *history) released(f *measure.Fragment) {
	r, from := h.releases, h.since(int(h.releases.weeks*7*day))
	rate := func(n int) float64 { return round2(float64(n) / r.weeks) }
	switch {
	case r.tags > 0:
		f.Add(profile.DeploysPerWeek, measure.Span(rate(r.finals), rate(r.tags)), "%s, commits with a tag of a version: %s without previews, %s with them; a tag need not be a deployment", from, measure.Count(r.finals), measure.Count(r.tags))
	case r.merges > 0:
		f.Add(profile.DeploysPerWeek, measure.Span(0, rate(r.merges)), "%s, no tags; %s to the main branch: an upper bound", from, measure.Plural(r.merges, "merge"))
	case r.steps > 0:
		f.Add(profile.DeploysPerWeek, measure.Span(0, rate(r.steps)), "%s, no tags and no merges; %s of the main branch: an upper bound", from, measure.Plural(r.steps, "commit"))
	}
}

// parts states the modules and how they hang together.
func (h *history) parts(f *measure.Fragment) {
	names, c := h.tree.names(), h.changes
	if len(names) == 0 {
		return
	}
	where := "the top folder"
	if h.tree.base != "" {
		where = h.tree.base
	}
	f.Add(profile.Modules, measure.Span(float64(c.apart(names)), float64(len(names))), "git, folders of source in %s (%s); the lower end counts as one those that cannot be cut; folders need not be bounded contexts", where, some(names, 8))
	if c.commits < enough || len(names) < 2 {
		return
	}
	share, from := c.share(), fmt.Sprintf("%s, %s of %s commits touch several modules (%s; %s left out)", h.since(coupledSpan), measure.Count(c.several), measure.Count(c.commits), measure.Percent(c.share()), measure.Plural(c.sweeps, "sweeping commit"))
	if share >= lockstep || share <= apart {
		f.Add(profile.LockstepChanges, profile.Flag(share >= lockstep), "%s", from)
	} else {
		f.Hint(profile.LockstepChanges, profile.Flag(false), "%s: between %s and %s it is for people to say", from, measure.Percent(apart), measure.Percent(lockstep))
	}
	word := "low"
	for _, p := range c.pairs {
		if word = "medium"; p.degree >= inseparable {
			word = "high"
			break
		}
	}
	v, _ := profile.Choice(profile.DataCoupling, word)
	f.Hint(profile.DataCoupling, v, "git, by the pair that changes together most; whether they share tables is not in a history")
	h.sayPairs(f)
}

// sayPairs lists the pairs that change together.
func (h *history) sayPairs(f *measure.Fragment) {
	if len(h.changes.pairs) == 0 {
		f.Say("no two modules change together in %s of their commits or more", measure.Percent(coupled))
		return
	}
	f.Say("modules that change together (commits in common, as a share of the mean of both):")
	for i, p := range h.changes.pairs {
		if i == shownPairs {
			f.Say("  … and %s", measure.Plural(len(h.changes.pairs)-i, "more pair"))
			break
		}
		verdict := ""
		if p.degree >= inseparable {
			verdict = ": cannot be cut"
		}
		f.Say("  %s + %s: %s commits, %s%s", p.a, p.b, measure.Count(p.shared), measure.Percent(p.degree), verdict)
	}
}

// running states the language and hints at what is deployed.
func (h *history) running(f *measure.Fragment) {
	list, total := byCount(h.tree.languages), 0
	for _, n := range h.tree.languages {
		total += n
	}
	if total > 0 {
		share := func(l string) string {
			return l + " " + measure.Percent(float64(h.tree.languages[l])/float64(total))
		}
		var all []string
		for _, l := range list {
			all = append(all, share(l))
		}
		f.Add(profile.Runtime, profile.Words(list[0]), "git, language of most source files: %s", some(all, 4))
		if len(list) > 1 && h.tree.languages[list[1]]*10 >= total {
			f.Hint(profile.SeveralLanguages, profile.Flag(true), "git, %s; that parts need them is for people to say", some(all, 4))
		}
	}
	if h.tree.functions {
		v, _ := profile.Choice(profile.Current, "serverless")
		f.Hint(profile.Current, v, "git, a file deploys functions")
	}
	if h.tree.deploys > 1 {
		f.Hint(profile.ServicesNow, measure.Number(float64(h.tree.deploys)), "git, files that deploy something (Dockerfile and the like), those of tools and tests among them; needs domain.current = \"microservices\"")
	}
}

func round2(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// some are the first n words of a list.
func some(list []string, n int) string {
	if len(list) > n {
		return strings.Join(list[:n], ", ") + ", …"
	}
	return strings.Join(list, ", ")
}
