package git

import (
	"regexp"
	"strconv"
	"strings"
)

// release is how often something was released, in the year before a time or since
// the history began.
type release struct {
	weeks        float64
	tags, finals int // commits with a tag of a version or a deployment; without those of previews
	merges       int // to the main branch
	steps        int // commits of the main branch
}

var (
	versionTag = regexp.MustCompile(`(?i)[0-9]+([.\-_][0-9]+)+|[0-9]{6,}|release|deploy|prod`)
	previewTag = regexp.MustCompile(`(?i)([-._0-9]|^)(alpha|beta|rc|pre|preview|dev|snapshot|nightly|canary|test|milestone|m|a|b)[-._]?[0-9]*([-._].*)?$`)
)

// readReleases counts tags, and merges to the main line where there are none.
func readReleases(r *repo, revision string, p *people, now int) (release, error) {
	first := now
	for _, c := range p.commits {
		first = min(first, c.at)
	}
	from := max(first, now-year)
	out := release{weeks: max(1, float64(now-from)/(7*day))}
	all, final := map[string]bool{}, map[string]bool{}
	err := r.lines('\n', func(line []byte) {
		f := strings.Fields(string(line))
		if len(f) < 3 {
			return
		}
		at, _ := strconv.Atoi(f[0])
		if name := f[1]; at > from && at <= now && versionTag.MatchString(name) {
			all[f[len(f)-1]] = true
			if !previewTag.MatchString(name) {
				final[f[len(f)-1]] = true
			}
		}
	}, "for-each-ref", "refs/tags", "--format=%(creatordate:unix) %(refname:strip=2) %(objectname) %(*objectname)")
	if err != nil {
		return out, err
	}
	out.tags, out.finals = len(all), len(final)
	err = r.lines('\n', func(line []byte) {
		at, parents, _ := strings.Cut(string(line), " ")
		if t, _ := strconv.Atoi(at); t > from && t <= now {
			out.steps++
			if strings.Contains(parents, " ") {
				out.merges++
			}
		}
	}, "log", "--first-parent", "--format=%ct %P", revision, "--")
	return out, err
}
